#include "models/base/utf8.h"
#include "models/plan/snapshot.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Destination", text);
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

Result<QList<Problem>> changesSince(const DestinationSnapshot &snapshot)
{
    auto current = inspectDestination(snapshot.path, {}, CommitSettings::Unread);
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
