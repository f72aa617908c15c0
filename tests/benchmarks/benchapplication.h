#pragma once

#include <QApplication>

#include <chrono>
#include <functional>

namespace waymark::bench {

/// An application that knows which of its events took longest, and when a widget was painted.
class BenchApplication final : public QApplication
{
public:
    using Clock = std::chrono::steady_clock;
    using QApplication::QApplication;

    /// The one there is.
    [[nodiscard]] static BenchApplication &here();

    bool notify(QObject *receiver, QEvent *event) override;

    /// The longest since they were forgotten, in milliseconds and in words.
    [[nodiscard]] double longestEvent() const { return m_longest.count(); }
    [[nodiscard]] QString longestEventName() const;
    void forgetEvents() { m_longest = {}; }

    /// From now on, calls `painted` whenever a picture with `widget` in it is done; null: not any
    /// more.
    void watchPicturesOf(const QWidget *widget,
                         const std::function<void(Clock::time_point)> &painted = {});

private:
    using Milliseconds = std::chrono::duration<double, std::milli>;

    int m_depth = 0;
    Milliseconds m_longest{0};
    const char *m_longestReceiver = "nobody";
    int m_longestType = 0;
    const QObject *m_watched = nullptr;
    std::function<void(Clock::time_point)> m_painted;
    bool m_isPainted = false;
};

/// Milliseconds since `start`.
[[nodiscard]] double since(BenchApplication::Clock::time_point start);

/// Runs the event loop until `isDone`, which is asked whenever events were handled. What takes
/// minutes ends the program.
void runUntil(const std::function<bool()> &isDone);
/// Runs the event loop for so many milliseconds.
void runFor(int milliseconds);

} // namespace waymark::bench
