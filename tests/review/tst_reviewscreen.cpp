#include "tests/review/reviewbench.h"
#include "views/theme/theme.h"
#include "views/widgets/codeview.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

/// What is looked over and decided before anything is written.
class TestReviewScreen : public QObject
{
    Q_OBJECT

private:
    IsolatedGit m_git;
    Theme m_theme;
    std::unique_ptr<ReviewBench> m_bench;

    ReviewBench &bench() { return *m_bench; }
    ServiceSession &session() { return m_bench->session; }
    QListView *list() { return bench().named<QListView>(u"Files that will be written"_s); }
    CodeView *code() { return bench().named<CodeView>(u"Content of the file"_s); }
    QLineEdit *line(const QString &name) { return bench().named<QLineEdit>(name); }
    QString current() { return list()->currentIndex().data().toString(); }

    void select(const QByteArray &path)
    {
        bench().screen->run({.kind = CommandEntry::Kind::File, .id = QString::fromLatin1(path)});
    }
    void typeInto(QLineEdit *editor, const QString &text)
    {
        editor->setFocus();
        editor->selectAll();
        QTest::keyClicks(editor, text);
    }

private Q_SLOTS:
    void init()
    {
        m_git.configure(adasGit);
        m_bench = std::make_unique<ReviewBench>();
        bench().answer();
        bench().show();
        bench().press(u"Unified"_s);
    }
    void cleanup() { m_bench.reset(); }

    void allFilesAreListedAndTheFirstIsShown()
    {
        QCOMPARE_GT(session().review().fileCount(), 20);
        const int count = session().review().fileCount();
        auto *all = bench().named<QCheckBox>(u"%1 of %1 files"_s.arg(count));
        QVERIFY(all);
        QCOMPARE(all->checkState(), Qt::Checked);
        QVERIFY(!current().isEmpty());
        QVERIFY(bench().words().contains(current()));
        QVERIFY(code()->text().lineCount() > 1);
        QVERIFY(code()->marks() == CodeMarks()); // it is new: all of it is shown as it is
    }

