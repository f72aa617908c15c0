#include "models/plan/gitchange.h"

#include "models/git/index.h"
#include "tests/plan/workbench.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using Fault = CountingFileSystem::Fault;

namespace {

/// A repository with a commit on main, and another commit that nothing points at yet.
class Prepared
{
public:
    Prepared()
    {
        put(m_checkout.path(u"a"_s), "1\n");
        m_checkout.commitAll();
        m_before = m_checkout.id("HEAD").toHex();
        m_treeBefore = m_checkout.id("HEAD^{tree}").toHex();
        put(m_checkout.path(u"b"_s), "2\n");
        m_checkout.run("add b");
        m_treeAfter = m_checkout.run("write-tree");
        m_checkout.run("reset -q");
        m_after = m_checkout.commitTree(*git::ObjectId::parse(m_treeAfter), m_before).toHex();
    }

    /// To the other commit, on main or on a branch that is made for it.
    [[nodiscard]] GitChange change(const QByteArray &branch = "main") const
    {
        GitChange change;
        change.reference = "refs/heads/" + branch;
        change.before = branch == "main" ? m_before : QByteArray();
        change.after = m_after;
        change.branchBefore = "main";
        change.branchAfter = branch;
        change.baseReference = "refs/waymark/base/x";
        change.baseAfter = m_treeAfter;
        change.treeBefore = m_treeBefore;
        change.treeAfter = m_treeAfter;
        change.logMessage = "waymark: test";
        return change;
    }

    /// HEAD, every reference, and the names in the index.
    [[nodiscard]] QByteArray picture() const
    {
        return m_checkout.run("symbolic-ref HEAD") + '\n' + m_checkout.run("show-ref") + '\n'
            + m_checkout.run("ls-files");
    }
    [[nodiscard]] const Checkout &checkout() const { return m_checkout; }
    [[nodiscard]] git::Repository open() const
    {
        auto repository = git::Repository::open(m_checkout.path());
        if (!repository)
            qFatal("%s", qPrintable(repository.error().toString()));
        return std::move(*repository);
    }

private:
    Checkout m_checkout;
    QByteArray m_before;
    QByteArray m_after;
    QByteArray m_treeBefore;
    QByteArray m_treeAfter;
};

} // namespace

