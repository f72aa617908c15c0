#include "tests/review/reviewbench.h"
#include "views/theme/theme.h"
#include "views/theme/working.h"
#include "views/widgets/notice.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using State = ServiceSession::State;

/// From the press on the button to the service that stands there, and back.
class TestReviewCommit : public QObject
{
    Q_OBJECT

private:
    IsolatedGit m_git;
    Theme m_theme;
    std::unique_ptr<ReviewBench> m_bench;

    ReviewBench &bench() { return *m_bench; }
    ServiceSession &session() { return m_bench->session; }
    QString folder() { return bench().bench.path(u"orders"_s); }
    QPushButton *button() { return bench().named<QPushButton>(u"Create and commit"_s); }
    Notice *notice() { return bench().screen->findChild<Notice *>(); }

    void pressCommit()
    {
        QTest::keyClick(bench().screen.get(), Qt::Key_Return, Qt::ControlModifier);
    }
    void make()
    {
        pressCommit();
        QTRY_COMPARE(session().state(), State::Applied);
    }

private Q_SLOTS:
    void init()
    {
        m_git.configure(adasGit);
        m_bench = std::make_unique<ReviewBench>();
        bench().answer();
        bench().show();
    }
    void cleanup() { m_bench.reset(); }

    void whatWasShownIsCommitted()
    {
        QTRY_VERIFY(bench().words().contains(u"Creates %1 with"_s.arg(folder())));
        const QSignalSpy toasts(bench().screen.get(), &Screen::toast);
        make();
        QCOMPARE(gitOutput(folder(), "log --format=%an|%ae|%s"),
                 "Ada Lovelace|ada@example.org|"
                     + session().message().section(u'\n', 0, 0).toUtf8());
        QCOMPARE(gitOutput(folder(), "status --porcelain"), "");
        QCOMPARE(testing::git(folder(), "fsck --strict").exitCode, 0);
        QCOMPARE(toasts.size(), 1);
        QVERIFY(bench().words().contains(u"orders is ready"));
        QVERIFY(
            bench().words().contains(QString::fromLatin1(gitOutput(folder(), "rev-parse HEAD"))));
        QVERIFY(bench().screen->status().contains(folder()));
        QVERIFY(!button()); // there is nothing to commit any more
    }

    void whatIsLeftOutIsNotWritten()
    {
        session().declineFiles({"Dockerfile"});
        bench().settle();
        make();
        QVERIFY(!QFileInfo::exists(folder() + u"/Dockerfile"_s));
        QVERIFY(QFileInfo::exists(folder() + u"/README.md"_s));
        QVERIFY(read(folder() + u"/.waymark.yaml"_s).contains("Dockerfile"));
    }

    void theMessageIsTheOneThatWasWritten()
    {
        auto *subject = bench().named<QLineEdit>(u"Subject of the commit message"_s);
        subject->setFocus();
        subject->selectAll();
        QTest::keyClicks(subject, u"Begin orders"_s);
        bench().click(u"Sign off"_s);
        bench().settle();
        make();
        const QByteArray message = gitOutput(folder(), "log --format=%B");
        QVERIFY2(message.startsWith("Begin orders\n"), message.constData());
        QVERIFY2(message.contains("Signed-off-by: Ada Lovelace <ada@example.org>"),
                 message.constData());
    }

    void afterwardsThereAreWaysOn()
    {
        make();
        const QSignalSpy opened(bench().screen.get(), &ReviewScreen::openWanted);
        const QSignalSpy edited(bench().screen.get(), &ReviewScreen::editWanted);
        const QSignalSpy another(bench().screen.get(), &ReviewScreen::anotherWanted);
        bench().click(u"Open the folder"_s);
        bench().click(u"Open in editor"_s);
        QCOMPARE(opened.first().first().toString(), folder());
        QCOMPARE(edited.first().first().toString(), folder());
        bench().click(u"New service like this one"_s);
        QCOMPARE(another.size(), 1);
        QCOMPARE(session().state(), State::Editing);
        QCOMPARE(session().form().field({u"owner"_s})->text, u"checkout"_s);
    }