    void spaceLeavesAFileOut()
    {
        select("Dockerfile");
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Space);
        QCOMPARE(session().review().declined(), QByteArrayList{"Dockerfile"});
        QTRY_COMPARE(list()->currentIndex().data(ReviewModel::ChangeTextRole).toString(),
                     u"left out"_s);
        const int count = session().review().fileCount();
        auto *all = bench().named<QCheckBox>(u"%1 of %2 files"_s.arg(count - 1).arg(count));
        QVERIFY(all);
        QCOMPARE(all->checkState(), Qt::PartiallyChecked);
        QTRY_VERIFY(bench().session.isPreviewCurrent());
        code()->setFocus();
        QTest::keyClick(code(), Qt::Key_Space); // also where it is read
        QVERIFY(session().review().declined().isEmpty());
    }

    void aPressOnABoxLeavesTheFileOut()
    {
        select("Dockerfile");
        const QRect row = list()->visualRect(list()->currentIndex());
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          QPoint(row.left() + 18, row.center().y()));
        QCOMPARE(session().review().declined(), QByteArrayList{"Dockerfile"});
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(session().review().declined().size(), 1);
    }

    void theBoxAboveTurnsAllThatAreShown()
    {
        QLineEdit *filter = line(u"Filter files"_s);
        QTest::keyClicks(filter, u"deploy"_s);
        const int shown = list()->model()->rowCount();
        QVERIFY(shown < session().review().fileCount());
        const int count = session().review().fileCount();
        bench().click(u"%1 of %1 files"_s.arg(count));
        QCOMPARE_GT(session().review().declined().size(), 2);
        for (const QByteArray &path : session().review().declined())
            QVERIFY(path.contains("deploy"));
        bench().click(u"%1 of %2 files"_s.arg(session().review().checkedCount()).arg(count));
        QVERIFY(session().review().declined().isEmpty());
    }

    void keysWalkFilesAndHeadingsArePassedOver()
    {
        list()->setFocus();
        const int first = list()->currentIndex().row();
        QTest::keyClick(bench().screen.get(), Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(list()->currentIndex().row(), first + 1);
        QTest::keyClick(bench().screen.get(), Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(list()->currentIndex().row(), first);
        QTest::keyClick(list(), Qt::Key_Up); // a heading is above
        QCOMPARE(list()->currentIndex().row(), first);
        QVERIFY(!list()->currentIndex().data(ReviewModel::IsHeadingRole).toBool());
    }

    void aNewPlanKeepsTheFileAndTheReader()
    {
        select("Dockerfile");
        code()->goTo({3, 2});
        const TextPlace place = code()->caret().place();
        session().form().type({u"name"_s}, u"payments"_s, 0);
        bench().settle();
        QCOMPARE(current(), u"Dockerfile"_s);
        QCOMPARE(code()->caret().place().line, place.line);
    }

    void aFileThatIsThereIsKeptUnlessSomebodyWantsTheTemplates()
    {
        const QString folder
            = bench().clone(u"mine"_s, {{u"README.md"_s, "# Mine\n\nMy own words.\n"}});
        session().setDestination(folder);
        bench().settle();
        select("README.md");
        QTRY_VERIFY(bench().words().contains(u"Your file is kept."));
        const auto change = [this] {
            return list()->currentIndex().data(ReviewModel::ChangeTextRole).toString();
        };
        bench().click(u"Use the golden text"_s);
        QTRY_COMPARE(change(), u"modified"_s);
        QCOMPARE(current(), u"README.md"_s);
        QTRY_VERIFY(code()->marks().hasSigns());
        QVERIFY(code()->text().text().contains(u"My own words."));
        QVERIFY(bench().words().contains(u" changes, next"));
        bench().click(u"Keep yours"_s);
        QTRY_COMPARE(change(), u"yours is kept"_s);
        QCOMPARE(current(), u"README.md"_s);
        QTRY_VERIFY(!code()->marks().hasSigns());
    }

    void f7WalksChangesAndThenFiles()
    {
        QByteArray readme;
        for (const PlannedFile &file : session().preview().plan.files)
            readme = file.change.path == "README.md" ? file.change.content : readme;
        const QByteArrayList lines = readme.split('\n');
        QByteArray mine = readme;
        mine.replace(lines.at(2), "Another line");
        mine += "\nA line of mine.\n";
        session().setDestination(bench().clone(u"mine"_s, {{u"README.md"_s, mine}}));
        session().takeGolden({u"README.md"_s});
        bench().settle();
        QTRY_VERIFY(bench().words().contains(u"README.md"));
        select("README.md");
        QTRY_VERIFY(code()->marks().hasSigns());
        QTest::keyClick(bench().screen.get(), Qt::Key_F7);
        const int first = code()->caret().place().line;
        QVERIFY(code()->marks().lookOf(first, false).sign == QChar(0x2212));
        QVERIFY(code()->hasFocus());
        QTest::keyClick(code(), Qt::Key_F7);
        QVERIFY(code()->caret().place().line > first);
        QCOMPARE(current(), u"README.md"_s);
        QTest::keyClick(code(), Qt::Key_F7);
        QVERIFY(current() != u"README.md");
        QTest::keyClick(code(), Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(current(), u"README.md"_s);
        QVERIFY(code()->caret().place().line > first);
    }

    void theWholeFileIsAPressAway()
    {
        QByteArray readme;
        for (const PlannedFile &file : session().preview().plan.files)
            readme = file.change.path == "README.md" ? file.change.content : readme;
        const QString folder
            = bench().clone(u"mine"_s, {{u"README.md"_s, readme + "\nA line of mine.\n"}});
        session().setDestination(folder);
        session().takeGolden({u"README.md"_s});
        bench().settle();
        select("README.md");
        QTRY_VERIFY(code()->marks().hasSigns());
        const int few = code()->text().lineCount();
        bench().click(u"Whole file"_s);
        QCOMPARE_GT(code()->text().lineCount(), few);
        QVERIFY(bench().named<QAbstractButton>(u"Whole file"_s)->isChecked());
        bench().click(u"Whole file"_s);
        QCOMPARE(code()->text().lineCount(), few);
    }

    void aChangedFileIsShownSideBySide()
    {
        QByteArray mine;
        for (const PlannedFile &file : session().preview().plan.files)
            mine = file.change.path == "README.md" ? file.change.content : mine;
        mine.replace(mine.split('\n').at(2), "My own words.");
        const QString folder = bench().clone(u"mine"_s, {{u"README.md"_s, mine}});
        session().setDestination(folder);
        session().takeGolden({u"README.md"_s});
        bench().settle();
        select("README.md");
        QTRY_VERIFY(code()->marks().hasSigns());
        QTest::keyClick(bench().screen.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        auto *before = bench().named<CodeView>(u"Content before"_s);
        auto *after = bench().named<CodeView>(u"Content after"_s);
        QVERIFY(before && after && !code());
        QVERIFY(bench().named<QAbstractButton>(u"Side by side"_s)->isChecked());
        QVERIFY(before->text().text().contains(u"My own words."));
        QVERIFY(!after->text().text().contains(u"My own words."));
        QCOMPARE(before->text().lineCount(), after->text().lineCount());
        const QByteArray head = gitOutput(folder, "rev-parse HEAD").left(7);
        QVERIFY(bench().words().contains(u"main at "_s + QString::fromLatin1(head)));
        QVERIFY(bench().words().contains(u"what you will commit"));
        bench().press(u"Wrap"_s);
        QVERIFY(before->isWrapped() && after->isWrapped());
        bench().press(u"Wrap"_s);
        QVERIFY(!before->isWrapped() && !after->isWrapped());
        QTest::keyClick(bench().screen.get(), Qt::Key_F7);
        QVERIFY(after->hasFocus());
        QVERIFY(after->accessibleDescription().contains(u"change 1 of"));
        select("Dockerfile"); // nothing stands beside what is new
        QVERIFY(code());
        select("README.md");
        QVERIFY(!code());
        bench().click(u"Unified"_s);
        QVERIFY(code());
        QVERIFY(code()->text().text().contains(u"My own words."));
    }

    void aLargeFileIsComparedMeanwhile()
    {
        const QByteArray large = QByteArray("A line of mine.\n").repeated(10'000);
        session().setDestination(bench().clone(u"mine"_s, {{u"README.md"_s, large}}));
        session().takeGolden({u"README.md"_s});
        bench().settle();
        select("Dockerfile");
        bench().executor.isHeld = true;
        select("README.md");
        QVERIFY(!code());
        QVERIFY(bench().words().contains(u"Comparing"));
        select("Dockerfile"); // it is not waited for
        QVERIFY(code());
        QVERIFY(code()->text().text().contains(u"FROM"));
        select("README.md");
        bench().executor.release();
        QTRY_VERIFY(code());
        QVERIFY(code()->text().text().contains(u"A line of mine."));
        QVERIFY(code()->marks().hasSigns());
    }

    void oneColumnIsSearched()
    {
        session().setDestination(
            bench().clone(u"mine"_s, {{u"README.md"_s, "# Mine\n\nMy own words.\n"}}));
        session().takeGolden({u"README.md"_s});
        bench().settle();
        bench().press(u"Beside"_s);
        select("README.md");
        QTRY_VERIFY(bench().named<CodeView>(u"Content before"_s));
        auto *before = bench().named<CodeView>(u"Content before"_s);
        before->setFocus();
        QTRY_VERIFY(before->hasFocus());
        bench().press(u"Find"_s);
        QTest::keyClicks(line(u"Find in this file"_s), u"own words"_s);
        QCOMPARE(before->selectedText(), u"own words"_s);
    }

    void theMessageIsFilledInAndCanBeWritten()
    {
        QLineEdit *subject = line(u"Subject of the commit message"_s);
        QVERIFY(subject->text().startsWith(u"Create orders from go-service"));
        QVERIFY(!bench().named<QAbstractButton>(u"Reset the message to the usual one"_s));
        typeInto(subject, u"Begin the orders "_s);
        QCOMPARE(subject->text(), u"Begin the orders "_s); // nothing is taken away while typing
        QTest::keyClicks(subject, u"service"_s);
        QCOMPARE(session().message(), u"Begin the orders service"_s);
        QVERIFY(bench().words().contains(u"24 of 72"));
        QVERIFY(bench().named<QAbstractButton>(u"Reset the message to the usual one"_s));
        auto *body = bench().named<QPlainTextEdit>(u"Body of the commit message"_s);
        body->setFocus();
        QTest::keyClicks(body, u"Because."_s);
        QCOMPARE(session().message(), u"Begin the orders service\n\nBecause."_s);
        bench().click(u"Reset the message to the usual one"_s);
        QVERIFY(subject->text().startsWith(u"Create orders from go-service"));
        QVERIFY(body->toPlainText().isEmpty());
    }

    void aLongSubjectIsTold()
    {
        QLineEdit *subject = line(u"Subject of the commit message"_s);
        typeInto(subject, QString(73, u'x'));
        QVERIFY(bench().words().contains(u"73 of 72"));
        QVERIFY(bench().words().contains(u"Long subjects are cut"));
        QVERIFY(subject->accessibleDescription().contains(u"longer"));
    }

    void reasonsOfDeviationsAreInTheMessage()
    {
        session().form().type({u"memory"_s}, u"512"_s, 0);
        session().form().setReason(u"memory"_s, u"Keeps the price list in memory."_s);
        bench().settle();
        auto *body = bench().named<QPlainTextEdit>(u"Body of the commit message"_s);
        QTRY_VERIFY(body->toPlainText().contains(u"Keeps the price list in memory."));
        QVERIFY(bench().words().contains(u"1 deviation explained"));
        QVERIFY(!bench().words().contains(u"512 MiB, not 256 MiB"));
        bench().click(u"Show what departs from the golden path"_s);
        QVERIFY(bench().words().contains(u"512 MiB, not 256 MiB"));
    }

    void aMessageIsNotNeededWithoutACommit()
    {
        bench().click(u"Commit it"_s);
        bench().settle();
        QVERIFY(!session().commits());
        QVERIFY(!line(u"Subject of the commit message"_s)->isEnabled());
        QTRY_VERIFY(bench().words().contains(u"without a commit."));
        QVERIFY(bench().named<QAbstractButton>(u"Create the files"_s));
        bench().click(u"Commit it"_s);
        QVERIFY(session().commits());
        bench().click(u"Sign off"_s);
        QVERIFY(session().signsOff());
    }

    void theFolderIsTypedOrChosen()
    {
        QLineEdit *folder = line(u"Folder"_s);
        QCOMPARE(folder->text(), bench().bench.path(u"orders"_s));
        typeInto(folder, bench().bench.path(u"elsewhere"_s));
        QCOMPARE(session().destination(), bench().bench.path(u"elsewhere"_s));
        QDir(bench().bench.work()).mkdir(u"team"_s);
        bench().chosen = bench().bench.path(u"team"_s);
        list()->setFocus();
        bench().press(u"ChooseParent"_s);
        QCOMPARE(session().destination(), bench().bench.path(u"team/orders"_s));
        bench().press(u"ChooseFolder"_s);
        QCOMPARE(session().destination(), bench().bench.path(u"team"_s));
        QCOMPARE(bench().asked.size(), 2);
        bench().settle();
        QTRY_COMPARE(folder->text(), bench().bench.path(u"team"_s));
        bench().chosen.clear(); // cancelled
        bench().press(u"ChooseParent"_s);
        QCOMPARE(session().destination(), bench().bench.path(u"team"_s));
    }

    void theBranchIsOfferedInAClone()
    {
        const QString clone = bench().clone(u"mine"_s, {{u"a.txt"_s, "a\n"}});
        session().setDestination(clone + u"/services/orders"_s);
        bench().settle();
        QTRY_COMPARE(line(u"Branch"_s)->text(), u"add-orders"_s);
        QVERIFY(bench().words().contains(u"from main"));
        typeInto(line(u"Branch"_s), u"try-orders"_s);
        QCOMPARE(session().branch(), u"try-orders"_s);
        bench().settle();
        QTRY_VERIFY(bench().words().contains(u"on the new branch try-orders; main stays as it is"));
    }

    void theAuthorIsMendedInPlace()
    {
        m_git.configure("[user]\n\tuseConfigOnly = true\n");
        bench().press(u"PlanAgain"_s);
        bench().settle();
        QTRY_VERIFY(bench().words().contains(u"Say who you are…"));
        bench().click(u"Say who you are…"_s);
        QLineEdit *name = line(u"Name of the author"_s);
        QVERIFY(name);
        QTRY_VERIFY(name->hasFocus());
        QTest::keyClicks(name, u"Grace Hopper"_s);
        QTest::keyClicks(line(u"E-mail of the author"_s), u"grace@example.org"_s);
        bench().click(u"Save for all of git"_s);
        bench().settle();
        QVERIFY(!line(u"Name of the author"_s));
        QTRY_COMPARE(session().author(), u"Grace Hopper <grace@example.org>"_s);
        QCOMPARE(gitOutput(bench().bench.work(), "config user.name"), "Grace Hopper");
        QTRY_VERIFY(!bench().words().contains(u"Say who you are…"));
    }

    void aBadAuthorIsRefusedInPlace()
    {
        bench().click(u"Change the author"_s);
        QLineEdit *name = line(u"Name of the author"_s);
        QCOMPARE(name->text(), u"Ada Lovelace"_s);
        name->clear();
        bench().click(u"Save for all of git"_s);
        QVERIFY(line(u"Name of the author"_s)); // still there
        QCOMPARE(gitOutput(bench().bench.work(), "config user.name"), "Ada Lovelace");
        QTest::keyClick(name, Qt::Key_Escape);
        QVERIFY(!line(u"Name of the author"_s));
    }

    void theCommandIsCopied()
    {
        bench().click(u"Copy the command"_s);
        const QString command = QGuiApplication::clipboard()->text();
        QCOMPARE(command, session().command());
        QVERIFY(command.startsWith(u"waymark new "));
        QVERIFY(command.contains(bench().bench.path(u"orders"_s)));
        QCOMPARE(line(u"The same as a command"_s)->text(), command);
    }

    void stepsLeadBack()
    {
        const QSignalSpy back(bench().screen.get(), &ReviewScreen::backWanted);
        bench().press(u"Back"_s);
        QCOMPARE(back.size(), 1);
        const QString second = session().form().index(1, 0).data().toString();
        bench().click(second);
        QCOMPARE(back.size(), 2);
        QCOMPARE(session().form().currentPage(), 1);
    }

    void itIsDiscardedWhenThatIsConfirmed()
    {
        const QSignalSpy back(bench().screen.get(), &ReviewScreen::backWanted);
        bench().click(u"Discard"_s);
        QCOMPARE(bench().asked, QStringList{u"Discard “orders”?"_s});
        QCOMPARE(session().state(), ServiceSession::State::Editing);
        QVERIFY(back.isEmpty());
        bench().isConfirmed = true;
        bench().click(u"Discard"_s);
        QCOMPARE(session().state(), ServiceSession::State::Empty);
        QCOMPARE(back.size(), 1);
    }

    void splittersAndChoicesAreKept()
    {
        bench().press(u"Whole"_s);
        const QByteArray state = bench().screen->layoutState();
        ReviewScreen other(session(), bench().ask());
        auto *whole = other.findChild<QAction *>(u"reviewWhole"_s);
        auto *unified = other.findChild<QAction *>(u"reviewUnified"_s);
        QVERIFY(!whole->isChecked());
        QVERIFY(!unified->isChecked());
        other.restoreLayout("nonsense");
        QVERIFY(!whole->isChecked());
        other.restoreLayout(state);
        QVERIFY(whole->isChecked());
        QVERIFY(unified->isChecked());
        other.restoreLayout(state.chopped(1)); // as it was kept before there was a choice
        QVERIFY(!unified->isChecked());
    }
};

QTEST_MAIN(TestReviewScreen)
#include "tst_reviewscreen.moc"
