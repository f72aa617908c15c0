#include "models/plan/folder.h"
#include "tests/plan/workbench.h"

#include <sys/file.h>

#include <fcntl.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

/// What stops an apply: then everything is as before, and the reason says what to do.
class TestWriterRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void aHookThatRefusesLeavesEverythingAsItWas_data() { kinds(); }

    void aHookThatRefusesLeavesEverythingAsItWas()
    {
        const Bench bench;
        const auto request = prepared(bench);
        VERIFY_RESULT(request);
        hook("#!/bin/sh\necho 'no tests, no commit'\nexit 1\n");
        refused(bench, *request, u"git.hook-refused"_s);
        QVERIFY(m_refusal.excerpt.contains(u"no tests, no commit"));
    }

    void aHookThatChangesWhatWasShownIsRefused_data() { kinds(); }

    void aHookThatChangesWhatWasShownIsRefused()
    {
        const Bench bench;
        const auto request = prepared(bench);
        VERIFY_RESULT(request);
        hook("#!/bin/sh\nf=$(git diff --cached --name-only | grep README)\n"
             "echo formatted > \"$f\"\ngit add \"$f\"\n");
        const QString service
            = QString::fromUtf8(request->destination.repository
                                    ? joined(request->destination.repository->prefix, "README.md")
                                    : QByteArray());
        refused(bench, *request, u"write.hook-changed"_s, service);
        QVERIFY(m_refusal.hint.contains(u"--no-commit"));
    }

    void aHookSeesTheFilesAndTheIndex_data() { kinds(); }

    void aHookSeesTheFilesAndTheIndex()
    {
        const Bench bench;
        const auto request = prepared(bench);
        VERIFY_RESULT(request);
        const QString seen = bench.state() + u".seen"_s;
        hook("#!/bin/sh\ngit diff --cached --name-only --diff-filter=AM > " + seen.toUtf8()
             + "\nfor f in $(cat " + seen.toUtf8() + "); do test -f \"$f\" || exit 1; done\n");
        VERIFY_RESULT(Writer(m_fileSystem, bench.state()).apply(*request));
        QCOMPARE(contentOf(seen).count('\n'), 5);
    }

    void withoutAnIdentityNothingIsWritten_data() { kinds(); }

    void withoutAnIdentityNothingIsWritten()
    {
        const Bench bench;
        const auto request = prepared(bench);
        VERIFY_RESULT(request);
        m_git.configure("[user]\n\tuseConfigOnly = true\n");
        refused(bench, *request, u"git.identity"_s);
    }

    void whatChangedSinceThePlanIsRefusedByFile_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("file");
        QTest::newRow("a file appeared") << u"echo x > repo/new.txt"_s << u"new.txt"_s;
        QTest::newRow("a file's content") << u"cd repo && echo x > README.md"_s << u"repo"_s;
        QTest::newRow("a commit") << u"cd repo && git commit -q --allow-empty -m x"_s << u"repo"_s;
        QTest::newRow("a branch") << u"cd repo && git switch -q -c x"_s << u"repo"_s;
        QTest::newRow("another folder") << u"mv repo old && cp -r old repo"_s << u"repo"_s;
        QTest::newRow("no folder") << u"rm -r repo"_s << u"repo"_s;
        QTest::newRow("a merge") << u"cd repo && git rev-parse HEAD > .git/MERGE_HEAD"_s
                                 << u"repo"_s;
    }

    void whatChangedSinceThePlanIsRefusedByFile()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, file);
        const Bench bench;
        clone(bench);
        const auto request = requestFor(bench.path(u"repo"_s), {made("new.txt", "new\n")});
        VERIFY_RESULT(request);
        QCOMPARE(runCommand(bench.work(), u"sh"_s, {u"-c"_s, what}).exitCode, 0);
        refused(bench, *request, u"destination.changed"_s);
        QVERIFY2(m_refusal.file.endsWith(file) || m_refusal.message.contains(file + u": "_s),
                 qPrintable(m_refusal.toString()));
    }

    void aDestinationThatAppearsWhileItIsPreparedIsNotOverwritten()
    {
        const Bench bench;
        const auto request = requestFor(bench.path(u"orders"_s));
        VERIFY_RESULT(request);
        CountingFileSystem fileSystem;
        fileSystem.onStep = [&](const QByteArray &) { QDir().mkdir(bench.path(u"orders"_s)); };
        const auto applied = Writer(fileSystem, bench.state()).apply(*request);
        QVERIFY(!applied);
        QCOMPARE(applied.error().problem.code, u"destination.changed"_s);
        QCOMPARE(bench.picture(), QStringList{u"orders/"_s});
    }

    void aDestinationThatIsTakenAwayWhileItIsWrittenIsSaid_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::newRow("the folder around it") << u"a/orders"_s;
        QTest::newRow("the repository") << u"repo"_s;
    }

    void aDestinationThatIsTakenAwayWhileItIsWrittenIsSaid()
    {
        QFETCH(const QString, destination);
        const Bench bench;
        clone(bench);
        QDir().mkdir(bench.path(u"a"_s));
        const auto request = requestFor(bench.path(destination), {made("new.txt", "new\n")});
        VERIFY_RESULT(request);
        CountingFileSystem fileSystem;
        fileSystem.onStep = [&](const QByteArray &step) {
            if (step == "commit") {
                QDir().rename(bench.path(u"repo"_s), bench.path(u"gone"_s));
                QDir().rename(bench.path(u"a"_s), bench.path(u"b"_s));
            }
        };
        const auto applied = Writer(fileSystem, bench.state()).apply(*request);
        QVERIFY(!applied);
        const QStringList left = bench.picture();
        QVERIFY2(!left.contains(u"gone/new.txt new\n"_s), qPrintable(left.join(u'\n')));
    }

    void theSecondOfTwoRunsIsRefused_data() { kinds(); }

    void theSecondOfTwoRunsIsRefused()
    {
        const Bench bench;
        const auto request = prepared(bench);
        VERIFY_RESULT(request);
        QStringList codes;
        CountingFileSystem fileSystem;
        fileSystem.onStep = [&](const QByteArray &) {
            const auto second = Writer(m_fileSystem, bench.state()).apply(*request);
            codes += second ? u"applied"_s : second.error().problem.code;
        };
        VERIFY_RESULT(Writer(fileSystem, bench.state()).apply(*request));
        codes.removeDuplicates();
        QVERIFY2(codes == QStringList{u"destination.locked"_s}, qPrintable(codes.join(u' ')));
    }

    void cancellingIsBeforeOrAfter_data() { kinds(); }

    void cancellingIsBeforeOrAfter()
    {
        const Bench bench;
        auto request = prepared(bench);
        VERIFY_RESULT(request);
        const std::stop_source source;
        request->stop = source.get_token();
        source.request_stop();
        refused(bench, *request, u"write.cancelled"_s);
    }

    void cancellingInTheMiddleTakesEverythingBack_data() { kinds(); }

    void cancellingInTheMiddleTakesEverythingBack()
    {
        const Bench bench;
        auto request = prepared(bench);
        VERIFY_RESULT(request);
        const std::stop_source source;
        request->stop = source.get_token();
        m_fileSystem.onStep = [&](const QByteArray &step) {
            if (step == "commit")
                source.request_stop();
        };
        refused(bench, *request, u"write.cancelled"_s);
        m_fileSystem.onStep = {};
    }

    void whatGitCannotDoIsRefused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("branch");
        QTest::addColumn<QString>("code");
        QTest::newRow("no branch is checked out")
            << u"git checkout -q --detach"_s << QString() << u"destination.detached"_s;
        QTest::newRow("the branch is there")
            << u"git branch add-orders"_s << u"add-orders"_s << u"write.branch-exists"_s;
        QTest::newRow("no name of a branch") << u"true"_s << u"-x"_s << u"write.branch"_s;
    }

    void whatGitCannotDoIsRefused()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, branch);
        QFETCH(const QString, code);
        const Bench bench;
        clone(bench);
        QCOMPARE(runCommand(bench.path(u"repo"_s), u"sh"_s, {u"-c"_s, what}).exitCode, 0);
        auto request = requestFor(bench.path(u"repo/orders"_s));
        VERIFY_RESULT(request);
        request->branch = branch;
        refused(bench, *request, code);
    }

    void whatAHookLeavesIsRefusedByName_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("file");
        for (const char *name :
             {"orders", "empty", "unborn", "repo/services/orders", "repo/there"}) {
            const QString destination = QString::fromLatin1(name);
            const QString prefix = name[0] == 'r' ? destination.sliced(5) + u'/' : QString();
            const QByteArray at = prefix.toUtf8();
            QTest::addRow("a file: %s", name)
                << destination << "touch " + at + "hookfile" << prefix + u"hookfile"_s;
            QTest::addRow("a folder: %s", name)
                << destination << "mkdir -p " + at + "cache/a; echo x > " + at + "cache/a/b"
                << prefix + u"cache"_s;
            QTest::addRow("beside the sources: %s", name)
                << destination << "echo x > " + at + "scripts/x" << prefix + u"scripts/x"_s;
        }
    }

    void whatAHookLeavesIsRefusedByName()
    {
        QFETCH(const QByteArray, script);
        QFETCH(const QString, file);
        const Bench bench;
        QDir().mkpath(bench.path(u"repo/there"_s));
        const auto request = prepared(bench);
        hook("#!/bin/sh\n" + script + '\n'); // behind the commit of the clone
        VERIFY_RESULT(request);
        const bool isSeen = request->destination.repository.has_value();
        refused(bench, *request, u"write.hook-changed"_s, isSeen ? file : QString());
        QCOMPARE(m_refusal.file, file);
    }

    void pathsAreCheckedOnceMore_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("code");
        QTest::newRow("out of the destination") << made("../x", "") << u"path.parent"_s;
        QTest::newRow("git's folder") << made(".git/hooks/pre-commit", "") << u"path.git"_s;
        QTest::newRow("the same name") << made("readme.md", "") << u"path.collision"_s;
        QTest::newRow("a link without a target") << made("x", "", FileMode::Link) << u"path.link"_s;
        Change blocked = made("x", "");
        blocked.kind = ChangeClass::Blocked;
        QTest::newRow("a blocked file") << blocked << u"write.blocked"_s;
    }

    void pathsAreCheckedOnceMore()
    {
        QFETCH(const Change, change);
        QFETCH(const QString, code);
        const Bench bench;
        auto request = requestFor(bench.path(u"orders"_s));
        VERIFY_RESULT(request);
        request->changes += change;
        refused(bench, *request, code);
    }

