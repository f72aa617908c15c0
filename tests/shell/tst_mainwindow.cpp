#include "tests/shell/shelltesting.h"
#include "views/shell/sidebar.h"
#include "views/shell/sidebardelegate.h"
#include "views/shell/statusline.h"
#include "views/widgets/mnemonics.h"

#include <QListView>
#include <QMenuBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

QStringList menuTitles(const MainWindow &window)
{
    QStringList titles;
    for (const QAction *action : window.findChild<QMenuBar *>()->actions()) {
        if (action->isVisible())
            titles += withoutMnemonic(action->text());
    }
    return titles;
}

bool isRail(const MainWindow &window)
{
    return window.findChild<SideBar *>()->isRail();
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstScreenIsShown()
    {
        Shell shell;
        shell.show();
        QCOMPARE(shell.window.currentId(), u"home"_s);
        QCOMPARE(shell.window.windowTitle(), u"Home — Waymark"_s);
        QVERIFY(shell.screen(u"home"_s).isVisible());
    }

    void keysShowScreens()
    {
        Shell shell;
        shell.show();
        const QSignalSpy changed(&shell.window, &MainWindow::screenChanged);
        shell.press(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(shell.window.currentId(), u"catalog"_s);
        QCOMPARE(shell.screen(u"catalog"_s).entered, 1);
        QVERIFY(shell.screen(u"catalog"_s).edits.first()->hasFocus());
        QCOMPARE(changed.size(), 1);
    }

    void theSideBarGoesThere()
    {
        Shell shell;
        shell.show();
        auto *list = named<QListView>(&shell.window, u"Places"_s);
        QCOMPARE(list->model()->rowCount(), 3);
        const QModelIndex catalog = list->model()->index(1, 0);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(catalog).center());
        QCOMPARE(shell.window.currentId(), u"catalog"_s);
        QVERIFY(shell.screen(u"catalog"_s).edits.first()->hasFocus());
    }

    void arrowKeysInTheSideBarShowAndEnterGoes()
    {
        Shell shell;
        shell.show();
        auto *list = named<QListView>(&shell.window, u"Places"_s);
        list->setFocus();
        shell.press(Qt::Key_Down);
        QCOMPARE(shell.window.currentId(), u"catalog"_s);
        QVERIFY(list->hasFocus());
        shell.press(Qt::Key_Return);
        QVERIFY(shell.screen(u"catalog"_s).edits.first()->hasFocus());
    }

    void aScreenUnderAnotherMarksThat()
    {
        Shell shell;
        shell.show();
        shell.window.goTo(u"review"_s);
        QCOMPARE(shell.window.currentId(), u"review"_s);
        const auto *list = named<QListView>(&shell.window, u"Places"_s);
        QCOMPARE(list->currentIndex().data().toString(), u"Create"_s);
        shell.window.goTo(u"nowhere"_s);
        QCOMPARE(shell.window.currentId(), u"review"_s);
    }

    void backAndForwardFollowTheWay()
    {
        Shell shell;
        shell.show();
        shell.window.goTo(u"catalog"_s);
        shell.window.goTo(u"create"_s);
        shell.press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(shell.window.currentId(), u"catalog"_s);
        shell.press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(shell.window.currentId(), u"home"_s);
        shell.press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(shell.window.currentId(), u"catalog"_s);
        shell.window.goTo(u"home"_s);
        shell.press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(shell.window.currentId(), u"home"_s);
    }

    void aScreenFillsTheMenus()
    {
        Shell shell;
        shell.show();
        const QStringList wanted
            = {u"File"_s, u"Edit"_s, u"View"_s, u"Service"_s, u"Tools"_s, u"Help"_s};
        QCOMPARE(menuTitles(shell.window), wanted);
        shell.window.goTo(u"catalog"_s);
        QCOMPARE(menuTitles(shell.window), wanted);
        const QSignalSpy fixed(shell.screen(u"catalog"_s).fix, &QAction::triggered);
        const QSignalSpy notFixed(shell.screen(u"home"_s).fix, &QAction::triggered);
        shell.press(Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(fixed.size(), 1);
        QCOMPARE(notFixed.size(), 0);
    }

    void aKeyOfTheScreenIsTheScreensAlone()
    {
        Shell shell;
        shell.screen(u"catalog"_s).turn->setShortcut(Qt::Key_F5);
        shell.show();
        const QSignalSpy own(&shell.window, &MainWindow::refreshWanted);
        const QSignalSpy turned(shell.screen(u"catalog"_s).turn, &QAction::triggered);
        shell.press(Qt::Key_F5);
        QCOMPARE(own.size(), 1);
        shell.window.goTo(u"catalog"_s);
        shell.press(Qt::Key_F5);
        QCOMPARE(own.size(), 1);
        QCOMPARE(turned.size(), 1);
        shell.window.goTo(u"home"_s);
        shell.press(Qt::Key_F5);
        QCOMPARE(own.size(), 2);
    }

    void f6GoesRoundThePanes()
    {
        Shell shell;
        shell.show();
        auto &home = shell.screen(u"home"_s);
        QVERIFY(home.edits.first()->hasFocus());
        shell.press(Qt::Key_F6);
        QVERIFY(home.edits.last()->hasFocus());
        shell.press(Qt::Key_F6); // the header
        QVERIFY(named<QWidget>(&shell.window, u"Find anything"_s)->hasFocus());
        shell.press(Qt::Key_F6);
        QVERIFY(named<QListView>(&shell.window, u"Places"_s)->hasFocus());
        shell.press(Qt::Key_F6);
        QVERIFY(home.edits.first()->hasFocus());
        shell.press(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(named<QListView>(&shell.window, u"Places"_s)->hasFocus());
    }

    void theRailIsRememberedForEachScreen()
    {
        Shell shell;
        shell.screen(u"create"_s).isFocusWork = true;
        shell.show();
        QVERIFY(!isRail(shell.window));
        shell.window.goTo(u"create"_s);
        QVERIFY(isRail(shell.window));
        shell.press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(!isRail(shell.window));
        shell.window.goTo(u"home"_s);
        shell.press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(isRail(shell.window));
        shell.window.goTo(u"create"_s);
        QVERIFY(!isRail(shell.window));
    }

    void aNarrowWindowHasTheRail()
    {
        Shell shell;
        shell.show();
        shell.window.resize(1100, 700);
        QTRY_VERIFY(isRail(shell.window));
        shell.window.resize(1440, 900);
        QTRY_VERIFY(!isRail(shell.window));
    }

    void keysChangeTheSizeOfText()
    {
        Shell shell;
        shell.show();
        shell.press(Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(shell.theme.textScale(), 1.1);
        shell.press(Qt::Key_Minus, Qt::ControlModifier);
        shell.press(Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(shell.theme.textScale(), 0.9);
        shell.press(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(shell.theme.textScale(), 1.0);
    }

    void theThemeIsChosenInAMenu()
    {
        Shell shell;
        shell.show();
        auto *dark = shell.window.findChild<QAction *>(u"themeDark"_s);
        const auto *light = shell.window.findChild<QAction *>(u"themeLight"_s);
        dark->trigger();
        QCOMPARE(shell.theme.schemeChoice(), SchemeChoice::Dark);
        shell.theme.setSchemeChoice(SchemeChoice::Light);
        QVERIFY(light->isChecked());
        QVERIFY(!dark->isChecked());
        shell.theme.setSchemeChoice(SchemeChoice::System);
    }

    void theStatusBeginsWithTheCatalogAndEndsWithTheScreen()
    {
        Shell shell;
        shell.show();
        shell.window.setCatalogStatus(u"2 templates"_s);
        const auto left = [&shell](const QString &words) {
            const auto *label = findNamed<QWidget>(&shell.window, words);
            return label ? label->mapTo(&shell.window, QPoint()).x() : -1;
        };
        QTRY_VERIFY(left(u"2 templates"_s) >= 0 && left(u"2 templates"_s) < 100);
        QTRY_VERIFY(left(u"Nothing leaves this computer"_s) > shell.window.width() / 2);
        auto &home = shell.screen(u"home"_s);
        home.said = u"Nothing is written until you commit"_s;
        Q_EMIT home.statusChanged();
        QTRY_VERIFY(left(home.said) > shell.window.width() / 2);
        QCOMPARE(left(u"Nothing leaves this computer"_s), -1);
        QVERIFY(left(u"2 templates"_s) >= 0);
    }

    void tabAndF6GoToAMessage()
    {
        Shell shell;
        shell.show();
        auto &home = shell.screen(u"home"_s);
        home.edits.first()->setFocus();
        Q_EMIT home.toast(u"orders was created"_s, home.turn);
        QTRY_VERIFY(findControl<QWidget>(&shell.window, u"Turn around"_s));
        const auto focused = [] { return QApplication::focusWidget()->accessibleName(); };
        home.edits.last()->setFocus();
        shell.press(Qt::Key_Tab);
        QCOMPARE(focused(), u"Turn around"_s);
        shell.press(Qt::Key_Tab);
        QCOMPARE(focused(), u"Close the message"_s);
        shell.press(Qt::Key_Backtab, Qt::ShiftModifier);
        shell.press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), home.edits.last());
        shell.press(Qt::Key_F6);
        QCOMPARE(focused(), u"Turn around"_s);
        shell.press(Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), home.edits.last());
    }

    void theCatalogsStateIsAButtonThatReadsItAgain()
    {
        Shell shell;
        shell.show();
        const QSignalSpy wanted(&shell.window, &MainWindow::refreshWanted);
        shell.window.setCatalogState(CatalogState::Current, u"Catalog up to date"_s);
        QTest::mouseClick(named<QToolButton>(&shell.window, u"Catalog up to date"_s),
                          Qt::LeftButton);
        shell.press(Qt::Key_F5);
        QCOMPARE(wanted.size(), 2);
    }

    void aCountOnTheRailLeavesItsIconFree_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("one digit") << 5;
        QTest::newRow("more") << 120;
    }

    void aCountOnTheRailLeavesItsIconFree()
    {
        QFETCH(const int, count);
        const Appearance look;
        const QRect row(0, 0, 40, 34);
        SideBarDelegate delegate;
        for (const bool isRail : {false, true}) {
            delegate.setRail(isRail);
            const QRect room = isRail ? row : QRect(0, 0, 192, 34);
            QVERIFY(delegate.placesIn(room, 0, look).count.isNull());
            const auto [icon, badge] = delegate.placesIn(room, count, look);
            QVERIFY(!icon.intersects(badge));
            QVERIFY(room.contains(icon));
            QVERIFY(room.contains(badge));
        }
    }

    void theHeaderGivesWayInANarrowWindow()
    {
        Shell shell;
        shell.theme.setTextScale(2);
        shell.show();
        shell.window.setCatalogState(CatalogState::Current, u"Catalog up to date"_s);
        shell.window.resize(1024, 680);
        QTRY_COMPARE(shell.window.size(), QSize(1024, 680));
        const auto *field = named<QWidget>(&shell.window, u"Find anything"_s);
        const auto *help = named<QToolButton>(&shell.window, u"Keyboard shortcuts"_s);
        const auto *menus = shell.window.findChild<QMenuBar *>();
        QTRY_VERIFY(menus->width() >= menus->sizeHint().width());
        const QWidget *header = menus->parentWidget();
        QTRY_VERIFY(header->rect().contains(help->geometry()));
        QTRY_VERIFY(!field->geometry().intersects(menus->geometry()));
        QTRY_VERIFY(field->geometry().right() < help->x());
        shell.theme.setTextScale(1);
    }

    void countsAndSummaryAreTold()
    {
        Shell shell;
        shell.show();
        shell.window.setSummary(u"2 templates"_s);
        shell.window.setCount(u"catalog"_s, 5);
        const auto *list = named<QListView>(&shell.window, u"Places"_s);
        QCOMPARE(list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString(),
                 u"Catalog, 5"_s);
        QVERIFY(findNamed<QWidget>(&shell.window, u"2 templates"_s));
    }

    void aToastOfAScreenIsShownAndKept()
    {
        Shell shell;
        shell.show();
        QVERIFY(!findNamed<QToolButton>(&shell.window, u"Messages"_s));
        Q_EMIT shell.screen(u"home"_s).toast(u"orders was created"_s, nullptr);
        QTRY_VERIFY(findNamed<QWidget>(&shell.window, u"orders was created"_s));
        QTRY_VERIFY(findNamed<QToolButton>(&shell.window, u"Messages"_s));
    }

    void whatItLookedLikeComesBack()
    {
        WindowMemory memory;
        {
            Shell shell;
            shell.show();
            shell.window.goTo(u"catalog"_s);
            shell.press(Qt::Key_B, Qt::ControlModifier);
            shell.screen(u"catalog"_s).layoutOf = "splitter";
            memory = shell.window.memory();
        }
        QCOMPARE(memory.screen, u"catalog"_s);
        Shell shell;
        shell.window.restore(memory);
        shell.show();
        QCOMPARE(shell.window.currentId(), u"catalog"_s);
        QCOMPARE(shell.screen(u"catalog"_s).layoutOf, QByteArray("splitter"));
        QVERIFY(isRail(shell.window));
        shell.window.goTo(u"home"_s);
        QVERIFY(!isRail(shell.window));
    }

    void aMemoryOfAnotherVersionBreaksNothing()
    {
        Shell shell;
        shell.window.restore(
            {.geometry = "nonsense", .screen = u"gone"_s, .layouts = {{u"x"_s, "y"}}});
        shell.show();
        QCOMPARE(shell.window.currentId(), u"home"_s);
    }

    void closingIsTold()
    {
        Shell shell;
        shell.show();
        const QSignalSpy closing(&shell.window, &MainWindow::closing);
        shell.press(Qt::Key_Q, Qt::ControlModifier);
        QCOMPARE(closing.size(), 1);
        QVERIFY(shell.window.isHidden());
    }

    void itStaysWhileItMayNotClose()
    {
        Shell shell;
        shell.show();
        bool may = false;
        shell.window.setMayClose([&may] { return may; });
        const QSignalSpy closing(&shell.window, &MainWindow::closing);
        shell.press(Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(shell.window.isVisible());
        QCOMPARE(closing.size(), 0);
        may = true;
        shell.press(Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(shell.window.isHidden());
        QCOMPARE(closing.size(), 1);
    }

    void newServiceIsAKeyAway()
    {
        Shell shell;
        shell.show();
        const QSignalSpy wanted(&shell.window, &MainWindow::newServiceWanted);
        shell.press(Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(wanted.size(), 1);
    }

    void everyActionOfTheWindowHasAName()
    {
        const Shell shell;
        QStringList names;
        for (const QAction *action :
             shell.window.findChildren<QAction *>(QString(), Qt::FindDirectChildrenOnly)) {
            QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
            QVERIFY2(!names.contains(action->objectName()), qPrintable(action->objectName()));
            names += action->objectName();
        }
        QVERIFY(names.size() > 12);
    }

    void itIsDrawnInBothThemes_data()
    {
        QTest::addColumn<SchemeChoice>("choice");
        QTest::addColumn<qreal>("scale");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << SchemeChoice::Light << 1.0 << QSize(1440, 900);
        QTest::newRow("dark") << SchemeChoice::Dark << 1.0 << QSize(1440, 900);
        QTest::newRow("small") << SchemeChoice::Light << 1.0 << QSize(1024, 680);
        QTest::newRow("200") << SchemeChoice::Light << 2.0 << QSize(1440, 900);
    }

    void itIsDrawnInBothThemes()
    {
        QFETCH(const SchemeChoice, choice);
        QFETCH(const qreal, scale);
        QFETCH(const QSize, size);
        Shell shell;
        shell.theme.setSchemeChoice(choice);
        shell.theme.setTextScale(scale);
        shell.show();
        shell.window.resize(size);
        shell.window.setSummary(u"2 templates"_s);
        shell.window.setCount(u"catalog"_s, 5);
        shell.window.setCatalogState(CatalogState::Current, u"Catalog up to date"_s);
        shell.window.setCatalogStatus(u"2 templates of 1 source, read at 10:42"_s);
        Q_EMIT shell.screen(u"home"_s).toast(u"orders was created"_s, shell.screen(u"home"_s).turn);
        QTRY_COMPARE(shell.window.size(), size);
        savePicture(&shell.window, QStringLiteral(WAYMARK_PICTURES),
                    u"window-"_s + QString::fromLatin1(QTest::currentDataTag()));
        shell.press(Qt::Key_K, Qt::ControlModifier);
        shell.press(Qt::Key_T);
        savePicture(&shell.window, QStringLiteral(WAYMARK_PICTURES),
                    u"palette-"_s + QString::fromLatin1(QTest::currentDataTag()));
        shell.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        savePicture(&shell.window, QStringLiteral(WAYMARK_PICTURES),
                    u"sheet-"_s + QString::fromLatin1(QTest::currentDataTag()));
        shell.theme.setTextScale(1);
        shell.theme.setSchemeChoice(SchemeChoice::System);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
