#include "tests/plan/workbench.h"

#include <functional>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// Lets something happen just before the n-th move.
class LateFileSystem : public FileSystem
{
public:
    std::function<void(int number)> beforeMove;

    int move(int fromFolder, const char *from, int toFolder, const char *to) override
    {
        ++m_moves;
        if (beforeMove)
            beforeMove(m_moves);
        return FileSystem::move(fromFolder, from, toFolder, to);
    }

private:
    int m_moves = 0;
};

} // namespace

/// What somebody does between an undo's look at a destination that was absent, and its removal.
class TestUndoRace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void whatChangesInTheLastMomentIsNotLost_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<bool>("commit");
        QTest::addColumn<QString>("what"); // in the destination
        QTest::addColumn<QString>("file");
        const auto row = [](const char *name, const QString &destination, bool commit,
                            const QString &what, const QString &file) {
            QTest::newRow(name) << destination << commit << what << file;
        };
        row("a changed file", u"orders"_s, true, u"echo x >> README.md"_s, u"README.md"_s);
        row("a changed plain file", u"orders"_s, false, u"echo x >> README.md"_s, u"README.md"_s);
        row("a file", u"orders"_s, true, u"echo x > cmd/x"_s, u"cmd/x"_s);
        row("an ignored file", u"orders"_s, true, u"echo /x > .git/info/exclude; echo x > x"_s,
            u"x"_s);
        row("a missing file", u"orders"_s, false, u"rm README.md"_s, u"README.md"_s);
        row("a commit", u"orders"_s, true, u"git commit -q --allow-empty -m x"_s,
            u"Another commit is"_s);
        row("a tag", u"orders"_s, true, u"git tag x"_s, u"refs/tags/x"_s);
        row("below folders that were made", u"a/b/orders"_s, true, u"echo x > x"_s, u"x"_s);
        row("in a folder that was made", u"a/b/orders"_s, false, u"echo x > ../x"_s, u"b/x"_s);
        row("beside in the outermost folder", u"a/b/orders"_s, true, u"mkdir ../../x"_s, u"x"_s);
    }

    void whatChangesInTheLastMomentIsNotLost()
    {
        QFETCH(const QString, destination);
        QFETCH(const bool, commit);
        QFETCH(const QString, what);
        QFETCH(const QString, file);
        const Bench bench;
        const QString path = bench.path(destination);
        applyTo(bench, destination, commit);
        LateFileSystem late;
        late.beforeMove = [&](int number) {
            if (number == 1)
                QCOMPARE(runCommand(path, u"sh"_s, {u"-c"_s, what}).exitCode, 0);
        };
        const auto undone = Writer(late, bench.state()).undo(path);
        QVERIFY(!undone);
        QCOMPARE(undone.error().problem.code, u"undo.changed"_s);
        const Problem told = undone.error().problem;
        QVERIFY2(told.message.contains(file) || told.file.endsWith(file),
                 qPrintable(told.toString()));
        const QStringList left = bench.picture();
        QCOMPARE(left.filter(u".waymark"_s), QStringList());
        QCOMPARE(left.contains(destination + u"/scripts/run * #!/bin/sh\n"_s), true);
        FileSystem fileSystem;
        const auto again = Writer(fileSystem, bench.state()).undo(path);
        const bool isBeside = what.contains(u"../"_s); // it stays where it is
        QCOMPARE(again.has_value(), isBeside);
        if (isBeside)
            QVERIFY(QFileInfo::exists(bench.path(u"a/"_s + file)));
        else
            QCOMPARE(bench.picture(), left);
    }

    void whatIsWrittenBeforeTheFirstMoveComesBack_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<bool>("commit");
        QTest::addColumn<QString>("what"); // in the destination
        QTest::addColumn<QString>("file");
        const auto row = [](const char *name, const QString &destination, bool commit,
                            const QString &what, const QString &file) {
            QTest::newRow(name) << destination << commit << what << file;
        };
        row("a file in a repository", u"repo/a/orders"_s, true, u"echo x > mine"_s,
            u"a/orders/mine"_s);
        row("a changed file in a repository", u"repo/a/orders"_s, true, u"echo x >> README.md"_s,
            u"a/orders/README.md"_s);
        row("a plain file in a repository", u"repo/a/orders"_s, false, u"echo x > cmd/mine"_s,
            u"a/orders/cmd/mine"_s);
        row("something staged in a repository", u"repo/a/orders"_s, true,
            u"echo x > ../../m; git add ../../m"_s, u"repo"_s);
        row("a commit in a repository", u"repo/a/orders"_s, true,
            u"git commit -q --allow-empty -m x"_s, u"repo"_s);
        row("a changed file of a clone", u"repo"_s, true, u"echo x >> README.md"_s, u"README.md"_s);
        row("a file in an empty folder's service", u"empty"_s, true, u"echo x > cmd/mine"_s,
            u"cmd/mine"_s);
        row("a plain file there", u"empty"_s, false, u"echo x >> README.md"_s, u"README.md"_s);
        row("a commit there", u"empty"_s, true, u"git commit -q --allow-empty -m x"_s,
            u"Another commit is"_s);
        row("a setting there", u"empty"_s, true, u"git config core.foo x"_s, u".git/config"_s);
    }

    void whatIsWrittenBeforeTheFirstMoveComesBack()
    {
        QFETCH(const QString, destination);
        QFETCH(const bool, commit);
        QFETCH(const QString, what);
        QFETCH(const QString, file);
        const Bench bench;
        const QString path = bench.path(destination);
        prepare(bench);
        applyTo(bench, destination, commit);
        QStringList expected;
        LateFileSystem late;
        late.beforeMove = [&](int number) {
            if (number != 1)
                return;
            QCOMPARE(runCommand(path, u"sh"_s, {u"-c"_s, what}).exitCode, 0);
            expected = bench.picture();
        };
        const auto undone = Writer(late, bench.state()).undo(path);
        QVERIFY(!undone);
        QCOMPARE(undone.error().problem.code, u"undo.changed"_s);
        const Problem told = undone.error().problem;
        QVERIFY2(told.message.contains(file) || told.file.endsWith(file),
                 qPrintable(told.toString()));
        QCOMPARE(bench.picture(), expected);
        QCOMPARE(bench.leftInState(), QStringList());
    }

    void anUndoThatCannotBeTakenBackSaysHowToGoOn()
    {
        const Bench bench;
        prepare(bench);
        const QString path = bench.path(u"repo/orders"_s);
        applyTo(bench, u"repo/orders"_s, true);
        LateFileSystem late;
        late.beforeMove = [&](int number) {
            if (number == 1)
                put(path + u"/mine"_s, "my words");
            else
                put(path + u"/other"_s, "in the way");
        };
        const auto undone = Writer(late, bench.state()).undo(path);
        QVERIFY(!undone);
        QVERIFY2(undone.error().problem.hint.contains(u"waymark undo"),
                 qPrintable(undone.error().toString()));
        FileSystem fileSystem;
        const auto stuck = Writer(fileSystem, bench.state()).undo(path);
        QVERIFY(!stuck);
        QVERIFY(stuck.error().problem.hint.contains(u"move it away"));
        QVERIFY(QDir().rename(path, bench.path(u"repo/away"_s)));
        const auto recovered = Writer(fileSystem, bench.state()).undo(path);
        VERIFY_RESULT(recovered);
        QCOMPARE(recovered->recovered.what, Recovery::TakenBack);
        QCOMPARE(contentOf(path + u"/mine"_s), "my words");
    }

    void whatIsWrittenBeforeAnApplyMovesItComesBack()
    {
        const Bench bench;
        prepare(bench);
        const QString file = bench.path(u"repo/README.md"_s);
        const auto request = requestFor(bench.path(u"repo"_s), updates());
        VERIFY_RESULT(request);
        LateFileSystem late;
        late.beforeMove = [&](int number) {
            if (number == 1)
                put(file, "my words");
        };
        const auto applied = Writer(late, bench.state()).apply(*request);
        QVERIFY(!applied);
        QCOMPARE(applied.error().problem.code, u"destination.changed"_s);
        QCOMPARE(applied.error().problem.file, u"README.md"_s);
        QCOMPARE(contentOf(file), "my words");
        QVERIFY(!QFileInfo::exists(bench.path(u"repo/cmd"_s)));
    }

    void whatCannotBePutBackIsKeptBeside()
    {
        const Bench bench;
        const QString path = bench.path(u"orders"_s);
        applyTo(bench, u"orders"_s, false);
        LateFileSystem late;
        late.beforeMove = [&](int number) {
            if (number == 1)
                put(path + u"/README.md"_s, "my words");
            else
                QDir().mkdir(path);
        };
        const auto undone = Writer(late, bench.state()).undo(path);
        QVERIFY(!undone);
        QCOMPARE(undone.error().problem.code, u"undo.changed"_s);
        const QString hint = undone.error().problem.hint;
        const QString kept = hint.sliced(hint.indexOf(u'/')).chopped(1);
        QCOMPARE(contentOf(kept + u"/README.md"_s), "my words");
        FileSystem fileSystem;
        VERIFY_RESULT(Writer(fileSystem, bench.state()).recover(path)); // nor does the next run
        QCOMPARE(contentOf(kept + u"/README.md"_s), "my words");
    }

private:
    static void prepare(const Bench &bench)
    {
        QDir().mkdir(bench.path(u"empty"_s));
        gitOutput(bench.work(), "init -q -b main repo");
        put(bench.path(u"repo/README.md"_s), "# Made by the host\n");
        gitOutput(bench.path(u"repo"_s), "add -A");
        gitOutput(bench.path(u"repo"_s), "commit -q -m first");
    }

    static QList<Change> updates()
    {
        auto changes = service();
        changes[0].kind = ChangeClass::Updated;
        changes[0].oldMode = FileMode::Regular;
        changes[0].oldContent = "# Made by the host\n";
        return changes;
    }

    static void applyTo(const Bench &bench, const QString &destination, bool commit)
    {
        auto request
            = requestFor(bench.path(destination), destination == u"repo" ? updates() : service());
        VERIFY_RESULT(request);
        request->commit = commit;
        if (destination.startsWith(u"repo/"))
            request->branch = u"add-orders"_s;
        FileSystem fileSystem;
        VERIFY_RESULT(Writer(fileSystem, bench.state()).apply(*request));
    }

    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestUndoRace)
#include "tst_undorace.moc"