private:
    static QString clone(const Bench &bench)
    {
        const QString path = bench.path(u"repo"_s);
        gitOutput(bench.work(), "init -q -b main repo");
        put(path + u"/README.txt"_s, "hello\n");
        put(path + u"/README.md"_s, "hello\n");
        gitOutput(path, "add -A");
        gitOutput(path, "commit -q -m first");
        return path;
    }

    static void kinds()
    {
        QTest::addColumn<QString>("destination");
        QTest::newRow("absent") << u"orders"_s;
        QTest::newRow("empty") << u"empty"_s;
        QTest::newRow("unborn") << u"unborn"_s;
        QTest::newRow("a folder in a repository") << u"repo/services/orders"_s;
    }

    static Result<WriteRequest> prepared(const Bench &bench)
    {
        QFETCH(const QString, destination);
        QDir().mkdir(bench.path(u"empty"_s));
        gitOutput(bench.work(), "init -q -b main unborn");
        clone(bench);
        auto request = requestFor(bench.path(destination));
        if (request && request->destination.kind == DestinationKind::RepositoryFolder)
            request->branch = u"add-orders"_s;
        return request;
    }

    /// A pre-commit hook of the user's, for every repository.
    void hook(const QByteArray &script)
    {
        putExecutable(m_git.home() + u"/hooks/pre-commit"_s, script);
        m_git.configure(QByteArray(identityText)
                        + "[core]\n\thooksPath = " + (m_git.home() + u"/hooks"_s).toUtf8() + '\n');
    }

    /// `made`: what somebody made, or changed, at that path of the repository in the meantime. It
    /// stays there, or is kept.
    void refused(const Bench &bench, const WriteRequest &request, const QString &code,
                 const QString &made = {})
    {
        const QStringList files = bench.picture();
        const QByteArray git = bench.gitPicture(u"repo"_s) + bench.gitPicture(u"unborn"_s);
        const auto applied = Writer(m_fileSystem, bench.state()).apply(request);
        QVERIFY(!applied);
        m_refusal = applied.error().problem;
        QVERIFY2(m_refusal.code == code, qPrintable(m_refusal.toString()));
        const QString root
            = request.destination.repository ? request.destination.repository->root : QString();
        QStringList left = bench.picture();
        QStringList there;
        for (const QString &name : {u"repo"_s, u"unborn"_s}) {
            const QDir home(bench.path(name + u"/.git/waymark"_s));
            for (const QString &entry : home.entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
                QVERIFY(entry.startsWith(u"kept-"));
                there += home.filePath(entry + u'/' + made);
            }
        }
        if (there.isEmpty() && !made.isEmpty()) {
            there += root + u'/' + made;
            const QString line = there.first().sliced(bench.work().size() + 1);
            left.removeIf([&line](const QString &other) { return other.startsWith(line); });
        }
        QCOMPARE(left, files);
        QCOMPARE(there.size(), made.isEmpty() ? 0 : 1);
        QVERIFY(made.isEmpty() || QFileInfo::exists(there.first()));
        QVERIFY(there.isEmpty() || !there.first().contains(u"/kept-")
                || m_refusal.hint.contains(there.first().chopped(made.size() + 1)));
        QCOMPARE(bench.gitPicture(u"repo"_s) + bench.gitPicture(u"unborn"_s), git);
        QCOMPARE(bench.leftInState(), QStringList());
    }

    IsolatedGit m_git;
    CountingFileSystem m_fileSystem;
    Problem m_refusal;
};

QTEST_GUILESS_MAIN(TestWriterRefusals)
#include "tst_writerrefusals.moc"
