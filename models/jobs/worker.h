#pragma once

#include <QObject>

#include <functional>
#include <optional>
#include <stop_token>
#include <thread>

namespace waymark {

/// Runs one work at a time off the thread that owns it. The newest wins: it starts at once when
/// nothing runs; else the running one is asked to stop, and only the newest waits.
class Worker final : public QObject
{
    Q_OBJECT

public:
    /// What is left to do in the owner's thread: to hand on what came out.
    using Delivery = std::function<void()>;
    /// Sends something on its way while the work goes on; dropped once the work is to stop.
    using Report = std::function<void(Delivery delivery)>;
    /// Runs in a worker thread, on copies only; returns soon, with anything, once `stop` is
    /// requested.
    using Work = std::function<Delivery(const std::stop_token &stop, const Report &report)>;
    using Task = std::function<void()>;
    /// Runs a task, now or later, here or in another thread, but not after the worker is gone.
    using Executor = std::function<void(Task task)>;
    /// What becomes of what a work delivers that was asked to stop.
    enum class Late : quint8 {
        Dropped,
        Delivered, ///< It may have been too late to stop.
    };

    /// Each work runs in a thread of its own.
    explicit Worker(Late late = Late::Dropped, QObject *parent = nullptr);
    /// Empty: the same.
    Worker(Executor execute, Late late, QObject *parent = nullptr);
    /// Stops and waits; nothing is delivered any more.
    ~Worker() override;

    void start(Work work);
    /// Stops what runs and drops what waits.
    void stop();
    /// Whether something runs, also if it is to stop, or waits.
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void runningChanged(bool isRunning);

    // The way back to this thread.
    void reported(quint64 run, const waymark::Worker::Delivery &delivery, QPrivateSignal);
    void returned(QPrivateSignal);

private:
    void run(Work work);
    void deliver(quint64 run, const Delivery &delivery);
    void finish();
    void setRunning(bool isRunning);

    Executor m_execute;
    const Late m_late;
    bool m_isRunning = false;
    quint64 m_run = 0;
    std::stop_source m_stop;
    std::optional<Work> m_waiting;
    Delivery m_delivery; ///< The running thread's, until that is joined.
    std::jthread m_thread; ///< Last, so that it is joined before anything that it uses is gone.
};

} // namespace waymark
