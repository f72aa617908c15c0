#include "tests/benchmarks/benchapplication.h"
#include "tests/benchmarks/benchtemplates.h"
#include "tests/benchmarks/benchwindow.h"
#include "tests/benchmarks/heldplaces.h"
#include "tests/benchmarks/pictures.h"
#include "tests/benchmarks/sheet.h"
#include "tests/benchmarks/windowfigures.h"

#include <QAction>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace waymark::bench {
namespace {

constexpr Goal goal{100, Goal::Of::Worst};
constexpr int rounds = 5;

/// From the choice of the file to its picture.
double timeToOpen(BenchWindow &window, Watchdog &watchdog)
{
    watchdog.enter(u"another file is shown"_s);
    window.openFile("README.md");
    window.rest();
    watchdog.enter(u"the huge file is shown"_s);
    const double taken
        = timeToPicture(window.code().viewport(), [&] { window.openFile("huge.yaml"); });
    window.rest();
    return taken;
}

/// From a keystroke in the field whose answer is in the file to the file's picture.
QList<double> timesToType(BenchWindow &window, Watchdog &watchdog)
{
    QWidget *editor = window.control(u"Service name"_s);
    watchdog.enter(u"into the field whose answer is in it"_s);
    editor->setFocus(Qt::TabFocusReason);
    QTest::keyClick(editor, Qt::Key_End);
    window.rest();
    watchdog.enter(u"a keystroke in the field"_s);
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        const QString text = window.answered(u"name"_s) + u'x';
        times += timeToPicture(
            window.code().viewport(), [&] { QTest::keyClick(editor, 'x'); },
            [&] { return window.code().text().text().first(200).contains(text); });
        window.rest();
    }
    return times;
}

void measure(bool isInEachLine)
{
    const QTemporaryDir templates;
    writeHugeFile(templates.path(), isInEachLine);
    Watchdog watchdog;
    watchdog.startRound();
    BenchWindow window(templates.path());
    window.application().theme().setMotionChoice(MotionChoice::Reduced); // lines that flash
    window.readCatalog();
    watchdog.enter(u"from use template to its files"_s);
    window.begin(u"huge"_s);
    Sheet sheet;
    for (int round = 0; round < rounds; ++round)
        sheet.add(u"from its choice to its picture"_s, timeToOpen(window, watchdog), goal);
    const QList<double> keys = timesToType(window, watchdog);
    watchdog.enter(u"the last line of the field"_s);
    window.action(u"previousLine"_s)->trigger();
    window.rest();
    watchdog.enter(u"review"_s);
    window.window().goTo(u"review"_s);
    window.rest();
    watchdog.enter(u"the huge file in the review"_s);
    window.action(u"reviewNextFile"_s)->trigger();
    window.rest();
    watchdog.leave();
    std::printf("A generated file of 10 MB, with an answer in %s; from a keystroke to its picture "
                "%.0f ms\n",
                isInEachLine ? "each line" : "two lines", percentile(keys, 0.5));
    sheet.print();
    std::puts("The longest that the window does not answer meanwhile");
    print(watchdog.places());
    window.session().discardDraft();
}

} // namespace

void measureHugeFile()
{
    measure(false);
    measure(true);
}

} // namespace waymark::bench
