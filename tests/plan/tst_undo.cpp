#include "models/plan/undopreview.h"
#include "tests/plan/workbench.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

class TestUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void everythingIsAsItWas_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<bool>("commit");
        for (const bool commit : {true, false}) {
            const auto row = [&](const char *name, const QString &destination) {
                QTest::addRow("%s, %s", name, commit ? "with a commit" : "plain files")
                    << destination << commit;
            };
            row("absent", u"orders"_s);
            row("absent, with folders above", u"a/b/orders"_s);
            row("absent, with the longest name", QString(255, u'x'));
            row("empty", u"empty"_s);
            row("unborn", u"unborn"_s);
            row("a fresh clone", u"repo"_s);
            row("an absent folder in a repository", u"repo/services/eu/orders"_s);
            row("an empty folder in a repository", u"repo/empty"_s);
        }
    }

    void everythingIsAsItWas()
    {
        QFETCH(const QString, destination);
        QFETCH(const bool, commit);
        const Bench bench;
        prepare(bench);
        auto request
            = requestFor(bench.path(destination), destination == u"repo" ? updates() : service());
        VERIFY_RESULT(request);
        request->commit = commit;
        request->branch = destination.startsWith(u"repo/") ? u"add-orders"_s : QString();
        request->base = {{.path = "x", .content = "y"}};
        const QStringList files = bench.picture();
        const QByteArray git = gitPictures(bench);
        VERIFY_RESULT(writer(bench).apply(*request));
        QVERIFY(bench.picture() != files);
        VERIFY_RESULT(writer(bench).undo(bench.path(destination)));
        QCOMPARE(bench.picture(), files);
        QCOMPARE(gitPictures(bench), git);
        verifyNothingLeft(bench);
        const auto again = writer(bench).undo(bench.path(destination));
        QVERIFY(!again);
        QCOMPARE(again.error().problem.code, u"undo.nothing"_s);
        VERIFY_RESULT(writer(bench).apply(*request)); // and it can be made once more
    }

    void whatChangedSinceIsRefusedByFile_data()
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
        row("a changed file among plain ones", u"orders"_s, false,
            u"echo x >> cmd/orders/main.go"_s, u"cmd/orders/main.go"_s);
        row("a file that is executable", u"orders"_s, false, u"chmod +x README.md"_s,
            u"README.md"_s);
        row("a link that points elsewhere", u"orders"_s, false, u"ln -sf x docs/index.md"_s,
            u"docs/index.md"_s);
        row("a missing file", u"orders"_s, false, u"rm README.md"_s, u"README.md"_s);
        row("a folder in the place of a file", u"orders"_s, false,
            u"rm README.md; mkdir README.md"_s, u"README.md"_s);
        row("an untracked file", u"orders"_s, true, u"echo x > cmd/new.go"_s, u"cmd/new.go"_s);
        row("an ignored file", u"orders"_s, true, u"echo x > x; echo /x > .git/info/exclude"_s,
            u"x"_s);
        row("a file in the empty folder", u"empty"_s, true, u"echo x > data/x"_s, u"data/x"_s);
        row("a file beside", u"empty"_s, false, u"echo x > x"_s, u"x"_s);
        row("a file beside, in git", u"unborn"_s, true, u"echo x > x"_s, u"x"_s);
        row("a commit", u"orders"_s, true, u"git commit -q --allow-empty -m x"_s,
            u"Another commit"_s);
        row("a branch", u"orders"_s, true, u"git switch -q -c x"_s, u"“main”"_s);
        row("a tag", u"orders"_s, true, u"git tag x"_s, u"refs/tags/x"_s);
        row("a packed branch", u"empty"_s, true, u"git branch y; git pack-refs --all"_s,
            u"refs/heads/y"_s);
        row("something staged", u"unborn"_s, true,
            u"echo x >> README.md; git add .; "
            "git cat-file blob HEAD:README.md > README.md"_s,
            u"README.md"_s);
        row("a commit that only the log knows", u"orders"_s, true,
            u"git commit -q --allow-empty -m x; git reset -q --hard HEAD~1"_s, u".git/logs/HEAD"_s);
        row("a linked work tree", u"orders"_s, true, u"git worktree add -q --detach ../wt"_s,
            u".git/worktrees/wt"_s);
        row("a hook", u"orders"_s, true, u"echo x > .git/hooks/pre-commit"_s,
            u".git/hooks/pre-commit"_s);
        row("a remote", u"orders"_s, true, u"git remote add origin ../x"_s, u".git/config"_s);
        row("a setting", u"orders"_s, true, u"git config core.foo bar"_s, u".git/config"_s);
        row("a setting, where there was a folder", u"empty"_s, true, u"git config core.foo bar"_s,
            u".git/config"_s);
        row("data in git's folder", u"orders"_s, true,
            u"mkdir .git/mine; echo x > .git/mine/data"_s, u".git/mine"_s);
        row("a description", u"orders"_s, true, u"echo x > .git/description"_s,
            u".git/description"_s);
        row("a pattern of what to ignore", u"orders"_s, true, u"echo x > .git/info/exclude"_s,
            u".git/info/exclude"_s);
        row("a stash", u"orders"_s, true, u"echo x >> README.md; git stash -q"_s, u"refs/stash"_s);
        row("another file of the clone", u"repo"_s, true, u"echo x >> LICENSE"_s, u"LICENSE"_s);
        row("a commit in the monorepo", u"repo/a/orders"_s, true,
            u"git commit -q --allow-empty -m x"_s, u"Another commit"_s);
        row("a file in the folder of a monorepo", u"repo/a/orders"_s, true, u"echo x > x"_s,
            u"a/orders/x"_s);
        row("a push", u"unborn"_s, true,
            u"git init -q --bare ../remote; git remote add r ../remote; git push -q r main"_s,
            u"r/main"_s);
        row("a push that others went on from", u"repo/a/orders"_s, true,
            u"git init -q --bare ../../../remote; git remote add r ../remote; "
            "git commit -q --allow-empty -m x; git push -q r HEAD:x; git reset -q --hard HEAD~1"_s,
            u"r/x"_s);
        row("a repository made of plain files", u"orders"_s, false, u"git init -q"_s, u".git"_s);
        row("a repository made and committed to", u"orders"_s, false,
            u"git init -q; git add .; git commit -q -m x; git switch -q -c y; "
            "git commit -q --allow-empty -m y; git switch -q -"_s,
            u".git"_s);
        row("a repository made above", u"a/orders"_s, false,
            u"cd ..; git init -q; git add .; git commit -q -m x"_s, u"README.md"_s);
        row("a repository where there was a folder", u"empty"_s, false,
            u"git init -q; git add .; git commit -q -m x"_s, u"README.md"_s);
        row("plain files that were committed", u"repo/a/orders"_s, false,
            u"git add .; git commit -q -m x"_s, u"a/orders/README.md"_s);
        row("plain files that were staged", u"repo/a/orders"_s, false, u"git add README.md"_s,
            u"a/orders/README.md"_s);
        row("the first commit of plain files", u"unborn"_s, false,
            u"git add .; git commit -q -m x"_s, u"README.md"_s);
        row("a golden file that was committed", u"repo"_s, false, u"git commit -q -a -m x"_s,
            u"README.md"_s);
        row("another folder", u"orders"_s, true, u"cd ..; mv orders old; cp -r old orders"_s,
            u"orders"_s);
    }

    void whatChangedSinceIsRefusedByFile()
    {
        QFETCH(const QString, destination);
        QFETCH(const bool, commit);
        QFETCH(const QString, what);
        QFETCH(const QString, file);
        const Bench bench;
        prepare(bench);
        auto request
            = requestFor(bench.path(destination), destination == u"repo" ? updates() : service());
        VERIFY_RESULT(request);
        request->commit = commit;
        VERIFY_RESULT(writer(bench).apply(*request));
        QCOMPARE(runCommand(bench.path(destination), u"sh"_s, {u"-c"_s, what}).exitCode, 0);
        const QStringList files = bench.picture();
        const QByteArray git = gitPictures(bench);
        const auto undone = writer(bench).undo(bench.path(destination));
        QVERIFY(!undone);
        QCOMPARE(undone.error().problem.code, u"undo.changed"_s);
        const QString told = undone.error().problem.message;
        QVERIFY2(told.contains(file + u": "_s) || told.contains(file + u" is "_s),
                 qPrintable(undone.error().problem.toString()));
        QCOMPARE(bench.picture(), files);
        QCOMPARE(gitPictures(bench), git);
    }

    void whileGitIsAtWorkNothingMoves()
    {
        const Bench bench;
        prepare(bench);
        const auto request = requestFor(bench.path(u"repo/orders"_s));
        VERIFY_RESULT(request);
        VERIFY_RESULT(writer(bench).apply(*request));
        put(bench.path(u"repo/.git/index.lock"_s), "");
        const QStringList files = bench.picture();
        const auto undone = writer(bench).undo(bench.path(u"repo/orders"_s));
        QVERIFY(!undone);
        QCOMPARE(undone.error().problem.code, u"git.index-locked"_s);
        QVERIFY(undone.error().problem.hint.contains(u"rm "));
        QCOMPARE(bench.picture(), files);
        QVERIFY(QFile::remove(bench.path(u"repo/.git/index.lock"_s)));
        VERIFY_RESULT(writer(bench).undo(bench.path(u"repo/orders"_s)));
    }

    void foldersAboveThatHoldMoreStay_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::newRow("absent") << u"a/b/orders"_s;
        QTest::newRow("in a repository") << u"repo/b/orders"_s;
    }

    void foldersAboveThatHoldMoreStay()
    {
        QFETCH(const QString, destination);
        const Bench bench;
        prepare(bench);
        const QStringList files = bench.picture();
        const auto request = requestFor(bench.path(destination));
        VERIFY_RESULT(request);
        VERIFY_RESULT(writer(bench).apply(*request));
        const QString beside = QFileInfo(destination).path() + u"/notes"_s;
        put(bench.path(beside), "mine");
        VERIFY_RESULT(writer(bench).undo(bench.path(destination)));
        QCOMPARE(contentOf(bench.path(beside)), "mine");
        QVERIFY(!QFileInfo::exists(bench.path(destination)));
    }

    void onlyTheLastApplyOfARepositoryIsTakenBack()
    {
        const Bench bench;
        prepare(bench);
        const auto first = requestFor(bench.path(u"repo/a"_s));
        VERIFY_RESULT(first);
        VERIFY_RESULT(writer(bench).apply(*first));
        const QByteArray git = gitPictures(bench);
        const auto second = requestFor(bench.path(u"repo/b"_s));
        VERIFY_RESULT(second);
        VERIFY_RESULT(writer(bench).apply(*second));
        VERIFY_RESULT(writer(bench).undo(bench.path(u"repo"_s)));
        QCOMPARE(gitPictures(bench), git);
        QVERIFY(QFileInfo::exists(bench.path(u"repo/a/README.md"_s)));
        QVERIFY(!QFileInfo::exists(bench.path(u"repo/b"_s)));
    }

    void theNoteOfAFolderThatIsGoneIsNotTaken()
    {
        const Bench bench;
        auto request = requestFor(bench.path(u"orders"_s));
        VERIFY_RESULT(request);
        request->commit = false;
        VERIFY_RESULT(writer(bench).apply(*request));
        QVERIFY(QDir(bench.work()).rename(u"orders"_s, u"elsewhere"_s)); // so that it stays another
        request = requestFor(bench.path(u"orders"_s));
        VERIFY_RESULT(request);
        VERIFY_RESULT(writer(bench).apply(*request));
        QVERIFY(QFileInfo::exists(bench.path(u"orders/.git"_s)));
        VERIFY_RESULT(writer(bench).undo(bench.path(u"orders"_s)));
        QVERIFY(!QFileInfo::exists(bench.path(u"orders"_s)));
    }

    void whatMovedIsFollowed_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<QString>("moves"); // the outermost folder that moves
        QTest::newRow("absent") << u"orders"_s << u"orders"_s;
        QTest::newRow("absent, with folders above") << u"a/b/orders"_s << u"a/b/orders"_s;
        QTest::newRow("the folder above") << u"a/b/orders"_s << u"a"_s;
        QTest::newRow("empty") << u"empty"_s << u"empty"_s;
        QTest::newRow("unborn") << u"unborn"_s << u"unborn"_s;
        QTest::newRow("a monorepo") << u"repo/services/orders"_s << u"repo"_s;
    }

    void whatMovedIsFollowed()
    {
        QFETCH(const QString, destination);
        QFETCH(const QString, moves);
        const Bench bench;
        prepare(bench);
        const auto request = requestFor(bench.path(destination));
        VERIFY_RESULT(request);
        VERIFY_RESULT(writer(bench).apply(*request));
        QVERIFY(QDir().rename(bench.path(moves), bench.path(u"moved"_s)));
        const QString now = bench.path(u"moved"_s + destination.sliced(moves.size()));
        const auto undone = writer(bench).undo(now);
        VERIFY_RESULT(undone);
        QCOMPARE(undone->destination, now);
        QVERIFY(!QFileInfo::exists(now + u"/README.md"_s));
        QCOMPARE(bench.leftInState(), QStringList());
        QCOMPARE(writer(bench).undo(now).error().problem.code, u"undo.nothing"_s);
    }

    void whatGitInitCopiesGoesWithTheRepository_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::newRow("absent") << u"orders"_s;
        QTest::newRow("empty") << u"empty"_s;
    }

    void whatGitInitCopiesGoesWithTheRepository()
    {
        QFETCH(const QString, destination);
        const Bench bench;
        const QString wanted = bench.root() + u"/template"_s;
        put(wanted + u"/info/exclude"_s, "*.tmp\n");
        put(wanted + u"/config"_s, "[secrets]\n\tpattern = x\n");
        put(wanted + u"/hooks/lib/words"_s, "x\n");
        putExecutable(wanted + u"/hooks/pre-commit"_s, "#!/bin/sh\n");
        m_git.configure(identityText + "[init]\n\ttemplateDir = "_ba + wanted.toUtf8() + '\n');
        QDir().mkdir(bench.path(u"empty"_s));
        const QStringList before = bench.picture();
        const auto request = requestFor(bench.path(destination));
        VERIFY_RESULT(request);
        VERIFY_RESULT(writer(bench).apply(*request));
        const QString hook = bench.path(destination + u"/.git/hooks/pre-commit"_s);
        QVERIFY(QFileInfo(hook).isExecutable());
        putExecutable(hook, "#!/bin/sh\n# mine\n");
        const auto refused = writer(bench).undo(bench.path(destination));
        QVERIFY(!refused);
        QVERIFY(refused.error().problem.message.contains(u".git/hooks/pre-commit: "));
        putExecutable(hook, "#!/bin/sh\n");
        VERIFY_RESULT(writer(bench).undo(bench.path(destination)));
        QCOMPARE(bench.picture(), before);
    }

    void whatGoesIsKnownBefore_data() { everythingIsAsItWas_data(); }

    void whatGoesIsKnownBefore()
    {
        QFETCH(const QString, destination);
        QFETCH(const bool, commit);
        const Bench bench;
        prepare(bench);
        QVERIFY(!previewUndo(bench.path(destination), bench.state()));
        const bool isClone = destination == u"repo";
        auto request = requestFor(bench.path(destination), isClone ? updates() : service());
        VERIFY_RESULT(request);
        request->commit = commit;
        request->branch = destination.startsWith(u"repo/") ? u"add-orders"_s : QString();
        VERIFY_RESULT(writer(bench).apply(*request));
        const QStringList before = bench.picture();
        const auto preview = previewUndo(bench.path(destination), bench.state());
        VERIFY_RESULT(preview);
        QCOMPARE(bench.picture(), before);
        QCOMPARE(preview->destination, bench.path(destination));
        const QByteArrayList made{"cmd/orders/main.go", "deploy/base/kustomization.yaml",
                                  "docs/index.md", "scripts/run"};
        const QByteArrayList readme{"README.md"};
        QCOMPARE(preview->removed, isClone ? made : readme + made);
        QCOMPARE(preview->restored, isClone ? readme : QByteArrayList());
    }

    void aCopyIsNotTakenBack()
    {
        const Bench bench;
        const auto request = requestFor(bench.path(u"orders"_s));
        VERIFY_RESULT(request);
        VERIFY_RESULT(writer(bench).apply(*request));
        QCOMPARE(runCommand(bench.work(), u"cp"_s, {u"-a"_s, u"orders"_s, u"copy"_s}).exitCode, 0);
        const auto undone = writer(bench).undo(bench.path(u"copy"_s));
        QVERIFY(!undone);
        QCOMPARE(undone.error().problem.code, u"undo.other"_s);
        QVERIFY(undone.error().problem.message.contains(u"copied"));
        QVERIFY(QFileInfo::exists(bench.path(u"copy/README.md"_s)));
        VERIFY_RESULT(writer(bench).undo(bench.path(u"orders"_s)));
    }

    void plainFilesThatMovedAreGone()
    {
        const Bench bench;
        auto request = requestFor(bench.path(u"orders"_s));
        VERIFY_RESULT(request);
        request->commit = false;
        VERIFY_RESULT(writer(bench).apply(*request));
        QVERIFY(QDir().rename(bench.path(u"orders"_s), bench.path(u"moved"_s)));
        const auto undone = writer(bench).undo(bench.path(u"orders"_s));
        QVERIFY(!undone);
        QCOMPARE(undone.error().problem.code, u"undo.nothing"_s);
        QVERIFY(undone.error().problem.message.contains(u"moved"));
    }

    void aNoteThatCannotBeReadIsSaid()
    {
        const Bench bench;
        prepare(bench);
        put(bench.path(u"repo/.git/waymark/undo.json"_s), "{\"version\": 99}\n");
        const auto undone = writer(bench).undo(bench.path(u"repo"_s));
        QVERIFY(!undone);
        QCOMPARE(undone.error().problem.code, u"journal.unreadable"_s);
        QVERIFY(undone.error().problem.file.endsWith(u"repo/.git/waymark/undo.json"));
    }

