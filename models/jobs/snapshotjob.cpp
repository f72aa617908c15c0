#include "models/jobs/snapshotjob.h"

#include "models/git/identity.h"
#include "models/git/repository.h"
#include "models/plan/beside.h"
#include "models/plan/filesystem.h"
#include "models/plan/way.h"

namespace waymark {
namespace {

QString authorIn(const Result<DestinationSnapshot> &destination)
{
    std::optional<git::Person> author;
    if (!destination || !destination->repository)
        author = git::expectedAuthor();
    else if (const auto repository = git::Repository::open(destination->repository->root))
        author = git::expectedAuthor(&*repository);
    return author ? author->toString() : QString();
}

Snapshot snapshotOf(const SnapshotRequest &request)
{
    if (const auto way = checkEncoding(request.folder); !way)
        return {.folder = request.folder, .destination = std::unexpected(way.error())};
    Recovery recovered;
    if (request.recovers || isLeftBeside(request.folder)) {
        FileSystem fileSystem;
        auto done = Writer(fileSystem, request.stateFolder).recover(request.folder);
        if (!done)
            return {.folder = request.folder, .destination = std::unexpected(done.error())};
        recovered = *std::move(done);
    }
    auto destination = inspectDestination(request.folder, request.stateFolder);
    if (destination && !request.paths.isEmpty())
        destination = observed(*std::move(destination), request.paths);
    const QString author = authorIn(destination);
    return {.folder = request.folder,
            .destination = std::move(destination),
            .recovered = std::move(recovered),
            .author = author};
}

} // namespace

SnapshotJob::SnapshotJob(QObject *parent)
    : SnapshotJob({}, parent)
{
}

SnapshotJob::SnapshotJob(Worker::Executor execute, QObject *parent)
    : QObject(parent)
    , m_worker(std::move(execute), Worker::Late::Dropped)
{
    connect(&m_worker, &Worker::runningChanged, this, &SnapshotJob::runningChanged);
}

void SnapshotJob::look(const SnapshotRequest &request)
{
    m_worker.start(
        [this, request](const std::stop_token &, const Worker::Report &) -> Worker::Delivery {
            return [this, made = snapshotOf(request)] { Q_EMIT ready(made); };
        });
}

void SnapshotJob::stop()
{
    m_worker.stop();
}

} // namespace waymark
