#include "models/git/refusal.h"
#include "tests/git/gitcommand.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

QStringList codes(const QList<Problem> &problems)
{
    QStringList found;
    for (const Problem &problem : problems)
        found += problem.code;
    return found;
}

QStringList refused(const QString &path, const QList<QByteArray> &paths = {})
{
    const auto repository = git::Repository::open(path);
    return repository ? codes(refusals(*repository, paths))
                      : QStringList{repository.error().toString()};
}

/// Two branches that change one file each its own way.
void diverge(const Checkout &checkout)
{
    put(checkout.path(u"a"_s), "base\n");
    checkout.commitAll();
    checkout.run("switch -q -c other");
    put(checkout.path(u"a"_s), "theirs\n");
    checkout.commitAll();
    checkout.run("switch -q main");
    put(checkout.path(u"a"_s), "ours\n");
    checkout.commitAll();
}

} // namespace

class TestRefusal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void aPlainRepositoryIsNotRefused()
    {
        const Checkout checkout;
        QCOMPARE(refused(checkout.path(), {"a"}), QStringList()); // unborn
        checkout.commitAll();
        QCOMPARE(refused(checkout.path(), {"a", "b/c"}), QStringList());
    }

    void whatIsUnderWayIsRefused_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QString>("wayOut");
        QTest::newRow("merge") << "merge other"_ba << u"merge --abort"_s;
        QTest::newRow("rebase") << "rebase other"_ba << u"rebase --abort"_s;
        QTest::newRow("rebase, by patches") << "rebase --apply other"_ba << u"rebase --abort"_s;
        QTest::newRow("cherry-pick") << "cherry-pick other"_ba << u"cherry-pick --abort"_s;
        QTest::newRow("revert") << "revert --no-edit HEAD~1"_ba << u"revert --abort"_s;
        QTest::newRow("bisect") << "bisect start"_ba << u"bisect reset"_s;
    }

    void whatIsUnderWayIsRefused()
    {
        QFETCH(const QByteArray, command);
        QFETCH(const QString, wayOut);
        const Checkout checkout;
        diverge(checkout);
        testing::git(checkout.path(), command.constData());
        const auto repository = git::Repository::open(checkout.path());
        VERIFY_RESULT(repository);
        const auto problems = refusals(*repository, {});
        QVERIFY(!problems.isEmpty());
        QCOMPARE(problems.front().code, u"git.operation"_s);
        QVERIFY2(problems.front().hint.contains(u"git -C %1 %2"_s.arg(checkout.path(), wayOut)),
                 qPrintable(problems.front().hint));
    }

    void conflictsWithoutAMergeAreRefused()
    {
        const Checkout checkout;
        diverge(checkout);
        testing::git(checkout.path(), "merge other");
        QVERIFY(QFile::remove(checkout.path(u".git/MERGE_HEAD"_s)));
        QCOMPARE(refused(checkout.path()), QStringList{u"git.conflicts"_s});
    }

    void aSparseCheckoutIsRefused()
    {
        const Checkout checkout;
        put(checkout.path(u"a/x"_s), "x");
        put(checkout.path(u"b/x"_s), "x");
        checkout.commitAll();
        checkout.run("sparse-checkout set a");
        QCOMPARE(refused(checkout.path()), QStringList{u"git.sparse"_s});
        checkout.run("sparse-checkout set --sparse-index a");
        QCOMPARE(refused(checkout.path()), QStringList{u"git.sparse"_s});
        checkout.run("sparse-checkout disable");
        QCOMPARE(refused(checkout.path()), QStringList());
    }

    void aSplitIndexIsRefused()
    {
        const Checkout checkout;
        put(checkout.path(u"a"_s), "a");
        checkout.commitAll();
        checkout.run("update-index --split-index");
        QCOMPARE(refused(checkout.path()), QStringList{u"git.split-index"_s});
        checkout.run("config core.splitIndex true");
        QCOMPARE(refused(checkout.path()), QStringList{u"git.split-index"_s});
    }

    void aLockedIndexIsRefused()
    {
        const Checkout checkout;
        checkout.commitAll();
        put(checkout.path(u".git/index.lock"_s), "");
        QCOMPARE(refused(checkout.path()), QStringList{u"git.index-locked"_s});
    }

    void anUnreadableIndexIsRefused()
    {
        const Checkout checkout;
        put(checkout.path(u".git/index"_s), "DIRC and no more");
        QCOMPARE(refused(checkout.path()), QStringList{u"git.index"_s});
    }

    void aBareRepositoryIsRefused()
    {
        const Checkout checkout("init -q --bare .");
        QCOMPARE(refused(checkout.path()), QStringList{u"git.bare"_s});
    }

    void aSubmodulesFolderIsRefused()
    {
        const Checkout checkout;
        put(checkout.path(u"a"_s), "a");
        checkout.commitAll();
        const QByteArray id = checkout.id("HEAD").toHex();
        checkout.run("update-index --add --cacheinfo 160000," + id + ",libs/one");
        QDir().mkpath(checkout.path(u"libs/one"_s));
        checkout.run("commit -q -m submodule");
        QCOMPARE(refused(checkout.path(), {"libs/two"}), QStringList());
        for (const QByteArray &path : {"libs/one"_ba, "libs/one/x"_ba, "libs"_ba})
            QCOMPARE(refused(checkout.path(), {"b", path}), QStringList{u"git.submodule"_s});
    }

    void aFileWhoseChangesAreHiddenIsRefused_data()
    {
        QTest::addColumn<QByteArray>("option");
        QTest::newRow("skip-worktree") << "--skip-worktree"_ba;
        QTest::newRow("assume-unchanged") << "--assume-unchanged"_ba;
    }

    void aFileWhoseChangesAreHiddenIsRefused()
    {
        QFETCH(const QByteArray, option);
        const Checkout checkout;
        put(checkout.path(u"a"_s), "a");
        put(checkout.path(u"b"_s), "b");
        checkout.commitAll();
        checkout.run("update-index " + option + " a");
        QCOMPARE(refused(checkout.path(), {"a", "b"}), QStringList{u"git.hidden"_s});
        QCOMPARE(refused(checkout.path(), {"b"}), QStringList());
        checkout.run("update-index --no-" + option.sliced(2) + " a");
        QCOMPARE(refused(checkout.path(), {"a", "b"}), QStringList());
    }

private:
    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestRefusal)
#include "tst_refusal.moc"
