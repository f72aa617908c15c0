#pragma once

#include "models/jobs/worker.h"
#include "models/plan/snapshot.h"
#include "models/plan/writer.h"

namespace waymark {

/// Which destination is to be looked at.
struct SnapshotRequest
{
    QString folder; ///< Absolute.
    QString stateFolder = {};
    QByteArrayList paths = {}; ///< To be observed; allowed by checkPath().
    /// What was interrupted there is put right first, which writes. What is left beside a folder
    /// that was not made yet goes in any case.
    bool recovers = false;
};

/// What a destination is.
struct Snapshot
{
    QString folder; ///< As it was asked for.
    Result<DestinationSnapshot> destination;
    Recovery recovered = {};
    /// Whom git would say that a commit there is by: "Ada <ada@…>"; empty: it does not know.
    QString author = {};
};

/// Looks at a destination off the thread that owns it; the newest request wins.
class SnapshotJob final : public QObject
{
    Q_OBJECT

public:
    explicit SnapshotJob(QObject *parent = nullptr);
    explicit SnapshotJob(Worker::Executor execute, QObject *parent = nullptr);

    void look(const SnapshotRequest &request);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_worker.isRunning(); }

Q_SIGNALS:
    void runningChanged(bool isRunning);
    void ready(const waymark::Snapshot &snapshot);

private:
    Worker m_worker;
};

} // namespace waymark