    void undoSaysFirstWhatItTakes()
    {
        make();
        bench().click(u"Undo…"_s);
        auto *paths = bench().named<QPlainTextEdit>(u"What would be taken away"_s);
        QVERIFY(paths);
        QVERIFY(paths->toPlainText().contains(u"README.md"));
        QVERIFY(bench().words().contains(u"This takes "));
        QVERIFY(QFileInfo::exists(folder()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!paths->isVisible());
        QCOMPARE(session().state(), State::Applied);
        bench().click(u"Undo…"_s);
        bench().click(u"Take it all back"_s);
        QTRY_COMPARE(session().state(), State::Editing);
        QVERIFY(!QFileInfo::exists(folder()));
        QTRY_VERIFY(bench().words(notice()).contains(u"All of it was taken back"));
        QTRY_VERIFY(button());
        bench().settle();
        make(); // and once more
        QVERIFY(QFileInfo::exists(folder()));
    }

    void nothingIsTakenBackBeforeItIsSaidWhat()
    {
        make();
        bench().executor.isHeld = true;
        bench().click(u"Undo…"_s);
        auto *takeBack = bench().named<QAbstractButton>(u"Take it all back"_s);
        QVERIFY(!takeBack->isEnabled());
        QVERIFY(bench().words().contains(u"Looking at what would be taken away"));
        bench().executor.release();
        QVERIFY(takeBack->isEnabled());
        QVERIFY(bench().words().contains(u"This takes "));
        auto *paths = bench().named<QPlainTextEdit>(u"What would be taken away"_s);
        QVERIFY(paths->toPlainText().contains(u"README.md"));
    }

    void anUndoThatWouldLoseSomethingIsRefused()
    {
        make();
        put(folder() + u"/README.md"_s, "mine\n");
        bench().click(u"Undo…"_s);
        bench().click(u"Take it all back"_s);
        QTRY_VERIFY(notice()->isVisible());
        QVERIFY(bench().words(notice()).contains(u"README.md"));
        QCOMPARE(session().state(), State::Applied);
        QCOMPARE(read(folder() + u"/README.md"_s), "mine\n");
    }

    void aDestinationThatChangedIsToldByFileAndPlannedAgain()
    {
        const QString clone = bench().clone(u"mine"_s, {{u"a.txt"_s, "a\n"}});
        session().setDestination(clone);
        bench().settle();
        QTRY_VERIFY(session().blockers().isEmpty());
        put(clone + u"/README.md"_s, "mine\n");
        pressCommit();
        QTRY_VERIFY(notice()->isVisible());
        QCOMPARE(session().state(), State::Editing);
        QVERIFY2(bench().words(notice()).contains(u"README.md"),
                 qPrintable(bench().words(notice())));
        QCOMPARE(gitOutput(clone, "log --format=%s"), "Begin");
        pressCommit(); // nothing happens before it is looked at again
        QCOMPARE(session().state(), State::Editing);
        QFile::remove(clone + u"/README.md"_s);
        bench().click(u"Plan again"_s);
        bench().settle();
        QTRY_VERIFY(session().blockers().isEmpty());
        QVERIFY(!notice()->isVisible());
        make();
        QCOMPARE(gitOutput(clone, "log --format=%s -1 main"),
                 session().message().section(u'\n', 0, 0).toUtf8());
    }

    void whatAHookPrintsIsShownAndCopied()
    {
        const QString clone = bench().clone(u"mine"_s, {{u"a.txt"_s, "a\n"}});
        const QString hook = clone + u"/.git/hooks/pre-commit"_s;
        put(hook, "#!/bin/sh\necho lint: 3 problems >&2\nexit 1\n");
        QFile(hook).setPermissions(QFile::Permissions(0x7755));
        session().setDestination(clone);
        bench().settle();
        QTRY_VERIFY(session().blockers().isEmpty());
        pressCommit();
        QTRY_VERIFY(notice()->isVisible());
        QCOMPARE(session().state(), State::Editing);
        QVERIFY(bench().words(notice()).contains(u"Nothing was changed."));
        bench().click(u"Show details"_s);
        auto *details = bench().named<QPlainTextEdit>(u"Details"_s);
        QVERIFY(details);
        QVERIFY(details->toPlainText().contains(u"lint: 3 problems"));
        QCOMPARE(gitOutput(clone, "log --all --format=%s"), "Begin");
    }

    void whileItWorksTheButtonSaysSoAndStopStops()
    {
        QPushButton *primary = button();
        QVERIFY(!bench().named<QAbstractButton>(u"Stop"_s));
        bench().executor.isHeld = true;
        pressCommit();
        QCOMPARE(session().state(), State::Applying);
        QVERIFY(isWorking(primary));
        QVERIFY(primary->text() != u"Create and commit");
        QVERIFY(bench().named<QAbstractButton>(u"Stop"_s));
        QCOMPARE(bench().screen->status(), u"Committing"_s);
        primary->click(); // once is enough
        bench().click(u"Stop"_s);
        bench().executor.release();
        QTRY_COMPARE(session().state(), State::Editing);
        QVERIFY(!isWorking(primary));
        QCOMPARE(primary->text(), u"Create and commit"_s);
        QVERIFY(bench().words(notice()).contains(u"Stopped"));
        QVERIFY(!QFileInfo::exists(folder()));
    }

    void whatIsWrongStandsInTheChecksWithAFix()
    {
        session().form().type({u"owner"_s}, {}, 0);
        bench().settle();
        QTRY_VERIFY(!session().blockers().isEmpty());
        const QSignalSpy fields(bench().screen.get(), &ReviewScreen::goToField);
        pressCommit();
        QCOMPARE(session().state(), State::Editing);
        QVERIFY(!QFileInfo::exists(folder()));
        auto *fix = bench().named<QPushButton>(u"Go to problem"_s);
        QVERIFY(fix);
        QVERIFY(fix->hasFocus()); // that is where to go on
        QTest::keyClick(fix, Qt::Key_Space);
        QCOMPARE(fields.size(), 1);
        QCOMPARE(fields.first().first().value<AnswerPath>(), AnswerPath{u"owner"_s});
    }

    void aFolderThatIsNotEmptyAsksForAnother()
    {
        put(folder() + u"/notes.txt"_s, "mine\n");
        bench().press(u"PlanAgain"_s);
        bench().settle();
        QTRY_VERIFY(bench().named<QPushButton>(u"Choose another folder…"_s));
        pressCommit();
        QCOMPARE(session().state(), State::Editing);
        QDir(bench().bench.work()).mkdir(u"team"_s);
        bench().chosen = bench().bench.path(u"team"_s);
        bench().click(u"Choose another folder…"_s);
        bench().settle();
        QTRY_VERIFY(session().blockers().isEmpty());
        QVERIFY(!bench().named<QPushButton>(u"Choose another folder…"_s));
    }

    void aBranchThatIsThereIsMended()
    {
        const QString clone = bench().clone(u"mine"_s, {{u"a.txt"_s, "a\n"}});
        gitOutput(clone, "branch add-orders");
        session().setDestination(clone + u"/services/orders"_s);
        bench().settle();
        QTRY_VERIFY(bench().named<QPushButton>(u"Choose another branch"_s));
        bench().click(u"Choose another branch"_s);
        auto *branch = bench().named<QLineEdit>(u"Branch"_s);
        QVERIFY(branch->hasFocus());
        QTest::keyClicks(branch, u"orders-2"_s);
        bench().settle();
        QTRY_VERIFY(session().blockers().isEmpty());
    }
};

QTEST_MAIN(TestReviewCommit)
#include "tst_reviewcommit.moc"
