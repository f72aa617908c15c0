#include "tests/shell/shelltesting.h"
#include "views/shell/commandpalette.h"
#include "views/shell/shortcutsheet.h"

#include <QGraphicsEffect>
#include <QListView>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// A window whose palette is open.
class OpenPalette : public Shell
{
public:
    OpenPalette()
    {
        window.setEntries([] {
            return QList<CommandEntry>{{.kind = CommandEntry::Kind::Template,
                                        .id = u"go-service"_s,
                                        .title = u"Go HTTP service"_s,
                                        .detail = u"3.4.0"_s}};
        });
        show();
        press(Qt::Key_K, Qt::ControlModifier);
    }

    [[nodiscard]] CommandPalette &palette() { return *window.findChild<CommandPalette *>(); }
    [[nodiscard]] QLineEdit *query() { return palette().findChild<QLineEdit *>(); }
    [[nodiscard]] QListView *list() { return palette().findChild<QListView *>(); }
    [[nodiscard]] QString current() { return list()->currentIndex().data().toString(); }
    void type(const QString &text) { QTest::keyClicks(query(), text); }
};

} // namespace

class TestOverlays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ctrlKOpensThePaletteReadyToType()
    {
        OpenPalette shell;
        QVERIFY(shell.palette().isOpen());
        QVERIFY(shell.query()->hasFocus());
        QCOMPARE(roleOf(&shell.palette()), QAccessible::Dialog);
        QCOMPARE(shell.palette().geometry(), shell.window.rect());
    }

    void itComesUpWithinAMomentWhereThingsMove()
    {
        OpenPalette shell;
        shell.press(Qt::Key_Escape);
        for (const auto choice : {MotionChoice::Full, MotionChoice::Reduced}) {
            shell.theme.setMotionChoice(choice);
            shell.press(Qt::Key_K, Qt::ControlModifier);
            QVERIFY(shell.palette().isOpen() && shell.query()->hasFocus());
            QCOMPARE(shell.palette().graphicsEffect() != nullptr, choice == MotionChoice::Full);
            QTRY_VERIFY(!shell.palette().graphicsEffect());
            shell.press(Qt::Key_Escape);
        }
        shell.theme.setMotionChoice(MotionChoice::System);
    }

    void escapeClosesAndGivesTheFocusBack()
    {
        OpenPalette shell;
        shell.press(Qt::Key_Escape);
        QVERIFY(!shell.palette().isOpen());
        QVERIFY(shell.screen(u"home"_s).edits.first()->hasFocus());
    }

    void aClickBesideItCloses()
    {
        OpenPalette shell;
        QTest::mouseClick(&shell.palette(), Qt::LeftButton, {}, QPoint(5, 5));
        QVERIFY(!shell.palette().isOpen());
    }

    void theCommandFieldOpensItToo()
    {
        Shell shell;
        shell.show();
        QTest::mouseClick(named<QAbstractButton>(&shell.window, u"Find anything"_s),
                          Qt::LeftButton);
        QVERIFY(shell.window.findChild<CommandPalette *>()->isOpen());
    }

    void anActionIsFoundAndRun()
    {
        OpenPalette shell;
        shell.type(u"turn"_s);
        QCOMPARE(shell.current(), u"Turn around"_s);
        const QSignalSpy turned(shell.screen(u"home"_s).turn, &QAction::triggered);
        shell.press(Qt::Key_Return);
        QCOMPARE(turned.size(), 1);
        QVERIFY(!shell.palette().isOpen());
        QVERIFY(!shell.commands.recent().isEmpty());
    }

    void aTemplateIsWantedOfWhoKnowsIt()
    {
        OpenPalette shell;
        QStringList wanted;
        connect(&shell.window, &MainWindow::commandWanted, &shell.window,
                [&wanted](const CommandEntry &entry) { wanted += entry.id; });
        shell.type(u"#go"_s);
        QCOMPARE(shell.current(), u"Go HTTP service"_s);
        shell.press(Qt::Key_Return);
        QCOMPARE(wanted, QStringList{u"go-service"_s});
    }

    void aFieldOfTheScreenGoesToTheScreen()
    {
        OpenPalette shell;
        shell.type(u"memory"_s);
        QCOMPARE(shell.current(), u"Memory per copy"_s);
        shell.press(Qt::Key_Return);
        QCOMPARE(shell.screen(u"home"_s).ran, QStringList{u"/memory"_s});
    }

    void arrowKeysGoRoundTheResults()
    {
        OpenPalette shell;
        shell.type(u"text"_s);
        const QString first = shell.current();
        shell.press(Qt::Key_Down);
        QVERIFY(shell.current() != first);
        shell.press(Qt::Key_Up);
        QCOMPARE(shell.current(), first);
        QVERIFY(shell.query()->hasFocus());
    }

    void whatIsNotPossibleIsNotRun()
    {
        OpenPalette shell;
        shell.press(Qt::Key_Escape);
        shell.screen(u"home"_s).turn->setEnabled(false);
        shell.press(Qt::Key_K, Qt::ControlModifier);
        shell.type(u"turn"_s);
        const QSignalSpy turned(shell.screen(u"home"_s).turn, &QAction::triggered);
        shell.press(Qt::Key_Return);
        QCOMPARE(turned.size(), 0);
        QVERIFY(shell.palette().isOpen());
    }

    void aClickRunsWhatItHits()
    {
        OpenPalette shell;
        shell.type(u"memory"_s);
        const QRect row = shell.list()->visualRect(shell.list()->currentIndex());
        QTest::mouseClick(shell.list()->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(shell.screen(u"home"_s).ran.size(), 1);
    }

    void thatNothingWasFoundIsSaid()
    {
        OpenPalette shell;
        shell.type(u"xylophone"_s);
        QVERIFY(findNamed<QLabel>(&shell.window, u"Nothing found for “xylophone”"_s));
        QVERIFY(shell.list()->isHidden());
        shell.press(Qt::Key_Return);
        QVERIFY(shell.palette().isOpen());
    }

    void tabStaysInside()
    {
        Shell shell;
        shell.show();
        shell.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        auto *sheet = shell.window.findChild<ShortcutSheet *>();
        QVERIFY(sheet->isOpen());
        for (int i = 0; i < 6; ++i) {
            shell.press(Qt::Key_Tab);
            QVERIFY(sheet->isAncestorOf(QApplication::focusWidget()));
        }
        shell.press(Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(sheet->isAncestorOf(QApplication::focusWidget()));
    }

    void theSheetIsMadeOfTheActions()
    {
        Shell shell;
        shell.show();
        shell.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        for (const QString &row :
             {u"Find anything, Ctrl+K"_s, u"Keyboard shortcuts, Ctrl+Shift+K"_s, u"Next pane, F6"_s,
              u"Larger text, Ctrl++"_s, u"Home, Ctrl+1"_s, u"Fix it, Alt+Enter"_s})
            QVERIFY2(findNamed<QWidget>(&shell.window, row), qPrintable(row));
        QVERIFY(!findNamed<QWidget>(&shell.window, u"Turn around, "_s));
    }

    void theSheetIsFiltered()
    {
        Shell shell;
        shell.show();
        shell.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClicks(named<QLineEdit>(&shell.window, u"Filter shortcuts"_s), u"pane"_s);
        QVERIFY(findNamed<QWidget>(&shell.window, u"Next pane, F6"_s));
        QVERIFY(!findNamed<QWidget>(&shell.window, u"Home, Ctrl+1"_s));
        QTest::mouseClick(named<QToolButton>(&shell.window, u"Close"_s), Qt::LeftButton);
        QVERIFY(!shell.window.findChild<ShortcutSheet *>()->isOpen());
    }

    void oneOverlayIsOpenAtATime()
    {
        OpenPalette shell;
        shell.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!shell.palette().isOpen());
        QVERIFY(shell.window.findChild<ShortcutSheet *>()->isOpen());
        shell.press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(!shell.window.findChild<ShortcutSheet *>()->isOpen());
    }

    void theyFollowTheWindowsSize()
    {
        OpenPalette shell;
        shell.window.resize(1024, 680);
        QTRY_COMPARE(shell.palette().geometry(), shell.window.rect());
    }
};

QTEST_MAIN(TestOverlays)
#include "tst_overlays.moc"
