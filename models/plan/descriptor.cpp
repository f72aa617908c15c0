#include "models/plan/descriptor.h"

#include <QCoreApplication>

#include <cerrno>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Folder", text);
}

QString wayOut(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return tr("Make room on the disk, then run the same command again.");
    case EACCES:
    case EPERM:
    case EROFS:
        return tr("Choose a place that you may write to, or change its permissions.");
    case EMFILE:
    case ENFILE:
        return tr("Close other programs: too many files are open.");
    default:
        return tr("Look at that place, then run the same command again.");
    }
}

} // namespace

Descriptor::~Descriptor()
{
    if (isOpen())
        ::close(m_number);
}

int Descriptor::close()
{
    return ::close(std::exchange(m_number, -1));
}

std::unexpected<Error> systemFailure(const QString &what, const QString &path)
{
    const int error = errno;
    return failure({.code = u"write.failed"_s,
                    .message = what + u' ' + tr("The system says: %1.").arg(qt_error_string(error)),
                    .file = path,
                    .hint = wayOut(error)});
}

} // namespace waymark
