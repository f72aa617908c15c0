#include "models/items/destinationwatch.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/items/recoverynotices.h"

#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("DestinationWatch");

/// `folder` as it is as long as nothing is known of it.
DestinationSnapshot absent(const QString &folder)
{
    DestinationSnapshot snapshot;
    snapshot.path = folder;
    snapshot.existing = QFileInfo(folder).path();
    return snapshot;
}

/// Whether both are the same place, whatever stands in it.
bool isSamePlace(const DestinationSnapshot &a, const DestinationSnapshot &b)
{
    return a.kind == b.kind && a.path == b.path && a.existing == b.existing
        && a.identity == b.identity && a.repository == b.repository && a.branches == b.branches;
}

/// The paths whose entries differ, as they are shown.
QStringList changedPaths(const DestinationSnapshot &planned, const DestinationSnapshot &seen)
{
    QStringList names;
    for (const auto &[path, entry] : planned.entries.asKeyValueRange()) {
        if (seen.entry(path) != entry)
            names += displayed(path);
    }
    return names;
}

/// That no service can go there any more, for `reason`.
Problem changed(Problem reason)
{
    reason.code = u"destination.changed"_s;
    return reason;
}

std::optional<Problem> changeOf(const DestinationSnapshot &planned, const DestinationSnapshot &seen)
{
    const QStringList names = changedPaths(planned, seen);
    if (names.isEmpty() && isSamePlace(planned, seen))
        return {};
    const QString message = names.isEmpty()
        ? translated("The destination changed since it was planned.")
        : translated("These files changed since they were planned: %1").arg(names.join(u", "_s));
    return Problem{.code = u"destination.changed"_s,
                   .message = message,
                   .file = planned.path,
                   .hint = translated("Look again: it is planned anew then.")};
}

} // namespace

DestinationWatch::DestinationWatch(const SessionSurroundings &around, QObject *parent)
    : QObject(parent)
    , m_stateFolder(around.stateFolder)
    , m_job(around.execute)
    , m_author(around.owner)
{
    connect(&m_job, &SnapshotJob::ready, this, &DestinationWatch::take);
}

void DestinationWatch::setFolder(const QString &folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    m_snapshot = absent(folder);
    m_problem.reset();
    m_planned.reset();
    lookAgain();
}

void DestinationWatch::lookAgain()
{
    m_hasRecovered = false;
    m_planned.reset();
    ask(false);
}

void DestinationWatch::check(const Plan &plan)
{
    m_planned = plan.destination;
    m_isLooking = true;
    m_job.look({.folder = m_folder,
                .stateFolder = m_stateFolder,
                .paths = plan.destination.entries.keys()});
}

void DestinationWatch::refuse(const Problem &problem)
{
    m_problem = problem;
    m_snapshot = absent(m_folder);
}

void DestinationWatch::stop()
{
    m_planned.reset();
    m_isLooking = false;
    m_job.stop();
}

void DestinationWatch::forget()
{
    stop();
    m_folder.clear();
}

void DestinationWatch::ask(bool recovers)
{
    m_isLooking = true;
    m_job.look({.folder = m_folder, .stateFolder = m_stateFolder, .recovers = recovers});
}

void DestinationWatch::take(const Snapshot &snapshot)
{
    if (snapshot.folder != m_folder)
        return;
    m_isLooking = false;
    const Result<DestinationSnapshot> &seen = snapshot.destination;
    if (const auto planned = std::exchange(m_planned, {})) {
        Q_EMIT checked(seen ? changeOf(*planned, *seen) : changed(seen.error().problem));
        return;
    }
    for (const Problem &notice : noticesOf(snapshot.recovered, m_folder))
        Q_EMIT recovered(notice);
    if (!seen && seen.error().problem.code == u"destination.interrupted"
        && !std::exchange(m_hasRecovered, true))
        return ask(true);
    ++m_look;
    m_author = snapshot.author;
    m_problem = seen ? std::nullopt : std::optional(seen.error().problem);
    m_snapshot = seen ? *seen : absent(m_folder);
    Q_EMIT looked();
}

} // namespace waymark
