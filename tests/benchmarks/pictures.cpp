#include "tests/benchmarks/pictures.h"

#include "tests/benchmarks/benchapplication.h"

#include <QTest>

#include <optional>

namespace waymark::bench {
namespace {

constexpr int pause = 60; // ms: nothing of one key is left for the next

} // namespace

double timeToPicture(const QWidget *painted, const std::function<void()> &deed,
                     const std::function<bool()> &isRight)
{
    using Clock = BenchApplication::Clock;
    std::optional<double> taken;
    const auto started = Clock::now();
    BenchApplication::here().watchPicturesOf(painted, [&](Clock::time_point at) {
        if (!taken && (!isRight || isRight()))
            taken = std::chrono::duration<double, std::milli>(at - started).count();
    });
    deed();
    runUntil([&] { return taken.has_value(); });
    BenchApplication::here().watchPicturesOf(nullptr);
    return *taken;
}

QList<double> typed(QWidget *control, const QString &text, const QWidget *painted)
{
    QList<double> milliseconds;
    for (const QChar letter : text) {
        milliseconds
            += timeToPicture(painted, [&] { QTest::keyClick(control, letter.toLatin1()); });
        runFor(pause);
    }
    return milliseconds;
}

} // namespace waymark::bench
