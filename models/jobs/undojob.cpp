#include "models/jobs/undojob.h"

#include "models/plan/filesystem.h"

namespace waymark {

UndoJob::UndoJob(QObject *parent)
    : UndoJob({}, parent)
{
}

UndoJob::UndoJob(Worker::Executor execute, QObject *parent)
    : QObject(parent)
    , m_worker(std::move(execute), Worker::Late::Delivered)
{
    connect(&m_worker, &Worker::runningChanged, this, &UndoJob::runningChanged);
}

void UndoJob::undo(const QString &destination, const QString &stateFolder)
{
    Q_ASSERT(!isRunning());
    m_worker.start([this, destination, stateFolder](const std::stop_token &,
                                                    const Worker::Report &) -> Worker::Delivery {
        FileSystem fileSystem;
        auto undone = Writer(fileSystem, stateFolder).undo(destination);
        return [this, undone = std::move(undone)] { Q_EMIT finished({undone}); };
    });
}

} // namespace waymark
