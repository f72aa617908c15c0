#include "tests/git/gitcommand.h"

#include <QDateTime>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using git::Repository;

class TestRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void aFolderThatIsNoRepositoryIsRefused()
    {
        const QTemporaryDir folder;
        const auto repository = Repository::open(folder.path());
        QVERIFY(!repository);
        QCOMPARE(repository.error().problem.code, u"git.not-a-repository"_s);
        QCOMPARE(repository.error().problem.file, folder.path());
        const auto found = Repository::discover(folder.path());
        VERIFY_RESULT(found);
        QVERIFY(!*found);
    }

    void aNewRepositoryIsOnTheConfiguredBranch_data()
    {
        QTest::addColumn<QByteArray>("configuration");
        QTest::addColumn<QByteArray>("branch");
        QTest::newRow("nothing configured") << ""_ba << "main"_ba;
        QTest::newRow("a name") << "[init]\n\tdefaultBranch = trunk\n"_ba << "trunk"_ba;
        QTest::newRow("no valid name") << "[init]\n\tdefaultBranch = a..b\n"_ba << "main"_ba;
    }

    void aNewRepositoryIsOnTheConfiguredBranch()
    {
        QFETCH(const QByteArray, configuration);
        QFETCH(const QByteArray, branch);
        m_git.configure(configuration);
        const QTemporaryDir folder;
        const auto repository = Repository::init(folder.filePath(u"a/b"_s));
        VERIFY_RESULT(repository);
        const auto head = repository->head();
        VERIFY_RESULT(head);
        QCOMPARE(*head, (git::Head{.branch = branch, .commit = {}}));
        QVERIFY(head->isUnborn() && !head->isDetached());
        QVERIFY(!Repository::init(folder.filePath(u"a/b"_s))); // it is there already
    }

    void aConfiguredBranchThatNoneCanBeIsTold_data()
    {
        QTest::addColumn<QByteArray>("configuration");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("nothing configured") << ""_ba << false;
        QTest::newRow("a name") << "[init]\n\tdefaultBranch = trunk\n"_ba << false;
        QTest::newRow("no valid name") << "[init]\n\tdefaultBranch = a..b\n"_ba << true;
    }

    void aConfiguredBranchThatNoneCanBeIsTold()
    {
        QFETCH(const QByteArray, configuration);
        m_git.configure(configuration);
        const auto told = Repository::doubtfulDefaultBranch();
        QTEST(told.has_value(), "isTold");
        if (!told)
            return;
        QCOMPARE(told->severity, Severity::Note);
        QVERIFY(told->message.contains(u"“main”") && told->message.contains(u"“a..b”"));
    }

    void aConfigurationFileOfAnyNameIsRead()
    {
        put(m_git.home() + u"/other"_s, "[init]\n\tdefaultBranch = elsewhere\n");
        qputenv("GIT_CONFIG_GLOBAL", QFile::encodeName(m_git.home() + u"/other"_s));
        const QByteArray branch = Repository::defaultBranch();
        qputenv("GIT_CONFIG_GLOBAL", QFile::encodeName(m_git.configPath()));
        QCOMPARE(branch, "elsewhere"_ba);
    }

    void aMovedRepositoryIsWhole()
    {
        const QTemporaryDir folder;
        const QString staged = folder.filePath(u"staged"_s);
        const QString moved = folder.filePath(u"moved"_s);
        VERIFY_RESULT(Repository::init(staged));
        put(staged + u"/a"_s, "a\n");
        gitOutput(staged, "add a");
        gitOutput(staged, "commit -q -m a");
        QVERIFY(QDir().rename(staged, moved));
        const auto repository = Repository::open(moved);
        VERIFY_RESULT(repository);
        QCOMPARE(QFileInfo(repository->workTree()).canonicalFilePath(),
                 QFileInfo(moved).canonicalFilePath());
        QCOMPARE(gitOutput(moved, "status --porcelain"), ""_ba);
        QVERIFY(!contentOf(moved + u"/.git/config"_s).contains("staged"));
    }

    void aGitFolderIsMovedIntoItsWorkTree()
    {
        const QTemporaryDir folder;
        const QString present = folder.filePath(u"present"_s);
        put(present + u"/a"_s, "a\n");
        VERIFY_RESULT(Repository::init(folder.filePath(u"staged"_s)));
        QVERIFY(QDir().rename(folder.filePath(u"staged/.git"_s), present + u"/.git"_s));
        VERIFY_RESULT(Repository::open(present));
        QCOMPARE(gitOutput(present, "status --porcelain"), "?? a"_ba);
    }

    void aRepositoryIsFoundFromWithin()
    {
        const Checkout checkout;
        put(checkout.path(u"services/a"_s), "a");
        for (const QString &inside : {u"services"_s, u"services/a"_s, u"not/yet/there"_s, u"."_s}) {
            const auto found = Repository::discover(checkout.path(inside));
            VERIFY_RESULT(found);
            QVERIFY(*found);
            QCOMPARE((*found)->workTree(), checkout.path());
            QCOMPARE((*found)->relative(checkout.path(inside)),
                     inside == u"." ? ""_ba : inside.toUtf8());
        }
        QCOMPARE(Repository::open(checkout.path())->relative(checkout.path() + u"-beside"_s),
                 std::nullopt);
    }

    void headTellsBranchAndCommit()
    {
        const Checkout checkout;
        checkout.commitAll();
        const auto repository = Repository::open(checkout.path());
        VERIFY_RESULT(repository);
        QCOMPARE(*repository->head(), (git::Head{.branch = "main", .commit = checkout.id("HEAD")}));
        checkout.run("switch -q -c topic/one");
        QCOMPARE(repository->head()->branch, "topic/one"_ba);
        checkout.run("checkout -q --detach");
        QVERIFY(repository->head()->isDetached());
        QCOMPARE(repository->head()->commit, checkout.id("HEAD"));
    }

    void aLinkedWorktreeHasItsOwnGitFolder()
    {
        const Checkout checkout;
        checkout.commitAll();
        checkout.run("worktree add -q ../linked");
        const auto repository = Repository::open(QFileInfo(checkout.path()).path() + u"/linked"_s);
        VERIFY_RESULT(repository);
        QCOMPARE(repository->gitDir(), checkout.path(u".git/worktrees/linked"_s));
        QCOMPARE(repository->commonDir(), checkout.path(u".git"_s));
        QCOMPARE(repository->head()->branch, "linked"_ba);
    }

    void aBareRepositoryIsKnown()
    {
        const Checkout checkout;
        checkout.commitAll();
        const QString beside = QFileInfo(checkout.path()).path();
        gitOutput(beside, "clone -q --bare repo bare");
        QVERIFY(!Repository::open(checkout.path())->isBare());
        QVERIFY(Repository::open(beside + u"/bare"_s)->isBare());
        QCOMPARE(Repository::open(beside + u"/bare"_s)->workTree(), QString());
    }

    void whatCannotBeReadIsRefusedWithItsWayOut_data()
    {
        QTest::addColumn<QByteArray>("extensions");
        QTest::addColumn<QString>("code");
        QTest::newRow("SHA-256") << "\tobjectFormat = sha256\n"_ba << u"git.sha256"_s;
        QTest::newRow("reftable") << "\trefStorage = reftable\n"_ba << u"git.reftable"_s;
        QTest::newRow("relative worktrees")
            << "\trelativeWorktrees = true\n"_ba << u"git.relative-worktrees"_s;
        QTest::newRow("one of the future") << "\tfromTheFuture = true\n"_ba << u"git.failed"_s;
    }

    void whatCannotBeReadIsRefusedWithItsWayOut()
    {
        QFETCH(const QByteArray, extensions);
        QFETCH(const QString, code);
        const Checkout checkout;
        QDir().mkpath(checkout.path(u"inside"_s));
        put(checkout.path(u".git/config"_s),
            "[core]\n\trepositoryformatversion = 1\n[extensions]\n" + extensions);
        const auto repository = Repository::open(checkout.path());
        QVERIFY(!repository);
        QCOMPARE(repository.error().problem.code, code);
        QVERIFY(!repository.error().problem.hint.isEmpty());
        const auto found = Repository::discover(checkout.path(u"inside"_s));
        QVERIFY(!found);
        QCOMPARE(found.error().problem.code, code);
        QCOMPARE(found.error().problem.file, checkout.path());
    }

    void aForeignOwnerIsRefused()
    {
        const Checkout checkout;
        for (const QString &path : {checkout.path(), checkout.path(u".git"_s)}) {
            if (chown(QFile::encodeName(path).constData(), 12345, gid_t(-1)) != 0)
                QSKIP("only root can give a folder to another user");
        }
        const auto repository = Repository::open(checkout.path());
        QVERIFY(!repository);
        QCOMPARE(repository.error().problem.code, u"git.owner"_s);
        QVERIFY(repository.error().problem.hint.contains(u"safe.directory "_s + checkout.path()));
        const auto found = Repository::discover(checkout.path(u"inside"_s));
        QVERIFY(!found);
        QCOMPARE(found.error().problem.code, u"git.owner"_s);
        m_git.configure("[safe]\n\tdirectory = " + checkout.path().toUtf8() + '\n');
        VERIFY_RESULT(Repository::open(checkout.path()));
    }

    void onlyOwnLocksAreRemoved()
    {
        const Checkout checkout;
        const auto repository = Repository::open(checkout.path());
        VERIFY_RESULT(repository);
        QCOMPARE(repository->locks(), QList<QByteArray>());
        for (const QString &name : {u"index.lock"_s, u"HEAD.lock"_s, u"refs/heads/topic/x.lock"_s})
            put(checkout.path(u".git/"_s + name), "");
        QCOMPARE(repository->locks(),
                 (QList<QByteArray>{"index.lock", "HEAD.lock", "refs/heads/topic/x.lock"}));
        const qint64 since
            = QFileInfo(checkout.path(u".git/HEAD.lock"_s)).lastModified().toSecsSinceEpoch();

        const auto older = repository->removeOwnLocks({"HEAD.lock"}, since + 100);
        QCOMPARE(older.removed, QList<QByteArray>());
        QFile held(checkout.path(u".git/index.lock"_s));
        QVERIFY(held.open(QIODevice::ReadOnly));
        const auto left = repository->removeOwnLocks(
            {"index.lock", "refs/heads/topic/x.lock", "../config"}, since);
        QCOMPARE(left.removed, QList<QByteArray>{"refs/heads/topic/x.lock"});
        QCOMPARE(left.kept, (QList<QByteArray>{"index.lock", "HEAD.lock"})); // held open; not named
        held.close();
        QCOMPARE(repository->removeOwnLocks({"index.lock"}, since).removed,
                 QList<QByteArray>{"index.lock"});
        QVERIFY(QFile::exists(checkout.path(u".git/config"_s)));
    }

private:
    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestRepository)
#include "tst_repository.moc"
