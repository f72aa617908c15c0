#include "tests/plan/workbench.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

/// What is told where an apply cannot be taken back, and how to go on from there.
class TestUndoWays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void whatIsToldIsToldOnce()
    {
        const Bench bench;
        const auto request = requestFor(bench.path(u"orders"_s));
        VERIFY_RESULT(request);
        VERIFY_RESULT(writer(bench).apply(*request));
        put(bench.path(u"orders/README.md"_s), "mine\n");
        const auto undone = writer(bench).undo(bench.path(u"orders"_s));
        QVERIFY(!undone);
        QCOMPARE(undone.error().problem.message.count(u"README.md"), 1);
    }

    void whatToolsAddedCanBeCleanedAway_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::newRow("a repository of its own") << u"orders"_s;
        QTest::newRow("unborn") << u"unborn"_s;
        QTest::newRow("a monorepo") << u"repo/a/orders"_s;
    }

    void whatToolsAddedCanBeCleanedAway()
    {
        QFETCH(const QString, destination);
        const Bench bench;
        prepare(bench);
        const QStringList before = bench.picture();
        const auto request = requestFor(bench.path(destination));
        VERIFY_RESULT(request);
        VERIFY_RESULT(writer(bench).apply(*request));
        put(bench.path(destination + u"/.venv/.gitignore"_s), "*\n");
        put(bench.path(destination + u"/the lock"_s), "1\n");
        const auto undone = writer(bench).undo(bench.path(destination));
        QVERIFY(!undone);
        const QString hint = undone.error().problem.hint;
        const QStringList lines = hint.split(u'\n');
        QVERIFY2(lines.size() == 3 && lines.first().contains(u" clean -ndx -- "), qPrintable(hint));
        const QString command = lines.at(1).section(u": "_s, 1);
        QVERIFY2(command.startsWith(u"git -C ") && command.contains(u" clean -fdx -- "),
                 qPrintable(hint));
        QCOMPARE(runCommand(bench.work(), u"sh"_s, {u"-c"_s, command}).exitCode, 0);
        VERIFY_RESULT(writer(bench).undo(bench.path(destination)));
        QCOMPARE(bench.picture(), before);
    }

    void whatIsNotAsItWasCanBePutBackWithGit_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<QString>("what"); // in the destination
        QTest::addColumn<int>("lines");
        const auto row = [](const char *name, const QString &destination, const QString &what,
                            int lines) { QTest::newRow(name) << destination << what << lines; };
        row("a missing file", u"orders"_s, u"rm README.md"_s, 2);
        row("a changed file", u"orders"_s, u"echo x >> README.md"_s, 2);
        row("a missing folder", u"orders"_s, u"rm -r cmd"_s, 2);
        row("a file that git removed", u"orders"_s, u"git rm -q README.md"_s, 2);
        row("something staged", u"unborn"_s,
            u"echo x >> README.md; git add .; git cat-file blob HEAD:README.md > README.md"_s, 2);
        row("a file of a monorepo", u"repo/a/orders"_s, u"rm README.md scripts/run"_s, 2);
        row("with one that was added", u"orders"_s, u"rm README.md; echo x > mine"_s, 4);
        row("with one that git knows", u"orders"_s, u"rm README.md; touch x; git add x"_s, 5);
        row("a file that git moved", u"orders"_s, u"git mv README.md moved"_s, 5);
        row("one of a monorepo that git moved", u"repo/a/orders"_s,
            u"mkdir new; git mv README.md new/moved"_s, 5);
        row("with one that only git knows", u"orders"_s,
            u"rm README.md; touch x; git add x; rm x"_s, 3);
    }

    void whatIsNotAsItWasCanBePutBackWithGit()
    {
        QFETCH(const QString, destination);
        QFETCH(const QString, what);
        QFETCH(const int, lines);
        const Bench bench;
        prepare(bench);
        const QStringList before = bench.picture();
        const auto request = requestFor(bench.path(destination));
        VERIFY_RESULT(request);
        VERIFY_RESULT(writer(bench).apply(*request));
        QCOMPARE(runCommand(bench.path(destination), u"sh"_s, {u"-c"_s, what}).exitCode, 0);
        const auto undone = writer(bench).undo(bench.path(destination));
        QVERIFY(!undone);
        const QString hint = undone.error().problem.hint;
        const QStringList told = hint.split(u'\n');
        QVERIFY2(told.size() == lines, qPrintable(hint));
        QVERIFY2(told.first().contains(u" restore -SW -- "), qPrintable(hint));
        for (const QString &line : told.first(told.size() - 1)) {
            const QString command = line.section(u": "_s, 1);
            QCOMPARE(runCommand(bench.work(), u"sh"_s, {u"-c"_s, command}).exitCode, 0);
        }
        VERIFY_RESULT(writer(bench).undo(bench.path(destination)));
        QCOMPARE(bench.picture(), before);
    }

    void whatGitDoesNotHoldIsPutBackByHand_data()
    {
        QTest::addColumn<bool>("commit");
        QTest::addColumn<QString>("what");
        QTest::newRow("plain files") << false << u"rm README.md"_s;
        QTest::newRow("an empty folder") << true << u"rmdir data"_s;
    }

    void whatGitDoesNotHoldIsPutBackByHand()
    {
        QFETCH(const bool, commit);
        QFETCH(const QString, what);
        const Bench bench;
        auto request = requestFor(bench.path(u"orders"_s));
        VERIFY_RESULT(request);
        request->commit = commit;
        VERIFY_RESULT(writer(bench).apply(*request));
        QCOMPARE(runCommand(bench.path(u"orders"_s), u"sh"_s, {u"-c"_s, what}).exitCode, 0);
        const auto undone = writer(bench).undo(bench.path(u"orders"_s));
        QVERIFY(!undone);
        QVERIFY2(undone.error().problem.hint.startsWith(u"Put it back, or move it away"),
                 qPrintable(undone.error().problem.hint));
    }

    void aRepositoryInsideIsMovedAway()
    {
        const Bench bench;
        const auto request = requestFor(bench.path(u"orders"_s));
        VERIFY_RESULT(request);
        VERIFY_RESULT(writer(bench).apply(*request));
        gitOutput(bench.path(u"orders"_s), "init -q nest");
        gitOutput(bench.path(u"orders"_s), "init -q deep/er");
        const auto undone = writer(bench).undo(bench.path(u"orders"_s));
        QVERIFY(!undone);
        const QString hint = undone.error().problem.hint;
        QCOMPARE(hint.count(u"away: a repository is in it"), 2);
        QVERIFY2(hint.contains(u"“nest”") && hint.contains(u"“deep”"), qPrintable(hint));
        QVERIFY2(!hint.contains(u" clean "), qPrintable(hint));
    }

    void ofWhatIsHugeNotAllIsLookedAt()
    {
        const Bench bench;
        const auto request = requestFor(bench.path(u"orders"_s));
        VERIFY_RESULT(request);
        VERIFY_RESULT(writer(bench).apply(*request));
        const QString many = u"mkdir wide && cd wide && seq 1000 | xargs touch"_s;
        QCOMPARE(runCommand(bench.path(u"orders"_s), u"sh"_s, {u"-c"_s, many}).exitCode, 0);
        gitOutput(bench.path(u"orders"_s), "init -q wide/deep/er");
        const auto undone = writer(bench).undo(bench.path(u"orders"_s));
        QVERIFY(!undone);
        const QString hint = undone.error().problem.hint;
        QVERIFY2(!hint.contains(u"a repository is in it") && hint.contains(u" clean "),
                 qPrintable(hint));
    }

    void whatWasPushedIsSaidFirst()
    {
        const Bench bench;
        const auto request = requestFor(bench.path(u"orders"_s));
        VERIFY_RESULT(request);
        VERIFY_RESULT(writer(bench).apply(*request));
        gitOutput(bench.work(), "init -q --bare remote");
        gitOutput(bench.path(u"orders"_s), "remote add origin ../remote");
        gitOutput(bench.path(u"orders"_s), "push -q -u origin HEAD:main");
        const auto undone = writer(bench).undo(bench.path(u"orders"_s));
        QVERIFY(!undone);
        const Problem problem = undone.error().problem;
        QVERIFY2(problem.message.endsWith(u"\n  origin/main: The commit was pushed there."),
                 qPrintable(problem.message));
        QVERIFY2(problem.hint.contains(u"Others may have it"), qPrintable(problem.hint));
    }

    void anotherBranchIsSaidFirstWithTheWayBack()
    {
        const Bench bench;
        prepare(bench);
        auto request = requestFor(bench.path(u"repo/a/orders"_s));
        VERIFY_RESULT(request);
        request->branch = u"add-orders"_s;
        VERIFY_RESULT(writer(bench).apply(*request));
        gitOutput(bench.path(u"repo"_s), "switch -q main");
        const auto undone = writer(bench).undo(bench.path(u"repo"_s));
        QVERIFY(!undone);
        QCOMPARE(undone.error().problem.code, u"undo.changed"_s);
        QVERIFY(
            undone.error().problem.message.contains(u"\n  Another branch than “add-orders” is"));
        QVERIFY(!undone.error().problem.message.contains(u"README.md"));
        const QString hint = undone.error().problem.hint;
        QVERIFY2(hint.contains(u"git -C "_s + bench.path(u"repo"_s) + u" switch add-orders"_s),
                 qPrintable(hint));
        gitOutput(bench.path(u"repo"_s), "switch -q add-orders");
        VERIFY_RESULT(writer(bench).undo(bench.path(u"repo"_s)));
    }

    void behindLaterCommitsTheWayOutIsGits()
    {
        const Bench bench;
        prepare(bench);
        auto request = requestFor(bench.path(u"repo/a/orders"_s));
        VERIFY_RESULT(request);
        const auto applied = writer(bench).apply(*request);
        VERIFY_RESULT(applied);
        gitOutput(bench.path(u"repo"_s), "commit -q --allow-empty -m x");
        const auto undone = writer(bench).undo(bench.path(u"repo"_s));
        QVERIFY(!undone);
        const QString hint = undone.error().problem.hint;
        const QString git = u"git -C "_s + bench.path(u"repo"_s);
        QVERIFY2(hint.contains(git + u" revert "_s), qPrintable(hint));
        const qsizetype reset = hint.indexOf(u"reset --keep "_s);
        QVERIFY2(reset > 0, qPrintable(hint));
        gitOutput(bench.path(u"repo"_s), hint.sliced(reset, 25).toUtf8().constData());
        VERIFY_RESULT(writer(bench).undo(bench.path(u"repo"_s)));
    }

    void aBranchThatIsGoneCanBeMadeOnceMore()
    {
        const Bench bench;
        prepare(bench);
        auto request = requestFor(bench.path(u"repo/a/orders"_s));
        VERIFY_RESULT(request);
        request->branch = u"add-orders"_s;
        VERIFY_RESULT(writer(bench).apply(*request));
        gitOutput(bench.path(u"repo"_s), "switch -q main");
        gitOutput(bench.path(u"repo"_s), "branch -q -D add-orders");
        const auto undone = writer(bench).undo(bench.path(u"repo"_s));
        QVERIFY(!undone);
        const QString hint = undone.error().problem.hint;
        const qsizetype start = hint.indexOf(u"git -C ");
        const QString command = hint.sliced(start, hint.indexOf(u';') - start);
        QVERIFY2(command.contains(u"switch -c add-orders "), qPrintable(hint));
        QCOMPARE(runCommand(bench.work(), u"sh"_s, {u"-c"_s, command}).exitCode, 0);
        VERIFY_RESULT(writer(bench).undo(bench.path(u"repo"_s)));
    }

    void commitsThatOnlyTheLogKnowsAreToBeLookedAt()
    {
        const Bench bench;
        prepare(bench);
        const auto request = requestFor(bench.path(u"orders"_s));
        VERIFY_RESULT(request);
        VERIFY_RESULT(writer(bench).apply(*request));
        gitOutput(bench.path(u"orders"_s), "commit -q --allow-empty -m x");
        gitOutput(bench.path(u"orders"_s), "reset -q --hard HEAD~1");
        const auto undone = writer(bench).undo(bench.path(u"orders"_s));
        QVERIFY(!undone);
        QVERIFY2(undone.error().problem.hint.contains(u"git reflog"),
                 qPrintable(undone.error().problem.hint));
    }

private:
    static void prepare(const Bench &bench)
    {
        gitOutput(bench.work(), "init -q -b main unborn");
        gitOutput(bench.work(), "init -q -b main repo");
        put(bench.path(u"repo/README.md"_s), "# Made by the host\n");
        gitOutput(bench.path(u"repo"_s), "add -A");
        gitOutput(bench.path(u"repo"_s), "commit -q -m first");
    }

    Writer writer(const Bench &bench) { return {m_fileSystem, bench.state()}; }

    IsolatedGit m_git;
    CountingFileSystem m_fileSystem;
};

QTEST_GUILESS_MAIN(TestUndoWays)
#include "tst_undoways.moc"
