#include "tests/benchmarks/watchdog.h"

#include "tests/benchmarks/benchapplication.h"

#include <QEventLoop>

#include <algorithm>
#include <ctime>

namespace waymark::bench {
namespace {

constexpr auto pause = std::chrono::milliseconds(1);

/// What this thread had of a processor, in milliseconds.
double processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

} // namespace

Watchdog::Watchdog()
    : m_processor(processorTime())
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

Watchdog::~Watchdog() = default;

void Watchdog::enter(const QString &place)
{
    settle();
    auto found = std::ranges::find(m_places, place, &HeldPlace::name);
    if (found == m_places.end())
        found = m_places.insert(m_places.end(), HeldPlace{place, {}});
    found->holds.resize(m_round);
    m_place = found - m_places.begin();
}

void Watchdog::leave()
{
    settle();
    m_place = -1;
}

void Watchdog::settle()
{
    QEventLoop loop;
    m_onAnswer = [&loop] { loop.quit(); };
    loop.exec();
    m_onAnswer = nullptr;
}

void Watchdog::run(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        m_isAnswered = false;
        const auto asked = Clock::now();
        QMetaObject::invokeMethod(&m_here, [this, asked] { answer(asked); }, Qt::QueuedConnection);
        m_changed.wait(lock, stop, [this] { return m_isAnswered; });
        m_changed.wait_for(lock, stop, pause, [] { return false; });
    }
}

void Watchdog::answer(Clock::time_point asked)
{
    const std::chrono::duration<double, std::milli> held = Clock::now() - asked;
    const double processor = processorTime();
    BenchApplication &application = BenchApplication::here();
    if (m_place >= 0) {
        Hold &hold = m_places[m_place].holds.last();
        if (held.count() > hold.milliseconds)
            hold = {held.count(), std::min(held.count(), processor - m_processor),
                    application.longestEventName()};
    }
    m_processor = processor;
    application.forgetEvents();
    {
        const std::scoped_lock lock(m_mutex);
        m_isAnswered = true;
    }
    m_changed.notify_one();
    if (m_onAnswer)
        m_onAnswer();
}

} // namespace waymark::bench
