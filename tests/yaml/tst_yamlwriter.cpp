#include "models/base/json.h"
#include "models/yaml/yaml.h"
#include "tests/support/randomvalues.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

Value fromJson(const QByteArray &json)
{
    const Result<Value> value = parseJson(json);
    return value ? *value : Value(value.error().toString());
}

} // namespace

class TestYamlWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreWrittenPlainly_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("yaml");
        const auto row = [](const char *name, const QByteArray &json, const QByteArray &yaml) {
            QTest::newRow(name) << json << yaml;
        };
        row("a map", "{\"a\":1,\"b\":[true,null],\"c\":{\"d\":1.0}}",
            "a: 1\nb:\n  - true\n  - null\nc:\n  d: 1.0\n");
        row("maps in a list", "[{\"a\":1,\"b\":{\"c\":2}},[1,[2]]]",
            "- a: 1\n  b:\n    c: 2\n- - 1\n  - - 2\n");
        row("with nothing in them", "{\"a\":[],\"b\":{},\"c\":\"\"}", "a: []\nb: {}\nc: \"\"\n");
        row("a text alone", "\"x\"", "x\n");
        row("nothing", "null", "null\n");
        row("an empty map", "{}", "{}\n");
        row("text that is safe", "[\"a b\",\"a:b\",\"a#b\",\"-x\",\"it's\",\"é\",\"a, b\"]",
            "- a b\n- a:b\n- a#b\n- -x\n- it's\n- é\n- a, b\n");
        row("text that looks like something else",
            "[\"yes\",\"Off\",\"n\",\"~\",\"null\",\"1\",\"0x1\",\"010\",\"1e3\",\"1_0\",\"1:30\","
            "\"2001-01-01\",\"<<\",\"=\"]",
            "- \"yes\"\n- \"Off\"\n- \"n\"\n- \"~\"\n- \"null\"\n- \"1\"\n- \"0x1\"\n- \"010\"\n- "
            "\"1e3\"\n"
            "- \"1_0\"\n- \"1:30\"\n- \"2001-01-01\"\n- \"<<\"\n- \"=\"\n");
        row("text that YAML would take apart",
            "[\"a: b\",\"a:\",\"a #b\",\"- a\",\"-\",\"? "
            "a\",\"[a\",\"{a\",\"&a\",\"*a\",\"!a\",\"%a\",\"@a\",\"|\",\" a\",\"a \",\"---\"]",
            "- \"a: b\"\n- \"a:\"\n- \"a #b\"\n- \"- a\"\n- \"-\"\n- \"? a\"\n- \"[a\"\n- "
            "\"{a\"\n- \"&a\"\n"
            "- \"*a\"\n- \"!a\"\n- \"%a\"\n- \"@a\"\n- \"|\"\n- \" a\"\n- \"a \"\n- \"---\"\n");
        row("quotes", "[\"'a\",\"\\\"a\\\"\",\"\\\\a: '\"]", "- \"'a\"\n- '\"a\"'\n- '\\a: '''\n");
        row("odd characters", "[\"\\u0007\",\"a\\tb\",\"\\u2028\",\"\\ufeff\",\"\\r\\n\"]",
            "- \"\\x07\"\n- \"a\\tb\"\n- \"\\u2028\"\n- \"\\uFEFF\"\n- \"\\r\\n\"\n");
        row("keys", "{\"yes\":1,\"a b\":2,\"a: b\":3,\"\":4,\"1\":5,\"x\\ny\":6}",
            "\"yes\": 1\na b: 2\n\"a: b\": 3\n\"\": 4\n\"1\": 5\n\"x\\ny\": 6\n");
        row("texts of several lines",
            "{\"a\":\"x\\ny\\n\",\"b\":\"x\\n\\ny\",\"c\":\"x\\n\\n\",\"d\":1}",
            "a: |\n  x\n  y\nb: |-\n  x\n\n  y\nc: |+\n  x\n\nd: 1\n");
        row("a text that begins with a blank", "[\"  x\\ny\\n\",\"\\nx\"]",
            "- |2\n    x\n  y\n- |2-\n\n  x\n");
        row("line ends alone", "[\"\\n\",\"\\n \\n\"]", "- \"\\n\"\n- \"\\n \\n\"\n");
        row("numbers", "[1.5,100.0,1e21,1e-7,-0.0,123456789012345678901234567890]",
            "- 1.5\n- 100.0\n- 1.0e+21\n- 1.0e-7\n- -0.0\n- 123456789012345678901234567890\n");
    }

    void valuesAreWrittenPlainly()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QByteArray, yaml);
        QCOMPARE(toYaml(fromJson(json)), yaml);
    }

    void smallMapsCanStandInOneLine()
    {
        const Value value
            = fromJson("{\"t\":{\"name\":\"go\",\"url\":\"https://x\",\"tags\":[]},\"l\":[1,2],"
                       "\"d\":[{\"a\":\"b, c\",\"e\":\"f\"}],\"deep\":{\"a\":{\"b\":1}},"
                       "\"text\":{\"x\":\"a\\nb\"},\"long\":[\"aaaaaaaaaaaaaaaa\","
                       "\"bbbbbbbbbbbbbbbbbbbbb\"]}");
        QCOMPARE(toYaml(value, {.flowWidth = 46}),
                 "t: {name: go, url: \"https://x\", tags: []}\n"
                 "l: [1, 2]\n"
                 "d:\n  - {a: \"b, c\", e: f}\n"
                 "deep:\n  a: {b: 1}\n"
                 "text:\n  x: |-\n    a\n    b\n"
                 "long:\n  - aaaaaaaaaaaaaaaa\n  - bbbbbbbbbbbbbbbbbbbbb\n");
    }

    void aVeryLongKeyIsReadBack()
    {
        const Value value = Map{{QString(3000, u'k'), Value(1)},
                                {u"b"_s, Map{{QString(2000, u'x'), List{Value(1)}}}}};
        const Result<Value> back = parseYamlValue(toYaml(value));
        VERIFY_RESULT(back);
        QCOMPARE(toJson(*back), toJson(value));
    }

    void whatIsWrittenIsReadBack_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= testing::propertyRuns(20); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void whatIsWrittenIsReadBack()
    {
        QFETCH(const quint32, seed);
        testing::ValueSource source(seed);
        const QList<YamlLayout> layouts{
            {}, {.indent = 4}, {.indent = 2, .flowWidth = 80}, {.indent = 9, .flowWidth = 500}};
        for (int round = 0; round < 60; ++round) {
            const Value value = source.value(4);
            for (const YamlLayout &layout : layouts) {
                const QByteArray yaml = toYaml(value, layout);
                for (const YamlSchema schema : {YamlSchema::Core, YamlSchema::Yaml11}) {
                    const Result<Value> back = parseYamlValue(yaml, {.schema = schema});
                    QVERIFY2(back.has_value(),
                             qPrintable(back ? QString()
                                             : back.error().toString() + u'\n'
                                                + QString::fromUtf8(yaml)));
                    QVERIFY2(*back == value,
                             (yaml + toJson(value) + '\n' + toJson(*back)).constData());
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestYamlWriter)
#include "tst_yamlwriter.moc"
