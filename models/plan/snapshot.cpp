#include "models/plan/snapshot.h"

#include "models/git/identity.h"
#include "models/git/references.h"
#include "models/git/refusal.h"
#include "models/git/remotes.h"
#include "models/git/repository.h"
#include "models/git/status.h"
#include "models/plan/destinationrefusals.h"
#include "models/plan/folder.h"
#include "models/plan/journal.h"
#include "models/plan/obstacles.h"
#include "models/plan/pathrules.h"
#include "models/plan/place.h"
#include "models/plan/record.h"

#include <QFile>
#include <QFileInfo>

#include <unistd.h>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// Whether a folder on the way to `path`, or that itself, is git's own on some system.
bool leadsIntoGit(const QString &path)
{
    return std::ranges::any_of(path.split(u'/', Qt::SkipEmptyParts), [](const QString &name) {
        const auto problem = checkPath(QFile::encodeName(name));
        return problem && problem->code == u"path.git";
    });
}

/// What stands, or is to stand, in the folder that exists on the way to `place`; that folder itself
/// where it is the place.
QString nextOnTheWay(const Place &place)
{
    if (place.exists())
        return place.path;
    const QString folder = place.existing == u"/"_s ? place.existing : place.existing + u'/';
    return folder + place.path.sliced(folder.size()).section(u'/', 0, 0);
}

/// That no name of a folder that is to be made is too long.
Result<> checkLengths(const Place &place)
{
    for (const QByteArray &name : QFile::encodeName(place.path).split('/')) {
        if (name.size() > refusal::longestName)
            return failure(refusal::longName(place.path, name.size()));
    }
    return {};
}

/// That a folder can be at `place`, and made there.
Result<> checkWay(const Place &place)
{
    if (const auto fits = checkLengths(place); !fits)
        return fits;
    if (leadsIntoGit(place.path))
        return failure(refusal::insideGit(place.path));
    const QString next = nextOnTheWay(place);
    const QFileInfo inTheWay(next);
    if (inTheWay.isSymLink() && !inTheWay.exists())
        return failure(refusal::deadLink(next));
    if (inTheWay.exists() && !inTheWay.isDir())
        return failure(refusal::file(next));
    if (access(QFile::encodeName(place.existing).constData(), W_OK | X_OK) != 0)
        return failure(refusal::unwritable(place.path, place.existing, errno));
    return {};
}

/// That no run was interrupted whose journal is in the folder `home`.
Result<> checkFinished(const QString &home, const Place &place)
{
    const auto isUnfinished = hasUnfinishedJournal(home);
    if (!isUnfinished)
        return std::unexpected(isUnfinished.error());
    return *isUnfinished ? failure(refusal::interrupted(place.path)) : Result<>();
}

Result<DestinationKind> kindWithout(const Place &place)
{
    if (!place.exists())
        return DestinationKind::Absent;
    const auto folder = Folder::open(place.path);
    if (!folder)
        return std::unexpected(folder.error());
    const auto names = folder->names();
    if (!names)
        return std::unexpected(names.error());
    if (!names->isEmpty())
        return failure(refusal::notEmpty(place.path, *names));
    return DestinationKind::Empty;
}

Result<DestinationKind> kindOfRoot(const Place &place, const git::Head &head)
{
    if (!head.isUnborn())
        return DestinationKind::FreshClone;
    const auto folder = Folder::open(place.path);
    if (!folder)
        return std::unexpected(folder.error());
    auto names = folder->names();
    if (!names)
        return std::unexpected(names.error());
    names->removeAll(".git");
    if (!names->isEmpty())
        return failure(refusal::uncommitted(place.path, *names));
    return DestinationKind::UnbornRepository;
}

/// Whether git would not look at what is made at `prefix`, whatever that is: a rule for folders
/// holds for one that is not there only by what is in it, and one for files hides not all of these.
Result<bool> isIgnored(const git::Repository &repository, const QByteArray &prefix)
{
    if (prefix.isEmpty())
        return false;
    const QByteArrayList probes{joined(prefix, "README.md"),
                                joined(prefix, recordPath.toByteArray()),
                                joined(prefix, "cmd/main.go")};
    const auto paths = git::ignored(repository, probes);
    if (!paths)
        return std::unexpected(paths.error());
    return paths->size() == probes.size();
}

Result<DestinationKind> kindWithin(const Place &place, const git::Repository &repository,
                                   const git::Head &head, const QByteArray &prefix)
{
    if (prefix.isEmpty())
        return kindOfRoot(place, head);
    const auto ignored = isIgnored(repository, prefix);
    if (!ignored)
        return std::unexpected(ignored.error());
    if (*ignored)
        return failure(refusal::ignored(place.path, repository.workTree(), prefix));
    if (head.isUnborn())
        return failure(refusal::unborn(repository.workTree()));
    const auto kind = kindWithout(place);
    if (!kind)
        return std::unexpected(kind.error());
    return DestinationKind::RepositoryFolder;
}

