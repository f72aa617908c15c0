#include "models/git/describe.h"
#include "models/git/ignored.h"
#include "tests/git/gitcommand.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

class TestDescribe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void aCheckoutIsDescribedAsGitDoesIt()
    {
        const Checkout checkout;
        put(checkout.path(u"a"_s), "a");
        checkout.commitAll();
        const auto bare = git::describeCheckout(checkout.path());
        QVERIFY(bare);
        QCOMPARE(bare->text.toUtf8(), checkout.run("describe --tags --always").trimmed());
        QCOMPARE(bare->commit, checkout.id("HEAD"));
        checkout.run("tag v1.2.0");
        QCOMPARE(git::describeCheckout(checkout.path())->text, u"v1.2.0"_s);
        put(checkout.path(u"b"_s), "b");
        checkout.commitAll();
        const auto behind = git::describeCheckout(checkout.path());
        QCOMPARE(behind->text.toUtf8(), checkout.run("describe --tags --always").trimmed());
        QVERIFY(behind->text.startsWith(u"v1.2.0-1-g"));
    }

    void onlyTheTopOfACheckoutHasADescription()
    {
        const Checkout checkout;
        put(checkout.path(u"t/a"_s), "a");
        QVERIFY(!git::describeCheckout(checkout.path())); // there is no commit
        checkout.commitAll();
        QVERIFY(git::describeCheckout(checkout.path()));
        QVERIFY(!git::describeCheckout(checkout.path(u"t"_s)));
        QVERIFY(!git::describeCheckout(checkout.path(u"gone"_s)));
    }

    void whatGitIgnoresIsTold()
    {
        const Checkout checkout;
        put(checkout.path(u".gitignore"_s), "*.log\nout/\n!keep.log\n");
        put(checkout.path(u"tracked.log"_s), "t");
        checkout.run("add -f tracked.log .gitignore");
        for (const QString &name : {u"a.log"_s, u"out/b"_s, u"keep.log"_s, u"c"_s})
            put(checkout.path(name), "x");
        QCOMPARE(
            git::ignoredPaths(checkout.path(), {"tracked.log", "a.log", "out/b", "keep.log", "c"}),
            (QByteArrayList{"a.log", "out/b"}));
        QCOMPARE(git::ignoredPaths(u"/"_s, {"a"}), QByteArrayList());
    }

private:
    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestDescribe)
#include "tst_describe.moc"
