#pragma once

#include "models/jobs/worker.h"
#include "models/plan/plan.h"
#include "models/plan/secretmask.h"
#include "models/plan/writer.h"

namespace waymark {

/// A plan that is to be carried out.
struct ApplyRequest
{
    Plan plan; ///< Not blocked.
    SecretMask mask; ///< Of the form that the plan was made from.
    QString stateFolder;
};

/// How an apply ended. Secrets are masked in all that is told.
struct ApplyEnd
{
    /// "write.cancelled" or "process.cancelled": it was stopped.
    Result<Applied> applied = {};
};

/// Applies one plan at a time off the thread that owns it. The end is always told, also where it
/// was too late to stop; destroying it waits for that.
class ApplyJob final : public QObject
{
    Q_OBJECT

public:
    explicit ApplyJob(QObject *parent = nullptr);
    explicit ApplyJob(Worker::Executor execute, QObject *parent = nullptr);

    /// Nothing may be running.
    void apply(const ApplyRequest &request);
    /// Asks it to end without having changed anything, as long as it has not.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_worker.isRunning(); }

Q_SIGNALS:
    void runningChanged(bool isRunning);
    void finished(const waymark::ApplyEnd &end);

private:
    Worker m_worker;
};

} // namespace waymark
