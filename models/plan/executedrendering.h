#pragma once

#include "models/plan/change.h"
#include "models/plan/commandrun.h"
#include "models/plan/plan.h"

namespace waymark {

/// What a template's files are once its commands have run on them.
struct ExecutedRendering
{
    /// As render() makes it, with what the commands made of it. A file that they changed depends on
    /// the answers that it depended on before.
    Rendering rendering;
    /// Each file that they made, changed or took away, by path. They are New, Updated or Deleted.
    QList<Change> changes;
    /// Files among these whose content is not to be shown: it depends on a secret answer.
    QByteArrayList secret;
    QList<Problem> notes; ///< What they made that is left out.
};

/// `before`, of which the commands made `outcome`; in the place of some files they found `kept`.
/// Pure.
[[nodiscard]] ExecutedRendering executedRendering(const Rendering &before,
                                                  const CommandOutcome &outcome,
                                                  const SecretMask &mask,
                                                  const QList<RenderedFile> &kept = {});

/// What of the destination `plan` keeps, though the template makes files there. One that is too
/// large to be known is left out.
[[nodiscard]] QList<RenderedFile> keptFiles(const Plan &plan);

/// `changes` without those of files for which `plan` keeps what is at the destination: what
/// commands make of it goes nowhere.
[[nodiscard]] QList<Change> withoutKept(QList<Change> changes, const Plan &plan);

} // namespace waymark
