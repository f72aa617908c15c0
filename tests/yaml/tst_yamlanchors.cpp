#include "models/base/json.h"
#include "models/yaml/yaml.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

QString said(const ParsedYaml &parsed)
{
    QStringList words;
    for (const Problem &problem : parsed.problems)
        words += u"%1 %2:%3"_s.arg(problem.code)
                     .arg(problem.position->line)
                     .arg(problem.position->column);
    return words.join(u", "_s);
}

/// Where each entry of the map at `key` stands, a star behind those that a merge brought.
QString places(const YamlDocument &document, QStringView key)
{
    QStringList words;
    for (const YamlNode::Entry &entry : document.root().find(key)->entries())
        words += u"%1=%2:%3%4"_s.arg(entry.key.text())
                     .arg(entry.value.position().line)
                     .arg(entry.value.position().column)
                     .arg(entry.isMerged ? u"*"_s : QString());
    return words.join(u' ');
}

} // namespace

class TestYamlAnchors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void budgetsCountWhatAliasesBring_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<int>("nodes");
        QTest::addColumn<QString>("problems");
        const auto row
            = [](const char *name, const QByteArray &yaml, int nodes, const QString &problems) {
                  QTest::newRow(name) << yaml << nodes << problems;
              };
        const QByteArray twice = "a: &a [1, 2, 3]\nb: [*a, *a]\n"; // 1 + (1 + 4) + (1 + 1 + 8)
        row("just as many", twice, 16, QString());
        row("one too few", twice, 15, u"yaml.too-large 2:9"_s);
        row("without the second alias", twice, 11, u"yaml.too-large 2:5"_s);
        row("a map with keys", "a: {b: 1, c: 2}\n", 7, QString());
        row("too many keys", "a: {b: 1, c: 2}\n", 6, u"yaml.too-large 1:14"_s);
        row("many documents together", "a: 1\n---\nb: 2\n", 6, QString());
        row("many documents, too many", "a: 1\n---\nb: 2\n", 5, u"yaml.too-large 3:4"_s);
    }

    void budgetsCountWhatAliasesBring()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const int, nodes);
        const ParsedYaml parsed = parseYaml(yaml, {.limits = {.nodes = nodes}});
        QTEST(said(parsed), "problems");
    }

    void depthCountsWhatAliasesBring_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("problems");
        QTest::newRow("three levels") << "- &a [[x]]\n- *a\n"_ba << QString();
        QTest::newRow("an alias one level deeper")
            << "- &a [[x]]\n- [*a]\n"_ba << u"yaml.too-deep 2:4"_s;
        QTest::newRow("an alias of an alias")
            << "- &a [x]\n- &b [*a]\n- [*b]\n"_ba << u"yaml.too-deep 3:4"_s;
    }

    void depthCountsWhatAliasesBring()
    {
        QFETCH(const QByteArray, yaml);
        QTEST(said(parseYaml(yaml, {.limits = {.depth = 3}})), "problems");
    }

    void whatIsMergedKnowsWhereItStands()
    {
        const Result<YamlDocument> document = parseYamlDocument("base: &b\n"
                                                                "  x: 1\n"
                                                                "  y: 2\n"
                                                                "other: &o {z: 3, x: 4}\n"
                                                                "one:\n"
                                                                "  <<: *b\n"
                                                                "  y: 5\n"
                                                                "two:\n"
                                                                "  y: 6\n"
                                                                "  <<: [*o, *b]\n");
        VERIFY_RESULT(document);
        QCOMPARE(places(*document, u"base"), u"x=2:6 y=3:6"_s);
        QCOMPARE(places(*document, u"one"), u"x=2:6* y=7:6"_s);
        QCOMPARE(places(*document, u"two"), u"x=4:21* y=9:6 z=4:15*"_s);
    }

    void aMergeSharesNothingWithItsSource()
    {
        const Result<Value> value = parseYamlValue("- &a {x: {p: 1}}\n- {<<: *a, q: 2}\n- *a\n");
        VERIFY_RESULT(value);
        QCOMPARE(toJson(*value), "[{\"x\":{\"p\":1}},{\"x\":{\"p\":1},\"q\":2},{\"x\":{\"p\":1}}]");
    }

    void anAliasOfNothingIsSaidOnce()
    {
        QCOMPARE(said(parseYaml("[*a, *a]\n")), u"yaml.alias 1:2"_s);
        QCOMPARE(said(parseYaml("a: *b\n---\nc: *b\n")), u"yaml.alias 1:4, yaml.alias 3:4"_s);
    }

    void anAnchorEndsWithItsDocument()
    {
        const ParsedYaml parsed = parseYaml("a: &x 1\n---\nb: *x\n---\nc: &x 2\nd: *x\n");
        QCOMPARE(said(parsed), u"yaml.alias 3:4"_s);
        QCOMPARE(parsed.documents.size(), 2);
        QCOMPARE(toJson(parsed.documents.last().toValue()), "{\"c\":2,\"d\":2}");
    }

    void aBillionIsNeverMade()
    {
        QByteArray yaml = "- &a [x, x, x, x, x, x, x, x, x, x]\n";
        for (char name = 'b'; name < 'm'; ++name) {
            const QByteArray before = "*" + QByteArray(1, char(name - 1));
            const QByteArrayList items(10, before);
            yaml += "- &" + QByteArray(1, name) + " [" + items.join(", ") + "]\n";
        }
        const ParsedYaml parsed = parseYaml(yaml);
        QCOMPARE(said(parsed), u"yaml.too-large 7:7"_s);
        QVERIFY(parsed.documents.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestYamlAnchors)
#include "tst_yamlanchors.moc"
