#include "views/widgets/codeview.h"
#include "views/widgets/highlightingdefinitions.h"

#include <QApplication>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <memory>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

using Clock = std::chrono::steady_clock;

/// What something took: by the clock, and of a processor.
struct Took
{
    double clock = 0;
    double processor = 0;
};

/// Prints it beside what it may take. On a busy computer the clock says little.
void print(const char *what, Took took, double goal)
{
    std::printf("%-40s %8.1f ms, of a processor %8.1f ms, goal %4.0f ms%s\n", what, took.clock,
                took.processor, goal, took.clock > goal ? "  MISSED" : "");
}

template<typename Run>
Took millisecondsOf(Run run)
{
    const auto started = Clock::now();
    const std::clock_t spent = std::clock();
    run();
    return {std::chrono::duration<double, std::milli>(Clock::now() - started).count(),
            1000.0 * double(std::clock() - spent) / CLOCKS_PER_SEC};
}

Took longer(Took a, Took b)
{
    return {std::max(a.clock, b.clock), std::max(a.processor, b.processor)};
}

/// About 10 MB of YAML.
QByteArray bigText(int changedLine = -1)
{
    QByteArray text;
    for (int line = 0; text.size() < 10'000'000; ++line) {
        const int value = line == changedLine ? -1 : line;
        text += line % 10 == 0 ? "- name: service-" : "    memory: ";
        text += QByteArray::number(value) + "Mi # set per stage\n";
    }
    return text;
}

/// Knows the longest time that one event took.
class TimedApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        bool isTaken = false;
        m_longest = longer(
            m_longest, millisecondsOf([&] { isTaken = QApplication::notify(receiver, event); }));
        return isTaken;
    }

    /// Until `view` has nothing left to do.
    Took longestEvent(const CodeView &view)
    {
        m_longest = {};
        constexpr int patience = 120'000;
        if (!QTest::qWaitFor([&] { return !view.isWorking(); }, patience))
            std::puts("It does not come to an end.");
        return m_longest;
    }

private:
    Took m_longest;
};

Took scroll(CodeView &view)
{
    Took slowest;
    QScrollBar *bar = view.verticalScrollBar();
    for (int step = 1; step <= 100; ++step) {
        slowest = longer(slowest, millisecondsOf([&] {
                             bar->setValue(int(qint64(bar->maximum()) * step / 100));
                             view.grab();
                         }));
    }
    return slowest;
}

void run(TimedApplication &application, CodeView &view, const char *path)
{
    const QByteArray text = bigText();
    print("open and paint 10 MB", millisecondsOf([&] {
              view.open(QString::fromUtf8(path), text);
              view.grab();
          }),
          100);
    print("longest hold while working ahead", application.longestEvent(view), 50);
    print("slowest of 100 steps of scrolling", scroll(view), 50);
    print("longest hold after it", application.longestEvent(view), 50);
    const QByteArray changed = bigText(100'000);
    print("change a line and paint", millisecondsOf([&] {
              view.setText(changed);
              view.grab();
          }),
          100);
    print("longest hold after it", application.longestEvent(view), 50);
    print("wrap and paint", millisecondsOf([&] {
              view.setWrapped(true);
              view.grab();
          }),
          100);
    print("longest hold while counting rows", application.longestEvent(view), 50);
    view.setWrapped(false);
    print("find what is not there", millisecondsOf([&] { view.find(u"absent"_s); }), 50);
    print("longest hold while looking", application.longestEvent(view), 50);
    view.find({});
}

} // namespace

/// bench_codeview: what a file of 10 MB costs, beside the goals of the design. No display is
/// needed.
int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication application(argc, argv);
    const CodeLook look{.colour = [](Token token) { return color(token, Scheme::Light); },
                        .definitions = std::make_shared<HighlightingDefinitions>()};
    CodeView view(look);
    view.resize(800, 860);
    view.show();
    view.open(u"first.yaml"_s, "a: b\n"); // the language is known from then on
    std::puts("YAML");
    run(application, view, "big.yaml");
    std::puts("a file of no language");
    run(application, view, "big");
    std::puts("one line of 10 MB");
    const QByteArray line(10'000'000, 'x');
    print("open and paint", millisecondsOf([&] {
              view.open(u"line.json"_s, line);
              view.grab();
          }),
          100);
    print("slowest of 100 steps of scrolling", scroll(view), 50);
}
