#include "tests/items/sessionwatch.h"
#include "tests/support/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using State = ServiceSession::State;

namespace {

Result<Applied> appliedOf(const QSignalSpy &finished)
{
    return finished.last().first().value<ApplyEnd>().applied;
}

} // namespace

/// What a session writes and takes back.
/// What undo() would take away, looked at now.
static QByteArrayList undoPaths(ServiceSession &session)
{
    session.undoLook().look();
    return session.undoLook().paths();
}

class TestSessionApply : public QObject
{
    Q_OBJECT

    IsolatedGit m_git;

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void aServiceIsCommittedAndTakenBack()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.begin(bench);
        watch.session.declineFiles({"deploy.yaml"});
        const QSignalSpy finished(&watch.session, &ServiceSession::finished);
        const QSignalSpy undone(&watch.session, &ServiceSession::undone);
        watch.session.apply();
        QCOMPARE(finished.size(), 1);
        VERIFY_RESULT(appliedOf(finished));
        QCOMPARE(watch.session.state(), State::Applied);
        const QString made = bench.work(u"orders"_s);
        QCOMPARE(watch.session.applied()->destination, made);
        QCOMPARE(gitOutput(made, "log --format=%s"),
                 watch.session.message().section(u'\n', 0, 0).toUtf8());
        QCOMPARE(gitOutput(made, "status --porcelain"), ""_ba);
        QCOMPARE(gitOutput(made, "ls-files"), ".waymark.yaml\nREADME.md"_ba);
        QVERIFY(contentsOf(made + u"/.waymark.yaml"_s).contains("deploy.yaml"));
        QVERIFY2(bench.storedDrafts().isEmpty(), "it is made");
        QCOMPARE(undoPaths(watch.session), (QByteArrayList{".waymark.yaml", "README.md"}));
        watch.session.undo();
        QCOMPARE(undone.size(), 1);
        QCOMPARE(watch.session.state(), State::Editing);
        QVERIFY(!QFileInfo::exists(made));
        QVERIFY(!watch.session.applied());
        QVERIFY(undoPaths(watch.session).isEmpty());
        QCOMPARE(watch.session.blockers(), QStringList());
        QVERIFY(watch.session.saveDraftNow());
        QCOMPARE(bench.storedDrafts().size(), 1);
    }

    void nothingIsWrittenWhileSomethingIsInTheWay()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.session.open(bench.entry());
        watch.session.apply();
        QCOMPARE(watch.session.state(), State::Editing);
        QVERIFY(!QFileInfo::exists(watch.session.destination()));
    }

    void aDestinationThatChangedIsRefusedUntilItIsLookedAgain()
    {
        SessionBench bench;
        QDir().mkpath(bench.work(u"orders"_s));
        SessionWatch watch(bench);
        watch.begin(bench);
        QCOMPARE(watch.session.blockers(), QStringList());
        put(bench.work(u"orders/README.md"_s), "mine");
        const QSignalSpy finished(&watch.session, &ServiceSession::finished);
        watch.session.apply();
        QCOMPARE(watch.session.state(), State::Editing);
        QCOMPARE(watch.told(), QStringList(u"destination.changed"_s));
        QVERIFY2(watch.lastTold().toString().contains(u"README.md"),
                 qPrintable(watch.lastTold().toString()));
        QVERIFY(!appliedOf(finished));
        QCOMPARE(watch.session.blockers().size(), 1);
        QCOMPARE(contentsOf(bench.work(u"orders/README.md"_s)), "mine"_ba);
        QVERIFY(QFile::remove(bench.work(u"orders/README.md"_s)));
        watch.session.lookAgain();
        QCOMPARE(watch.session.blockers(), QStringList());
        watch.session.apply();
        VERIFY_RESULT(appliedOf(finished));
    }

    void aFileOfACloneThatChangedIsNamed()
    {
        SessionBench bench;
        const QString clone = bench.work(u"clone"_s);
        QDir().mkpath(clone);
        put(clone + u"/README.md"_s, "mine\n");
        for (const char *step : {"init -q", "add .", "commit -q -m first"})
            gitOutput(clone, step);
        SessionWatch watch(bench);
        watch.begin(bench);
        watch.session.setDestination(clone);
        QCOMPARE(watch.session.blockers(), QStringList());
        QCOMPARE(watch.planned("README.md")->change.kind, ChangeClass::Kept);
        QCOMPARE(watch.session.before("README.md").content, "mine\n"_ba);
        watch.session.takeGolden({u"README.md"_s});
        QCOMPARE(watch.planned("README.md")->change.kind, ChangeClass::Updated);
        put(clone + u"/deploy.yaml"_s, "x: 1\n");
        watch.session.apply();
        QCOMPARE(watch.told(), QStringList(u"destination.changed"_s));
        QVERIFY2(watch.lastTold().message.contains(u"deploy.yaml"),
                 qPrintable(watch.lastTold().message));
        watch.session.lookAgain();
        QCOMPARE(watch.session.safety().rows().at(2).fix, SafetyRow::Fix::LeaveOutFiles);
        watch.session.declineFiles(watch.session.safety().rows().at(2).files);
        QCOMPARE(watch.session.blockers(), QStringList());
        watch.session.apply();
        QCOMPARE(watch.session.state(), State::Applied);
        QCOMPARE(contentsOf(clone + u"/deploy.yaml"_s), "x: 1\n"_ba);
        QCOMPARE(contentsOf(clone + u"/README.md"_s), "# orders\n\nKept by checkout.\n"_ba);
        QCOMPARE(undoPaths(watch.session), QByteArrayList{".waymark.yaml"});
    }

    void plainFilesAreWrittenWithoutACommit()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.begin(bench);
        watch.session.setCommits(false);
        watch.session.apply();
        QCOMPARE(watch.session.state(), State::Applied);
        QVERIFY(!QFileInfo::exists(bench.work(u"orders/.git"_s)));
        QCOMPARE(undoPaths(watch.session).size(), 3);
    }

    void anotherServiceKeepsTheAnswers()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.begin(bench);
        watch.session.apply();
        watch.session.startAnother();
        QCOMPARE(watch.session.state(), State::Editing);
        QVERIFY2(!watch.session.blockers().isEmpty(), "one of this name is there");
        watch.answer("name", "bills");
        QCOMPARE(watch.session.blockers(), QStringList());
        watch.session.apply();
        QVERIFY(QFileInfo::exists(bench.work(u"bills/README.md"_s)));
        QVERIFY(QFileInfo::exists(bench.work(u"orders/README.md"_s)));
    }

    void whatIsOnlyLookedAtIsStoppedAtOnce()
    {
        SessionBench bench;
        HeldExecutor held;
        bool isHeld = false;
        SessionSurroundings around = bench.surroundings();
        around.execute = [&](const Worker::Task &task) {
            (isHeld ? held.executor() : HeldExecutor::immediate())(task);
        };
        ServiceSession session(around);
        session.setDestinationParent(bench.path(u"work"_s));
        const QSignalSpy finished(&session, &ServiceSession::finished);
        session.open(bench.entry());
        session.form().type({u"name"_s}, u"orders"_s, 0);
        session.form().type({u"owner"_s}, u"ada"_s, 0);
        QVERIFY(session.saveDraftNow());
        QCOMPARE(session.blockers(), QStringList());
        isHeld = true;
        session.apply();
        QCOMPARE(session.state(), State::Applying);
        session.open(bench.entry());
        QCOMPARE(session.state(), State::Applying);
        session.stop();
        QCOMPARE(session.state(), State::Editing);
        QCOMPARE(appliedOf(finished).error().problem.code, u"write.cancelled"_s);
        isHeld = false;
        while (held.count() > 0)
            held.runFirst();
        QVERIFY(!QFileInfo::exists(session.destination()));
        QCOMPARE(session.state(), State::Editing);
    }
};

QTEST_MAIN(TestSessionApply)
#include "tst_sessionapply.moc"