private:
    static void prepare(const Bench &bench)
    {
        QDir().mkdir(bench.path(u"empty"_s));
        gitOutput(bench.work(), "init -q -b main unborn");
        gitOutput(bench.work(), "init -q -b main repo");
        put(bench.path(u"repo/README.md"_s), "# Made by the host\n");
        put(bench.path(u"repo/LICENSE"_s), "free\n");
        gitOutput(bench.path(u"repo"_s), "add -A");
        gitOutput(bench.path(u"repo"_s), "commit -q -m first");
        QDir().mkdir(bench.path(u"repo/empty"_s));
    }

    static QList<Change> updates()
    {
        auto changes = service();
        changes[0].kind = ChangeClass::Updated;
        changes[0].oldMode = FileMode::Regular;
        changes[0].oldContent = "# Made by the host\n";
        return changes;
    }

    Writer writer(const Bench &bench) { return {m_fileSystem, bench.state()}; }

    static QByteArray gitPictures(const Bench &bench)
    {
        return bench.gitPicture(u"repo"_s) + bench.gitPicture(u"unborn"_s)
            + bench.gitPicture(u"orders"_s) + bench.gitPicture(u"empty"_s);
    }

    static void verifyNothingLeft(const Bench &bench)
    {
        QCOMPARE(bench.leftInState(), QStringList());
        for (const QString &name : {u"repo"_s, u"unborn"_s}) {
            QVERIFY(!QFileInfo::exists(bench.path(name + u"/.git/waymark"_s)));
            QCOMPARE(gitOutput(bench.path(name), "status --porcelain"), "");
            const GitRun checked = testing::git(bench.path(name), "fsck --strict --no-dangling");
            QCOMPARE(checked.exitCode, 0);
        }
        QVERIFY(!QFileInfo::exists(bench.path(u"unborn/.git/index"_s)));
    }

    IsolatedGit m_git;
    CountingFileSystem m_fileSystem;
};

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
