#include "models/plan/publication.h"

#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::SmallTemplate;

namespace {

/// What is to be done by hand in the place of one step.
UndoneAction undoneFor(const QByteArray &action, const QByteArray &input,
                       const QByteArray &answers = "{}")
{
    const Rendering rendering
        = SmallTemplate("{properties: {name: {}, token: {'ui:field': Secret}}}",
                        "[{id: p, action: '" + action + "', input: {" + input + "}}]")
              .rendered(answers);
    return rendering.undone.value(0);
}

/// The same of the outputs that steps behind it see: "remote contents".
QString outputsOf(const QByteArray &action, const QByteArray &input)
{
    const Rendering rendering
        = SmallTemplate("{}", "[{id: p, action: '" + action + "', input: {" + input + "}}]",
                        "{text: [{content: '${{ steps.p.output.remoteUrl }} "
                        "${{ steps.p.output.repoContentsUrl }}'}]}")
              .rendered();
    return rendering.texts.value(0);
}

constexpr auto ordersRepository = "repoUrl: 'github.com?owner=acme&repo=orders'";

} // namespace

class TestPublication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRepositoryIsNamed_data()
    {
        QTest::addColumn<QString>("repoUrl");
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("remote");
        const auto row = [](const char *repoUrl, const QString &page, const QString &remote) {
            QTest::newRow(repoUrl) << QString::fromUtf8(repoUrl) << page << remote;
        };
        const auto plain = [&row](const char *repoUrl, const QString &page) {
            row(repoUrl, page, page + u".git"_s);
        };
        plain("github.com?owner=acme&repo=orders", u"https://github.com/acme/orders"_s);
        plain("github.com?repo=orders&owner=acme", u"https://github.com/acme/orders"_s);
        plain("git.example.org:8443?owner=a&repo=o", u"https://git.example.org:8443/a/o"_s);
        plain("gitlab.com?owner=acme%2Fshop&repo=o", u"https://gitlab.com/acme/shop/o"_s);
        plain("gitlab.com?owner=&project=7&repo=o", u"https://gitlab.com/7/o"_s);
        plain("gitlab.com?owner=a&project=7&repo=o", u"https://gitlab.com/a/o"_s);
        plain("bitbucket.org?workspace=w&project=P&repo=o", u"https://bitbucket.org/w/o"_s);
        plain("bitbucket.example.org?project=P&repo=o", u"https://bitbucket.example.org/P/o"_s);
        plain("gerrit.example.org?repo=o", u"https://gerrit.example.org/o"_s);
        row("dev.azure.com?organization=a&project=p&repo=o", u"https://dev.azure.com/a/p/_git/o"_s,
            u"https://dev.azure.com/a/p/_git/o"_s);
        row("dev.azure.com?owner=a&project=p&repo=o", u"https://dev.azure.com/a/p/_git/o"_s,
            u"https://dev.azure.com/a/p/_git/o"_s);
        row("dev.azure.com?project=p&repo=o", u"https://dev.azure.com/p/_git/o"_s,
            u"https://dev.azure.com/p/_git/o"_s);
    }

    void aRepositoryIsNamed()
    {
        QFETCH(const QString, repoUrl);
        const auto name = repositoryName(repoUrl);
        QVERIFY(name);
        QTEST(name->page(), "page");
        QTEST(name->remote(), "remote");
    }

    void otherTextsNameNone_data()
    {
        QTest::addColumn<QString>("repoUrl");
        for (const char *repoUrl :
             {"", "?", "?owner=a&repo=o", "github.com", "github.com?", "github.com?owner=a",
              "github.com?owner=a&repo=", "github.com?owner=a&Repo=o", "github.com/a/o"})
            QTest::addRow("[%s]", repoUrl) << QString::fromUtf8(repoUrl);
    }

    void otherTextsNameNone()
    {
        QFETCH(const QString, repoUrl);
        QVERIFY(!repositoryName(repoUrl));
    }

    void requestsAreKnownByTheirName_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("GitHub") << u"publish:github:pull-request"_s << true;
        QTest::newRow("GitLab") << u"publish:gitlab:merge-request"_s << true;
        QTest::newRow("Azure") << u"publish:azure:pr"_s << true;
        QTest::newRow("a repository") << u"publish:github"_s << false;
        QTest::newRow("another word") << u"publish:super"_s << false;
        QTest::newRow("something about one") << u"github:pull-request:comment"_s << false;
    }

    void requestsAreKnownByTheirName()
    {
        QFETCH(const QString, action);
        QTEST(isRequest(action), "isOne");
    }

    void whereItWouldGoIsReadOfTheInput_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<Publication>("expected");
        const auto row
            = [](const char *name, const QByteArray &input, const Publication &expected) {
                  QTest::newRow(name) << input << expected;
              };
        const QString page = u"https://github.com/acme/orders"_s;
        row("no more than an address", ordersRepository, {.repository = page});
        row("another kind of address", "remoteUrl: 'https://x.org/o.git'",
            {.repository = u"https://x.org/o.git"_s});
        row("a number", "repoId: 12", {.repository = u"12"_s});
        row("a text that is no address", "repoUrl: somewhere", {.repository = u"somewhere"_s});
        row("a request's branch before the repository's",
            QByteArray(ordersRepository) + ", defaultBranch: main, branchName: x",
            {.repository = page, .branch = u"x"_s});
        row("an empty branch is none",
            QByteArray(ordersRepository) + ", branchName: '', defaultBranch: main",
            {.repository = page, .branch = u"main"_s});
        row("the message of the commit for a title",
            QByteArray(ordersRepository) + ", gitCommitMessage: Add it, description: d",
            {.repository = page, .title = u"Add it"_s, .description = u"d"_s});
        row("a title before it", QByteArray(ordersRepository) + ", commitMessage: c, title: t",
            {.repository = page, .title = u"t"_s});
        row("nothing of it", "token: x", {});
    }

    void whereItWouldGoIsReadOfTheInput()
    {
        QFETCH(const QByteArray, input);
        const UndoneAction undone = undoneFor("publish:github", input);
        QVERIFY(undone.publication);
        QTEST(*undone.publication, "expected");
    }

    void theWayThereIsSafeToTypeIn_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QStringList>("commands");
        QTest::addColumn<QStringList>("links");
        const auto row = [](const char *name, const QByteArray &action, const QByteArray &input,
                            const QStringList &commands, const QStringList &links = {}) {
            QTest::newRow(name) << action << input << commands << links;
        };
        const QByteArray request = "publish:github:pull-request";
        row("a name that the shell would run", "publish:github",
            "repoUrl: 'github.com?owner=a&repo=$(id);x'",
            {u"git remote add origin 'https://github.com/a/$(id);x.git'"_s,
             u"git push -u origin HEAD"_s});
        row("a branch that the shell would run", "publish:github",
            QByteArray(ordersRepository) + ", defaultBranch: '`id`'",
            {u"git remote add origin https://github.com/acme/orders.git"_s,
             u"git push -u origin 'HEAD:`id`'"_s});
        row("a request without a branch", request, QByteArray(ordersRepository) + ", title: t", {});
        row("a branch in folders", request,
            QByteArray(ordersRepository) + ", branchName: 'a/b?c#d'",
            {u"git push https://github.com/acme/orders.git 'HEAD:refs/heads/a/b?c#d'"_s},
            {u"https://github.com/acme/orders/compare/a/b%3Fc%23d?expand=1"_s});
        row("into another branch", request,
            QByteArray(ordersRepository) + ", branchName: b, targetBranch: 'r&d'",
            {u"git push https://github.com/acme/orders.git HEAD:refs/heads/b"_s},
            {u"https://github.com/acme/orders/compare/r%26d...b?expand=1"_s});
        row("a server of one's own has no known page", request,
            "repoUrl: 'ghe.example.org?owner=a&repo=o', branchName: b",
            {u"git push https://ghe.example.org/a/o.git HEAD:refs/heads/b"_s});
        row("a GitLab of one's own has", "publish:gitlab:merge-request",
            "repoUrl: 'gitlab.example.org?owner=a&repo=o', branchName: b",
            {u"git push https://gitlab.example.org/a/o.git HEAD:refs/heads/b"_s},
            {u"https://gitlab.example.org/a/o/-/merge_requests/new?merge_request%5B"
             "source_branch%5D=b"_s});
    }

    void theWayThereIsSafeToTypeIn()
    {
        QFETCH(const QByteArray, action);
        QFETCH(const QByteArray, input);
        const UndoneAction undone = undoneFor(action, input);
        QTEST(undone.commands, "commands");
        QTEST(undone.links, "links");
    }

    void aSecretIsNoPartOfTheWay()
    {
        const UndoneAction undone
            = undoneFor("publish:github",
                        "repoUrl: 'github.com?owner=${{ secrets.token }}&repo=o', description: "
                        "'by ${{ secrets.token }}'",
                        "{token: s3cretword}");
        QVERIFY(undone.publication);
        const QString all = (undone.commands + undone.links).join(u'\n')
            + undone.publication->repository + undone.publication->description;
        QVERIFY2(!all.contains(u"s3cretword"), qPrintable(all));
        QVERIFY2(undone.publication->description.startsWith(u"by "_s), qPrintable(all));
    }

    void stepsBehindItSeeItsAddresses_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("outputs");
        const QByteArray input = ordersRepository;
        QTest::newRow("a port") << "publish:github"_ba
                                << "repoUrl: 'ghe.example.org:8443?owner=a&repo=o'"_ba
                                << u"https://ghe.example.org:8443/a/o.git "
                                   "https://ghe.example.org:8443/a/o/blob/master"_s;
        QTest::newRow("a branch in folders")
            << "publish:gitlab"_ba << input + ", defaultBranch: a/b"
            << u"https://github.com/acme/orders https://github.com/acme/orders/-/blob/a/b"_s;
        QTest::newRow("no owner") << "publish:github"_ba << "repoUrl: 'github.com?repo=o'"_ba
                                  << u" "_s;
        QTest::newRow("a list for an address")
            << "publish:github"_ba << "repoUrl: [a]"_ba << u" "_s;
        QTest::newRow("a request has no repository of its own")
            << "publish:github:pull-request"_ba << input + ", branchName: b" << u" "_s;
    }

    void stepsBehindItSeeItsAddresses()
    {
        QFETCH(const QByteArray, action);
        QFETCH(const QByteArray, input);
        QTEST(outputsOf(action, input), "outputs");
    }
};

QTEST_APPLESS_MAIN(TestPublication)
#include "tst_publication.moc"
