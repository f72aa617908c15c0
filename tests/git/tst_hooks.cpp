#include "models/git/hooks.h"
#include "tests/git/gitcommand.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

class TestHooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void aHookThatIsNotThereDoesNothing()
    {
        const Checkout checkout;
        const auto repository = git::Repository::open(checkout.path());
        const auto run = git::runHook(*repository, u"pre-commit"_s, {}, {});
        VERIFY_RESULT(run);
        QVERIFY(!run->found && run->exitCode == 0 && run->notes.isEmpty());
        QCOMPARE(*git::hookFile(*repository, u"pre-commit"_s, {}), std::nullopt);
    }

    void whatItPrintsAndReturnsIsKept()
    {
        const Checkout checkout;
        putExecutable(checkout.path(u".git/hooks/pre-commit"_s),
                      "#!/bin/sh\necho \"no: $1 $2\"\necho why >&2\necho end\nexit 3\n");
        const auto repository = git::Repository::open(checkout.path());
        const auto run = git::runHook(*repository, u"pre-commit"_s, {u"a b"_s, u"c"_s}, {});
        VERIFY_RESULT(run);
        QVERIFY(run->found);
        QCOMPARE(run->exitCode, 3);
        QCOMPARE(run->output, "no: a b c\nwhy\nend\n"_ba);
    }

    void itSeesWhatGitLetsItSee()
    {
        const Checkout checkout;
        const QByteArray script
            = "#!/bin/sh\npwd\nenv | grep -E "
              "'^GIT_(DIR|WORK_TREE|INDEX_FILE|EDITOR|PREFIX|AUTHOR_.*)=' | sort\n. git-sh-setup\n";
        putExecutable(checkout.path(u".git/hooks/pre-commit"_s), script);
        const auto repository = git::Repository::open(checkout.path());
        const auto run = git::runHook(*repository, u"pre-commit"_s, {}, {.author = ada()});
        VERIFY_RESULT(run);
        const QByteArray root = checkout.path().toUtf8();
        const QByteArray author = "GIT_AUTHOR_DATE=@1700000000 "
                                  "+0100\nGIT_AUTHOR_EMAIL=ada@example.org\nGIT_AUTHOR_NAME=Ada\n";
        QCOMPARE(run->output,
                 root + '\n' + author + "GIT_EDITOR=:\nGIT_INDEX_FILE=" + root
                     + "/.git/index\nGIT_PREFIX=\n");
        QCOMPARE(run->exitCode, 0); // git-sh-setup was found
    }

    void theRepositoryOfAnOuterGitIsNotHandedOn()
    {
        const Checkout checkout;
        putExecutable(checkout.path(u".git/hooks/pre-commit"_s),
                      "#!/bin/sh\ngit rev-parse --absolute-git-dir\n");
        const auto repository = git::Repository::open(checkout.path());
        for (const char *name : {"GIT_DIR", "GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY"})
            qputenv(name, "/nowhere");
        const auto run = git::runHook(*repository, u"pre-commit"_s, {}, {.author = ada()});
        const auto identity = git::identity(*repository);
        for (const char *name : {"GIT_DIR", "GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY"})
            qunsetenv(name);
        VERIFY_RESULT(run);
        QCOMPARE(run->output, checkout.path(u".git"_s).toUtf8() + '\n');
        VERIFY_RESULT(identity);
    }

    void aStagedWorkTreeIsNamed()
    {
        const Checkout checkout;
        const QTemporaryDir staged;
        putExecutable(checkout.path(u".git/hooks/pre-commit"_s),
                      "#!/bin/sh\npwd\necho $GIT_DIR\necho $GIT_WORK_TREE\necho $GIT_INDEX_FILE\n");
        const auto repository = git::Repository::open(checkout.path());
        const auto run = git::runHook(*repository, u"pre-commit"_s, {},
                                      {.indexFile = u"/other/index"_s, .workTree = staged.path()});
        VERIFY_RESULT(run);
        QCOMPARE(run->output,
                 staged.path().toUtf8() + '\n' + checkout.path(u".git"_s).toUtf8() + '\n'
                     + staged.path().toUtf8() + "\n/other/index\n");
    }

    void aLinkedWorktreeRunsTheSharedHooks()
    {
        const Checkout checkout;
        checkout.commitAll();
        checkout.run("worktree add -q ../linked");
        putExecutable(checkout.path(u".git/hooks/pre-commit"_s), "#!/bin/sh\npwd\necho $GIT_DIR\n");
        const QString linked = QFileInfo(checkout.path()).path() + u"/linked"_s;
        const auto run = git::runHook(*git::Repository::open(linked), u"pre-commit"_s, {}, {});
        VERIFY_RESULT(run);
        QCOMPARE(run->output,
                 linked.toUtf8() + '\n' + checkout.path(u".git/worktrees/linked"_s).toUtf8()
                     + '\n');
    }

    void hooksPathIsObeyed_data()
    {
        QTest::addColumn<QByteArray>("configured");
        QTest::addColumn<QString>("folder");
        QTest::newRow("from the root of the work tree") << "my/hooks"_ba << u"WORKTREE/my/hooks"_s;
        QTest::newRow("from home") << "~/hooks"_ba << u"HOME/hooks"_s;
        QTest::newRow("absolute") << "ABSOLUTE"_ba << u"HOME/elsewhere"_s;
    }

    void hooksPathIsObeyed()
    {
        QFETCH(QByteArray, configured);
        QFETCH(const QString, folder);
        configured.replace("ABSOLUTE", QFile::encodeName(m_git.home() + u"/elsewhere"_s));
        m_git.configure("[core]\n\thooksPath = " + configured + '\n');
        const Checkout checkout;
        const QString file = QString(folder)
                                 .replace(u"WORKTREE"_s, checkout.path())
                                 .replace(u"HOME"_s, m_git.home())
            + u"/pre-commit"_s;
        putExecutable(file, "#!/bin/sh\necho mine\n");
        putExecutable(checkout.path(u".git/hooks/pre-commit"_s), "#!/bin/sh\necho not mine\n");
        const auto repository = git::Repository::open(checkout.path());
        QCOMPARE(*git::hookFile(*repository, u"pre-commit"_s, {}), file);
        QCOMPARE(git::runHook(*repository, u"pre-commit"_s, {}, {})->output, "mine\n"_ba);
    }

    void aHookThatIsNotExecutableIsNotRun()
    {
        const Checkout checkout;
        const QString file = checkout.path(u".git/hooks/pre-commit"_s);
        put(file, "#!/bin/sh\nexit 1\n");
        const auto run
            = git::runHook(*git::Repository::open(checkout.path()), u"pre-commit"_s, {}, {});
        VERIFY_RESULT(run);
        QVERIFY(!run->found);
        QCOMPARE(run->notes.size(), 1);
        QCOMPARE(run->notes.front().code, u"git.hook-not-executable"_s);
        QCOMPARE(run->notes.front().severity, Severity::Warning);
        QVERIFY(run->notes.front().hint.contains(u"chmod +x "_s + file));
    }

    void aHookThatComesWithTheTemplateIsNotRun()
    {
        m_git.configure("[core]\n\thooksPath = .githooks\n");
        const Checkout checkout;
        const QTemporaryDir staged;
        const QString witness = checkout.path(u"witness"_s);
        for (const QString &root : {checkout.path(), staged.path()})
            putExecutable(root + u"/.githooks/pre-commit"_s,
                          "#!/bin/sh\ntouch " + witness.toUtf8() + '\n');
        const auto repository = git::Repository::open(checkout.path());
        for (const QString &workTree : {QString(), staged.path()}) {
            const auto run
                = git::runHook(*repository, u"pre-commit"_s, {},
                               {.workTree = workTree, .planned = {".githooks/pre-commit"}});
            VERIFY_RESULT(run);
            QVERIFY(!run->found);
            QCOMPARE(run->notes.front().code, u"git.hook-from-template"_s);
        }
        QVERIFY(!QFile::exists(witness));
        // Under another name too: a link that is the user's, to a file that the template brings.
        QVERIFY(
            QFile::link(u"../../.githooks/pre-commit"_s, checkout.path(u".git/hooks/linked"_s)));
        m_git.configure("");
        const auto again = git::Repository::open(checkout.path());
        QVERIFY(
            !git::runHook(*again, u"linked"_s, {}, {.planned = {".githooks/pre-commit"}})->found);
        QVERIFY(git::runHook(*again, u"linked"_s, {}, {.planned = {"other"}})->found);
        QVERIFY(QFile::exists(witness));
    }

    void aHookThatCannotBeStartedIsAnError()
    {
        const Checkout checkout;
        putExecutable(checkout.path(u".git/hooks/pre-commit"_s), "#!/no/such/interpreter\n");
        const auto run
            = git::runHook(*git::Repository::open(checkout.path()), u"pre-commit"_s, {}, {});
        QVERIFY(!run);
        QCOMPARE(run.error().problem.code, u"process.not-started"_s);
    }

private:
    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestHooks)
#include "tst_hooks.moc"
