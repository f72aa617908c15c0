#include "models/jobs/previewjob.h"

#include "models/jobs/previewer.h"

namespace waymark {

PreviewJob::PreviewJob(QObject *parent)
    : PreviewJob({}, parent)
{
}

PreviewJob::PreviewJob(Worker::Executor execute, QObject *parent)
    : QObject(parent)
    , m_previewer(std::make_shared<Previewer>())
    , m_worker(std::move(execute), Worker::Late::Dropped)
{
    connect(&m_worker, &Worker::runningChanged, this, &PreviewJob::runningChanged);
}

PreviewJob::~PreviewJob() = default;

void PreviewJob::request(PreviewRequest request)
{
    m_worker.start([this, previewer = m_previewer, request = std::move(request)](
                       const std::stop_token &stop, const Worker::Report &) -> Worker::Delivery {
        auto preview = previewer->preview(request, stop);
        if (!preview)
            return {};
        return [this, made = std::make_shared<const Preview>(*std::move(preview))] {
            Q_EMIT ready(*made);
        };
    });
}

void PreviewJob::stop()
{
    m_worker.stop();
}

} // namespace waymark
