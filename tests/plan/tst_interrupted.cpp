#include "tests/plan/applyhelper.h"
#include "tests/plan/faultcheck.h"
#include "tests/support/tools.h"

#include <QElapsedTimer>

#include <random>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

/// Ends that no call of ours shows: signals at any time, locks that git leaves, disks that are
/// full, and what the user does before the next run.
class TestInterrupted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_git.configure(identityText);
        fixDates();
    }

    void aKillAtAnyTimeLeavesBeforeOrAfter_data()
    {
        QTest::addColumn<QString>("destination");
        for (const char *name : {"orders", "empty", "unborn", "repo/a/orders"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void aKillAtAnyTimeLeavesBeforeOrAfter()
    {
        QFETCH(const QString, destination);
        const FaultBench bench;
        const WithoutPrograms programs; // one that is killed with it would go on
        const QString path = bench.bench().path(destination);
        const QStringList before = bench.picture();
        FileSystem fileSystem;
        const Writer writer(fileSystem, bench.bench().state());
        ApplyHelper whole(arguments(bench, destination, true, {"plain"}));
        QVERIFY(whole.hasBegun());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(whole.exitCode(), 0);
        const qint64 duration = timer.nsecsElapsed();
        const QStringList after = bench.picture();
        VERIFY_RESULT(writer.undo(path));
        std::minstd_rand random(static_cast<unsigned>(destination.size()));
        for (int run = 0; run < 8; ++run) {
            ApplyHelper helper(arguments(bench, destination, true, {"plain"}));
            QVERIFY(helper.hasBegun());
            helper.wait(std::chrono::nanoseconds(qint64(random() % 100) * duration / 100));
            helper.kill();
            VERIFY_RESULT(writer.recover(path));
            const QStringList now = bench.picture();
            QCOMPARE(now, now == before ? before : after);
            QCOMPARE(bench.leftovers(), QStringList());
            if (now == after)
                VERIFY_RESULT(writer.undo(path));
        }
        programs.end();
        QCOMPARE(bench.complaints(), "");
    }

    void aLockThatGitLeftInOurStepIsRemoved_data() { locks(); }

    void aLockThatGitLeftInOurStepIsRemoved()
    {
        QFETCH(const QByteArray, step);
        QFETCH(const QString, lock);
        const FaultBench bench;
        const WithoutPrograms programs;
        const QString destination = u"repo/a/orders"_s;
        const QString file = bench.bench().path(u"repo/.git/"_s + lock);
        const QStringList before = bench.picture();
        ApplyHelper helper(arguments(bench, destination, true, {"lock", step, file.toUtf8()}));
        QCOMPARE(helper.exitCode(), 7);
        QVERIFY(QFileInfo::exists(file));
        FileSystem fileSystem;
        const auto recovered
            = Writer(fileSystem, bench.bench().state()).recover(bench.bench().path(destination));
        VERIFY_RESULT(recovered);
        QVERIFY(!QFileInfo::exists(file));
        QCOMPARE(bench.leftovers(), QStringList());
        QCOMPARE(bench.picture() == before, recovered->what == Recovery::TakenBack);
    }

    void aLockThatStopsOurStepIsRemovedWithIt_data() { locks(); }

    void aLockThatStopsOurStepIsRemovedWithIt()
    {
        QFETCH(const QByteArray, step);
        QFETCH(const QString, lock);
        const FaultBench bench;
        const WithoutPrograms programs;
        const WriteRequest request = bench.request(u"repo/a/orders"_s, true);
        const QStringList before = bench.picture();
        CountingFileSystem fileSystem;
        const QString file = bench.bench().path(u"repo/.git/"_s + lock);
        bool isLeft = false;
        fileSystem.onStep = [&](const QByteArray &here) {
            if (here != step || isLeft)
                return;
            put(file, "");
            isLeft = true;
        };
        QVERIFY(!Writer(fileSystem, bench.bench().state()).apply(request)); // git stumbles over it
        QVERIFY(isLeft);
        QCOMPARE(bench.picture(), before);
        QCOMPARE(bench.leftovers(), QStringList());
    }

    void aLockOfAnotherGitStays_data() { locks(); }

    void aLockOfAnotherGitStays()
    {
        QFETCH(const QString, lock);
        const FaultBench bench;
        const WithoutPrograms programs;
        const WriteRequest request = bench.request(u"repo/a/orders"_s, true);
        const QStringList before = bench.picture();
        FileSystem fileSystem;
        const QString file = bench.bench().path(u"repo/.git/"_s + lock);
        put(file, "theirs");
        QVERIFY(!Writer(fileSystem, bench.bench().state()).apply(request));
        QCOMPARE(contentOf(file), "theirs");
        QFile::remove(file);
        QCOMPARE(bench.picture(), before);
    }

    /// What a program inherits, it could hold for as long as it runs.
    void aHookThatLivesOnKeepsNoLock()
    {
        const FaultBench bench;
        const QString destination = u"repo/a/orders"_s;
        const QString started = bench.bench().root() + u"/started"_s;
        const QString end = bench.bench().root() + u"/end"_s;
        putExecutable(
            bench.bench().path(u"repo/.git/hooks/pre-commit"_s),
            u"#!/bin/sh\ntouch %1\nwhile [ -e %1 ] && [ ! -e %2 ]; do sleep 0.05; done\nexit 1\n"_s
                .arg(started, end)
                .toUtf8());
        const QStringList before = bench.picture();
        ApplyHelper helper(arguments(bench, destination, true, {"plain"}));
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(started), 60'000);
        FileSystem fileSystem;
        const Writer writer(fileSystem, bench.bench().state());
        const auto locked = writer.recover(bench.bench().path(destination));
        QVERIFY(!locked);
        QCOMPARE(locked.error().problem.code, u"destination.locked"_s);
        helper.kill();
        const auto recovered = writer.recover(bench.bench().path(destination));
        put(end, "");
        VERIFY_RESULT(recovered);
        QCOMPARE(recovered->what, Recovery::TakenBack);
        QCOMPARE(bench.picture(), before);
    }

    void anUndoThatPutsRightTakesNothingElseBack_data()
    {
        QTest::addColumn<QString>("named"); // by who runs the undo
        QTest::newRow("the repository") << u"repo"_s;
        QTest::newRow("what was interrupted") << u"repo/a/orders"_s;
        QTest::newRow("what is finished") << u"repo/a/first"_s;
    }

    void anUndoThatPutsRightTakesNothingElseBack()
    {
        QFETCH(const QString, named);
        const FaultBench bench;
        const WithoutPrograms programs;
        FileSystem fileSystem;
        const Writer writer(fileSystem, bench.bench().state());
        WriteRequest first = bench.request(u"repo/a/first"_s, true);
        first.branch = u"add-first"_s;
        VERIFY_RESULT(writer.apply(first));
        const QStringList before = bench.picture();
        crashWithFilesInPlace(bench, writer, u"repo/a/orders"_s);
        const auto undone = writer.undo(bench.bench().path(named));
        VERIFY_RESULT(undone);
        QCOMPARE(undone->recovered.what, Recovery::TakenBack);
        QVERIFY(!undone->recovered.isOfUndo);
        QCOMPARE(undone->destination, bench.bench().path(u"repo/a/orders"_s));
        QCOMPARE(bench.picture(), before);
        const auto again = writer.undo(bench.bench().path(u"repo"_s));
        VERIFY_RESULT(again);
        QCOMPARE(again->recovered.what, Recovery::Nothing);
        QCOMPARE(again->destination, bench.bench().path(u"repo/a/first"_s));
    }

    void whatTheUserChangesBeforeTheNextRunIsKept_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::newRow("empty") << u"empty"_s;
        QTest::newRow("in a repository") << u"repo/a/orders"_s;
    }

    void whatTheUserChangesBeforeTheNextRunIsKept()
    {
        QFETCH(const QString, destination);
        const FaultBench bench;
        const WithoutPrograms programs;
        const QString path = bench.bench().path(destination);
        const QStringList before = bench.picture();
        FileSystem fileSystem;
        const Writer writer(fileSystem, bench.bench().state());
        crashWithFilesInPlace(bench, writer, destination);
        put(path + u"/README.md"_s, "my words");
        const auto recovered = writer.recover(path);
        VERIFY_RESULT(recovered);
        QCOMPARE(recovered->what, Recovery::TakenBack);
        QCOMPARE(recovered->notes.size(), 1);
        QCOMPARE(bench.picture(), before);
        const QString note = recovered->notes.first().message;
        const QString kept = note.sliced(note.lastIndexOf(u'“') + 1).chopped(2);
        const QString prefix = destination == u"empty" ? u""_s : u"a/orders/"_s;
        QCOMPARE(contentOf(kept + u'/' + prefix + u"README.md"_s), "my words");
        QVERIFY(!QFileInfo::exists(kept + u'/' + prefix + u"run"_s));
    }

    void whatTheUserCommitsBeforeTheNextRunStays_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<bool>("commit");
        QTest::addColumn<QString>("what"); // in the repository
        QTest::addColumn<QStringList>("staying");
        const QString orders = u"repo/a/orders"_s;
        const QStringList all
            = {u"a/orders/README.md"_s, u"a/orders/cmd/main.go"_s, u"a/orders/run"_s};
        QTest::newRow("all") << orders << true << u"git add . && git commit -q -m mine"_s << all;
        QTest::newRow("all, without a commit of ours")
            << orders << false << u"git add . && git commit -q -m mine"_s << all;
        QTest::newRow("some") << orders << true
                              << u"git add a/orders/run && git commit -q -m mine"_s
                              << QStringList{u"a/orders/run"_s};
        QTest::newRow("another file")
            << orders << true << u"echo x > m; git add m && git commit -q -m mine"_s
            << QStringList();
        QTest::newRow("what took the place of another")
            << u"repo"_s << true << u"git add . && git commit -q -m mine"_s
            << QStringList{u"README.md"_s, u"cmd/main.go"_s, u"run"_s};
    }

    void whatTheUserCommitsBeforeTheNextRunStays()
    {
        QFETCH(const QString, destination);
        QFETCH(const bool, commit);
        QFETCH(const QString, what);
        QFETCH(const QStringList, staying);
        const FaultBench bench;
        const WithoutPrograms programs;
        const QString repository = bench.bench().path(u"repo"_s);
        FileSystem fileSystem;
        const Writer writer(fileSystem, bench.bench().state());
        if (commit) {
            ApplyHelper helper(arguments(bench, destination, true,
                                         {"lock", "commit", bench.bench().root().toUtf8() + "/x"}));
            QCOMPARE(helper.exitCode(), 7);
        } else {
            crashWithFilesInPlace(bench, writer, destination);
        }
        programs.end();
        QCOMPARE(runCommand(repository, u"sh"_s, {u"-c"_s, what}).exitCode, 0);
        const QByteArray head = gitOutput(repository, "rev-parse HEAD");
        const auto recovered = writer.recover(bench.bench().path(destination));
        VERIFY_RESULT(recovered);
        QCOMPARE(recovered->what, Recovery::TakenBack);
        QCOMPARE(gitOutput(repository, "rev-parse HEAD"), head);
        QCOMPARE(gitOutput(repository, "status --porcelain -uall"), ""_ba);
        QCOMPARE(recovered->notes.size(), staying.isEmpty() ? 0 : 1);
        for (const QString &file : staying)
            QVERIFY(recovered->notes.first().message.contains(file));
        QCOMPARE(QFileInfo::exists(repository + u"/a/orders/cmd"_s),
                 staying.contains(u"a/orders/cmd/main.go"_s));
    }

    void aCommitOfTheUsersIsNoneOfOurs()
    {
        const FaultBench bench;
        const WithoutPrograms programs;
        const QString repository = bench.bench().path(u"repo"_s);
        ApplyHelper helper(arguments(bench, u"repo"_s, true,
                                     {"lock", "reference", bench.bench().root().toUtf8() + "/x"}));
        QCOMPARE(helper.exitCode(), 7); // the commit is in the journal, and not on the branch
        programs.end();
        gitOutput(repository, "stash -q");
        gitOutput(repository, "commit -q --allow-empty -m mine");
        FileSystem fileSystem;
        const auto recovered = Writer(fileSystem, bench.bench().state()).recover(repository);
        VERIFY_RESULT(recovered);
        QCOMPARE(recovered->what, Recovery::TakenBack);
        QVERIFY(!QFileInfo::exists(repository + u"/cmd"_s));
    }

    void whatTheUserWritesIntoAnInterruptedUndoIsKept()
    {
        const FaultBench bench;
        const WithoutPrograms programs;
        const QString repository = bench.bench().path(u"repo"_s);
        CountingFileSystem fileSystem;
        const Writer writer(fileSystem, bench.bench().state());
        VERIFY_RESULT(writer.apply(bench.request(u"repo"_s, true)));
        const QStringList after = bench.picture();
        fileSystem.onStep = [](const QByteArray &step) {
            if (step == "reference")
                _exit(7);
        };
        inChild([&] { std::ignore = writer.undo(repository); });
        fileSystem.onStep = {};
        QCOMPARE(contentOf(repository + u"/README.md"_s), "# Made by the host\n");
        put(repository + u"/README.md"_s, "my words");
        const auto recovered = writer.undo(repository);
        VERIFY_RESULT(recovered);
        QCOMPARE(recovered->recovered.what, Recovery::TakenBack);
        QCOMPARE(bench.picture(), after);
        QCOMPARE(recovered->recovered.notes.size(), 1);
        const QString note = recovered->recovered.notes.first().message;
        const QString kept = note.sliced(note.lastIndexOf(u'“') + 1).chopped(2);
        QCOMPARE(contentOf(kept + u"/README.md"_s), "my words");
    }

    void aRepositoryThatMovedIsRecoveredWhereItIs()
    {
        const FaultBench bench;
        const WithoutPrograms programs;
        FileSystem fileSystem;
        const Writer writer(fileSystem, bench.bench().state());
        crashWithFilesInPlace(bench, writer, u"repo/a/orders"_s);
        QVERIFY(QDir().rename(bench.bench().path(u"repo"_s), bench.bench().path(u"moved"_s)));
        const auto recovered = writer.recover(bench.bench().path(u"moved"_s));
        VERIFY_RESULT(recovered);
        QCOMPARE(recovered->what, Recovery::TakenBack);
        QVERIFY(!QFileInfo::exists(bench.bench().path(u"moved/a"_s)));
        QVERIFY(!QFileInfo::exists(bench.bench().path(u"moved/.git/waymark"_s)));
    }

    void anInterruptedDestinationIsRefusedUntilItIsRecovered()
    {
        const FaultBench bench;
        const WithoutPrograms programs;
        const QString path = bench.bench().path(u"empty"_s);
        FileSystem fileSystem;
        const Writer writer(fileSystem, bench.bench().state());
        crashWithFilesInPlace(bench, writer, u"empty"_s);
        const auto found = inspectDestination(path, bench.bench().state());
        QVERIFY(!found);
        QCOMPARE(found.error().problem.code, u"destination.interrupted"_s);
        VERIFY_RESULT(writer.recover(path));
        VERIFY_RESULT(inspectDestination(path, bench.bench().state()));
    }

    void aFullDiskLeavesEverythingAsItWas_data()
    {
        QTest::addColumn<QString>("destination");
        for (const char *name : {"orders", "unborn", "repo", "repo/a/orders"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void aFullDiskLeavesEverythingAsItWas()
    {
        QFETCH(const QString, destination);
        const FaultBench bench;
        ApplyHelper helper(arguments(bench, destination, true, {"fill-disk"}));
        const int code = helper.exitCode();
        if (code == 77)
            SKIP_HERE("no file system can be mounted here");
        QCOMPARE(code, 0);
    }

private:
    static QByteArrayList arguments(const FaultBench &bench, const QString &destination,
                                    bool commit, const QByteArrayList &mode)
    {
        return QByteArrayList{bench.bench().root().toUtf8(), destination.toUtf8(),
                              commit ? "1" : "0"}
        + mode;
    }

    static void locks()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<QString>("lock");
        QTest::newRow("HEAD") << "HEAD"_ba << u"HEAD.lock"_s;
        QTest::newRow("the branch") << "reference"_ba << u"refs/heads/add-orders.lock"_s;
        QTest::newRow("the index") << "index"_ba << u"index.lock"_s;
    }

    /// Ends an apply without a commit behind its last move.
    static void crashWithFilesInPlace(const FaultBench &bench, const Writer &writer,
                                      const QString &destination)
    {
        const QString path = bench.bench().path(destination);
        for (int call = 1;; ++call) {
            ApplyHelper helper(
                arguments(bench, destination, false, {"exit-at", QByteArray::number(call)}));
            if (helper.exitCode() != 7)
                qFatal("no crash left files in place");
            if (QFileInfo::exists(path + u"/run"_s) && QFileInfo::exists(path + u"/cmd"_s))
                return;
            if (const auto recovered = writer.recover(path); !recovered)
                qFatal("%s", qPrintable(recovered.error().toString()));
        }
    }

    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestInterrupted)
#include "tst_interrupted.moc"
