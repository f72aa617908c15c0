#include "models/catalog/actionkinds.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestActionKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anActionIsOfAKind_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<TemplateStep::Kind>("kind");
        using Kind = TemplateStep::Kind;
        const auto row = [](const char *action, Kind kind) {
            QTest::newRow(action) << QString::fromLatin1(action) << kind;
        };
        for (const char *action : {"publish:github", "publish:gitlab:merge-request",
                                   "github:repo:create", "github:repo:push", "gitlab:repo:push",
                                   "azure:repo:push", "azure:repo:pr", "acme:pull-request"})
            row(action, Kind::Destination);
        for (const char *action :
             {"catalog:register", "catalog:fetch", "argocd:create-resources", "kube:apply",
              "github:webhook", "github:actions:dispatch", "http:backstage:request",
              "gitlab:projectVariable:create", "azure:pipeline:create", "sentry:project:create"})
            row(action, Kind::Elsewhere);
        for (const char *action :
             {"catalog:write", "fetch:template", "fs:delete", "roadiehq:utils:fs:write",
              "debug:log", "acme:budget", "githubby:x"})
            row(action, Kind::Action);
    }

    void anActionIsOfAKind()
    {
        QFETCH(const QString, action);
        QFETCH(const TemplateStep::Kind, kind);
        QCOMPARE(kindOfAction(action), kind);
    }
};

QTEST_APPLESS_MAIN(TestActionKinds)
#include "tst_actionkinds.moc"
