#include "models/base/json.h"
#include "models/plan/capabilitytext.h"
#include "models/plan/planjson.h"
#include "models/yaml/schemavalidator.h"
#include "tests/plan/planbench.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::PlanBench;
using testing::SmallTemplate;

namespace {

Value schemaNamed(const QString &name)
{
    QFile file(QStringLiteral(WAYMARK_SOURCE_DIR "/resources/schemas/waymark-") + name
               + u".schema.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    const auto schema = parseJson(file.readAll(), file.fileName());
    if (!schema)
        qFatal("%s", qPrintable(schema.error().toString()));
    return *schema;
}

/// What the schema of plans does not allow in the document that `plan` makes.
QStringList complaints(const Plan &plan)
{
    static const auto validator = SchemaValidator::compile(schemaNamed(u"plan"_s));
    if (!validator)
        return {validator.error().toString()};
    Map document{{u"schema"_s, u"urn:waymark:schema:plan"_s},
                 {u"version"_s, 1},
                 {u"capabilities"_s, capabilitiesToJson({})}};
    for (const Map::Entry &member : toJsonMembers(plan))
        document.insert(member.key, member.value);
    const auto again = parseJson(toJson(document));
    if (!again)
        return {again.error().toString()};
    QStringList all;
    for (const Problem &problem : validator->validate(*again))
        all += problem.message;
    return all;
}

/// The document's file at `path`.
Map fileIn(const Map &members, const QString &path)
{
    const Value files = members.value(u"files");
    for (const Value &file : *files.toList()) {
        if (file.toMap()->value(u"path") == Value(path))
            return *file.toMap();
    }
    return {};
}

Map memberMap(const Map &map, QStringView key)
{
    const Value value = map.value(key);
    return value.toMap() ? *value.toMap() : Map();
}

List memberList(const Map &map, QStringView key)
{
    const Value value = map.value(key);
    return value.toList() ? *value.toList() : List();
}

SmallTemplate usual()
{
    return SmallTemplate::asking({"name", "a"})
        .file("skeleton/f", "one\n${{ values.name }}\n{% if values.a %}x{% else %}y{% endif %}\n")
        .file("skeleton/raw", "\0\xff"_ba)
        .file("skeleton/run", "#!/bin/sh\n", FileMode::Executable)
        .file("skeleton/link", "f", FileMode::Link)
        .file("skeleton/{% if values.a %}extra{% endif %}", "1")
        .folder("skeleton/empty");
}

constexpr auto orders = "{name: orders}";

} // namespace

class TestPlanJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlanFollowsItsSchema_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("absent") << 0;
        QTest::newRow("empty") << 1;
        QTest::newRow("unborn repository") << 2;
        QTest::newRow("fresh clone with files") << 3;
        QTest::newRow("folder in a repository") << 4;
        QTest::newRow("without commit and record") << 5;
        QTest::newRow("with problems") << 6;
        QTest::newRow("with undone actions") << 7;
        QTest::newRow("with a full identity") << 8;
        QTest::newRow("with a secret") << 9;
        QTest::newRow("with paths that are no UTF-8") << 10;
    }

    void everyPlanFollowsItsSchema()
    {
        QFETCH(const int, which);
        PlanBench bench(usual(), orders);
        switch (which) {
        case 1:
            bench.destination.kind = DestinationKind::Empty;
            break;
        case 2:
            bench.destination.kind = DestinationKind::UnbornRepository;
            bench.destination.repository = {.root = u"/srv/orders"_s, .branch = u"main"_s};
            break;
        case 3:
            bench = PlanBench(usual().file("skeleton/README.md", "x").sidecar("version: 1.0.0\n"),
                              "{name: orders, a: b}");
            bench.inRepository();
            bench.put("README.md", "mine");
            bench.put("f", "other");
            break;
        case 4:
            bench.inRepository("services/orders");
            break;
        case 5:
            bench.request.wishes.commit = false;
            bench.request.wishes.record = false;
            break;
        case 6:
            bench = PlanBench(usual()
                                  .file("skeleton/x.yaml", "a: [\n")
                                  .file("skeleton/bad", "${{ 1 | nosuch }}"));
            break;
        case 7:
            bench = PlanBench(
                SmallTemplate("{}", "[{action: 'publish:github'}, {name: B, action: 'a:b'}]"));
            break;
        case 8:
            bench.request.identity = {.name = u"go-service"_s,
                                      .url = u"https://example.org/t.git"_s,
                                      .path = u"go-service"_s,
                                      .ref = u"v1"_s,
                                      .commit = "0123456789abcdef0123456789abcdef01234567",
                                      .tree = "0123456789abcdef0123456789abcdef01234567"};
            break;
        case 9:
            bench = PlanBench(SmallTemplate("{properties: {token: {'ui:field': Secret}}}",
                                            "[{action: 'fetch:template', input: {url: ./skeleton, "
                                            "values: {t: '${{ secrets.token }}'}}}]")
                                  .file("skeleton/f", "${{ values.t }}"),
                              "{token: s3cret}");
            break;
        case 10:
            bench = PlanBench(usual().file("skeleton/\xff", "1"), orders);
            break;
        default:
            break;
        }
        QCOMPARE(complaints(bench.plan()), QStringList());
    }

    void aNewFileIsWhole()
    {
        const Plan plan = PlanBench(usual(), orders).plan();
        const Map file = fileIn(toJsonMembers(plan), u"f"_s);
        QCOMPARE(file.value(u"class"), Value(u"new"_s));
        QCOMPARE(file.value(u"mode"), Value(u"100644"_s));
        QCOMPARE(file.value(u"size"), Value(13));
        QCOMPARE(file.value(u"content"), Value(u"one\norders\ny\n"_s));
        QCOMPARE(file.value(u"sha256"),
                 Value(QString::fromLatin1(contentHash("one\norders\ny\n"))));
        QCOMPARE(file.value(u"template"), Value(u"skeleton/f"_s));
        QVERIFY(!file.contains(u"masked"));
        QVERIFY(!file.contains(u"problems"));
        const List lines = memberList(file, u"lines");
        const List expected{testing::map("{line: 2, data: [name], control: []}"),
                            testing::map("{line: 3, data: [], control: [a]}")};
        QCOMPARE(Value(lines), Value(expected));
    }

    void whatIsNoTextIsBase64()
    {
        const Map file = fileIn(toJsonMembers(PlanBench(usual(), orders).plan()), u"raw"_s);
        QCOMPARE(file.value(u"contentBase64"), Value(u"AP8="_s));
        QVERIFY(!file.contains(u"content"));
        QVERIFY(!file.contains(u"lines"));
    }

    void modesAreGits_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("mode");
        QTest::newRow("file") << u"f"_s << u"100644"_s;
        QTest::newRow("program") << u"run"_s << u"100755"_s;
        QTest::newRow("link") << u"link"_s << u"120000"_s;
    }

    void modesAreGits()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, mode);
        QCOMPARE(fileIn(toJsonMembers(PlanBench(usual(), orders).plan()), path).value(u"mode"),
                 Value(mode));
    }

    void aFileThatIsNotNeededNamesItsAnswer()
    {
        const Map file = fileIn(toJsonMembers(PlanBench(usual(), orders).plan()), u"extra"_s);
        QCOMPARE(file.value(u"class"), Value(u"not needed"_s));
        QCOMPARE(file.value(u"presence"), Value(testing::map("{data: [], control: [a]}")));
        QVERIFY(!file.contains(u"mode"));
        QVERIFY(!file.contains(u"content"));
    }

    void emptyFoldersAreListed()
    {
        const Map members = toJsonMembers(PlanBench(usual(), orders).plan());
        QCOMPARE(members.value(u"folders"), Value(List{u"empty"_s}));
    }

    void aSecretIsMasked()
    {
        const Plan plan
            = PlanBench(
                  SmallTemplate("{properties: {token: {'ui:field': Secret}}}",
                                "[{action: 'fetch:template', input: {url: ./skeleton, values: "
                                "{t: '${{ secrets.token }}'}}}]")
                      .file("skeleton/f", "token: ${{ values.t }}\n"),
                  "{token: s3cret}")
                  .plan();
        const Map members = toJsonMembers(plan);
        const Map file = fileIn(members, u"f"_s);
        QCOMPARE(file.value(u"masked"), Value(true));
        QVERIFY(!file.contains(u"content"));
        QVERIFY(!file.contains(u"lines"));
        QCOMPARE(file.value(u"sha256"), Value(QString::fromLatin1(contentHash("token: s3cret\n"))));
        QVERIFY(!toJson(members).contains("s3cret"));
        QCOMPARE(members.value(u"secrets"), Value(List{u"token"_s}));
        QCOMPARE(members.value(u"answers"), Value(Map()));
    }

    void aProblemHasItsPlace()
    {
        const Plan plan = PlanBench(SmallTemplate().file("skeleton/x.yaml", "a: 1\nb: [\n")).plan();
        const List problems = memberList(fileIn(toJsonMembers(plan), u"x.yaml"_s), u"problems");
        QVERIFY(!problems.isEmpty());
        const Map problem = *problems.first().toMap();
        QCOMPARE(problem.value(u"severity"), Value(u"warning"_s));
        QCOMPARE(problem.value(u"file"), Value(u"x.yaml"_s));
        QCOMPARE(problem.value(u"line"), Value(2));
        QVERIFY(problem.value(u"column").toInteger());
        QVERIFY(!problem.value(u"message").textOr().isEmpty());
        QVERIFY(!problem.value(u"code").textOr().isEmpty());
    }

    void theRestIsThere()
    {
        PlanBench bench(usual().sidecar("version: 1.0.0\n"), orders);
        bench.inRepository("services/orders");
        bench.request.wishes.signOff = true;
        const Plan plan = bench.plan();
        const Map members = toJsonMembers(plan);
        QCOMPARE(members.value(u"hash"), Value(QString::fromLatin1(plan.hash)));
        QCOMPARE(members.value(u"seed"), Value(u"9f2c"_s));
        QCOMPARE(members.value(u"now"), Value(u"2026-11-24T10:00:00Z"_s));
        QCOMPARE(members.value(u"blocked"), Value(false));
        QCOMPARE(members.value(u"answers"), Value(testing::map(orders)));
        QCOMPARE(members.value(u"destination"),
                 Value(testing::map("{path: /srv/orders, kind: folder in a repository, repository: "
                                    "/srv, head: '0123456789abcdef0123456789abcdef01234567'}")));
        QCOMPARE(members.value(u"commit"),
                 Value(testing::map(
                     "{made: false, wanted: true, message: Create orders from small, branch: "
                     "add-orders, signOff: true}")));
        QCOMPARE(
            members.value(u"template"),
            Value(testing::map("{name: small, tree: fedcba9876543210fedcba9876543210fedcba98}")));
    }

    void withoutACommitItSaysSo()
    {
        PlanBench bench(usual(), orders);
        bench.request.wishes.commit = false;
        QCOMPARE(memberMap(toJsonMembers(bench.plan()), u"commit"),
                 testing::map("{made: false, wanted: false}"));
    }

    void deviationsAreListed()
    {
        PlanBench bench(SmallTemplate("{properties: {size: {default: small}}}")
                            .file("skeleton/README.md", "x")
                            .sidecar("version: 1.0.0\n"),
                        "{size: large}");
        bench.request.wishes.reasons = {{u"size"_s, u"traffic"_s}};
        bench.inRepository();
        bench.put("README.md", "mine");
        const List expected{
            testing::map("{answer: size, golden: small, value: large, reason: traffic}"),
            testing::map("{file: README.md, reason: It was there before.}")};
        QCOMPARE(toJsonMembers(bench.plan()).value(u"deviations"), Value(expected));
    }

    void undoneActionsAreListed()
    {
        const Map members = toJsonMembers(
            PlanBench(SmallTemplate("{}", "[{name: Publish, action: 'publish:github'}]")).plan());
        const List undone = memberList(members, u"undone");
        QCOMPARE(undone.size(), 1);
        QCOMPARE(undone.first().toMap()->value(u"step"), Value(u"Publish"_s));
        QCOMPARE(undone.first().toMap()->value(u"action"), Value(u"publish:github"_s));
    }

    void theRecordFollowsItsSchema_data()
    {
        QTest::addColumn<bool>("isFull");
        QTest::newRow("small") << false;
        QTest::newRow("full") << true;
    }

    void theRecordFollowsItsSchema()
    {
        QFETCH(const bool, isFull);
        PlanBench bench(SmallTemplate("{properties: {size: {default: small}, token: {'ui:field': "
                                      "Secret}}}")
                            .file("skeleton/README.md", "x")
                            .sidecar("version: 1.0.0\n"),
                        isFull ? "{size: large, token: x}" : "{}");
        if (isFull) {
            bench.inRepository();
            bench.put("README.md", "mine");
            bench.request.identity.commit = bench.request.identity.tree;
        }
        const auto validator = SchemaValidator::compile(schemaNamed(u"record"_s));
        VERIFY_RESULT(validator);
        const auto record = parseYamlDocument(
            testing::fileOf(bench.plan(), ".waymark.yaml").change.content, {.file = u"r"_s});
        VERIFY_RESULT(record);
        QCOMPARE(testing::told(validator->validate(*record)), QStringList());
    }
};

QTEST_APPLESS_MAIN(TestPlanJson)
#include "tst_planjson.moc"
