#pragma once

#include "models/items/filetreemodel.h"
#include "models/items/formmodel.h"
#include "models/items/linelinks.h"

namespace waymark {

/// The file that a preview shows: `shown` while it is there, unless nobody wants it (not
/// `isWanted`) and another is sooner read. The README of the service is, then the first file that
/// is made and not hidden (".github/…"). Empty: there is none.
[[nodiscard]] QByteArray fileToShow(const FileTreeModel &files, const QByteArray &shown,
                                    bool isWanted);
/// The file that shows lines from the field that has the focus: `shown` where it has some, else the
/// first of the tree that has. Empty: there are none.
[[nodiscard]] QByteArray linkedFile(const FileTreeModel &files, const QByteArray &shown);
/// The file `steps` further down, from the last to the first.
[[nodiscard]] QByteArray fileBeside(const FileTreeModel &files, const QByteArray &path, int steps);

/// The question that made what stands at a place, or that decided that it is there; empty: it comes
/// from none that is asked.
[[nodiscard]] AnswerPath fieldOf(const LineOrigin &origin, const FormModel &form);
/// "Memory per copy, deploy/base/deployment.yaml:31": the question and the place in the template,
/// for people; `folder` is that of the template. Empty where nothing is known.
[[nodiscard]] QString originText(const LineOrigin &origin, const FormModel &form,
                                 const QString &folder = {});

} // namespace waymark
