#include "tests/benchmarks/benchapplication.h"
#include "tests/benchmarks/sheet.h"
#include "views/widgets/codeview.h"
#include "views/widgets/highlightingdefinitions.h"

#include <QScrollBar>

#include <algorithm>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::bench;

namespace {

constexpr Goal shown{100, Goal::Of::Worst};
constexpr Goal held{50, Goal::Of::Worst};
constexpr int rounds = 3;

template<typename Run>
double millisecondsOf(Run run)
{
    const auto started = BenchApplication::Clock::now();
    run();
    return since(started);
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

/// The longest event until `view` has nothing left to do.
double longestHold(const CodeView &view)
{
    BenchApplication &application = BenchApplication::here();
    application.forgetEvents();
    runUntil([&] { return !view.isWorking(); });
    return application.longestEvent();
}

double slowestScroll(CodeView &view)
{
    double slowest = 0;
    QScrollBar *bar = view.verticalScrollBar();
    for (int step = 1; step <= 100; ++step) {
        const double taken = millisecondsOf([&] {
            bar->setValue(int(qint64(bar->maximum()) * step / 100));
            view.grab();
        });
        slowest = std::max(slowest, taken);
    }
    return slowest;
}

void readFile(CodeView &view, const QString &path, Sheet &sheet)
{
    const QByteArray text = bigText();
    const double opened = millisecondsOf([&] {
        view.open(path, text);
        view.grab();
    });
    sheet.add(u"open and paint"_s, opened, shown);
    sheet.add(u"longest hold while working ahead"_s, longestHold(view), held);
    sheet.add(u"slowest of 100 steps of scrolling"_s, slowestScroll(view), held);
    sheet.add(u"longest hold after it"_s, longestHold(view), held);
    const QByteArray changed = bigText(100'000);
    const double repainted = millisecondsOf([&] {
        view.setText(changed);
        view.grab();
    });
    sheet.add(u"change a line and paint"_s, repainted, shown);
    sheet.add(u"longest hold after the change"_s, longestHold(view), held);
}

void wrapAndFind(CodeView &view, Sheet &sheet)
{
    const double wrapped = millisecondsOf([&] {
        view.setWrapped(true);
        view.grab();
    });
    sheet.add(u"wrap and paint"_s, wrapped, shown);
    sheet.add(u"longest hold while counting rows"_s, longestHold(view), held);
    view.setWrapped(false);
    sheet.add(u"find what is not there"_s, millisecondsOf([&] { view.find(u"absent"_s); }), held);
    sheet.add(u"longest hold while looking"_s, longestHold(view), held);
    view.find({});
    longestHold(view);
}

void measureLines(CodeView &view, const QString &what, const QString &path)
{
    Sheet sheet;
    for (int round = 0; round < rounds; ++round) {
        readFile(view, path, sheet);
        wrapAndFind(view, sheet);
    }
    std::printf("The code view: %s\n", qPrintable(what));
    sheet.print();
}

void measureOneLine(CodeView &view)
{
    Sheet sheet;
    const QByteArray line(10'000'000, 'x');
    for (int round = 0; round < rounds; ++round) {
        const double opened = millisecondsOf([&] {
            view.open(u"line.json"_s, line);
            view.grab();
        });
        sheet.add(u"open and paint"_s, opened, shown);
        sheet.add(u"slowest of 100 steps of scrolling"_s, slowestScroll(view), held);
    }
    std::puts("The code view: one line of 10 MB");
    sheet.print();
}

} // namespace

/// bench_codeview: what a file of 10 MB costs the view alone. No display is needed.
int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const BenchApplication application(argc, argv);
    const CodeLook look{.colour = [](Token token) { return color(token, Scheme::Light); },
                        .definitions = std::make_shared<HighlightingDefinitions>()};
    CodeView view(look);
    view.resize(800, 860);
    view.show();
    view.open(u"first.yaml"_s, "a: b\n"); // the language is known from then on
    measureLines(view, u"10 MB of YAML"_s, u"big.yaml"_s);
    measureLines(view, u"10 MB of no language"_s, u"big"_s);
    measureOneLine(view);
    return 0;
}
