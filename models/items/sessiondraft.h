#pragma once

#include "models/jobs/templatejob.h"
#include "models/plan/draft.h"

namespace waymark {

/// A draft on its way into a session.
struct ComingDraft
{
    Draft draft = {};
    bool isFound = true; ///< Its template is; false: the catalog is still being read.
};

/// Which template `ready` is, as a draft says it.
[[nodiscard]] DraftTemplate draftTemplate(const ReadyTemplate &ready);

/// The template of `catalog` that a draft is of: the one in its folder, else the one of its id and
/// source, else of its id. Where it is gone, an error ("draft.template-gone").
[[nodiscard]] Result<CatalogEntry> entryOf(const DraftTemplate &of,
                                           const QList<CatalogEntry> &catalog);

/// That `ready` is no longer the template that `draft` was of, and that `inVain` is not asked any
/// more; nothing: it is the same.
[[nodiscard]] std::optional<Problem> templateChange(const Draft &draft, const ReadyTemplate &ready,
                                                    const QStringList &inVain);

/// What the folder of a service is usually called: as the answer to its name, as far as a folder
/// can be called so, else as the template.
[[nodiscard]] QString usualFolderName(const Form &form, const Template &definition);

} // namespace waymark
