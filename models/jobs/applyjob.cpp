#include "models/jobs/applyjob.h"

#include "models/plan/filesystem.h"
#include "models/plan/writerequest.h"

namespace waymark {
namespace {

Result<Applied> applied(const ApplyRequest &request, const std::stop_token &stop)
{
    WriteRequest write = writeRequestOf(request.plan);
    write.stop = stop;
    FileSystem fileSystem;
    auto done = Writer(fileSystem, request.stateFolder).apply(write);
    if (!done)
        return std::unexpected(Error{request.mask.masked(done.error().problem)});
    for (Problem &note : done->notes)
        note = request.mask.masked(note);
    return done;
}

} // namespace

ApplyJob::ApplyJob(QObject *parent)
    : ApplyJob({}, parent)
{
}

ApplyJob::ApplyJob(Worker::Executor execute, QObject *parent)
    : QObject(parent)
    , m_worker(std::move(execute), Worker::Late::Delivered)
{
    connect(&m_worker, &Worker::runningChanged, this, &ApplyJob::runningChanged);
}

void ApplyJob::apply(const ApplyRequest &request)
{
    Q_ASSERT(!isRunning());
    m_worker.start(
        [this, request](const std::stop_token &stop, const Worker::Report &) -> Worker::Delivery {
            return [this, done = applied(request, stop)] { Q_EMIT finished({done}); };
        });
}

void ApplyJob::stop()
{
    m_worker.stop();
}

} // namespace waymark
