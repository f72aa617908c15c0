#include "models/git/status.h"
#include "tests/git/gitcommand.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

using Paths = QList<QByteArray>;

class TestStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void trackedChangesAreFoundStagedOrNot()
    {
        const Checkout checkout;
        for (const QString &name :
             {u"same"_s, u"edited"_s, u"staged"_s, u"deleted"_s, u"mode"_s, u"in/deep"_s})
            put(checkout.path(name), "1\n");
        checkout.commitAll();
        const auto repository = git::Repository::open(checkout.path());
        QCOMPARE(*trackedChanges(*repository), Paths());

        put(checkout.path(u"edited"_s), "2\n");
        put(checkout.path(u"in/deep"_s), "2\n");
        put(checkout.path(u"staged"_s), "2\n");
        checkout.run("add staged");
        putExecutable(checkout.path(u"mode"_s), "1\n");
        QVERIFY(QFile::remove(checkout.path(u"deleted"_s)));
        put(checkout.path(u"untracked"_s), "1\n");
        put(checkout.path(u"added"_s), "1\n");
        checkout.run("add added");
        QCOMPARE(*trackedChanges(*repository),
                 (Paths{"added", "deleted", "edited", "in/deep", "mode", "staged"}));
        QCOMPARE(*trackedChanges(*repository, {"in", "same"}), Paths{"in/deep"});
        QCOMPARE(*trackedChanges(*repository, {"*"}), Paths()); // a name, no pattern
    }

    void lookingWritesNothing()
    {
        const Checkout checkout;
        put(checkout.path(u"a"_s), "1\n");
        checkout.commitAll();
        put(checkout.path(u"a"_s), "1\n"); // touched: git's own status would refresh the index
        const QByteArray before = contentOf(checkout.path(u".git/index"_s));
        const auto repository = git::Repository::open(checkout.path());
        QCOMPARE(*trackedChanges(*repository), Paths());
        QCOMPARE(*untrackedBelow(*repository, ""), Paths());
        QCOMPARE(contentOf(checkout.path(u".git/index"_s)), before);
    }

    void whatIsInTheWayIsFound_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<Paths>("found");
        QTest::newRow("nothing there") << "new/file"_ba << Paths();
        QTest::newRow("a tracked file") << "tracked/file"_ba << Paths();
        QTest::newRow("a folder of tracked files") << "tracked"_ba << Paths();
        QTest::newRow("an untracked file") << "tracked/loose"_ba << Paths{"tracked/loose"};
        QTest::newRow("an ignored file") << "out/x.log"_ba << Paths{"out/x.log"};
        QTest::newRow("an untracked file where a folder would be")
            << "loose/a/b"_ba << Paths{"loose"};
        QTest::newRow("an untracked folder") << "out"_ba << Paths{"out"};
        QTest::newRow("a link that leads nowhere") << "dangling"_ba << Paths{"dangling"};
        QTest::newRow("a link where a folder would be") << "linked/x"_ba << Paths{"linked"};
    }

    void whatIsInTheWayIsFound()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const Paths, found);
        const Checkout checkout;
        put(checkout.path(u"tracked/file"_s), "1");
        put(checkout.path(u".gitignore"_s), "*.log\n");
        checkout.commitAll();
        for (const QString &name : {u"tracked/loose"_s, u"out/x.log"_s, u"loose"_s})
            put(checkout.path(name), "2");
        QVERIFY(QFile::link(u"nowhere"_s, checkout.path(u"dangling"_s)));
        QVERIFY(QFile::link(u"tracked"_s, checkout.path(u"linked"_s)));
        const auto repository = git::Repository::open(checkout.path());
        QCOMPARE(*untrackedInTheWay(*repository, {path, path}), found);
    }

    void untrackedFilesOfAFolderAreFound()
    {
        const Checkout checkout;
        put(checkout.path(u".gitignore"_s), "*.log\n");
        put(checkout.path(u"a/tracked"_s), "1");
        checkout.commitAll();
        for (const QString &name : {u"a/b/loose"_s, u"a/x.log"_s, u"c"_s})
            put(checkout.path(name), "2");
        put(checkout.path(u"a/tracked"_s), "2");
        const auto repository = git::Repository::open(checkout.path());
        QCOMPARE(*untrackedBelow(*repository, "a"), Paths{"a/b/loose"});
        QCOMPARE(*untrackedBelow(*repository, ""), (Paths{"a/b/loose", "c"}));
    }

    void ignoredPathsAreKnownBeforeTheyExist()
    {
        const Checkout checkout;
        put(checkout.path(u".gitignore"_s), "*.log\nbuild/\n!keep.log\n");
        put(checkout.path(u"a/.gitignore"_s), "secret\n");
        put(checkout.path(u".git/info/exclude"_s), "mine\n");
        put(m_git.home() + u"/ignore"_s, "*.swp\n");
        m_git.configure("[core]\n\texcludesFile = ~/ignore\n");
        const auto repository = git::Repository::open(checkout.path());
        QCOMPARE(
            *ignored(*repository,
                     {"x.log", "keep.log", "build/x", "a/secret", "secret", "mine", "y.swp", "z"}),
            (Paths{"x.log", "build/x", "a/secret", "mine", "y.swp"}));
    }

private:
    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestStatus)
#include "tst_status.moc"
