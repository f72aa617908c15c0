#include "models/git/cleansource.h"
#include "tests/git/gitcommand.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

class TestCleanSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void aCleanFolderIsFoundAgain()
    {
        const Checkout checkout;
        put(checkout.path(u"templates/go/template.yaml"_s), "t");
        put(checkout.path(u"README"_s), "r");
        checkout.commitAll();
        checkout.run("remote add origin https://ada:secret@example.org/paths.git");
        put(checkout.path(u"README"_s), "changed, but not in the folder");
        put(checkout.path(u"loose"_s), "nor is this");
        const auto source = git::cleanSource(checkout.path(u"templates/go"_s));
        QVERIFY(source);
        QCOMPARE(*source,
                 (git::CleanSource{.commit = checkout.id("HEAD"),
                                   .tree = checkout.id("HEAD:templates/go"),
                                   .path = "templates/go",
                                   .reference = "main",
                                   .url = u"https://example.org/paths.git"_s}));
        checkout.run("tag v1.0");
        QCOMPARE(git::cleanSource(checkout.path(u"templates/go"_s))->reference, "v1.0"_ba);
        QVERIFY(!git::cleanSource(checkout.path())); // the whole is not clean
    }

    void theWholeRepositoryIsASourceToo()
    {
        const Checkout checkout;
        put(checkout.path(u"a"_s), "a");
        checkout.commitAll();
        checkout.run("checkout -q --detach");
        const auto source = git::cleanSource(checkout.path());
        QVERIFY(source);
        QCOMPARE(source->path, ""_ba);
        QCOMPARE(source->tree, checkout.id("HEAD^{tree}"));
        QCOMPARE(source->reference, ""_ba);
        QCOMPARE(source->url, QString());
    }

    void whatIsNotCleanIsNoSource_data()
    {
        QTest::addColumn<QString>("state");
        for (const QString &state :
             {u"no repository"_s, u"unborn"_s, u"edited"_s, u"staged"_s, u"untracked"_s,
              u"deleted"_s, u"not in the commit"_s, u"unreadable"_s, u"bare"_s})
            QTest::newRow(qPrintable(state)) << state;
    }

    void whatIsNotCleanIsNoSource()
    {
        QFETCH(const QString, state);
        const Checkout checkout(state == u"bare" ? "init -q --bare ."_ba : "init -q -b main ."_ba);
        put(checkout.path(u"t/a"_s), "a");
        if (state != u"unborn" && state != u"bare")
            checkout.commitAll();
        if (state == u"no repository")
            QVERIFY(QDir(checkout.path(u".git"_s)).removeRecursively());
        else if (state == u"edited" || state == u"staged")
            put(checkout.path(u"t/a"_s), "b");
        else if (state == u"untracked")
            put(checkout.path(u"t/b"_s), "b");
        else if (state == u"deleted")
            QVERIFY(QFile::remove(checkout.path(u"t/a"_s)));
        else if (state == u"unreadable")
            put(checkout.path(u".git/config"_s), "[core]\n\trepositoryformatversion = 99\n");
        else if (state == u"not in the commit")
            QVERIFY(QDir(checkout.path()).mkpath(u"empty"_s));
        if (state == u"staged")
            checkout.run("add -A");
        QVERIFY(
            !git::cleanSource(checkout.path(state == u"not in the commit" ? u"empty"_s : u"t"_s)));
    }

    void urlsLoseTheirSecrets_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const QString &url, const QString &shown) {
            QTest::newRow(name) << url << shown;
        };
        row("nothing", u""_s, u""_s);
        row("plain", u"https://example.org/x.git"_s, u"https://example.org/x.git"_s);
        row("a user and a password", u"https://ada:se%40cret@example.org:8443/x"_s,
            u"https://example.org:8443/x"_s);
        row("a token", u"https://ghp_0123@example.org/x"_s, u"https://example.org/x"_s);
        row("ssh", u"ssh://git:secret@example.org/x"_s, u"ssh://git@example.org/x"_s);
        row("ssh in short", u"git@example.org:team/x.git"_s, u"git@example.org:team/x.git"_s);
        row("a path", u"/srv/git/x"_s, u""_s);
        row("a path beside", u"../x:y"_s, u""_s);
        row("a drive", u"C:\\git\\x"_s, u""_s);
        row("a file", u"file:///srv/git/x"_s, u""_s);
    }

    void urlsLoseTheirSecrets()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, shown);
        QCOMPARE(git::publicUrl(url), shown);
    }

private:
    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestCleanSource)
#include "tst_cleansource.moc"
