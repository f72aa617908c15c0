#include "models/plan/pushing.h"
#include "tests/plan/planbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::PlanBench;
using testing::SmallTemplate;

namespace {

constexpr auto published = "input: {repoUrl: 'github.com?owner=acme&repo=orders', "
                           "defaultBranch: main}";
constexpr auto requested = "input: {repoUrl: 'github.com?owner=acme&repo=orders', branchName: x}";

SmallTemplate withPublisher(const QByteArray &action, const QByteArray &input)
{
    return SmallTemplate("{}",
                         "[{action: 'fetch:template', input: {url: ./skeleton}}, {action: '"
                             + action + "', " + input + "}]")
        .file("skeleton/f", "1");
}

} // namespace

class TestPushing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRemoteIsChosen()
    {
        QCOMPARE(pushCommand({}), u"git remote add origin URL && git push -u origin HEAD"_s);
        QCOMPARE(pushCommand({u"a"_s, u"origin"_s}), u"git push -u origin HEAD"_s);
        QCOMPARE(pushCommand({u"its own"_s, u"z"_s}), u"git push -u 'its own' HEAD"_s);
        QCOMPARE(pushCommand({u"a"_s}, u"main"_s), u"git push -u a HEAD:main"_s);
    }

    void theCommandsFitTheDestination_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<DestinationKind>("kind");
        QTest::addColumn<QStringList>("remotes");
        QTest::addColumn<QStringList>("commands");
        const QByteArray publish = "publish:github";
        const QByteArray request = "publish:github:pull-request";
        const QStringList origin{u"origin"_s};
        const QStringList own{u"git remote add origin https://github.com/acme/orders.git"_s,
                              u"git push -u origin HEAD:main"_s};
        const QStringList pushed{u"git push -u origin HEAD"_s};
        const QStringList pushedFirst{u"git push -u origin HEAD:main"_s};
        const QStringList asked{u"git push https://github.com/acme/orders.git HEAD:refs/heads/x"_s};
        const auto row = [](const char *name, const QByteArray &action, DestinationKind kind,
                            const QStringList &remotes, const QStringList &commands) {
            QTest::newRow(name) << action << kind << remotes << commands;
        };
        row("absent", publish, DestinationKind::Absent, {}, own);
        row("empty", publish, DestinationKind::Empty, {}, own);
        row("unborn", publish, DestinationKind::UnbornRepository, {}, own);
        row("a clone of nothing", publish, DestinationKind::UnbornRepository, origin, pushedFirst);
        row("a clone", publish, DestinationKind::FreshClone, origin, pushed);
        row("a repository", publish, DestinationKind::FreshClone, {}, own);
        row("a monorepo", publish, DestinationKind::RepositoryFolder, origin, pushed);
        row("a monorepo without remote", publish, DestinationKind::RepositoryFolder, {}, {});
        row("a request", request, DestinationKind::Absent, {}, asked);
        row("a request in a clone", request, DestinationKind::FreshClone, origin, asked);
        row("a request in a monorepo", request, DestinationKind::RepositoryFolder, origin, pushed);
    }

    void theCommandsFitTheDestination()
    {
        QFETCH(const QByteArray, action);
        QFETCH(const DestinationKind, kind);
        QFETCH(const QStringList, remotes);
        QFETCH(const QStringList, commands);
        PlanBench bench(withPublisher(action, action.endsWith("request") ? requested : published));
        const bool isFolder = kind == DestinationKind::RepositoryFolder;
        if (isFolder || kind == DestinationKind::FreshClone)
            bench.inRepository(isFolder ? "services/orders" : QByteArray());
        bench.destination.kind = kind;
        bench.destination.remotes = remotes;
        const Plan plan = bench.plan();
        QCOMPARE(plan.undone.size(), 1);
        QCOMPARE(plan.undone.first().commands, commands);
        QCOMPARE(tellsHowToPush(plan), !commands.isEmpty());
        const bool isPushedThere = commands.size() == 1 && commands.first().contains(u" -u origin");
        QCOMPARE(plan.undone.first().isMoot, isFolder || isPushedThere);
        if (isFolder) {
            QVERIFY(plan.undone.first().links.isEmpty());
            QVERIFY2(plan.undone.first().reason.contains(u"/srv")
                         && plan.undone.first().reason.contains(plan.branch),
                     qPrintable(plan.undone.first().reason));
        }
    }

    void noLinkLeadsIntoAnotherRepository_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<QStringList>("links");
        const QByteArray own = "https://github.com/acme/orders/tree/main/catalog-info.yaml";
        const QByteArray near = "https://github.com/acme/orders-docs/tree/main/catalog-info.yaml";
        const QByteArray folder = "services/orders";
        QTest::newRow("that is published") << own << ""_ba << QStringList{QString::fromLatin1(own)};
        QTest::newRow("in a folder") << own << folder << QStringList();
        QTest::newRow("of another one") << near << folder << QStringList{QString::fromLatin1(near)};
    }

    void noLinkLeadsIntoAnotherRepository()
    {
        QFETCH(const QByteArray, address);
        QFETCH(const QByteArray, prefix);
        QFETCH(const QStringList, links);
        PlanBench bench(SmallTemplate("{}",
                                      QByteArray("[{action: 'catalog:register', input: "
                                                 "{catalogInfoUrl: '")
                                          + address + "'}}, {action: 'publish:github', " + published
                                          + "}]"));
        if (!prefix.isEmpty())
            bench.inRepository(prefix);
        const UndoneAction registered = bench.plan().undone.first();
        QCOMPARE(registered.links, links);
        QCOMPARE(registered.isMoot, links.isEmpty());
        QCOMPARE(registered.reason.contains(QString::fromUtf8(prefix) + u" of /srv"_s),
                 links.isEmpty());
    }

    void whatIsNotCommittedIsNotPushed()
    {
        PlanBench bench(withPublisher("publish:github", published));
        bench.request.wishes.commit = false;
        QCOMPARE(bench.plan().undone.first().commands, QStringList());
        QVERIFY(!tellsHowToPush(bench.plan()));
    }

    void noCommandIsToldTwice()
    {
        PlanBench bench(SmallTemplate("{}",
                                      QByteArray("[{action: 'publish:github', ") + published
                                          + "}, {action: 'publish:gitlab', " + published + "}]"));
        bench.destination.kind = DestinationKind::UnbornRepository;
        bench.destination.remotes = {u"origin"_s};
        const QList<UndoneAction> undone = bench.plan().undone;
        QCOMPARE(undone.size(), 2);
        qsizetype commands = 0;
        for (const UndoneAction &action : undone)
            commands += action.commands.size();
        QCOMPARE(commands, 1);
    }
};

QTEST_APPLESS_MAIN(TestPushing)
#include "tst_pushing.moc"
