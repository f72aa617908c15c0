#pragma once

#include "models/jobs/worker.h"

#include <QList>

#include <utility>

namespace waymark::testing {

/// Keeps tasks until a test lets them run, in the test's own thread.
class HeldExecutor
{
public:
    [[nodiscard]] Worker::Executor executor()
    {
        return [this](Worker::Task task) { m_tasks += std::move(task); };
    }
    /// Runs in place what comes.
    [[nodiscard]] static Worker::Executor immediate()
    {
        return [](const Worker::Task &task) { task(); };
    }

    [[nodiscard]] qsizetype count() const { return m_tasks.size(); }
    void runFirst()
    {
        const Worker::Task task = m_tasks.takeFirst();
        task();
    }

private:
    QList<Worker::Task> m_tasks;
};

} // namespace waymark::testing
