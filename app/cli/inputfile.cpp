#include "app/cli/inputfile.h"

#include "app/cli/waitinginput.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QScopeGuard>

#include <cerrno>
#include <expected>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

std::unexpected<Error> unreadable(const QString &name, const QString &reason)
{
    return failure(
        {.code = u"cli.unreadable"_s,
         .message = QCoreApplication::translate("cli", "The file cannot be read: %1").arg(reason),
         .file = name,
         .hint = QCoreApplication::translate("cli", "Check its name and that you may read it.")});
}

/// What `input` gives; the system's reason where that fails.
std::expected<QByteArray, QString> readFrom(QIODevice &input, qint64 maximum)
{
    QByteArray bytes(maximum + 1, Qt::Uninitialized);
    const qint64 count = input.read(bytes.data(), bytes.size());
    if (count < 0)
        return std::unexpected(input.errorString());
    bytes.truncate(count);
    return bytes;
}

} // namespace

Result<QByteArray> contentsOf(const QString &name, const Surroundings &surroundings, qint64 maximum)
{
    const QString path = QDir(surroundings.workingDirectory).absoluteFilePath(name);
    // Not to wait in open() for who writes to a pipe: no signal would end that.
    const int descriptor
        = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        return unreadable(name, qt_error_string(errno));
    const auto closing = qScopeGuard([descriptor] { ::close(descriptor); });
    WaitingInput input(descriptor);
    auto bytes = readFrom(input, maximum);
    return bytes ? Result<QByteArray>(*std::move(bytes)) : unreadable(name, bytes.error());
}

Result<QByteArray> standardInput(const Surroundings &surroundings, qint64 maximum)
{
    auto bytes = readFrom(surroundings.streams.in, maximum);
    if (bytes)
        return *std::move(bytes);
    return failure(
        {.code = u"cli.unreadable"_s,
         .message = QCoreApplication::translate("cli", "Standard input cannot be read: %1")
                        .arg(bytes.error()),
         .hint = QCoreApplication::translate("cli", "Pipe a file or a program's output into it.")});
}

Result<QByteArray> inputNamed(const QString &name, const Surroundings &surroundings, qint64 maximum)
{
    return name == u"-" ? standardInput(surroundings, maximum)
                        : contentsOf(name, surroundings, maximum);
}

} // namespace waymark::cli
