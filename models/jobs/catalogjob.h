#pragma once

#include "models/catalog/catalog.h"
#include "models/jobs/worker.h"

namespace waymark {

/// Reads all templates of some sources off the thread that owns it; the newest request wins.
class CatalogJob final : public QObject
{
    Q_OBJECT

public:
    explicit CatalogJob(QObject *parent = nullptr);
    explicit CatalogJob(Worker::Executor execute, QObject *parent = nullptr);

    void read(const QList<Source> &sources);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_worker.isRunning(); }

Q_SIGNALS:
    void runningChanged(bool isRunning);
    /// The templates found since the last time, in the order in which they are found; their ids may
    /// not tell them apart yet. Comes often at the start and seldom later.
    void found(const QList<waymark::CatalogEntry> &entries);
    void ready(const waymark::Catalog &catalog);

private:
    Worker m_worker;
};

} // namespace waymark
