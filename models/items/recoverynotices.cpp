#include "models/items/recoverynotices.h"

#include "models/base/textcontext.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace waymark {

QList<Problem> noticesOf(const Recovery &recovery, const QString &folder)
{
    constexpr TextContext translated("RecoveryNotices");
    QList<Problem> notices = recovery.notes + recovery.left;
    if (recovery.what == Recovery::Nothing)
        return notices;
    const QString text = recovery.isOfUndo
        ? translated("An undo that was interrupted in %1 has been put right.")
        : translated("An apply that was interrupted in %1 has been put right.");
    notices.append({.severity = Severity::Note,
                    .code = u"destination.recovered"_s,
                    .message = text.arg(QDir::toNativeSeparators(folder)),
                    .file = folder});
    return notices;
}

} // namespace waymark
