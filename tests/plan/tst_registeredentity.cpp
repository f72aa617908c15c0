#include "models/plan/registeredentity.h"

#include "models/plan/templateoutput.h"
#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::problemsOf;
using testing::SmallTemplate;

/// What a step that registers a service tells of it.
class TestRegisteredEntity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsRegisteredIsKnownByItsFile_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("links");
        const QByteArray usual = "repoContentsUrl: 'https://h/x'";
        const QByteArray entity = "kind: Component\nmetadata: {name: Orders}\n";
        const auto row = [](const char *name, const QByteArray &input, const QByteArray &path,
                            const QByteArray &content, const QString &reference) {
            QTest::newRow(name) << input << path << content
                                << (reference.isEmpty()
                                        ? QStringList()
                                        : QStringList{u"Open "_s + reference
                                                      + u" in the portal’s catalog"_s});
        };
        row("where it usually is", usual, "catalog-info.yaml", entity,
            u"component:default/orders"_s);
        row("where the step says", usual + ", catalogInfoPath: /d/c.yaml", "d/c.yaml", entity,
            u"component:default/orders"_s);
        row("by its address", "catalogInfoUrl: 'https://h/o/r/blob/main/d/c.yaml'", "d/c.yaml",
            entity, u"component:default/orders"_s);
        row("by an address with more of a path than a system takes",
            "catalogInfoUrl: 'https://h" + QByteArray("/x").repeated(2048) + "/d/c.yaml'",
            "d/c.yaml", entity, {});
        row("by the longest address",
            "catalogInfoUrl: 'https://h" + QByteArray("/x").repeated(2043) + "/d/c.yaml'",
            "d/c.yaml", entity, u"component:default/orders"_s);
        row("in a namespace", usual, "catalog-info.yaml",
            "kind: API\nmetadata: {namespace: Shop, name: a}\n", u"api:shop/a"_s);
        row("a component among others", usual, "catalog-info.yaml",
            "kind: System\nmetadata: {name: s}\n---\n" + entity, u"component:default/orders"_s);
        row("the first of others", usual, "catalog-info.yaml",
            "kind: System\nmetadata: {name: s}\n---\nkind: API\nmetadata: {name: a}\n",
            u"system:default/s"_s);
        row("no file", usual, "other.yaml", entity, {});
        row("no entity", usual, "catalog-info.yaml", "a: 1\n", {});
        row("no YAML", usual, "catalog-info.yaml", "a: [\n", {});
        row("out of the service", usual + ", catalogInfoPath: ../../x", "catalog-info.yaml", entity,
            {});
    }

    void whatIsRegisteredIsKnownByItsFile()
    {
        QFETCH(const QByteArray, input);
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, content);
        const Rendering rendering
            = SmallTemplate("{}",
                            "[{action: 'fetch:plain', input: {url: ./skeleton}}, {id: r, action: "
                            "'catalog:register', input: {"
                                + input + "}}]",
                            "{links: [{title: Open, entityRef: '${{ steps.r.output.entityRef "
                            "}}'}]}")
                  .file("skeleton/" + path, content)
                  .rendered();
        QCOMPARE(problemsOf(rendering), QStringList());
        QStringList shown;
        for (const OutputLink &link : rendering.links)
            shown += link.title + u' ' + shownTarget(link);
        QTEST(shown, "links");
    }

    void aReferenceComesFromWhatItsFileComesFrom()
    {
        SmallTemplate made("{properties: {name: {}}}",
                           "[{action: 'fetch:template', input: {url: ./skeleton, values: {n: '${{ "
                           "parameters.name }}'}}}, {id: r, action: 'catalog:register', input: "
                           "{repoContentsUrl: 'https://h/x'}}, {action: 'roadiehq:utils:fs:write', "
                           "input: {path: f, content: '${{ steps.r.output.entityRef }}'}}]");
        made.file("skeleton/catalog-info.yaml",
                  "kind: Component\nmetadata:\n  name: ${{ values.n "
                  "}}\n");
        const Rendering rendering = made.rendered("{name: orders}");
        const RenderedFile file = testing::fileOf(rendering, "f");
        QCOMPARE(file.content, "component:default/orders"_ba);
        QCOMPARE(file.provenance.all().data, QStringList{u"name"_s});
    }
};

QTEST_APPLESS_MAIN(TestRegisteredEntity)
#include "tst_registeredentity.moc"
