#include "models/git/index.h"
#include "tests/git/gitcommand.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using git::CommitRequest;
using git::ObjectId;

namespace {

/// A repository with one file written and in its index, but not committed.
class Staged : public Checkout
{
public:
    Staged()
    {
        put(path(u"a.txt"_s), "a\n");
        m_tree = git::writeTree(repository, {{.path = "a.txt", .content = "a\n"}})
                     .value_or(ObjectId());
        if (!git::matchIndex(repository, m_tree))
            qFatal("no index");
    }

    void hook(const char *name, const QByteArray &script) const
    {
        putExecutable(path(u".git/hooks/"_s + QString::fromLatin1(name)), "#!/bin/sh\n" + script);
    }

    [[nodiscard]] CommitRequest request(const QByteArray &message = "Add a\n") const
    {
        return {.tree = m_tree,
                .message = message,
                .identity = {ada(), ada()},
                .hooks = {.planned = {"a.txt"}}};
    }

    const git::Repository repository = std::move(*git::Repository::open(path()));

private:
    ObjectId m_tree;
};

} // namespace

class TestCommit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void aCommitIsAsGitMakesIt()
    {
        const Staged staged;
        CommitRequest request = staged.request("Größe\n\n  body  \n\n");
        request.identity.committer = {u"Bob"_s, u"bob@example.org"_s, 1'700'000'001, -90};
        request.signOff = true;
        const auto made = git::createCommit(staged.repository, request, {});
        VERIFY_RESULT(made);
        QCOMPARE(staged.run("cat-file commit " + made->id.toHex()),
                 "tree " + request.tree.toHex()
                     + "\nauthor Ada <ada@example.org> 1700000000 +0100\ncommitter Bob "
                       "<bob@example.org> 1700000001 -0130\n\n"
                     + "Größe\n\n  body\n\nSigned-off-by: Bob <bob@example.org>");
        QCOMPARE(made->tree, request.tree);
        QCOMPARE(staged.repository.head()->commit, std::nullopt); // no reference moved
        QCOMPARE(staged.fsck(), ""_ba);
        QCOMPARE(made->message, "Größe\n\n  body\n\nSigned-off-by: Bob <bob@example.org>\n"_ba);
        QVERIFY(!QFile::exists(staged.path(u".git/COMMIT_EDITMSG"_s)));
    }

    void parentsAreKeptInOrder()
    {
        const Staged staged;
        const ObjectId one = staged.commitTree(staged.request().tree);
        const ObjectId two = staged.commitTree(git::emptyTree());
        CommitRequest request = staged.request();
        request.parents = {two, one};
        const auto made = git::createCommit(staged.repository, request, {});
        VERIFY_RESULT(made);
        QCOMPARE(staged.run("show -s --format=%P " + made->id.toHex()),
                 two.toHex() + ' ' + one.toHex());
        request.parents = {request.tree}; // no commit
        QVERIFY(!git::createCommit(staged.repository, request, {}));
        QVERIFY(!git::treeOf(staged.repository, git::blobId("nothing")));
        QCOMPARE(git::treeOf(staged.repository, made->id), made->tree);
    }

    void whatCannotBeACommitIsRefused_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("an empty message") << " \n\n"_ba << u"Ada"_s << u"git.empty-message"_s;
        QTest::newRow("a NUL byte") << QByteArray("a\0b", 3) << u"Ada"_s << u"git.message"_s;
        QTest::newRow("nobody") << "a"_ba << u""_s << u"git.identity"_s;
    }

    void whatCannotBeACommitIsRefused()
    {
        QFETCH(const QByteArray, message);
        QFETCH(const QString, name);
        QFETCH(const QString, code);
        const Staged staged;
        CommitRequest request = staged.request(message);
        request.identity.author.name = name;
        request.signOff = true; // which does not fill an empty message
        const auto made = git::createCommit(staged.repository, request, {});
        QVERIFY(!made);
        QCOMPARE(made.error().problem.code, code);
    }

    void aHookThatRefusesIsShownAsItPrinted_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"pre-commit", "prepare-commit-msg", "commit-msg"})
            QTest::newRow(name) << QByteArray(name);
    }

    void aHookThatRefusesIsShownAsItPrinted()
    {
        QFETCH(const QByteArray, name);
        const Staged staged;
        staged.hook(name.constData(), "echo '  line 1: too long'\necho 'fix it' >&2\nexit 7\n");
        const QByteArray before = staged.run("count-objects");
        const auto made = git::createCommit(staged.repository, staged.request(), {});
        QVERIFY(!made);
        const Problem &problem = made.error().problem;
        QCOMPARE(problem.code, u"git.hook-refused"_s);
        QCOMPARE(problem.excerpt, u"  line 1: too long\nfix it\n"_s);
        QVERIFY(problem.message.contains(QString::fromUtf8(name))
                && problem.message.contains(u'7'));
        QCOMPARE(staged.run("count-objects"), before); // no commit object either
    }

    void hooksRunInGitsOrderWithTheirArguments()
    {
        const Staged staged;
        for (const char *name : {"pre-commit", "prepare-commit-msg", "commit-msg", "post-commit"})
            staged.hook(name, "echo \"$(basename $0) $*\"\n");
        const auto made = git::createCommit(staged.repository, staged.request(), {});
        VERIFY_RESULT(made);
        const QByteArray file = staged.path(u".git/COMMIT_EDITMSG"_s).toUtf8();
        QCOMPARE(made->output,
                 "pre-commit \nprepare-commit-msg " + file + " message\ncommit-msg " + file + '\n');
        QCOMPARE(made->filesChangedByHook, QList<QByteArray>());
        const auto post = git::runPostCommit(staged.repository, {}, {});
        VERIFY_RESULT(post);
        QCOMPARE(post->output, "post-commit \n"_ba);
    }

    void aHookMayEditTheMessage()
    {
        const Staged staged;
        staged.hook("prepare-commit-msg", "echo '  ' >> $1; echo 'Issue: 12  ' >> $1\n");
        staged.hook("commit-msg",
                    "test \"$(git interpret-trailers --parse $1)\" = 'Issue: 12' && sed -i "
                    "'s/Add/Bring/' $1\n");
        const auto made = git::createCommit(staged.repository, staged.request(), {});
        VERIFY_RESULT(made);
        QCOMPARE(made->message, "Bring a\n\nIssue: 12\n"_ba);
        QCOMPARE(staged.run("log -1 --format=%s " + made->id.toHex()), "Bring a"_ba);
        staged.hook("commit-msg", ": > $1\n");
        const auto emptied = git::createCommit(staged.repository, staged.request(), {});
        QCOMPARE(emptied.error().problem.code, u"git.empty-message"_s);
        QVERIFY(emptied.error().problem.hint.contains(u"commit-msg"));
        QVERIFY(!emptied.error().problem.hint.contains(u"--message"));
    }

    void aHookThatCannotEndHasAWayOut_data()
    {
        QTest::addColumn<QByteArray>("hook");
        QTest::addColumn<QString>("code");
        QTest::newRow("a signal") << "#!/bin/sh\nkill -9 $$\n"_ba << u"process.crashed"_s;
        QTest::newRow("no such interpreter")
            << "#!/no/such/program\n"_ba << u"process.not-started"_s;
    }

    void aHookThatCannotEndHasAWayOut()
    {
        QFETCH(const QByteArray, hook);
        const Staged staged;
        putExecutable(staged.path(u".git/hooks/pre-commit"_s), hook);
        const auto made = git::createCommit(staged.repository, staged.request(), {});
        QVERIFY(!made);
        QTEST(made.error().problem.code, "code");
        QVERIFY2(made.error().problem.hint.contains(u"Mend the hook pre-commit"),
                 qPrintable(made.error().toString()));
        QVERIFY(!made.error().problem.message.contains(u"execve"));
    }

    void aHookThatStagesSomethingIsNoticed()
    {
        const Staged staged;
        staged.hook("pre-commit", "echo formatted > a.txt\ngit add a.txt\n");
        const auto made = git::createCommit(staged.repository, staged.request(), {});
        VERIFY_RESULT(made);
        QVERIFY(made->tree != staged.request().tree);
        QCOMPARE(made->tree,
                 *git::treeId(QList<git::File>{{.path = "a.txt", .content = "formatted\n"}}));
        QCOMPARE(*git::treeOf(staged.repository, made->id), made->tree);
        QCOMPARE(made->filesChangedByHook, QList<QByteArray>{"a.txt"});
    }

    void aHookThatChangesOnlyFilesIsNoticed_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("another content") << "echo formatted > a.txt\n"_ba;
        QTest::newRow("removed") << "rm a.txt\n"_ba;
        QTest::newRow("a link in its place") << "cp a.txt b; ln -sf b a.txt\n"_ba;
    }

    void aHookThatChangesOnlyFilesIsNoticed()
    {
        QFETCH(const QByteArray, script);
        const Staged staged;
        staged.hook("pre-commit", script);
        const auto made = git::createCommit(staged.repository, staged.request(), {});
        VERIFY_RESULT(made);
        QCOMPARE(made->tree, staged.request().tree);
        QCOMPARE(made->filesChangedByHook, QList<QByteArray>{"a.txt"});
    }

    void aHookThatOnlyTouchesChangesNothing()
    {
        const Staged staged;
        staged.hook("pre-commit", "touch a.txt; git diff --cached --name-only\n");
        const auto made = git::createCommit(staged.repository, staged.request(), {});
        VERIFY_RESULT(made);
        QCOMPARE(made->output, "a.txt\n"_ba); // it sees what is about to be committed
        QCOMPARE(made->filesChangedByHook, QList<QByteArray>());
    }

    void hooksSeeAnIndexOfTheirOwn()
    {
        const Staged staged;
        const QTemporaryDir workTree;
        put(workTree.filePath(u"b.txt"_s), "b\n");
        const auto tree = git::writeTree(staged.repository, {{.path = "b.txt", .content = "b\n"}});
        const QString index = staged.path(u".git/hook-index"_s);
        VERIFY_RESULT(git::writeIndexFile(staged.repository, *tree, index, workTree.path()));
        staged.hook("pre-commit",
                    "git diff-files --quiet && git ls-files && echo c > c.txt && git add c.txt\n");
        CommitRequest request = staged.request();
        request.tree = *tree;
        request.hooks = {.indexFile = index, .workTree = workTree.path(), .planned = {"b.txt"}};
        const auto made = git::createCommit(staged.repository, request, {});
        VERIFY_RESULT(made);
        QCOMPARE(made->output, "b.txt\n"_ba);
        QCOMPARE(made->tree,
                 *git::treeId(QList<git::File>{{.path = "b.txt", .content = "b\n"},
                                               {.path = "c.txt", .content = "c\n"}}));
        QCOMPARE(*git::indexedPaths(staged.repository), QList<QByteArray>{"a.txt"});
    }

    void aHookThatIsStoppedCommitsNothing()
    {
        const Staged staged;
        staged.hook("pre-commit", "exit 0\n");
        const std::stop_source stop;
        stop.request_stop();
        const QByteArray before = staged.run("count-objects");
        const auto made = git::createCommit(staged.repository, staged.request(), stop.get_token());
        if (!made)
            QCOMPARE(made.error().problem.code, u"process.cancelled"_s);
        QCOMPARE(made.has_value(),
                 staged.run("count-objects") != before); // it may have been quicker
    }

    void aHookThatWasNotRunIsNoted()
    {
        const Staged staged;
        put(staged.path(u".git/hooks/pre-commit"_s), "#!/bin/sh\nexit 1\n");
        const auto made = git::createCommit(staged.repository, staged.request(), {});
        VERIFY_RESULT(made);
        QCOMPARE(made->notes.size(), 1);
        QCOMPARE(made->notes.front().code, u"git.hook-not-executable"_s);
    }

    void aFailingPostCommitIsOnlyReported()
    {
        const Staged staged;
        staged.hook("post-commit", "echo late; exit 1\n");
        const auto run = git::runPostCommit(staged.repository, {}, {});
        VERIFY_RESULT(run);
        QCOMPARE(run->exitCode, 1);
        QCOMPARE(run->output, "late\n"_ba);
    }

private:
    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestCommit)
#include "tst_commit.moc"
