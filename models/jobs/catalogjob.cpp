#include "models/jobs/catalogjob.h"

#include <algorithm>
#include <functional>

namespace waymark {
namespace {

constexpr qsizetype largestBatch = 256;

/// Collects what is found and sends it on in batches, each as large as all before together.
class Batches
{
public:
    using Send = std::function<void(const QList<CatalogEntry> &entries)>;
    explicit Batches(Send send)
        : m_send(std::move(send))
    {
    }

    void add(const CatalogEntry &entry)
    {
        m_entries += entry;
        if (m_entries.size() < m_size)
            return;
        m_send(m_entries);
        m_size = std::min(m_size * 2, largestBatch);
        m_entries.clear();
    }

private:
    const Send m_send;
    QList<CatalogEntry> m_entries;
    qsizetype m_size = 1;
};

} // namespace

CatalogJob::CatalogJob(QObject *parent)
    : CatalogJob({}, parent)
{
}

CatalogJob::CatalogJob(Worker::Executor execute, QObject *parent)
    : QObject(parent)
    , m_worker(std::move(execute), Worker::Late::Dropped)
{
    connect(&m_worker, &Worker::runningChanged, this, &CatalogJob::runningChanged);
}

void CatalogJob::read(const QList<Source> &sources)
{
    m_worker.start([this, sources](const std::stop_token &stop,
                                   const Worker::Report &report) -> Worker::Delivery {
        Batches batches([&](const QList<CatalogEntry> &entries) {
            report(std::bind_front(&CatalogJob::found, this, entries));
        });
        const auto take = [&](const CatalogEntry &entry) {
            batches.add(entry);
            return !stop.stop_requested();
        };
        const Catalog catalog(sources, take);
        return [this, catalog] { Q_EMIT ready(catalog); };
    });
}

void CatalogJob::stop()
{
    m_worker.stop();
}

} // namespace waymark
