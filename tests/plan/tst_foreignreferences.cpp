#include "models/plan/foreignreferences.h"

#include "tests/plan/workbench.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

/// What would be lost with a repository that an undo takes away.
class TestForeignReferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void everyOtherReferenceIsNamed_data()
    {
        QTest::addColumn<QString>("what"); // a shell command in a repository with a commit on main
        QTest::addColumn<QByteArrayList>("names");
        const auto row = [](const char *name, const QString &what, const QByteArrayList &names) {
            QTest::newRow(name) << what << names;
        };
        row("none", u"true"_s, {});
        row("a branch", u"git branch x"_s, {"refs/heads/x"});
        row("a branch in a folder", u"git branch a/b/c"_s, {"refs/heads/a/b/c"});
        row("a tag", u"git tag v1"_s, {"refs/tags/v1"});
        row("a packed branch", u"git branch x; git pack-refs --all"_s, {"refs/heads/x"});
        row("an annotated tag that is packed", u"git tag -a -m x v1; git pack-refs --all"_s,
            {"refs/tags/v1"});
        row("one that is packed and loose",
            u"git branch x; git pack-refs --all; git commit -q --allow-empty -m x; "
            "git branch -f x; git reset -q --hard HEAD~1"_s,
            {"refs/heads/x"});
        row("a stash", u"echo x > a; git stash -q"_s, {"refs/stash"});
        row("of a remote", u"git update-ref refs/remotes/origin/main HEAD"_s,
            {"refs/remotes/origin/main"});
        row("several, sorted", u"git tag b; git branch z; git branch a"_s,
            {"refs/heads/a", "refs/heads/z", "refs/tags/b"});
    }

    void everyOtherReferenceIsNamed()
    {
        QFETCH(const QString, what);
        const Checkout checkout;
        prepare(checkout, what);
        const auto names
            = foreignReferences(checkout.path(u".git"_s), {"refs/heads/main", "refs/waymark/x"});
        VERIFY_RESULT(names);
        QTEST(*names, "names");
    }

    void otherWorkIsNamed_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QByteArrayList>("names");
        const auto row = [](const char *name, const QString &what, const QByteArrayList &names) {
            QTest::newRow(name) << what << names;
        };
        row("none", u"true"_s, {});
        row("commits that only the log knows", u"git commit -q --allow-empty -m x"_s,
            {"logs/HEAD"});
        row("a commit of a branch that is gone",
            u"git switch -q -c x; git commit -q --allow-empty -m x; git switch -q main; "
            "git branch -q -D x"_s,
            {"logs/HEAD"});
        row("a look at a branch that is gone",
            u"git switch -q -c x; git switch -q main; git branch -q -d x"_s, {});
        row("a linked work tree", u"git worktree add -q --detach ../w"_s, {"worktrees/w"});
        row("a module", u"mkdir -p .git/modules/m"_s, {"modules/m"});
        row("a hook", u"mkdir -p .git/hooks; touch .git/hooks/pre-push"_s, {"hooks/pre-push"});
        row("an example of a hook", u"mkdir -p .git/hooks; touch .git/hooks/x.sample"_s, {});
        row("a remote", u"git remote add origin ../x"_s, {"config"});
        row("a setting of the user", u"git config user.name x"_s, {"config"});
        row("a setting of the core", u"git config core.foo bar"_s, {"config"});
        row("a comment in the configuration", u"echo '# mine' >> .git/config"_s, {"config"});
        row("a folder", u"mkdir .git/mine; echo x > .git/mine/data"_s, {"mine"});
        row("a file", u"echo x > .git/notes"_s, {"notes"});
        row("a description", u"echo x > .git/description"_s, {"description"});
        row("attributes", u"mkdir -p .git/info; echo x > .git/info/attributes"_s,
            {"info/attributes"});
        row("what an interrupted run kept", u"mkdir -p .git/waymark/kept-1"_s, {"waymark/kept-1"});
        row("what a filter of git's keeps", u"mkdir -p .git/lfs/objects"_s, {});
        row("what git does by itself",
            u"git gc -q; git update-server-info; git fetch -q . main; git status"_s, {});
        row("a pattern", u"mkdir -p .git/info; echo x >> .git/info/exclude"_s, {"info/exclude"});
        row("a comment about patterns",
            u"mkdir -p .git/info; printf '# x\\n\\n' > .git/info/exclude"_s, {});
    }

    void otherWorkIsNamed()
    {
        QFETCH(const QString, what);
        const Checkout checkout;
        const QByteArray configuration = QCryptographicHash::hash(
            contentOf(checkout.path(u".git/config"_s)), QCryptographicHash::Sha256);
        prepare(checkout, what);
        const auto names = foreignWork(checkout.path(u".git"_s), configuration.toHex());
        VERIFY_RESULT(names);
        QTEST(*names, "names");
    }

    void aConfigurationThatNobodyNotedIsComparedByItsSections_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QByteArrayList>("names");
        QTest::newRow("as it was") << u"true"_s << QByteArrayList();
        QTest::newRow("a setting of the core") << u"git config core.foo x"_s << QByteArrayList();
        QTest::newRow("a section") << u"git config user.name x"_s << QByteArrayList{"config"};
    }

    void aConfigurationThatNobodyNotedIsComparedByItsSections()
    {
        QFETCH(const QString, what);
        const Checkout checkout;
        prepare(checkout, what);
        const auto names = foreignWork(checkout.path(u".git"_s));
        VERIFY_RESULT(names);
        QTEST(*names, "names");
    }

    void whatCannotBeReadIsAnError_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("nothing") << u"nosuch"_s;
        QTest::newRow("a file") << u"file"_s;
    }

    void whatCannotBeReadIsAnError()
    {
        QFETCH(const QString, folder);
        const Bench bench;
        put(bench.path(u"file"_s), "");
        QVERIFY(!foreignReferences(bench.path(folder), {}));
        QVERIFY(!foreignWork(bench.path(folder)));
    }

private:
    static void prepare(const Checkout &checkout, const QString &what)
    {
        put(checkout.path(u"a"_s), "1\n");
        checkout.commitAll();
        for (const char *folder : {"hooks", "info"}) // what a template of git's brings
            QDir(checkout.path(u".git/"_s + QLatin1StringView(folder))).removeRecursively();
        const GitRun run = runCommand(checkout.path(), u"sh"_s, {u"-c"_s, what});
        if (run.exitCode != 0)
            qFatal("%s", run.errors.constData());
    }

    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestForeignReferences)
#include "tst_foreignreferences.moc"
