#include "models/base/utf8.h"
#include "models/git/repository.h"
#include "models/git/status.h"
#include "models/plan/folder.h"
#include "models/plan/pathrules.h"
#include "models/plan/snapshot.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Destination", text);
}

Problem obstacle(const QByteArray &path, const QString &message, const QString &hint)
{
    return {.code = u"destination.obstacle"_s,
            .message = message,
            .file = displayed(path),
            .hint = hint};
}

/// The names in the folders of a destination, each folder read once.
class Names
{
public:
    explicit Names(const Folder &root)
        : m_root(root)
    {
    }

    /// The name in `folder` that differs from `name` in letter case or Unicode form only.
    [[nodiscard]] Result<std::optional<QByteArray>> alike(const QByteArray &folder,
                                                          const QByteArray &name);

private:
    using Known = QHash<QString, QByteArray>; // by how the least exact system compares it
    [[nodiscard]] Result<Known> read(const QByteArray &folder) const;

    const Folder &m_root;
    QHash<QByteArray, Known> m_folders;
};

Result<Names::Known> Names::read(const QByteArray &folder) const
{
    const auto found = m_root.find(folder);
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return Known();
    const auto names = (*found)->names();
    if (!names)
        return std::unexpected(names.error());
    Known known;
    for (const QByteArray &name : *names)
        known.insert(comparedPath(name), name);
    return known;
}

Result<std::optional<QByteArray>> Names::alike(const QByteArray &folder, const QByteArray &name)
{
    if (!m_folders.contains(folder)) {
        const auto known = read(folder);
        if (!known)
            return std::unexpected(known.error());
        m_folders.insert(folder, *known);
    }
    const QByteArray found = m_folders[folder].value(comparedPath(name));
    if (found.isEmpty() || found == name)
        return std::nullopt;
    return found;
}

/// What stands in the way of a file at `path`, looking at each folder on the way.
Result<std::optional<Problem>> obstacleTo(const QByteArray &path, const Folder &root, Names &names)
{
    QByteArray folder;
    const QByteArrayList parts = path.split('/');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QByteArray here = joined(folder, parts.at(i));
        const auto alike = names.alike(folder, parts.at(i));
        if (!alike)
            return std::unexpected(alike.error());
        if (*alike)
            return obstacle(path,
                            tr("“%1” is there, which is the same name on some systems.")
                                .arg(displayed(joined(folder, **alike))),
                            tr("Rename it, or leave this file out."));
        if (!root.contains(here))
            return std::nullopt;
        const bool isLast = i + 1 == parts.size();
        const auto asFolder = root.find(here);
        if (!asFolder)
            return std::unexpected(asFolder.error());
        if (isLast && *asFolder)
            return obstacle(path, tr("A folder is in the place of this file."),
                            tr("Rename the folder, or leave this file out."));
        if (!isLast && !*asFolder)
            return obstacle(path,
                            tr("“%1” is no folder, so no file can be in it.").arg(displayed(here)),
                            tr("Rename it, or leave this file out."));
        folder = here;
    }
    return std::nullopt;
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
            entry->obstacle = obstacle(path, tr("This file is there, and git does not track it."),
                                       tr("Commit it, or move it away."));
    }
    return {};
}

Problem changed(const QString &file, const QString &message)
{
    return {.code = u"destination.changed"_s,
            .message = message,
            .file = file,
            .hint = QCoreApplication::translate("Destination",
                                                "Make the plan again and look at it once more.")};
}

bool isSame(const SnapshotEntry &a, const SnapshotEntry &b)
{
    return a.type == b.type && a.mode == b.mode && a.hash == b.hash;
}

/// What is no longer where or what it was, before any file is looked at.
QList<Problem> differences(const DestinationSnapshot &before, const DestinationSnapshot &after)
{
    QList<Problem> problems;
    if (after.path != before.path || after.existing != before.existing
        || after.identity != before.identity)
        problems += changed(before.path, tr("Another folder is here by now."));
    else if (after.kind != before.kind)
        problems += changed(before.path, tr("The destination is of another kind by now."));
    if (after.repository.has_value() != before.repository.has_value())
        problems += changed(before.path, tr("A repository appeared or disappeared."));
    else if (after.repository && after.repository != before.repository)
        problems += changed(before.repository->root,
                            tr("The repository has another commit or branch checked out by now."));
    return problems;
}

} // namespace

Result<DestinationSnapshot> observed(DestinationSnapshot snapshot, const QByteArrayList &paths)
{
    if (snapshot.path != snapshot.existing) {
        for (const QByteArray &path : paths)
            snapshot.entries.insert(path, {});
        return snapshot;
    }
    const auto root = Folder::open(snapshot.path);
    if (!root)
        return std::unexpected(root.error());
    Names names(*root);
    for (const QByteArray &path : paths) {
        auto entry = root->entry(path);
        if (!entry)
            return std::unexpected(entry.error());
        const auto obstacle = obstacleTo(path, *root, names);
        if (!obstacle)
            return std::unexpected(obstacle.error());
        entry->obstacle = *obstacle;
        snapshot.entries.insert(path, *entry);
    }
    if (const auto marked = markUntracked(snapshot, paths); !marked)
        return std::unexpected(marked.error());
    return snapshot;
}

Result<QList<Problem>> changesSince(const DestinationSnapshot &snapshot)
{
    auto current = inspectDestination(snapshot.path);
    if (!current)
        return QList<Problem>{changed(snapshot.path, current.error().problem.message)};
    QList<Problem> problems = differences(snapshot, *current);
    if (!problems.isEmpty())
        return problems;
    current = observed(*current, snapshot.entries.keys());
    if (!current)
        return std::unexpected(current.error());
    for (const auto &[path, before] : snapshot.entries.asKeyValueRange()) {
        if (!isSame(before, current->entries.value(path)))
            problems += changed(displayed(path), tr("This file changed since the plan was made."));
    }
    return problems;
}

} // namespace waymark