/// How a repository moves by an apply, and back by an undo.
class TestGitChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_git.configure(identityText);
        m_fileSystem.plan(Fault::None, 0);
    }

    void theWayBackEndsWhereItBegan()
    {
        const Prepared prepared;
        const GitChange change = prepared.change("topic");
        QCOMPARE(change.reversed().reversed(), change);
        QCOMPARE(change.reversed().after, change.before);
        QCOMPARE(change.reversed().branchAfter, change.branchBefore);
        QCOMPARE(change.reversed().baseAfter, change.baseBefore);
        QCOMPARE(change.reversed().treeAfter, change.treeBefore);
        QCOMPARE(change.reversed().reference, change.reference);
    }

    void aRepositoryMovesForwardAndBack_data()
    {
        QTest::addColumn<QByteArray>("branch");
        QTest::newRow("on its branch") << "main"_ba;
        QTest::newRow("to a branch of its own") << "topic"_ba;
    }

    void aRepositoryMovesForwardAndBack()
    {
        QFETCH(const QByteArray, branch);
        const Prepared prepared;
        const git::Repository repository = prepared.open();
        const GitChange change = prepared.change(branch);
        const QByteArray before = prepared.picture();
        QCOMPARE(stateOf(repository, change), GitState::Before);
        VERIFY_RESULT(advance(m_fileSystem, repository, change));
        QCOMPARE(stateOf(repository, change), GitState::After);
        const QByteArray after = prepared.picture();
        QVERIFY(after.startsWith("refs/heads/" + branch));
        QVERIFY(after.contains("refs/waymark/base/x"));
        QVERIFY(after.endsWith("a\nb"));
        VERIFY_RESULT(settle(m_fileSystem, repository, change)); // it is there already
        QCOMPARE(prepared.picture(), after);
        VERIFY_RESULT(advance(m_fileSystem, repository, change.reversed()));
        QCOMPARE(stateOf(repository, change), GitState::Before);
        QCOMPARE(prepared.picture(), before);
    }

    void whatFailsGoesOnWhereItStopped_data()
    {
        QTest::addColumn<QByteArray>("branch");
        QTest::addColumn<int>("call");
        for (const char *branch : {"main", "topic"}) {
            for (int call = 1; call <= 6; ++call)
                QTest::addRow("%s, at call %d", branch, call) << QByteArray(branch) << call;
        }
    }

    void whatFailsGoesOnWhereItStopped()
    {
        QFETCH(const QByteArray, branch);
        QFETCH(const int, call);
        const Prepared prepared;
        const git::Repository repository = prepared.open();
        const GitChange change = prepared.change(branch);
        const QByteArray before = prepared.picture();
        m_fileSystem.plan(Fault::Once, call);
        QVERIFY(!advance(m_fileSystem, repository, change));
        m_fileSystem.plan(Fault::None, 0);
        VERIFY_RESULT(settle(m_fileSystem, repository, change));
        QCOMPARE(stateOf(repository, change), GitState::After);
        VERIFY_RESULT(settle(m_fileSystem, repository, change.reversed()));
        QCOMPARE(prepared.picture(), before);
    }

    void whatTheUserMovedStays()
    {
        const Prepared prepared;
        const git::Repository repository = prepared.open();
        const GitChange change = prepared.change("topic");
        VERIFY_RESULT(advance(m_fileSystem, repository, change));
        prepared.checkout().run("commit -q --allow-empty -m more");
        QCOMPARE(stateOf(repository, change), GitState::Elsewhere);
        const QByteArray more = prepared.checkout().id("refs/heads/topic").toHex();
        std::ignore = settle(m_fileSystem, repository, change.reversed());
        QCOMPARE(prepared.checkout().id("refs/heads/topic").toHex(), more);
    }

    void aRepositoryThatIsElsewhereIsRefused_data()
    {
        QTest::addColumn<QByteArray>("branch");
        QTest::addColumn<QString>("what"); // the user does
        QTest::newRow("a commit") << "main"_ba << u"git commit -q --allow-empty -m x"_s;
        QTest::newRow("another branch") << "main"_ba << u"git switch -q -c other"_s;
        QTest::newRow("no branch") << "topic"_ba << u"git switch -q --detach"_s;
        QTest::newRow("a branch of that name") << "topic"_ba << u"git branch topic"_s;
        QTest::newRow("something staged") << "topic"_ba << u"git add b"_s;
        QTest::newRow("something unstaged") << "topic"_ba << u"git rm -q --cached a"_s;
    }

    void aRepositoryThatIsElsewhereIsRefused()
    {
        QFETCH(const QByteArray, branch);
        QFETCH(const QString, what);
        const Prepared prepared;
        const git::Repository repository = prepared.open();
        const GitChange change = prepared.change(branch);
        QCOMPARE(runCommand(prepared.checkout().path(), u"sh"_s, {u"-c"_s, what}).exitCode, 0);
        const auto picture = [&prepared] {
            return contentOf(prepared.checkout().path(u".git/HEAD"_s))
                + prepared.checkout().run("show-ref") + prepared.checkout().run("ls-files");
        };
        const QByteArray before = picture();
        const auto moved = advance(m_fileSystem, repository, change);
        QVERIFY(!moved);
        QCOMPARE(moved.error().problem.code, u"destination.changed"_s);
        QVERIFY(!moved.error().problem.hint.isEmpty());
        QCOMPARE(picture(), before);
    }

    void whatMovesInTheMiddleIsRefusedToo()
    {
        const Prepared prepared;
        const git::Repository repository = prepared.open();
        const GitChange change = prepared.change("topic");
        put(prepared.checkout().path(u"mine"_s), "3\n");
        m_fileSystem.onStep = [&prepared](const QByteArray &step) {
            if (step == "HEAD")
                prepared.checkout().run("add mine");
        };
        const auto moved = advance(m_fileSystem, repository, change);
        m_fileSystem.onStep = {};
        QVERIFY(!moved);
        QCOMPARE(moved.error().problem.code, u"destination.changed"_s);
        VERIFY_RESULT(settle(m_fileSystem, repository, change.reversed()));
        QCOMPARE(stateOf(repository, change), GitState::Before);
        QCOMPARE(prepared.checkout().run("ls-files"), "a\nmine"_ba);
    }

    void anIndexThatHoldsMoreStays()
    {
        const Prepared prepared;
        const git::Repository repository = prepared.open();
        put(prepared.checkout().path(u"mine"_s), "3\n");
        prepared.checkout().run("add mine");
        VERIFY_RESULT(settle(m_fileSystem, repository, prepared.change()));
        QCOMPARE(prepared.checkout().run("ls-files"), "a\nmine"_ba);
    }

    void aBranchWithoutACommitMovesToo()
    {
        const Checkout checkout;
        const auto repository = git::Repository::open(checkout.path());
        VERIFY_RESULT(repository);
        put(checkout.path(u"a"_s), "1\n");
        checkout.run("add a");
        const QByteArray tree = checkout.run("write-tree");
        checkout.run("rm -q --cached a");
        QFile::remove(checkout.path(u".git/index"_s));
        GitChange change;
        change.reference = "refs/heads/main";
        change.after = checkout.commitTree(*git::ObjectId::parse(tree)).toHex();
        change.branchBefore = "main";
        change.branchAfter = "main";
        change.treeAfter = tree;
        change.logMessage = "waymark: test";
        VERIFY_RESULT(advance(m_fileSystem, *repository, change));
        QCOMPARE(checkout.run("ls-files"), "a"_ba);
        QCOMPARE(checkout.status(), ""_ba);
        VERIFY_RESULT(advance(m_fileSystem, *repository, change.reversed()));
        QVERIFY(repository->head()->isUnborn());
        QVERIFY(!QFileInfo::exists(repository->indexFile()));
    }

    void theLocksOfAStepAreRemovedAndNoOthers()
    {
        const Prepared prepared;
        const git::Repository repository = prepared.open();
        GitChange change = prepared.change();
        put(prepared.checkout().path(u".git/index.lock"_s), "");
        change.locks = repository.locks();
        QCOMPARE(change.locks, QByteArrayList{"index.lock"});
        put(prepared.checkout().path(u".git/HEAD.lock"_s), "");
        change.since = 0;
        removeLocksOf(repository, change);
        QCOMPARE(repository.locks(), QByteArrayList{"index.lock"});
    }

    void roomIsMoreThanTheIndex()
    {
        const Prepared prepared;
        const git::Repository repository = prepared.open();
        QVERIFY(roomFor(repository) > QFileInfo(repository.indexFile()).size());
    }

private:
    IsolatedGit m_git;
    CountingFileSystem m_fileSystem;
};

QTEST_GUILESS_MAIN(TestGitChange)
#include "tst_gitchange.moc"
