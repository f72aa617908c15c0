#include "tests/plan/workbench.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

/// What the user does while a commit hook runs, done by the hook itself. Nothing of it is lost, and
/// a repository that is elsewhere by then is not moved.
class TestHookRace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_git.configure(identityText);
        QDir(m_git.home() + u"/hooks"_s).removeRecursively();
    }

    void whatIsWrittenInTheMeantimeIsKeptAndNamed_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<QByteArray>("script"); // in the repository
        QTest::addColumn<QString>("file");
        const auto row
            = [](const char *name, const QString &destination, const QByteArray &script,
                 const QString &file) { QTest::newRow(name) << destination << script << file; };
        row("a file more", u"repo/svc"_s, "echo mine > svc/mine", u"svc/mine"_s);
        row("a planned file", u"repo/svc"_s, "echo mine > svc/README.md", u"svc/README.md"_s);
        row("a planned file of a clone", u"repo"_s, "echo mine > cmd/orders/main.go",
            u"cmd/orders/main.go"_s);
        row("one that takes the place of another", u"repo"_s, "echo mine > README.md",
            u"README.md"_s);
        row("a planned file of a first commit", u"unborn"_s, "echo mine > README.md",
            u"README.md"_s);
    }

    void whatIsWrittenInTheMeantimeIsKeptAndNamed()
    {
        QFETCH(const QString, destination);
        QFETCH(const QByteArray, script);
        QFETCH(const QString, file);
        const Bench bench;
        const auto request = prepared(bench, destination);
        VERIFY_RESULT(request);
        const QStringList before = bench.picture();
        hook(script);
        const auto applied = Writer(m_fileSystem, bench.state()).apply(*request);
        QVERIFY(!applied);
        const Problem problem = applied.error().problem;
        QVERIFY2(problem.code == u"write.hook-changed", qPrintable(problem.toString()));
        QCOMPARE(bench.picture(), before);
        const qsizetype start = problem.hint.lastIndexOf(u'“') + 1;
        const QString kept = problem.hint.sliced(start, problem.hint.lastIndexOf(u'”') - start);
        QCOMPARE(contentOf(kept + u'/' + file), "mine\n"_ba);
        QVERIFY(problem.hint.contains(u'“' + file + u'”'));
    }

    void aRepositoryThatIsElsewhereIsNotMoved_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<QByteArray>("script");
        const auto row
            = [](const char *name, const QString &destination, const QByteArray &script) {
                  QTest::newRow(name) << destination << "unset GIT_INDEX_FILE\n" + script;
              };
        const QByteArray commit = "git commit -q --no-verify --allow-empty -m mine";
        row("a commit in a clone", u"repo"_s, commit);
        row("a commit on an unborn branch", u"unborn"_s, commit);
        row("a commit beside a branch of its own", u"repo/svc"_s, commit);
        row("something staged", u"repo/svc"_s, "echo x > mine; git add mine");
        row("a branch of the same name", u"repo/svc"_s, "git branch add-svc");
        row("another branch", u"repo/svc"_s, "git switch -q -c other");
        row("no branch", u"repo/svc"_s, "git switch -q --detach");
        row("another branch of a clone", u"repo"_s, "git switch -q -c other");
    }

    void aRepositoryThatIsElsewhereIsNotMoved()
    {
        QFETCH(const QString, destination);
        QFETCH(const QByteArray, script);
        const Bench bench;
        const auto request = prepared(bench, destination);
        VERIFY_RESULT(request);
        const QStringList before = bench.picture();
        const QString repository = request->destination.repository->root;
        const QString seen = bench.root() + u"/seen"_s;
        hook(script
             + "\ncat .git/HEAD > S; git show-ref >> S; git ls-files >> S"_ba.replace(
                 " S", ' ' + seen.toUtf8()));
        const auto applied = Writer(m_fileSystem, bench.state()).apply(*request);
        QVERIFY(!applied);
        QVERIFY2(applied.error().problem.code == u"destination.changed",
                 qPrintable(applied.error().toString()));
        QStringList after = bench.picture();
        after.removeAll(u"repo/mine x\n"_s);
        QCOMPARE(after, before);
        QVERIFY(!QFileInfo::exists(repository + u"/.git/waymark"_s));
        const QByteArray now = contentOf(repository + u"/.git/HEAD"_s)
            + testing::git(repository, "show-ref").output + '\n'
            + gitOutput(repository, "ls-files");
        QCOMPARE(now.trimmed(), contentOf(seen).trimmed());
    }

    void aHookThatCommitsItselfIsRefused_data()
    {
        QTest::addColumn<QString>("destination");
        for (const char *name : {"orders", "empty"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void aHookThatCommitsItselfIsRefused()
    {
        QFETCH(const QString, destination);
        const Bench bench;
        const auto request = prepared(bench, destination);
        VERIFY_RESULT(request);
        const QStringList before = bench.picture();
        hook("git commit -q --no-verify --allow-empty -m mine");
        const auto applied = Writer(m_fileSystem, bench.state()).apply(*request);
        QVERIFY(!applied);
        QCOMPARE(applied.error().problem.code, u"destination.changed"_s);
        QCOMPARE(bench.picture(), before);
    }

    void whatAHookCommittedStaysInAnUnbornRepository()
    {
        const Bench bench;
        const auto request = prepared(bench, u"unborn"_s);
        VERIFY_RESULT(request);
        hook("git commit -q --no-verify -m mine");
        const auto applied = Writer(m_fileSystem, bench.state()).apply(*request);
        QVERIFY(!applied);
        const Problem problem = applied.error().problem;
        QCOMPARE(problem.code, u"destination.changed"_s);
        QVERIFY2(problem.hint.contains(u"stays: README.md"), qPrintable(problem.hint));
        const QString repository = bench.path(u"unborn"_s);
        QCOMPARE(gitOutput(repository, "log --format=%s"), "mine"_ba);
        for (const QByteArray &file :
             gitOutput(repository, "ls-tree -r --name-only HEAD").split('\n'))
            QVERIFY(QFileInfo::exists(repository + u'/' + QString::fromUtf8(file)));
    }

    void aPostCommitHookKnowsTheAuthor_data()
    {
        QTest::addColumn<QString>("destination");
        for (const char *name : {"orders", "empty", "unborn", "repo/svc"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void aPostCommitHookKnowsTheAuthor()
    {
        QFETCH(const QString, destination);
        const Bench bench;
        const auto request = prepared(bench, destination);
        VERIFY_RESULT(request);
        const QString seen = bench.root() + u"/seen"_s;
        hook("echo $GIT_AUTHOR_NAME,$GIT_AUTHOR_EMAIL,$GIT_AUTHOR_DATE > " + seen.toUtf8(),
             u"post-commit"_s);
        VERIFY_RESULT(Writer(m_fileSystem, bench.state()).apply(*request));
        const QByteArray date
            = gitOutput(bench.path(destination), "log -1 --format=@%ad --date=raw");
        QCOMPARE(contentOf(seen), "Ada,ada@example.org," + date + '\n');
    }

    void aHookIsEndedOnceTheUserWantsNoMore_data()
    {
        QTest::addColumn<QString>("destination");
        for (const char *name : {"orders", "empty", "unborn", "repo/svc"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void aHookIsEndedOnceTheUserWantsNoMore()
    {
        QFETCH(const QString, destination);
        const Bench bench;
        auto request = prepared(bench, destination);
        VERIFY_RESULT(request);
        const QStringList before = bench.picture();
        hook("sleep 20");
        const auto applied = appliedStoppedAt("commit", bench, *std::move(request));
        QVERIFY2(!applied, "the hook ran to its end");
        QCOMPARE(applied.error().problem.code, u"process.cancelled"_s);
        QCOMPARE(bench.picture(), before);
    }

    void aPostCommitHookThatIsEndedLeavesWhatIsDone_data()
    {
        QTest::addColumn<QString>("destination");
        for (const char *name : {"repo", "unborn", "repo/svc"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void aPostCommitHookThatIsEndedLeavesWhatIsDone()
    {
        QFETCH(const QString, destination);
        const Bench bench;
        auto request = prepared(bench, destination);
        VERIFY_RESULT(request);
        hook("sleep 20", u"post-commit"_s);
        const auto applied = appliedStoppedAt("index", bench, *std::move(request));
        VERIFY_RESULT(applied);
        QCOMPARE(applied->notes.size(), 1);
        QCOMPARE(applied->notes.first().code, u"process.cancelled"_s);
        QCOMPARE(applied->notes.first().severity, Severity::Warning);
        QCOMPARE(gitOutput(bench.path(destination), "rev-parse HEAD"), applied->commit);
    }

private:
    /// What an apply of `request` comes to that is asked to stop at git's step `work`.
    static Result<Applied> appliedStoppedAt(const QByteArray &work, const Bench &bench,
                                            WriteRequest request)
    {
        std::stop_source stop;
        request.stop = stop.get_token();
        CountingFileSystem fileSystem;
        fileSystem.onStep = [&](const QByteArray &step) {
            if (step == work)
                stop.request_stop();
        };
        return Writer(fileSystem, bench.state()).apply(request);
    }

    Result<WriteRequest> prepared(const Bench &bench, const QString &destination)
    {
        QDir().mkdir(bench.path(u"empty"_s));
        gitOutput(bench.work(), "init -q -b main unborn");
        gitOutput(bench.work(), "init -q -b main repo");
        put(bench.path(u"repo/README.md"_s), "# Made by the host\n");
        gitOutput(bench.path(u"repo"_s), "add -A");
        gitOutput(bench.path(u"repo"_s), "commit -q -m first");
        auto changes = service();
        if (destination == u"repo") {
            changes[0].kind = ChangeClass::Updated;
            changes[0].oldMode = FileMode::Regular;
            changes[0].oldContent = "# Made by the host\n";
        }
        auto request = requestFor(bench.path(destination), changes);
        if (request && destination == u"repo/svc")
            request->branch = u"add-svc"_s;
        return request;
    }

    /// A hook of the user's, for every repository.
    void hook(const QByteArray &script, const QString &name = u"pre-commit"_s)
    {
        putExecutable(m_git.home() + u"/hooks/"_s + name, "#!/bin/sh\n" + script + '\n');
        m_git.configure(QByteArray(identityText)
                        + "[core]\n\thooksPath = " + (m_git.home() + u"/hooks"_s).toUtf8() + '\n');
    }

    IsolatedGit m_git;
    FileSystem m_fileSystem;
};

QTEST_GUILESS_MAIN(TestHookRace)
#include "tst_hookrace.moc"
