#include "tests/benchmarks/benchapplication.h"
#include "tests/benchmarks/benchtemplates.h"
#include "tests/benchmarks/benchwindow.h"
#include "tests/benchmarks/heldplaces.h"
#include "tests/benchmarks/pictures.h"
#include "tests/benchmarks/sheet.h"
#include "tests/benchmarks/windowfigures.h"

#include <QAction>
#include <QListView>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace waymark::bench {
namespace {

constexpr Goal keyGoal{16, Goal::Of::NinetyFive};

QWidget *listNamed(BenchWindow &window, const QString &name)
{
    for (const auto *list : window.window().findChildren<QListView *>()) {
        if (list->accessibleName() == name)
            return list->viewport();
    }
    qFatal("No list is named %s", qPrintable(name));
}

void searchCatalog(BenchWindow &window, Watchdog &watchdog, Sheet &sheet)
{
    window.window().goTo(u"catalog"_s);
    window.rest();
    QWidget *search = window.control(u"Filter templates"_s);
    QWidget *list = listNamed(window, u"Templates"_s);
    for (const char *query :
         {"service", "alber", "kernet conber", "lumnetkerhol", "template-4999"}) {
        watchdog.enter(u"a keystroke in the search"_s);
        sheet.add(u"a keystroke in the search, to the painted list"_s,
                  typed(search, QString::fromLatin1(query), list), keyGoal);
        watchdog.enter(u"the search is cleared"_s);
        window.action(u"catalogClear"_s)->trigger();
        window.rest();
    }
}

void searchAnything(BenchWindow &window, Watchdog &watchdog, Sheet &sheet)
{
    watchdog.enter(u"find anything is opened"_s);
    window.action(u"windowFind"_s)->trigger();
    window.rest();
    watchdog.enter(u"a keystroke in find anything"_s);
    QWidget *search = QApplication::focusWidget();
    sheet.add(u"the same where anything is found"_s,
              typed(search, u"alber serv"_s, listNamed(window, u"Results"_s)), keyGoal);
    QTest::keyClick(search, Qt::Key_Escape);
}

} // namespace

void measureCatalog()
{
    const QTemporaryDir templates;
    writeManyTemplates(templates.path(), 5000);
    Watchdog watchdog;
    watchdog.startRound();
    BenchWindow window(templates.path());
    const auto started = BenchApplication::Clock::now();
    watchdog.enter(u"read from the disk"_s);
    window.readCatalog();
    std::printf("A catalog of 5,000 templates, read from the disk in %.0f ms\n", since(started));
    Sheet sheet;
    searchCatalog(window, watchdog, sheet);
    searchAnything(window, watchdog, sheet);
    watchdog.enter(u"read again"_s);
    window.action(u"windowRefresh"_s)->trigger();
    window.readCatalog();
    watchdog.leave();
    sheet.print();
    std::puts("The longest that the window does not answer meanwhile");
    print(watchdog.places());
}

} // namespace waymark::bench
