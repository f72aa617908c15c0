#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace waymark::bench {

/// How long the thread of the windows did not answer.
struct Hold
{
    double milliseconds = 0;
    double ofProcessor = 0; ///< That this thread had of them; the others had somebody else.
    QString during = {}; ///< The longest event of that time.
};

/// The longest hold at a place, once a round.
struct HeldPlace
{
    QString name;
    QList<Hold> holds;
};

/// Asks the thread that made it every millisecond whether its event loop answers, and keeps the
/// longest time that it did not.
class Watchdog
{
public:
    Watchdog();
    ~Watchdog();

    /// All places are gone through once more.
    void startRound() { ++m_round; }
    /// What is waited for up to here counts for the place before; what follows, for `place`.
    void enter(const QString &place);
    /// What follows counts for no place.
    void leave();
    /// Runs the event loop until it has answered once more.
    void settle();

    [[nodiscard]] const QList<HeldPlace> &places() const { return m_places; }

private:
    using Clock = std::chrono::steady_clock;

    void run(const std::stop_token &stop);
    void answer(Clock::time_point asked);

    QObject m_here; ///< In the thread that is asked.
    std::function<void()> m_onAnswer;
    QList<HeldPlace> m_places;
    qsizetype m_place = -1;
    qsizetype m_round = 0;
    double m_processor = 0;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_isAnswered = false;
    std::jthread m_thread; ///< Last, so that it is joined before what it uses goes.
};

} // namespace waymark::bench
