#include "models/plan/gitchange.h"

#include "models/git/library.h"
#include "models/git/references.h"
#include "models/git/repository.h"
#include "models/plan/gitmover.h"

#include <QFileInfo>

#include <utility>

namespace waymark {

GitChange GitChange::reversed() const
{
    GitChange back = *this;
    std::swap(back.before, back.after);
    std::swap(back.branchBefore, back.branchAfter);
    std::swap(back.baseBefore, back.baseAfter);
    std::swap(back.treeBefore, back.treeAfter);
    return back;
}

Result<GitState> stateOf(const git::Repository &repository, const GitChange &change)
{
    const auto current = git::readReference(repository, change.reference);
    if (!current)
        return std::unexpected(current.error());
    if (*current == git::ObjectId::parse(change.after))
        return GitState::After;
    return *current == git::ObjectId::parse(change.before) ? GitState::Before : GitState::Elsewhere;
}

Result<> advance(FileSystem &fileSystem, const git::Repository &repository, const GitChange &change)
{
    const git::Durable durable;
    const GitMover mover(fileSystem, repository, change, true);
    const auto isThere = mover.checkStart();
    return isThere ? mover.run() : isThere;
}

Result<> settle(FileSystem &fileSystem, const git::Repository &repository, const GitChange &change)
{
    const git::Durable durable;
    return GitMover(fileSystem, repository, change, false).run();
}

qint64 roomFor(const git::Repository &repository)
{
    return (qint64(128) << 10) + QFileInfo(repository.indexFile()).size();
}

void removeLocksOf(const git::Repository &repository, const GitChange &change)
{
    QByteArrayList names = repository.locks();
    names.removeIf([&](const QByteArray &name) { return change.locks.contains(name); });
    std::ignore = repository.removeOwnLocks(names, change.since);
}

} // namespace waymark
