#pragma once

#include "models/jobs/worker.h"

#include <QList>

namespace waymark::testing {

/// Runs tasks in place, or keeps them until a test lets them run.
class SwitchedExecutor
{
public:
    bool isHeld = false;

    [[nodiscard]] Worker::Executor executor()
    {
        return [this](Worker::Task task) {
            if (isHeld)
                m_held += std::move(task);
            else
                task();
        };
    }
    [[nodiscard]] qsizetype count() const { return m_held.size(); }
    void release()
    {
        isHeld = false;
        while (!m_held.isEmpty()) {
            const Worker::Task task = m_held.takeFirst();
            task();
        }
    }

private:
    QList<Worker::Task> m_held;
};

} // namespace waymark::testing
