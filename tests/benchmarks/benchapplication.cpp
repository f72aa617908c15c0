#include "tests/benchmarks/benchapplication.h"

#include <QAbstractEventDispatcher>
#include <QEventLoop>
#include <QMetaEnum>
#include <QTimer>
#include <QWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::bench {
namespace {

constexpr int patience = 180'000; // ms

} // namespace

BenchApplication &BenchApplication::here()
{
    return *static_cast<BenchApplication *>(instance());
}

bool BenchApplication::notify(QObject *receiver, QEvent *event)
{
    // Neither may be there any more once the event is handled.
    const char *const name = receiver->metaObject()->className();
    const int type = event->type();
    const bool isPaint = receiver == m_watched && type == QEvent::Paint;
    const auto started = Clock::now();
    ++m_depth;
    const bool isTaken = QApplication::notify(receiver, event);
    --m_depth;
    m_isPainted = m_isPainted || isPaint;
    if (m_depth > 0)
        return isTaken;
    const auto ended = Clock::now();
    if (ended - started > m_longest) {
        m_longest = ended - started;
        m_longestReceiver = name;
        m_longestType = type;
    }
    if (std::exchange(m_isPainted, false) && m_painted)
        m_painted(ended);
    return isTaken;
}

QString BenchApplication::longestEventName() const
{
    const char *const type = QMetaEnum::fromType<QEvent::Type>().valueToKey(m_longestType);
    return u"%1 to %2, %3 ms"_s.arg(
        type ? QString::fromLatin1(type) : QString::number(m_longestType),
        QString::fromLatin1(m_longestReceiver), QString::number(m_longest.count(), 'f', 1));
}

void BenchApplication::watchPicturesOf(const QWidget *widget,
                                       const std::function<void(Clock::time_point)> &painted)
{
    m_watched = widget;
    m_painted = painted;
    m_isPainted = false;
}

double since(BenchApplication::Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(BenchApplication::Clock::now() - start)
        .count();
}

void runUntil(const std::function<bool()> &isDone)
{
    if (isDone())
        return;
    QEventLoop loop;
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, &loop,
                     [] { qFatal("It does not come to an end."); });
    limit.start(patience);
    QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock,
                     &loop, [&] {
                         if (isDone())
                             loop.quit();
                     });
    loop.exec();
}

void runFor(int milliseconds)
{
    QEventLoop loop;
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &loop, &QEventLoop::quit);
    timer.start(milliseconds);
    loop.exec();
}

} // namespace waymark::bench
