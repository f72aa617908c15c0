#include "models/jobs/worker.h"

#include <utility>

namespace waymark {

Worker::Worker(Late late, QObject *parent)
    : Worker({}, late, parent)
{
}

Worker::Worker(Executor execute, Late late, QObject *parent)
    : QObject(parent)
    , m_execute(std::move(execute))
    , m_late(late)
{
    if (!m_execute)
        m_execute = [this](Task task) { m_thread = std::jthread(std::move(task)); };
    connect(this, &Worker::reported, this, &Worker::deliver);
    connect(this, &Worker::returned, this, &Worker::finish);
}

Worker::~Worker()
{
    m_stop.request_stop();
}

void Worker::start(Work work)
{
    if (!m_isRunning)
        return run(std::move(work));
    m_stop.request_stop();
    m_waiting = std::move(work);
}

void Worker::stop()
{
    m_stop.request_stop();
    m_waiting.reset();
}

void Worker::run(Work work)
{
    m_stop = std::stop_source();
    ++m_run;
    setRunning(true);
    m_execute([this, work = std::move(work), stop = m_stop.get_token(), run = m_run] {
        const auto report = [this, &stop, run](const Delivery &delivery) {
            if (!stop.stop_requested())
                Q_EMIT reported(run, delivery, QPrivateSignal());
        };
        m_delivery = work(stop, report);
        Q_EMIT returned(QPrivateSignal());
    });
}

void Worker::deliver(quint64 run, const Delivery &delivery)
{
    if (run == m_run && !m_stop.stop_requested())
        delivery();
}

void Worker::finish()
{
    m_thread = {}; // joins
    const Delivery delivery = std::exchange(m_delivery, {});
    const bool isLate = m_stop.stop_requested();
    if (auto next = std::exchange(m_waiting, {}))
        run(*std::move(next));
    else
        setRunning(false);
    if (delivery && (!isLate || m_late == Late::Delivered))
        delivery(); // last: a receiver may start the next work, or delete this
}

void Worker::setRunning(bool isRunning)
{
    if (std::exchange(m_isRunning, isRunning) != isRunning)
        Q_EMIT runningChanged(isRunning);
}

} // namespace waymark
