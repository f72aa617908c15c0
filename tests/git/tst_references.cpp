#include "tests/git/gitcommand.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using git::ObjectId;

namespace {

QString codeOf(const Result<> &result)
{
    return result ? u"done"_s : result.error().problem.code;
}

} // namespace

class TestReferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void aBaseReferenceIsOfTheServicesPath()
    {
        QCOMPARE(git::baseReference(""),
                 "refs/waymark/base/da39a3ee5e6b4b0d3255bfef95601890afd80709"_ba);
        QVERIFY(git::baseReference("services/a") != git::baseReference("services/b"));
    }

    void branchNamesAreGits_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("valid");
        QTest::newRow("plain") << "add-orders"_ba << true;
        QTest::newRow("in a folder, not only ASCII") << "topic/größer"_ba << true;
        QTest::newRow("nothing") << ""_ba << false;
        QTest::newRow("an option") << "-x"_ba << false;
        QTest::newRow("HEAD") << "HEAD"_ba << false;
        QTest::newRow("dots") << "a..b"_ba << false;
        QTest::newRow("a lock") << "a.lock"_ba << false;
        QTest::newRow("a blank") << "a b"_ba << false;
        QTest::newRow("a tilde") << "a~1"_ba << false;
        QTest::newRow("a caret") << "a^"_ba << false;
        QTest::newRow("a colon") << "a:b"_ba << false;
        QTest::newRow("an asterisk") << "a*"_ba << false;
        QTest::newRow("a backslash") << "a\\b"_ba << false;
        QTest::newRow("a slash at the end") << "a/"_ba << false;
        QTest::newRow("a dot in front of a part") << "a/.b"_ba << false;
        QTest::newRow("what an entry of a log is named with") << "a@{1}"_ba << false;
        QTest::newRow("a tab") << "a\tb"_ba << false;
        QTest::newRow("a NUL byte") << QByteArray("a\0b", 3) << false;
    }

    void branchNamesAreGits()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const bool, valid);
        QCOMPARE(git::isBranchName(name), valid);
    }

    void everyBranchIsNamed()
    {
        const Checkout checkout;
        const auto repository = git::Repository::open(checkout.path());
        VERIFY_RESULT(repository);
        QCOMPARE(git::branchNames(*repository), QList<QByteArray>()); // none has a commit
        checkout.commitAll();
        checkout.run("branch topic/b");
        checkout.run("branch a");
        checkout.run("tag v1");
        checkout.run("update-ref refs/waymark/base/x HEAD");
        checkout.run("update-ref refs/remotes/origin/r HEAD");
        QCOMPARE(git::branchNames(*repository), (QList<QByteArray>{"a", "main", "topic/b"}));
        checkout.run("pack-refs --all");
        QCOMPARE(git::branchNames(*repository), (QList<QByteArray>{"a", "main", "topic/b"}));
    }

    void aReferenceMovesOnlyFromWhereItWasSeen()
    {
        const Checkout checkout;
        checkout.commitAll();
        const ObjectId first = checkout.id("HEAD");
        checkout.commitAll();
        const ObjectId second = checkout.id("HEAD");
        const auto repository = git::Repository::open(checkout.path());
        const auto update = [&](const std::optional<ObjectId> &from, const ObjectId &to) {
            return codeOf(git::updateReference(
                *repository, {"refs/heads/topic", from, to, "waymark: test"}, ada()));
        };
        QCOMPARE(update(first, second), u"git.reference-moved"_s); // not there yet
        QCOMPARE(*git::readReference(*repository, "refs/heads/topic"), std::nullopt);
        QCOMPARE(update({}, first), u"done"_s);
        QCOMPARE(update({}, first), u"git.reference-moved"_s); // there already
        QCOMPARE(update(second, second), u"git.reference-moved"_s);
        QCOMPARE(*git::readReference(*repository, "refs/heads/topic"), first);
        QCOMPARE(update(first, second), u"done"_s);
        QCOMPARE(checkout.id("topic"), second);
        QCOMPARE(checkout.run("reflog topic --format=%gs"), "waymark: test\nwaymark: test"_ba);
        QCOMPARE(checkout.run("reflog topic --format=%gn|%ge"),
                 "Ada|ada@example.org\nAda|ada@example.org"_ba);
        QCOMPARE(checkout.fsck(), ""_ba);
    }

    void theCheckedOutBranchMovesHeadsLogToo()
    {
        const Checkout checkout;
        checkout.commitAll();
        const ObjectId first = checkout.id("HEAD");
        const auto repository = git::Repository::open(checkout.path());
        const auto tree = git::treeOf(*repository, first);
        const ObjectId made = checkout.commitTree(*tree, first.toHex());
        QCOMPARE(codeOf(git::updateReference(
                     *repository, {"refs/heads/main", first, made, "waymark: second"}, ada())),
                 u"done"_s);
        QCOMPARE(checkout.run("reflog -1 HEAD --format=%gs"), "waymark: second"_ba);
        QCOMPARE(checkout.run("log --format=%s"), "second\nall"_ba);
        // and back, as undo does
        QCOMPARE(codeOf(git::updateReference(
                     *repository, {"refs/heads/main", made, first, "waymark: undo"}, ada())),
                 u"done"_s);
        QCOMPARE(checkout.id("HEAD"), first);
        QCOMPARE(checkout.status(), ""_ba);
    }

    void anUnbornBranchIsBornAndUnborn()
    {
        const Checkout checkout;
        const auto repository = git::Repository::open(checkout.path());
        const auto tree = git::writeTree(*repository, {{.path = "a", .content = "a"}});
        const git::ObjectId made = checkout.commitTree(*tree);
        QCOMPARE(codeOf(git::updateReference(
                     *repository, {"refs/heads/main", {}, made, "waymark: first"}, ada())),
                 u"done"_s);
        QCOMPARE(checkout.id("HEAD"), made);
        QCOMPARE(checkout.run("reflog --format=%gs"), "waymark: first"_ba);
        QCOMPARE(codeOf(git::unbearBranch(*repository, *tree)), u"git.reference-moved"_s);
        QCOMPARE(codeOf(git::unbearBranch(*repository, made)), u"done"_s);
        QCOMPARE(*repository->head(), (git::Head{.branch = "main", .commit = {}}));
        QCOMPARE(codeOf(git::unbearBranch(*repository, made)), u"git.reference-moved"_s);
    }

    void aDetachedHeadMoves()
    {
        const Checkout checkout;
        checkout.commitAll();
        const ObjectId first = checkout.id("HEAD");
        checkout.commitAll();
        const ObjectId second = checkout.id("HEAD");
        const auto repository = git::Repository::open(checkout.path());
        QCOMPARE(codeOf(git::updateReference(*repository, {"HEAD", second, first, "x"}, ada())),
                 u"git.reference-moved"_s); // it stands on a branch
        QCOMPARE(repository->head()->branch, "main"_ba);
        checkout.run("checkout -q --detach");
        QCOMPARE(codeOf(git::updateReference(*repository, {"HEAD", second, first, "x"}, ada())),
                 u"done"_s);
        QCOMPARE(*repository->head(), (git::Head{.branch = {}, .commit = first}));
        QCOMPARE(checkout.id("main"), second);
    }

    void aBranchIsDeletedOnlyWhereItStandsAndIsFree()
    {
        const Checkout checkout;
        checkout.commitAll();
        const ObjectId first = checkout.id("HEAD");
        checkout.run("branch topic/one");
        checkout.commitAll();
        checkout.run("worktree add -q ../linked");
        const auto repository = git::Repository::open(checkout.path());
        QCOMPARE(
            codeOf(git::deleteReference(*repository, "refs/heads/topic/one", checkout.id("HEAD"))),
            u"git.reference-moved"_s);
        QCOMPARE(codeOf(git::deleteReference(*repository, "refs/heads/none", first)),
                 u"git.reference-moved"_s);
        QCOMPARE(codeOf(git::deleteReference(*repository, "refs/heads/main", checkout.id("HEAD"))),
                 u"git.branch-in-use"_s);
        QCOMPARE(
            codeOf(git::deleteReference(*repository, "refs/heads/linked", checkout.id("HEAD"))),
            u"git.branch-in-use"_s);
        QCOMPARE(codeOf(git::deleteReference(*repository, "refs/heads/topic/one", first)),
                 u"done"_s);
        QCOMPARE(checkout.run("branch --list topic/*"), ""_ba);
        QVERIFY(!QFile::exists(checkout.path(u".git/logs/refs/heads/topic/one"_s)));
        checkout.run("pack-refs --all");
        QCOMPARE(codeOf(git::deleteReference(*repository, "refs/heads/linked", first)),
                 u"git.reference-moved"_s);
    }

    void headSwitchesOnlyFromWhereItStood()
    {
        const Checkout checkout;
        checkout.commitAll();
        checkout.run("branch topic");
        const auto repository = git::Repository::open(checkout.path());
        QCOMPARE(codeOf(git::switchHead(*repository, "other", "topic", ada(), "x")),
                 u"git.reference-moved"_s);
        QCOMPARE(codeOf(git::switchHead(*repository, "main", "topic", ada(), "waymark: to topic")),
                 u"done"_s);
        QCOMPARE(checkout.run("branch --show-current"), "topic"_ba);
        QCOMPARE(checkout.run("reflog -1 --format=%gs"), "waymark: to topic"_ba);
        checkout.run("checkout -q --detach");
        QCOMPARE(codeOf(git::switchHead(*repository, "topic", "main", ada(), "x")),
                 u"git.reference-moved"_s);
        QCOMPARE(
            codeOf(git::switchHead(*repository, checkout.id("HEAD").toHex(), "main", ada(), "x")),
            u"done"_s);
        QCOMPARE(codeOf(git::switchHead(*repository, "main", "unborn", ada(), "x")), u"done"_s);
        QVERIFY(repository->head()->isUnborn());
    }

    void aLockedReferenceIsLeftAlone()
    {
        const Checkout checkout;
        checkout.commitAll();
        put(checkout.path(u".git/refs/heads/topic.lock"_s), "");
        const auto repository = git::Repository::open(checkout.path());
        QCOMPARE(codeOf(git::updateReference(
                     *repository, {"refs/heads/topic", {}, checkout.id("HEAD"), "x"}, ada())),
                 u"git.failed"_s);
        QVERIFY(QFile::exists(checkout.path(u".git/refs/heads/topic.lock"_s)));
    }

    void aBaseTreeIsKeptThroughGarbageCollection()
    {
        const Checkout checkout;
        checkout.commitAll();
        const auto repository = git::Repository::open(checkout.path());
        const auto tree = git::writeTree(*repository, {{.path = "kept", .content = "kept"}});
        const QByteArray name = git::baseReference("services/orders");
        QCOMPARE(codeOf(git::updateReference(*repository, {name, {}, *tree, {}}, ada())),
                 u"done"_s);
        checkout.run("gc -q --prune=now");
        QCOMPARE(*git::readReference(*repository, name), *tree);
        QCOMPARE(git::readTree(*repository, *tree)->size(), 1);
        QCOMPARE(checkout.fsck(), ""_ba);
    }

    void tagsAndBranchesOfACommitAreFound()
    {
        const Checkout checkout;
        checkout.commitAll();
        checkout.run("tag light");
        checkout.run("tag -a -m annotated v1.0");
        checkout.run("branch topic");
        const ObjectId first = checkout.id("HEAD");
        checkout.commitAll();
        const auto repository = git::Repository::open(checkout.path());
        QCOMPARE(*git::referencesTo(*repository, first),
                 (QList<QByteArray>{"refs/heads/topic", "refs/tags/light", "refs/tags/v1.0"}));
    }

private:
    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestReferences)
#include "tst_references.moc"
