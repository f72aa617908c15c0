#include "models/plan/snapshot.h"

#include "models/base/utf8.h"
#include "models/git/refusal.h"
#include "models/git/repository.h"
#include "models/git/status.h"
#include "models/plan/folder.h"
#include "models/plan/journal.h"
#include "models/plan/pathrules.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <unistd.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Destination", text);
}

std::unexpected<Error> refused(QLatin1StringView code, const QString &message, const QString &file,
                               const QString &hint)
{
    return failure({.code = code, .message = message, .file = file, .hint = hint});
}

/// Where a destination is: its path without links, and the nearest folder that exists.
struct Place
{
    QString path;
    QString existing;
    [[nodiscard]] bool exists() const { return path == existing; }
};

/// Whether a folder on the way to `path`, or that itself, is git's own on some system.
bool leadsIntoGit(const QString &path)
{
    return std::ranges::any_of(path.split(u'/', Qt::SkipEmptyParts), [](const QString &name) {
        const auto problem = checkPath(QFile::encodeName(name));
        return problem && problem->code == u"path.git";
    });
}

Result<Place> placeOf(const QString &destination)
{
    const QString path = QDir::cleanPath(QDir::current().absoluteFilePath(destination));
    if (leadsIntoGit(path))
        return refused("destination.git"_L1, tr("This is git's own folder, or lies in one."), path,
                       tr("Choose another destination; git keeps its data there."));
    QString existing = path;
    while (!QFileInfo(existing).exists()) {
        if (QFileInfo(existing).isSymLink())
            return refused("destination.link"_L1, tr("This link points to nothing."), existing,
                           tr("Remove the link, or make the folder that it points to."));
        existing = QFileInfo(existing).path();
    }
    if (!QFileInfo(existing).isDir())
        return refused("destination.file"_L1, tr("This is a file, not a folder."), existing,
                       tr("Choose another destination, or move the file away."));
    const QString real = QFileInfo(existing).canonicalFilePath();
    const QString rest = path.mid(existing == u"/"_s ? 0 : existing.size());
    if (access(QFile::encodeName(real).constData(), W_OK | X_OK) != 0)
        return refused("destination.unwritable"_L1,
                       tr("You may not write to this folder: %1.").arg(qt_error_string(errno)),
                       real, tr("Choose another destination, or change the folder's permissions."));
    return Place{.path = real == u"/"_s ? rest : real + rest, .existing = real};
}

std::unexpected<Error> notEmpty(const QString &path, const QByteArrayList &names)
{
    return refused("destination.not-empty"_L1,
                   tr("The folder is not empty: it holds “%1”.").arg(displayed(names.first())),
                   path,
                   tr("A new service goes into a folder that is empty or not there yet: name "
                      "another one."));
}

std::unexpected<Error> dirty(const QString &root, const QList<QByteArray> &paths)
{
    QStringList names;
    for (const QByteArray &path : paths.first(std::min<qsizetype>(paths.size(), 3)))
        names += displayed(path);
    if (paths.size() > names.size())
        names += u"…"_s;
    return refused(
        "destination.dirty"_L1,
        tr("These tracked files have changes that are not committed: %1.").arg(names.join(u", "_s)),
        root, tr("Commit them, or put them aside with “git stash”."));
}

std::unexpected<Error> unborn(const QString &root)
{
    return refused("destination.unborn"_L1,
                   tr("The repository around the destination has no commit yet."), root,
                   tr("Make its first commit, or create the service in a folder of its own."));
}

std::unexpected<Error> interrupted(const QString &path)
{
    return refused("destination.interrupted"_L1,
                   tr("An earlier run was interrupted here and left work unfinished."), path,
                   tr("“waymark undo” finishes that work or takes it back, whichever is right."));
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
        return notEmpty(place.path, *names);
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
        return notEmpty(place.path, *names);
    return DestinationKind::UnbornRepository;
}

Result<DestinationKind> kindWithin(const Place &place, const git::Repository &repository,
                                   const git::Head &head)
{
    if (repository.relative(place.path)->isEmpty())
        return kindOfRoot(place, head);
    if (head.isUnborn())
        return unborn(repository.workTree());
    const auto kind = kindWithout(place);
    if (!kind)
        return std::unexpected(kind.error());
    return DestinationKind::RepositoryFolder;
}

/// Whether git would not look at what is made at `prefix`: then it can be a repository of its own.
Result<bool> isIgnored(const git::Repository &repository, const QByteArray &prefix)
{
    if (prefix.isEmpty())
        return false;
    const auto paths = git::ignored(repository, {joined(prefix, "README.md")});
    if (!paths)
        return std::unexpected(paths.error());
    return !paths->isEmpty();
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
        return dirty(repository.workTree(), *changed);
    return {};
}

Result<> addRepository(DestinationSnapshot &snapshot, const Place &place,
                       const git::Repository &repository)
{
    if (hasUnfinishedJournal(repositoryHome(repository.gitDir())))
        return interrupted(place.path);
    const auto prefix = repository.relative(place.path);
    const auto head = repository.head();
    if (!head)
        return std::unexpected(head.error());
    if (const auto usable = checkRepository(repository, *prefix); !usable)
        return usable;
    const auto kind = kindWithin(place, repository, *head);
    if (!kind)
        return std::unexpected(kind.error());
    snapshot.kind = *kind;
    snapshot.repository = {.root = repository.workTree(),
                           .gitFolder = repository.gitDir(),
                           .prefix = *prefix,
                           .branch = QString::fromUtf8(head->branch),
                           .head = head->commit ? head->commit->toHex() : QByteArray()};
    return {};
}

Result<> classify(DestinationSnapshot &snapshot, const Place &place)
{
    const auto repository = git::Repository::discover(place.path);
    if (!repository)
        return std::unexpected(repository.error());
    if (*repository && !(*repository)->isBare()) {
        const auto prefix = (*repository)->relative(place.path);
        if (!prefix)
            return refused("destination.git-folder"_L1, tr("This is inside git's own folder."),
                           place.path, tr("Choose a destination outside of it."));
        const auto ignored = isIgnored(**repository, *prefix);
        if (!ignored)
            return std::unexpected(ignored.error());
        if (!*ignored)
            return addRepository(snapshot, place, **repository);
    } else if (*repository) {
        return failure(git::refusals(**repository, {}).first());
    }
    const auto kind = kindWithout(place);
    if (!kind)
        return std::unexpected(kind.error());
    snapshot.kind = *kind;
    return {};
}

} // namespace

Result<DestinationSnapshot> inspectDestination(const QString &destination,
                                               const QString &stateFolder)
{
    const auto place = placeOf(destination);
    if (!place)
        return std::unexpected(place.error());
    const auto folder = Folder::open(place->existing);
    if (!folder)
        return std::unexpected(folder.error());
    if (!stateFolder.isEmpty() && hasUnfinishedJournal(stateHome(stateFolder, place->path)))
        return interrupted(place->path);
    DestinationSnapshot snapshot;
    snapshot.path = place->path;
    snapshot.existing = place->existing;
    snapshot.identity = folder->identity();
    if (const auto known = classify(snapshot, *place); !known)
        return std::unexpected(known.error());
    return snapshot;
}

} // namespace waymark
