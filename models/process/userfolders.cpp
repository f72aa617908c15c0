#include "models/process/userfolders.h"

#include <QByteArray>
#include <QStandardPaths>
#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace waymark {

namespace {

QString below(QStandardPaths::StandardLocation location)
{
    return QStandardPaths::writableLocation(location) + u"/waymark"_s;
}

} // namespace

UserFolders userFolders()
{
    return {.configuration = below(QStandardPaths::GenericConfigLocation),
            .data = below(QStandardPaths::GenericDataLocation),
            .state = below(QStandardPaths::GenericStateLocation)};
}

void ensureHome()
{
#ifdef Q_OS_UNIX
    if (!qEnvironmentVariableIsEmpty("HOME"))
        return;
    const passwd *const user = ::getpwuid(::geteuid());
    if (user != nullptr && user->pw_dir != nullptr && *user->pw_dir != '\0')
        qputenv("HOME", QByteArray(user->pw_dir));
#endif
}

} // namespace waymark
