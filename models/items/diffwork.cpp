#include "models/items/diffwork.h"

namespace waymark {

Comparison comparisonOf(const DiffRequest &request, const std::stop_token &stop)
{
    Comparison made{.unified = diffText(request.before, request.after, request.extent)};
    if (request.isBeside && !made.unified.marks.isEmpty() && !stop.stop_requested())
        made.sides = sideBySide(made.unified);
    return made;
}

DiffWork::DiffWork(Worker::Executor execute, QObject *parent)
    : QObject(parent)
    , m_worker(std::move(execute), Worker::Late::Dropped)
{
}

void DiffWork::compare(const DiffRequest &request)
{
    if (request.before.size() + request.after.size() <= mostAtOnce) {
        m_worker.stop();
        return finish(comparisonOf(request));
    }
    m_isWorking = true;
    m_worker.start(
        [this, request](const std::stop_token &stop, const Worker::Report &) -> Worker::Delivery {
            return [this, made = comparisonOf(request, stop)] { finish(made); };
        });
}

void DiffWork::finish(const Comparison &comparison)
{
    m_isWorking = false;
    Q_EMIT ready(comparison);
}

} // namespace waymark