/// That no folder on the way to `prefix` is, on some system, one that is there by another name.
Result<> checkNames(const git::Repository &repository, const QByteArray &prefix)
{
    const auto root = Folder::open(repository.workTree());
    if (!root)
        return std::unexpected(root.error());
    Obstacles obstacles(*root);
    QByteArray folder;
    for (const QByteArray &name : prefix.isEmpty() ? QByteArrayList() : prefix.split('/')) {
        const auto similar = obstacles.alike(folder, name);
        if (!similar)
            return std::unexpected(similar.error());
        const QByteArray path = joined(folder, name);
        if (*similar)
            return failure(refusal::alike(joined(repository.workTree().toUtf8(), path),
                                          joined(folder, **similar)));
        folder = path;
    }
    return {};
}

/// That every system can hold the folders that are made on the way to `prefix`, as the files in
/// them. What is there already is the repository's own.
Result<> checkMadeNames(const Place &place, const git::Repository &repository,
                        const QByteArray &prefix)
{
    const QByteArray there = place.exists()
        ? parentOf(prefix)
        : repository.relative(place.existing).value_or(QByteArray());
    const QByteArray made = there.isEmpty() ? prefix : prefix.sliced(there.size() + 1);
    const auto problem = made.isEmpty() ? std::nullopt : checkPath(made);
    return problem ? failure(refusal::badName(place.path, *problem)) : Result<>();
}

Result<> checkRepository(const git::Repository &repository, const QByteArray &prefix)
{
    const auto problems = git::refusals(repository, {prefix});
    if (!problems.isEmpty())
        return failure(problems.first());
    const auto changed = git::trackedChanges(repository);
    if (!changed)
        return std::unexpected(changed.error());
    if (!changed->isEmpty())
        return failure(refusal::dirty(repository.workTree(), *changed));
    return {};
}

Result<> addRepository(DestinationSnapshot &snapshot, const Place &place,
                       const git::Repository &repository)
{
    const auto prefix = repository.relative(place.path);
    if (!prefix)
        return failure(refusal::insideGit(place.path));
    if (const auto whole = checkFinished(repositoryHome(repository.gitDir()), place); !whole)
        return whole;
    const auto head = repository.head();
    if (!head)
        return std::unexpected(head.error());
    const auto kind = kindWithin(place, repository, *head, *prefix);
    if (!kind)
        return std::unexpected(kind.error());
    if (const auto named = checkNames(repository, *prefix); !named)
        return named;
    if (const auto named = checkMadeNames(place, repository, *prefix); !named)
        return named;
    if (const auto usable = checkRepository(repository, *prefix); !usable)
        return usable;
    const auto branches = git::branchNames(repository);
    if (!branches)
        return std::unexpected(branches.error());
    snapshot.kind = *kind;
    snapshot.branches = *branches;
    snapshot.remotes = git::remoteNames(repository);
    snapshot.unknownAuthor = git::doubtfulIdentity(&repository);
    snapshot.repository = {.root = repository.workTree(),
                           .gitFolder = repository.gitDir(),
                           .prefix = *prefix,
                           .branch = QString::fromUtf8(head->branch),
                           .head = head->commit ? head->commit->toHex() : QByteArray()};
    return {};
}

Result<> classify(DestinationSnapshot &snapshot, const Place &place, CommitSettings settings)
{
    const auto repository = git::Repository::discover(place.path);
    if (!repository)
        return std::unexpected(repository.error());
    if (*repository && (*repository)->isBare())
        return failure(git::refusals(**repository, {}).first());
    if (*repository)
        return addRepository(snapshot, place, **repository);
    const auto kind = kindWithout(place);
    if (!kind)
        return std::unexpected(kind.error());
    snapshot.kind = *kind;
    if (settings == CommitSettings::Unread)
        return {};
    snapshot.defaultBranch = QString::fromUtf8(git::Repository::defaultBranch());
    snapshot.doubtfulBranch = git::Repository::doubtfulDefaultBranch();
    snapshot.unknownAuthor = git::doubtfulIdentity();
    return {};
}

} // namespace

Result<DestinationSnapshot> inspectDestination(const QString &destination,
                                               const QString &stateFolder, CommitSettings settings)
{
    const Place place = placeOf(destination);
    if (const auto free = checkWay(place); !free)
        return std::unexpected(free.error());
    const auto folder = Folder::open(place.existing);
    if (!folder)
        return std::unexpected(folder.error());
    if (const auto whole = stateFolder.isEmpty()
            ? Result<>()
            : checkFinished(stateHome(stateFolder, place.path), place);
        !whole)
        return std::unexpected(whole.error());
    DestinationSnapshot snapshot;
    snapshot.path = place.path;
    snapshot.existing = place.existing;
    snapshot.identity = folder->identity();
    if (const auto known = classify(snapshot, place, settings); !known)
        return std::unexpected(known.error());
    return snapshot;
}

} // namespace waymark
