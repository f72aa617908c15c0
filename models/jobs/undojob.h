#pragma once

#include "models/jobs/worker.h"
#include "models/plan/writer.h"

namespace waymark {

/// How an undo ended.
struct UndoEnd
{
    Result<Undone> undone = {};
};

/// Takes applies back off the thread that owns it, one at a time. The end is always told;
/// destroying it waits for that.
class UndoJob final : public QObject
{
    Q_OBJECT

public:
    explicit UndoJob(QObject *parent = nullptr);
    explicit UndoJob(Worker::Executor execute, QObject *parent = nullptr);

    /// As Writer::undo() does it. Nothing may be running.
    void undo(const QString &destination, const QString &stateFolder);
    [[nodiscard]] bool isRunning() const { return m_worker.isRunning(); }

Q_SIGNALS:
    void runningChanged(bool isRunning);
    void finished(const waymark::UndoEnd &end);

private:
    Worker m_worker;
};

} // namespace waymark
