#include "models/git/repository.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

constexpr const char *ownLocks[] = {"index.lock", "HEAD.lock"}; // each worktree has its own
constexpr const char *sharedLocks[] = {"packed-refs.lock", "config.lock"};

QString lockFile(const Repository &repository, const QByteArray &name)
{
    const bool own = std::ranges::find(ownLocks, name) != std::end(ownLocks);
    return (own ? repository.gitDir() : repository.commonDir()) + u'/' + QFile::decodeName(name);
}

/// Whether a running process has `path` open; only Linux tells, and only of processes one may look
/// at.
bool isHeldOpen(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    const QDir processes(u"/proc"_s);
    for (const QString &process : processes.entryList({u"[0-9]*"_s}, QDir::Dirs)) {
        const QDir open(processes.filePath(process + u"/fd"_s));
        for (const QFileInfo &descriptor :
             open.entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)) {
            if (descriptor.symLinkTarget() == canonical)
                return true;
        }
    }
    return false;
}

} // namespace

QList<QByteArray> Repository::locks() const
{
    QList<QByteArray> names;
    for (const char *name : ownLocks) {
        if (QFile::exists(lockFile(*this, name)))
            names += name;
    }
    for (const char *name : sharedLocks) {
        if (QFile::exists(lockFile(*this, name)))
            names += name;
    }
    const QDir common(commonDir());
    QDirIterator references(common.filePath(u"refs"_s), {u"*.lock"_s}, QDir::Files | QDir::Hidden,
                            QDirIterator::Subdirectories);
    while (references.hasNext())
        names += QFile::encodeName(common.relativeFilePath(references.next()));
    return names;
}

Repository::LocksLeft Repository::removeOwnLocks(const QList<QByteArray> &names, qint64 since) const
{
    LocksLeft left;
    for (const QByteArray &name : locks()) {
        const QString file = lockFile(*this, name);
        const bool ours = names.contains(name)
            && QFileInfo(file).lastModified().toSecsSinceEpoch() >= since && !isHeldOpen(file);
        if (ours && QFile::remove(file))
            left.removed += name;
        else
            left.kept += name;
    }
    return left;
}

} // namespace waymark::git
