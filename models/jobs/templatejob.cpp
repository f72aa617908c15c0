#include "models/jobs/templatejob.h"

#include "models/plan/misspeltnames.h"

namespace waymark {
namespace {

Result<ReadyTemplate> readyTemplate(const CatalogEntry &entry, const std::stop_token &stop)
{
    auto loaded = loadTemplate(entry);
    if (!loaded)
        return std::unexpected(loaded.error());
    loaded->entry.definition.problems += misspeltNames(*loaded, stop);
    auto identity = identityOf(*loaded);
    if (!identity)
        return std::unexpected(identity.error());
    Capabilities capabilities = capabilitiesOf(*loaded);
    return ReadyTemplate{std::make_shared<const LoadedTemplate>(*std::move(loaded)),
                         *std::move(identity), std::move(capabilities)};
}

} // namespace

TemplateJob::TemplateJob(QObject *parent)
    : TemplateJob({}, parent)
{
}

TemplateJob::TemplateJob(Worker::Executor execute, QObject *parent)
    : QObject(parent)
    , m_worker(std::move(execute), Worker::Late::Dropped)
{
    connect(&m_worker, &Worker::runningChanged, this, &TemplateJob::runningChanged);
}

void TemplateJob::load(const CatalogEntry &entry)
{
    m_worker.start(
        [this, entry](const std::stop_token &stop, const Worker::Report &) -> Worker::Delivery {
            return [this, end = TemplateEnd{readyTemplate(entry, stop)}] { Q_EMIT finished(end); };
        });
}

void TemplateJob::stop()
{
    m_worker.stop();
}

} // namespace waymark
