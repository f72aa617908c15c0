#include "models/git/repository.h"
#include "models/git/status.h"
#include "models/plan/folder.h"
#include "models/plan/obstacles.h"
#include "models/plan/snapshot.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Destination", text);
}

/// Marks what is untracked: an apply never touches it.
Result<> markUntracked(DestinationSnapshot &snapshot, const QByteArrayList &paths)
{
    if (snapshot.kind != DestinationKind::FreshClone)
        return {};
    const auto repository = git::Repository::open(snapshot.repository->root);
    if (!repository)
        return std::unexpected(repository.error());
    const auto inTheWay = git::untrackedInTheWay(*repository, paths);
    if (!inTheWay)
        return std::unexpected(inTheWay.error());
    for (const QByteArray &path : *inTheWay) {
        const auto entry = snapshot.entries.find(path);
        if (entry != snapshot.entries.end() && !entry->obstacle)
            entry->obstacle = obstacleAt(path, tr("This file is there, and git does not track it."),
                                         tr("Commit it, or move it away."));
    }
    return {};
}

/// Notes which of `paths` the repository around the destination ignores.
Result<> noteIgnored(DestinationSnapshot &snapshot, const QByteArrayList &paths)
{
    if (snapshot.kind != DestinationKind::RepositoryFolder)
        return {};
    const auto repository = git::Repository::open(snapshot.repository->root);
    if (!repository)
        return std::unexpected(repository.error());
    const QByteArray start = snapshot.repository->prefix + '/';
    QByteArrayList inRepository;
    inRepository.reserve(paths.size());
    for (const QByteArray &path : paths)
        inRepository += start + path;
    const auto found = git::ignored(*repository, inRepository);
    if (!found)
        return std::unexpected(found.error());
    for (const QByteArray &path : *found)
        snapshot.ignored += path.sliced(start.size());
    return {};
}

} // namespace

Result<DestinationSnapshot> observed(DestinationSnapshot snapshot, const QByteArrayList &paths)
{
    if (const auto noted = noteIgnored(snapshot, paths); !noted)
        return std::unexpected(noted.error());
    if (snapshot.path != snapshot.existing) {
        for (const QByteArray &path : paths)
            snapshot.entries.insert(path, {});
        return snapshot;
    }
    const auto root = Folder::open(snapshot.path);
    if (!root)
        return std::unexpected(root.error());
    Obstacles obstacles(*root);
    for (const QByteArray &path : paths) {
        auto entry = root->entry(path);
        if (!entry)
            return std::unexpected(entry.error());
        const auto obstacle = obstacles.to(path);
        if (!obstacle)
            return std::unexpected(obstacle.error());
        entry->obstacle = *obstacle;
        snapshot.entries.insert(path, *entry);
    }
    if (const auto marked = markUntracked(snapshot, paths); !marked)
        return std::unexpected(marked.error());
    return snapshot;
}

} // namespace waymark
