#include "tests/create/createtesting.h"

#include "views/create/previewpane.h"
#include "views/create/problemspane.h"
#include "views/create/stepperpane.h"
#include "views/theme/appearance.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

class TestCreateScreen : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

    static PreviewPane *preview(const CreateBench &bench)
    {
        return bench.screen.findChild<PreviewPane *>();
    }

private Q_SLOTS:
    void cleanup() { m_theme.setTextScale(1); }

    void eachKeystrokeIsSeenInTheFile()
    {
        CreateBench bench;
        bench.begin();
        QCOMPARE(preview(bench)->path(), QByteArray("README.md"));
        bench.type(u"Service name"_s, u"orders"_s);
        QTRY_VERIFY(preview(bench)->code().text().line(0).contains(u"orders"_s));
    }

    void allFilesAreShownBeforeAllIsAnswered()
    {
        CreateBench bench;
        bench.beginBuiltIn(u"go-service"_s);
        QTRY_COMPARE(preview(bench)->path(), QByteArray("README.md"));
        QTRY_VERIFY(bench.session.files().filesInOrder().size() > 20);
        QVERIFY(bench.says(u"Not final: these are not answered yet: Service name, Owning team."_s));
        bench.type(u"Service name"_s, u"orders"_s);
        QTRY_VERIFY(preview(bench)->code().text().line(0).contains(u"orders"_s));
        QTRY_VERIFY(bench.says(u"Not final: Owning team is not answered yet."_s));
        bench.type(u"Owning team"_s, u"checkout"_s);
        QTRY_VERIFY(!bench.says(u"Not final"_s));
        bench.screen.run({.kind = CommandEntry::Kind::File, .id = u".waymark.yaml"_s});
        bench.type(u"Service name"_s, u"payments"_s);
        QTRY_VERIFY(bench.session.isPreviewCurrent());
        QCOMPARE(preview(bench)->path(), QByteArray(".waymark.yaml")); // it was asked for
    }

    void thePreviewGoesWhereTheFieldIsSeen()
    {
        CreateBench bench;
        bench.begin();
        bench.type(u"Service name"_s, u"orders"_s);
        QCOMPARE(preview(bench)->path(), QByteArray("README.md")); // it is seen here
        bench.screen.goToField({u"copies"_s});
        QTRY_COMPARE(preview(bench)->path(), QByteArray("deploy/service.yaml"));
        QTRY_COMPARE(bench.focused(), u"Copies"_s); // one goes on typing
        bench.type(u"Copies"_s, u"4"_s);
        QTRY_VERIFY(preview(bench)->code().text().line(1).contains(u'4'));
        QCOMPARE(preview(bench)->path(), QByteArray("deploy/service.yaml"));
        bench.screen.goToField({u"token"_s}); // is seen nowhere
        QTRY_COMPARE(bench.session.focusedField(), AnswerPath{u"token"_s});
        QCOMPARE(preview(bench)->path(), QByteArray("deploy/service.yaml"));
    }

    void aFileThatWasChosenStaysOnce()
    {
        CreateBench bench;
        bench.begin();
        bench.type(u"Service name"_s, u"orders"_s);
        auto *tree = bench.screen.findChild<QTreeView *>();
        tree->setCurrentIndex(bench.session.files().indexOfFile(".waymark.yaml"));
        QCOMPARE(preview(bench)->path(), QByteArray(".waymark.yaml"));
        bench.screen.goToField({u"copies"_s});
        QTRY_COMPARE(bench.session.focusedField(), AnswerPath{u"copies"_s});
        QCOMPARE(preview(bench)->path(), QByteArray(".waymark.yaml"));
        bench.screen.goToField({u"name"_s});
        QTRY_COMPARE(bench.session.focusedField(), AnswerPath{u"name"_s});
        QTRY_VERIFY(preview(bench)->path() != QByteArray(".waymark.yaml"));
    }

    void theFieldsLinesAreTintedAndWalked()
    {
        CreateBench bench;
        bench.begin();
        bench.type(u"Service name"_s, u"orders"_s);
        QTRY_VERIFY(!preview(bench)->code().marks().of(0).empty());
        bench.press(Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(preview(bench)->path(), QByteArray("README.md"));
        bench.press(Qt::Key_L, Qt::ControlModifier);
        QTRY_COMPARE(preview(bench)->path(), QByteArray("deploy/service.yaml"));
        QCOMPARE(preview(bench)->code().caret().place().line, 0);
        QCOMPARE(bench.focused(), u"Service name"_s); // one goes on typing
    }

    void aLineLeadsToItsField()
    {
        CreateBench bench;
        bench.begin();
        bench.type(u"Service name"_s, u"orders"_s);
        bench.screen.goToLine("deploy/service.yaml", 2);
        QTRY_VERIFY(preview(bench)->code().hasFocus());
        bench.press(Qt::Key_Return);
        QTRY_COMPARE(bench.focused(), u"Copies"_s);
        QCOMPARE(bench.session.focusedField(), AnswerPath{u"copies"_s});
    }

    void goingOnStopsOnceAtWhatIsWrong()
    {
        CreateBench bench;
        bench.begin();
        const QSignalSpy reviews(&bench.screen, &CreateScreen::reviewWanted);
        bench.control<QLineEdit>(u"Service name"_s)->setFocus();
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(bench.session.form().currentPage(), 0);
        QTRY_COMPARE(bench.focused(), u"Service name"_s);
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(bench.session.form().currentPage(), 1);
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(bench.session.form().currentPage(), 2);
        QVERIFY(bench.control<QPushButton>(u"Review and commit"_s));
        QVERIFY(reviews.isEmpty());
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(reviews.size(), 1);
    }

    void anyStepIsGoneToByItsNumber()
    {
        CreateBench bench;
        bench.begin();
        bench.control<QLineEdit>(u"Service name"_s)->setFocus();
        bench.press(Qt::Key_3, Qt::AltModifier);
        QTRY_COMPARE(bench.session.form().currentPage(), 2);
        bench.press(Qt::Key_PageUp, Qt::AltModifier);
        QTRY_COMPARE(bench.session.form().currentPage(), 1);
        bench.press(Qt::Key_PageDown, Qt::AltModifier);
        QTRY_COMPARE(bench.session.form().currentPage(), 2);
    }

    void theFirstStepsBackChoosesAnotherTemplate()
    {
        CreateBench bench;
        bench.begin();
        const QSignalSpy others(&bench.screen, &CreateScreen::otherTemplateWanted);
        bench.control<QPushButton>(u"Other template"_s)->click();
        QCOMPARE(others.size(), 1);
        bench.session.form().setCurrentPage(1);
        QTRY_VERIFY(findControl<QPushButton>(&bench.screen, u"Back"_s));
        bench.control<QPushButton>(u"Back"_s)->click();
        QCOMPARE(bench.session.form().currentPage(), 0);
        QCOMPARE(others.size(), 1);
    }

    void problemsAreWalkedAndMended()
    {
        CreateBench bench;
        bench.begin();
        bench.type(u"Service name"_s, u"Orders"_s);
        bench.press(Qt::Key_Tab);
        auto *pane = bench.screen.findChild<ProblemsPane *>();
        QTRY_VERIFY(pane->isOpen());
        bench.press(Qt::Key_F8);
        QTRY_COMPARE(bench.focused(), u"Service name"_s);
        bench.press(Qt::Key_Return, Qt::AltModifier);
        QTRY_COMPARE(bench.answer(u"name"_s), Value(u"orders"_s));
        QTRY_VERIFY(!pane->isOpen());
    }

    void problemsThatAreThereAtFirstTakeTheirRows()
    {
        CreateBench bench;
        bench.git.configure("[user]\n\tuseConfigOnly = true\n");
        bench.begin();
        auto *pane = bench.screen.findChild<ProblemsPane *>();
        QTRY_VERIFY(pane->isOpen());
        QTRY_COMPARE_LT(pane->height(), 2 * pane->wantedHeight()); // the files have the rest
    }

    /// In the middle of a page, too, and where there are no problems to go to.
    void tabGoesOverEverythingAndComesRound()
    {
        CreateBench bench;
        bench.begin();
        bench.type(u"Service name"_s, u"orders"_s);
        QTRY_VERIFY(!bench.screen.findChild<ProblemsPane *>()->isOpen());
        QSet<QWidget *> missed;
        for (auto *widget : bench.screen.findChildren<QWidget *>()) {
            const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
            if (takesTab && widget->isVisible() && widget->isEnabled() && !widget->focusProxy())
                missed += widget;
        }
        QVERIFY(missed.size() > 10);
        bench.control<QLineEdit>(u"Service name"_s)->setFocus();
        const qsizetype most = 2 * missed.size();
        for (qsizetype i = 0; i < most; ++i) {
            missed.remove(QApplication::focusWidget());
            bench.press(Qt::Key_Tab);
        }
        QStringList names;
        for (const QWidget *widget : std::as_const(missed))
            names += widget->accessibleName();
        QCOMPARE(names.join(u", "), QString());
    }

    void theTreeAndThePreviewShowTheSameFile()
    {
        CreateBench bench;
        bench.begin();
        auto *tree = bench.screen.findChild<QTreeView *>();
        const QModelIndex file = bench.session.files().indexOfFile("deploy/service.yaml");
        tree->setCurrentIndex(file);
        QCOMPARE(preview(bench)->path(), QByteArray("deploy/service.yaml"));
        preview(bench)->code().setFocus();
        bench.press(Qt::Key_PageDown, Qt::ControlModifier);
        QTRY_VERIFY(preview(bench)->path() != QByteArray("deploy/service.yaml"));
        QTRY_COMPARE(tree->currentIndex().data(FileTreeModel::PathRole).toByteArray(),
                     preview(bench)->path());
    }

    void theTreeShowsWhereItsFocusIs()
    {
        CreateBench bench;
        bench.begin();
        auto *tree = bench.screen.findChild<QTreeView *>();
        tree->expandAll();
        tree->setFixedHeight(tree->sizeHintForRow(0) * 2);
        tree->setCurrentIndex(bench.session.files().indexOfFile("README.md"));
        tree->scrollToTop();
        const auto isSeen = [tree] {
            return tree->viewport()->rect().contains(tree->visualRect(tree->currentIndex()));
        };
        QVERIFY2(!isSeen(), "it is further down");
        tree->setFocus(Qt::TabFocusReason);
        QVERIFY(isSeen());
    }

    void aClosedFolderIsMarkedAsWhatIsInIt()
    {
        CreateBench bench;
        bench.begin();
        auto *tree = bench.screen.findChild<QTreeView *>();
        const QModelIndex folder
            = bench.session.files().indexOfFile("deploy/service.yaml").parent();
        QVERIFY(folder.isValid());
        const QRgb added = colorOf(tree, Token::AddSoft).rgb();
        const auto isMarked = [&] {
            const QImage row = tree->viewport()->grab(tree->visualRect(folder)).toImage();
            const qreal scale = row.devicePixelRatio();
            for (int x = 0; x < row.width(); ++x) {
                if (row.pixel(x, int(row.height() / 2.0 - 7 * scale)) == added)
                    return true;
            }
            return false;
        };
        tree->collapse(folder);
        QVERIFY(isMarked());
        tree->expand(folder); // what is in it says so itself
        QVERIFY(!isMarked());
    }

    void whereAFileWasLeftOneComesBackTo()
    {
        CreateBench bench;
        bench.begin();
        bench.screen.goToLine("README.md", 3);
        bench.screen.goToLine("deploy/service.yaml", 1);
        preview(bench)->open("README.md");
        QCOMPARE(preview(bench)->code().caret().place().line, 2);
    }

    void allFilesAreSearched()
    {
        CreateBench bench;
        bench.begin();
        bench.screen.goToLine("deploy/service.yaml", 1);
        bench.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(bench.focused(), u"Find in all files"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"ALL OF"_s);
        QTRY_VERIFY(bench.says(u"1 line in 1 file"_s));
        bench.press(Qt::Key_Return);
        QTRY_COMPARE(preview(bench)->path(), QByteArray("README.md"));
        QCOMPARE(preview(bench)->code().caret().place().line, 2);
        bench.press(Qt::Key_Escape);
        QTRY_VERIFY(!findControl<QLineEdit>(&bench.screen, u"Find in all files"_s));
    }

    void aFileIsSearched()
    {
        CreateBench bench;
        bench.begin();
        bench.control<QLineEdit>(u"Service name"_s)->setFocus();
        bench.press(Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(bench.focused(), u"Find in this file"_s);
    }

    void aLineIsGoneTo()
    {
        CreateBench bench;
        bench.begin();
        bench.control<QLineEdit>(u"Service name"_s)->setFocus();
        bench.press(Qt::Key_G, Qt::ControlModifier);
        QTRY_COMPARE(bench.focused(), u"Go to line"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"3"_s);
        bench.press(Qt::Key_Return);
        QCOMPARE(preview(bench)->code().caret().place().line, 2);
        QTRY_VERIFY(preview(bench)->code().hasFocus());
        bench.press(Qt::Key_G, Qt::ControlModifier);
        QTRY_COMPARE(bench.focused(), u"Go to line"_s);
        bench.press(Qt::Key_F, Qt::ControlModifier); // one bar at a time
        QTRY_COMPARE(bench.focused(), u"Find in this file"_s);
        QVERIFY(!findControl<QLineEdit>(&bench.screen, u"Go to line"_s));
        bench.screen.findChild<QAction *>(u"viewForm"_s)->trigger();
        bench.screen.findChild<QAction *>(u"goToLine"_s)->trigger();
        QTRY_VERIFY(preview(bench)->isVisible());
    }

    void answersAreSavedAndLoaded()
    {
        CreateBench bench;
        bench.begin();
        bench.type(u"Service name"_s, u"orders"_s);
        bench.answers.fileToSave = bench.path(u"answers.yaml"_s);
        bench.screen.findChild<QAction *>(u"saveAnswers"_s)->trigger();
        QVERIFY(QFile::exists(bench.path(u"answers.yaml"_s)));
        bench.type(u"Service name"_s, u"other"_s);
        bench.answers.fileToOpen = bench.path(u"answers.yaml"_s);
        bench.screen.findChild<QAction *>(u"loadAnswers"_s)->trigger();
        QCOMPARE(bench.answer(u"name"_s), Value(u"orders"_s));
        QTRY_COMPARE(bench.control<QLineEdit>(u"Service name"_s)->text(), u"orders"_s);
    }

    void aFileThatIsNoneIsTold()
    {
        CreateBench bench;
        bench.begin();
        bench.answers.fileToOpen = bench.path(u"nowhere.yaml"_s);
        bench.screen.findChild<QAction *>(u"loadAnswers"_s)->trigger();
        QTRY_VERIFY(bench.says(u"cannot be read"_s));
    }

    void aDraftIsNamedAndDiscarded()
    {
        CreateBench bench;
        bench.begin();
        bench.screen.findChild<QAction *>(u"renameDraft"_s)->trigger();
        QTRY_COMPARE(bench.focused(), u"Name of this draft"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"Big one"_s);
        bench.press(Qt::Key_Return);
        QCOMPARE(bench.session.draftName(), u"Big one"_s);
        bench.screen.findChild<QAction *>(u"discardDraft"_s)->trigger();
        QCOMPARE(bench.session.state(), ServiceSession::State::Editing);
        bench.answers.confirms = true;
        bench.screen.findChild<QAction *>(u"discardDraft"_s)->trigger();
        QCOMPARE(bench.session.state(), ServiceSession::State::Empty);
        QTRY_VERIFY(bench.says(u"No service is being made"_s));
    }

    void aNarrowWindowHasListsThatOpen()
    {
        CreateBench bench;
        bench.begin({1024, 680});
        QTRY_VERIFY(findControl<QComboBox>(&bench.screen, u"Step"_s));
        QVERIFY(findControl<QComboBox>(&bench.screen, u"File"_s));
        QVERIFY(!bench.screen.findChild<StepperPane *>()->isVisible());
        QVERIFY(bench.says(u"Step 1 of 4"_s));
        bench.screen.resize(1440, 900);
        QTRY_VERIFY(bench.screen.findChild<StepperPane *>()->isVisible());
        QVERIFY(!findControl<QComboBox>(&bench.screen, u"Step"_s));
    }

    void withoutATemplateThereIsAWayToOneAlone()
    {
        CreateBench bench;
        bench.screen.resize(968, 614);
        showActive(&bench.screen);
        bench.screen.enter();
        QTRY_COMPARE(bench.focused(), u"Choose a template"_s);
        QVERIFY(!findControl<QComboBox>(&bench.screen, u"Step"_s));
        bench.begin({968, 614});
        QTRY_VERIFY(findControl<QComboBox>(&bench.screen, u"Step"_s));
    }

    void notesAloneAreCounted()
    {
        ProblemsModel problems;
        QAction next;
        const ProblemsPane pane(problems, &next);
        const auto says = [&pane](const QString &words) {
            const auto labels = pane.findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) {
                return !label->isHidden() && label->text() == words;
            });
        };
        QVERIFY(says(u"Nothing is wrong"_s));
        problems.setProblems({{.severity = Severity::Note, .message = u"It is not run here."_s}});
        QVERIFY(says(u"1 note"_s));
        problems.setProblems({{.severity = Severity::Error, .message = u"It is needed."_s}});
        QVERIFY(says(u"1 error"_s) && !says(u"Nothing is wrong"_s));
    }

    void thePreviewIsHiddenOnWish()
    {
        CreateBench bench;
        bench.begin();
        bench.control<QLineEdit>(u"Service name"_s)->setFocus();
        bench.press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!preview(bench)->isVisible());
        bench.screen.goToLine("README.md", 1);
        QTRY_VERIFY(preview(bench)->isVisible());
    }

    void theLayoutIsKept()
    {
        CreateBench bench;
        bench.begin();
        bench.screen.findChild<QAction *>(u"viewForm"_s)->trigger();
        const QByteArray state = bench.screen.layoutState();
        bench.screen.findChild<QAction *>(u"viewBoth"_s)->trigger();
        QVERIFY(preview(bench)->isVisible());
        bench.screen.restoreLayout(state);
        QVERIFY(!preview(bench)->isVisible());
        bench.screen.restoreLayout("nonsense");
        QVERIFY(!preview(bench)->isVisible());
    }

    void thePaletteFindsFieldsAndFiles()
    {
        CreateBench bench;
        bench.begin();
        const QList<CommandEntry> entries = bench.screen.commands();
        const auto find = [&](const QString &title) {
            const auto found = std::ranges::find(entries, title, &CommandEntry::title);
            return found == entries.end() ? CommandEntry() : *found;
        };
        bench.screen.run(find(u"Token"_s));
        QTRY_COMPARE(bench.focused(), u"Token"_s);
        bench.screen.run(find(u"service.yaml"_s));
        QTRY_COMPARE(preview(bench)->path(), QByteArray("deploy/service.yaml"));
    }

    void theKeysOfAllActionsDiffer()
    {
        const CreateBench bench;
        QSet<QKeySequence> seen;
        QSet<QString> names;
        for (const auto &[title, actions] : bench.screen.menus()) {
            for (const QAction *action : actions) {
                QVERIFY2(!names.contains(action->objectName()), qPrintable(action->text()));
                names.insert(action->objectName());
                for (const QKeySequence &key : action->shortcuts()) {
                    QVERIFY2(!seen.contains(key), qPrintable(key.toString()));
                    seen.insert(key);
                }
            }
        }
        QVERIFY(names.size() > 20);
    }
};

QTEST_MAIN(TestCreateScreen)
#include "tst_createscreen.moc"
