#include "app/cli/inputfile.h"

#include "app/cli/waitinginput.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QScopeGuard>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

std::unexpected<Error> unreadable(const QString &name, int error)
{
    return failure(
        {.code = u"cli.unreadable"_s,
         .message = QCoreApplication::translate("cli", "The file cannot be read: %1")
                        .arg(qt_error_string(error)),
         .file = name,
         .hint = QCoreApplication::translate("cli", "Check its name and that you may read it.")});
}

} // namespace

Result<QByteArray> contentsOf(const QString &name, const Surroundings &surroundings, qint64 maximum)
{
    const QString path = QDir(surroundings.workingDirectory).absoluteFilePath(name);
    // Not to wait in open() for who writes to a pipe: no signal would end that.
    const int descriptor
        = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        return unreadable(name, errno);
    const auto closing = qScopeGuard([descriptor] { ::close(descriptor); });
    WaitingInput input(descriptor);
    QByteArray bytes = input.read(maximum + 1);
    if (input.error() != 0)
        return unreadable(name, input.error());
    return bytes;
}

} // namespace waymark::cli
