#include "models/plan/commitwork.h"

#include "tests/plan/workbench.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using Fault = CountingFileSystem::Fault;

namespace {

WriteRequest requestOn(const QString &branch, const QList<Change> &changes = service())
{
    WriteRequest request{.destination = {}, .changes = changes, .folders = {}, .base = {}};
    request.message = u"Create orders\n\nBody."_s;
    request.branch = branch;
    return request;
}

Change removal(const QByteArray &path)
{
    Change change;
    change.path = path;
    change.kind = ChangeClass::Deleted;
    change.oldMode = FileMode::Regular;
    change.oldContent = "x";
    return change;
}

} // namespace

/// What git is to be moved to, and the objects that are written for it.
class TestCommitWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_git.configure(identityText);
        m_fileSystem.plan(Fault::None, 0);
    }

    void onlyWhatIsWrittenIsCommitted()
    {
        WriteRequest request = requestOn({}, {made("a", "1"), removal("b")});
        Change kept = made("c", "1");
        kept.kind = ChangeClass::Kept;
        request.changes += kept;
        const QList<git::File> files = filesOf(request, "services/orders");
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().path, "services/orders/a"_ba);
        QCOMPARE(filesOf(request, {}).first().path, "a"_ba);
    }

    void hooksSeeTheFilesThatArePlanned()
    {
        const auto hooks = hooksOf(requestOn({}, {made("a", "1"), made("b/c", "1")}), "s",
                                   u"/work"_s, u"/staging"_s);
        QCOMPARE(hooks.workTree, u"/work"_s);
        QCOMPARE(hooks.indexFile, u"/staging/index"_s);
        QCOMPARE(hooks.planned.size(), 2);
        QVERIFY(hooks.planned.contains("s/a"));
        QVERIFY(hooks.planned.contains("s/b/c"));
    }

    void aChangeIsPlannedByTheBranch_data()
    {
        QTest::addColumn<QString>("branch");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<bool>("isNew");
        QTest::newRow("the one that is checked out") << u""_s << "main"_ba << false;
        QTest::newRow("by its name") << u"main"_s << "main"_ba << false;
        QTest::newRow("another") << u"add-orders"_s << "add-orders"_ba << true;
        QTest::newRow("in a folder") << u"team/orders"_s << "team/orders"_ba << true;
    }

    void aChangeIsPlannedByTheBranch()
    {
        QFETCH(const QString, branch);
        QFETCH(const QByteArray, after);
        QFETCH(const bool, isNew);
        const Checkout checkout;
        checkout.commitAll();
        const auto repository = git::Repository::open(checkout.path());
        VERIFY_RESULT(repository);
        const auto change = plannedChange(*repository, requestOn(branch), "s");
        VERIFY_RESULT(change);
        QCOMPARE(change->branchBefore, "main"_ba);
        QCOMPARE(change->branchAfter, after);
        QCOMPARE(change->reference, "refs/heads/" + after);
        QCOMPARE(change->before, isNew ? ""_ba : checkout.id("HEAD").toHex());
        QCOMPARE(change->treeBefore, checkout.id("HEAD^{tree}").toHex());
        QCOMPARE(change->after, ""_ba);
        QCOMPARE(change->logMessage, "waymark: Create orders"_ba);
        QVERIFY(change->baseReference.isEmpty());
    }

    void aBaseIsPlannedWhereOneIsKept()
    {
        const Checkout checkout;
        checkout.commitAll();
        const auto repository = git::Repository::open(checkout.path());
        VERIFY_RESULT(repository);
        WriteRequest request = requestOn({});
        request.base = {{.path = "a", .content = "1"}};
        const auto first = plannedChange(*repository, request, "s");
        VERIFY_RESULT(first);
        QCOMPARE(first->baseReference, git::baseReference("s"));
        QVERIFY(first->baseBefore.isEmpty());
        checkout.run("update-ref " + git::baseReference("s") + " HEAD^{tree}");
        const auto second = plannedChange(*repository, request, "s");
        VERIFY_RESULT(second);
        QCOMPARE(second->baseBefore, checkout.id("HEAD^{tree}").toHex());
    }

    void whatCannotBePlannedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("prepare"); // a git command; empty: none
        QTest::addColumn<QString>("branch");
        QTest::addColumn<QString>("code");
        QTest::newRow("a branch that is there")
            << "branch x"_ba << u"x"_s << u"write.branch-exists"_s;
        QTest::newRow("a folder of a branch that is there")
            << "branch x/y"_ba << u"x"_s << u"write.branch-exists"_s;
        QTest::newRow("below a branch that is there")
            << ""_ba << u"main/x"_s << u"write.branch-exists"_s;
        QTest::newRow("no name of a branch") << ""_ba << u"a b"_s << u"write.branch"_s;
        QTest::newRow("a detached HEAD")
            << "checkout -q --detach"_ba << u""_s << u"destination.detached"_s;
    }

    void whatCannotBePlannedIsRefused()
    {
        QFETCH(const QByteArray, prepare);
        QFETCH(const QString, branch);
        QFETCH(const QString, code);
        const Checkout checkout;
        checkout.commitAll();
        if (!prepare.isEmpty())
            checkout.run(prepare);
        const auto repository = git::Repository::open(checkout.path());
        VERIFY_RESULT(repository);
        const auto change = plannedChange(*repository, requestOn(branch), {});
        QVERIFY(!change);
        QCOMPARE(change.error().problem.code, code);
        QVERIFY(!change.error().problem.hint.isEmpty());
    }

    void theTreeHoldsWhatIsThereAndWhatIsAdded()
    {
        const Checkout checkout;
        put(checkout.path(u"kept"_s), "1\n");
        put(checkout.path(u"s/gone"_s), "x");
        checkout.commitAll();
        const auto repository = git::Repository::open(checkout.path());
        VERIFY_RESULT(repository);
        WriteRequest request
            = requestOn({}, {made("run", "#!\n", FileMode::Executable), removal("gone")});
        request.base = {{.path = "b", .content = "2\n"}};
        auto change = plannedChange(*repository, request, "s");
        VERIFY_RESULT(change);
        VERIFY_RESULT(writeTrees(m_fileSystem, *repository, request, "s", *change));
        QCOMPARE(checkout.run("ls-tree -r --name-only " + change->treeAfter), "kept\ns/run"_ba);
        QVERIFY(checkout.run("ls-tree -r " + change->treeAfter).contains("100755 blob"));
        QCOMPARE(checkout.run("ls-tree -r --name-only " + change->baseAfter), "b"_ba);
        QCOMPARE(checkout.status(), ""_ba); // nothing but objects was written
    }

    void aFirstCommitHasATreeOfItsOwn()
    {
        const Checkout checkout;
        const auto repository = git::Repository::open(checkout.path());
        VERIFY_RESULT(repository);
        const WriteRequest request = requestOn({});
        auto change = plannedChange(*repository, request, {});
        VERIFY_RESULT(change);
        QVERIFY(change->before.isEmpty());
        QVERIFY(change->treeBefore.isEmpty());
        VERIFY_RESULT(writeTrees(m_fileSystem, *repository, request, {}, *change));
        QCOMPARE(checkout.run("ls-tree -r --name-only " + change->treeAfter).split('\n').size(),
                 service().size());
    }

    void contentIsStoredAsGitWould()
    {
        const Checkout checkout;
        put(checkout.path(u".gitattributes"_s), "*.txt text eol=crlf\n");
        checkout.commitAll();
        const auto repository = git::Repository::open(checkout.path());
        VERIFY_RESULT(repository);
        const WriteRequest request = requestOn({}, {made("a.txt", "1\r\n2\r\n")});
        auto change = plannedChange(*repository, request, {});
        VERIFY_RESULT(change);
        VERIFY_RESULT(writeTrees(m_fileSystem, *repository, request, {}, *change));
        QCOMPARE(checkout.run("cat-file blob " + change->treeAfter + ":a.txt"), "1\n2"_ba);
    }

    void whatFailsIsTold_data()
    {
        QTest::addColumn<int>("call");
        QTest::newRow("before the tree") << 1;
        QTest::newRow("behind the tree") << 2;
        QTest::newRow("before the base") << 3;
        QTest::newRow("behind the base") << 4;
    }

    void whatFailsIsTold()
    {
        QFETCH(const int, call);
        const Checkout checkout;
        checkout.commitAll();
        const auto repository = git::Repository::open(checkout.path());
        VERIFY_RESULT(repository);
        WriteRequest request = requestOn({});
        request.base = {{.path = "b", .content = "2\n"}};
        auto change = plannedChange(*repository, request, {});
        VERIFY_RESULT(change);
        m_fileSystem.plan(Fault::Once, call);
        QVERIFY(!writeTrees(m_fileSystem, *repository, request, {}, *change));
    }

    void whatAHookMadeOfItIsRefused_data()
    {
        QTest::addColumn<bool>("otherTree");
        QTest::addColumn<QList<QByteArray>>("changed");
        QTest::addColumn<bool>("isRefused");
        const QList<QByteArray> none;
        QTest::newRow("nothing") << false << none << false;
        QTest::newRow("another tree") << true << none << true;
        QTest::newRow("other files") << false << QList<QByteArray>{"a", "b"} << true;
    }

    void whatAHookMadeOfItIsRefused()
    {
        QFETCH(const bool, otherTree);
        QFETCH(const QList<QByteArray>, changed);
        QFETCH(const bool, isRefused);
        GitChange change;
        change.treeAfter = QByteArray(40, 'a');
        git::CommitMade made;
        made.tree = *git::ObjectId::parse(QByteArray(40, otherTree ? 'b' : 'a'));
        made.filesChangedByHook = changed;
        made.output = "formatted a";
        const auto refused = refuseHookChanges(made, change);
        QCOMPARE(!refused.has_value(), isRefused);
        if (!isRefused)
            return;
        QCOMPARE(refused.error().problem.code, u"write.hook-changed"_s);
        QCOMPARE(refused.error().problem.excerpt, u"formatted a"_s);
        QCOMPARE(refused.error().problem.file, changed.isEmpty() ? u""_s : u"a"_s);
        QVERIFY(refused.error().problem.hint.contains(u"--no-commit"));
    }

private:
    IsolatedGit m_git;
    CountingFileSystem m_fileSystem;
};

QTEST_GUILESS_MAIN(TestCommitWork)
#include "tst_commitwork.moc"
