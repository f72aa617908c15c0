#include "models/git/handles.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark::git {

std::unexpected<Error> lastError(const QString &what, const QString &hint, const QString &code)
{
    const git_error *error = git_error_last();
    const QString words = error && error->klass != GIT_ERROR_NONE
        ? QString::fromUtf8(error->message)
        : QCoreApplication::translate("Git", "git gave no reason");
    return failure({.code = code.isEmpty() ? u"git.failed"_s : code,
                    .message = u"%1: %2"_s.arg(what, words),
                    .hint = hint});
}

} // namespace waymark::git
