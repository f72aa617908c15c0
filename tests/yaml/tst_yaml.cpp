#include "models/base/json.h"
#include "models/yaml/yaml.h"
#include "tests/support/testing.h"

#include <limits>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// What `yaml` holds, as JSON; or the code and place of its first error.
QString read(const QByteArray &yaml, YamlSchema schema = YamlSchema::Core)
{
    const ParsedYaml parsed = parseYaml(yaml, {.schema = schema});
    if (const Problem *error = parsed.firstError()) {
        const SourcePosition place = error->position.value_or(SourcePosition{0, 0});
        return u"%1 %2:%3"_s.arg(error->code).arg(place.line).arg(place.column);
    }
    QStringList documents;
    for (const YamlDocument &document : parsed.documents)
        documents += QString::fromUtf8(toJson(document.toValue()));
    return documents.join(u" | "_s);
}

} // namespace

class TestYaml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentsAreReadAsPyYamlReadsThem_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("json");
        const auto row = [](const char *name, const QByteArray &yaml, const QString &json) {
            QTest::newRow(name) << yaml << json;
        };
        row("nothing", "", u""_s);
        row("only comments", "# a\n\n  # b\n", u""_s);
        row("an empty document", "---\n", u"null"_s);
        row("two documents", "a: 1\n---\nb: 2\n", u"{\"a\":1} | {\"b\":2}"_s);
        row("documents that are ended", "a\n...\n---\nb\n...\n", u"\"a\" | \"b\""_s);
        row("a document behind its mark", "--- text\n--- [1]\n", u"\"text\" | [1]"_s);
        row("a directive", "%YAML 1.2\n---\na: 1\n", u"{\"a\":1}"_s);
        row("a byte order mark",
            "\xEF\xBB\xBF"
            "a: 1\n",
            u"{\"a\":1}"_s);
        row("Windows line ends", "a:\r\n  - 1\r\n  - |\r\n    x\r\n    y\r\n",
            u"{\"a\":[1,\"x\\ny\\n\"]}"_s);
        row("a list no deeper than its key", "a:\n- 1\n- 2\nb: 3\n", u"{\"a\":[1,2],\"b\":3}"_s);
        row("a list in a list", "- - 1\n  - 2\n- 3\n", u"[[1,2],3]"_s);
        row("maps in a list", "- a: 1\n  b: 2\n- c: 3\n", u"[{\"a\":1,\"b\":2},{\"c\":3}]"_s);
        row("values that are not there", "a:\nb:\n- \n-\nc: ~\n",
            u"{\"a\":null,\"b\":[null,null],\"c\":null}"_s);
        row("braces and brackets", "{a: [1, {b: 2}], c: , d}",
            u"{\"a\":[1,{\"b\":2}],\"c\":null,\"d\":null}"_s);
        row("JSON", "{\"a\":[1,2.5,\"x\",null,true],\"b\":{}}",
            u"{\"a\":[1,2.5,\"x\",null,true],\"b\":{}}"_s);
        row("a colon right behind a quoted key", "{\"a\":1, 'b':2}", u"{\"a\":1,\"b\":2}"_s);
        row("a comma at the end", "[1, 2,]", u"[1,2]"_s);
        row("pairs in a list", "[a: 1, b: 2]", u"[{\"a\":1},{\"b\":2}]"_s);
        row("brackets over lines", "a: [1,\n 2,\n\t3]\n", u"{\"a\":[1,2,3]}"_s);
        row("a colon in plain text", "a: b:c\nurl: http://x/y\n",
            u"{\"a\":\"b:c\",\"url\":\"http://x/y\"}"_s);
        row("a number sign in plain text", "a: b#c # comment\n", u"{\"a\":\"b#c\"}"_s);
        row("plain text over lines", "a: one\n  two\n\n  three\n",
            u"{\"a\":\"one two\\nthree\"}"_s);
        row("signs within plain text", "a: -x ?y :z\n", u"{\"a\":\"-x ?y :z\"}"_s);
        row("single quotes", "a: 'it''s \\n'\n", u"{\"a\":\"it's \\\\n\"}"_s);
        row("double quotes", "a: \"\\x41\\u00e9\\U0001F600\\t\\\"\\/\"\n",
            u"{\"a\":\"Aé😀\\t\\\"/\"}"_s);
        row("quotes over lines", "a: \"one\n  two\\\n  three\n\n  four\"\n",
            u"{\"a\":\"one twothree\\nfour\"}"_s);
        row("literal", "a: |\n  x\n   y\n\n  z\nb: 1\n", u"{\"a\":\"x\\n y\\n\\nz\\n\",\"b\":1}"_s);
        row("literal, stripped", "a: |-\n  x\n\n", u"{\"a\":\"x\"}"_s);
        row("literal, kept", "a: |+\n  x\n\n\nb: 1\n", u"{\"a\":\"x\\n\\n\\n\",\"b\":1}"_s);
        row("literal with its indentation", "a: |2\n    x\n", u"{\"a\":\"  x\\n\"}"_s);
        row("literal with a comment behind its sign", "a: | # c\n  x\n", u"{\"a\":\"x\\n\"}"_s);
        row("literal at the end, without line end", "a: |\n  x", u"{\"a\":\"x\"}"_s);
        row("literal with nothing in it", "a: |\nb: 1\n", u"{\"a\":\"\",\"b\":1}"_s);
        row("literal that looks like more", "a: |\n  --- # no\n  b: \"\n",
            u"{\"a\":\"--- # no\\nb: \\\"\\n\"}"_s);
        row("folded", "a: >\n  x\n  y\n\n  z\n", u"{\"a\":\"x y\\nz\\n\"}"_s);
        row("folded around what is indented", "a: >\n  x\n    y\n  z\n",
            u"{\"a\":\"x\\n  y\\nz\\n\"}"_s);
        row("folded, with blanks on the last line", "a: >+\n  x,\n  ", u"{\"a\":\"x,\\n\"}"_s);
        row("keys of other types are text as written", "1: a\ntrue: b\n0x1: c\n",
            u"{\"1\":\"a\",\"true\":\"b\",\"0x1\":\"c\"}"_s);
        row("a key of GitHub's workflows", "on: push\n", u"{\"on\":\"push\"}"_s);
        row("an explicit key", "? a\n: 1\n? b\n", u"{\"a\":1,\"b\":null}"_s);
        row("an alias", "a: &x [1]\nb: *x\n", u"{\"a\":[1],\"b\":[1]}"_s);
        row("an anchor set again", "a: &x 1\nb: *x\nc: &x 2\nd: *x\n",
            u"{\"a\":1,\"b\":1,\"c\":2,\"d\":2}"_s);
        row("merge", "a: &a {x: 1, y: 2}\nb:\n  z: 3\n  <<: *a\n  y: 4\n",
            u"{\"a\":{\"x\":1,\"y\":2},\"b\":{\"x\":1,\"y\":4,\"z\":3}}"_s);
        row("merge of several, the first counts most",
            "- &a {x: 1}\n- &b {x: 2, y: 2}\n- <<: [*a, *b]\n",
            u"[{\"x\":1},{\"x\":2,\"y\":2},{\"x\":1,\"y\":2}]"_s);
        row("a quoted << is a key", "\"<<\": 1\n", u"{\"<<\":1}"_s);
        row("tags",
            "- !!str 1\n- !!int \"2\"\n- !!float 3\n- !!bool \"true\"\n- !!null \"\"\n- !!binary "
            "aGk=\n",
            u"[\"1\",2,3.0,true,null,\"hi\"]"_s);
        row("the tag for text", "- ! 1\n- !!str\n", u"[\"1\",\"\"]"_s);
        row("a tag of its own", "a: !include other.yml\nb: !Ref 12\n",
            u"{\"a\":\"other.yml\",\"b\":12}"_s);
        row("a tag directive", "%TAG !e! tag:yaml.org,2002:\n---\n!e!str 1\n", u"\"1\""_s);
    }

    void documentsAreReadAsPyYamlReadsThem()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QString, json);
        QCOMPARE(read(yaml), json);
    }

    void whatIsNoYamlIsRefusedAtItsPlace_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const QByteArray &yaml, const QString &problem) {
            QTest::newRow(name) << yaml << problem;
        };
        row("a double quote that is never closed", "a: 1\nb: \"x\n", u"yaml.unterminated 2:4"_s);
        row("a single quote that is never closed", "- 'x\n", u"yaml.unterminated 1:3"_s);
        row("a quote alone", "\"", u"yaml.unterminated 1:1"_s);
        row("a quote over the end of the document", "\"x\n---\ny\"", u"yaml.unterminated 1:1"_s);
        row("text behind a quote", "a: \"b\" c\"\n", u"yaml.syntax 1:8"_s);
        row("text right behind a quote", "a: \"b\"c\n", u"yaml.syntax 1:7"_s);
        row("an unknown escape", "a: \"\\d\"\n", u"yaml.escape 1:5"_s);
        row("an escape that is too short", "a: \"\\u12\"\n", u"yaml.escape 1:5"_s);
        row("an escaped surrogate", "a: \"\\ud83d\\ude00\"\n", u"yaml.escape 1:5"_s);
        row("a tab as indentation", "a:\n\tb: 1\n", u"yaml.tab 2:1"_s);
        row("a tab behind blanks", "a:\n  \tb: 1\n", u"yaml.tab 2:3"_s);
        row("a tab in front of a literal", "a: |\n\tx\n", u"yaml.tab 2:1"_s);
        row("a list that turns into a map", "- a\nb: 1\n", u"yaml.syntax 2:1"_s);
        row("a map that turns into a list", "a: 1\n- b\n", u"yaml.syntax 2:1"_s);
        row("a key that is indented too far", "a: 1\n  b: 2\n", u"yaml.syntax 2:4"_s);
        row("a key that is indented too little", "a:\n    b: 1\n  c: 2\n", u"yaml.syntax 3:3"_s);
        row("two values", "a: b: c\n", u"yaml.syntax 1:5"_s);
        row("a list behind a key", "a: - b\n", u"yaml.syntax 1:4"_s);
        row("a key without colon", "a: 1\nb\n", u"yaml.colon-missing 2:1"_s);
        row("a value without key", ": a\n", u"yaml.syntax 1:1"_s);
        row("a bracket that is never closed", "a: [1, 2\nb: 3\n", u"yaml.syntax 2:2"_s);
        row("a bracket open at the end", "a: [1, 2", u"yaml.bracket 1:4"_s);
        row("a brace open at the end", "a:\n  {b: 1,", u"yaml.bracket 2:3"_s);
        row("the wrong bracket", "[1}", u"yaml.bracket 1:3"_s);
        row("a bracket too many", "a: ]\n", u"yaml.bracket 1:4"_s);
        row("a comma before anything", ", a", u"yaml.syntax 1:1"_s);
        row("two commas", "[1,,2]", u"yaml.syntax 1:4"_s);
        row("a sign that is reserved", "a: @b\n", u"yaml.syntax 1:4"_s);
        row("a template's braces", "a: {{ name }}\n", u"yaml.key 1:5"_s);
        row("a directive that is none", "%a\nb: 1\n", u"yaml.syntax 1:1"_s);
        row("text behind the sign of a literal", "a: | x\n", u"yaml.block-header 1:6"_s);
        row("a tag that cannot be read", "a: !<x y\n", u"yaml.tag 1:4"_s);
        row("two tags", "a: !x !y 1\n", u"yaml.syntax 1:7"_s);
        row("an alias that names nothing", "a: &x 1\nb: *y\n", u"yaml.alias 2:4"_s);
        row("an alias of another document", "a: &x 1\n---\nb: *x\n", u"yaml.alias 3:4"_s);
        row("an alias inside of itself", "a: &x [*x]\n", u"yaml.alias 1:8"_s);
        row("an alias without name", "a: *\n", u"yaml.syntax 1:4"_s);
        row("an alias with a colon", "a: &x b\n*x: 1\n", u"yaml.syntax 2:3"_s);
        row("an anchor with a colon", "- &x:\n    a: 1\n", u"yaml.syntax 1:5"_s);
        row("a key twice", "a: 1\nb: 2\na: 3\n", u"yaml.duplicate-key 3:1"_s);
        row("a key twice, once quoted", "{a: 1, \"a\": 2}", u"yaml.duplicate-key 1:8"_s);
        row("a list as key", "? [1]\n: 2\n", u"yaml.key 1:3"_s);
        row("a merge of text", "a: {<<: b}\n", u"yaml.merge 1:9"_s);
        row("a merge of a list of text", "<<: [a]\n", u"yaml.merge 1:5"_s);
        row("a tag that the text does not suit", "a: !!int x\n", u"yaml.tag 1:10"_s);
        row("a list with the tag of a text", "a: !!str [1]\n", u"yaml.tag 1:10"_s);
        row("binary that is no text", "a: !!binary /w==\n", u"yaml.tag 1:13"_s);
        row("a control character", "a: 1\nb: x\x07y\n", u"yaml.character 2:5"_s);
        row("NUL", QByteArray("a: \0", 4), u"yaml.character 1:4"_s);
        row("a carriage return alone", "a: 1\rb: 2\n", u"yaml.character 1:5"_s);
        row("invalid UTF-8", "a: \xFF\n", u"yaml.encoding 1:4"_s);
        row("UTF-16 with its mark",
            QByteArray("\xFF\xFE"
                       "a\0",
                       4),
            u"yaml.encoding 1:1"_s);
        row("UTF-16 without", QByteArray("\0a\0:", 4), u"yaml.encoding 1:1"_s);
        row("behind two UTF-16 units", "😀: [1, ]]\n", u"yaml.bracket 1:10"_s);
        row("behind accents, on a line of its own", "é: 1\nüü: \"\\q\"\n", u"yaml.escape 2:6"_s);
    }

    void whatIsNoYamlIsRefusedAtItsPlace()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QString, problem);
        QCOMPARE(read(yaml), problem);
    }

    void anErrorShowsTheLineAndTheWayOut()
    {
        const ParsedYaml parsed = parseYaml("a: 1\nname: \"orders\nb: 2\n", {.file = u"x.yaml"_s});
        QCOMPARE(parsed.problems.size(), 1);
        QCOMPARE(parsed.problems.first().toString(),
                 u"x.yaml:2:7: The text in quotes that begins here never ends.\n"
                 "  name: \"orders\n"
                 "        ^\n"
                 "Write \" at its end."_s);
    }

    void readingGoesOnBehindABrokenDocument()
    {
        const ParsedYaml parsed = parseYaml("a: [\n---\nb: 1\n---\nc: *x\n---\nd: 1\nd: 2\n");
        QStringList problems;
        for (const Problem &problem : parsed.problems)
            problems += u"%1 %2"_s.arg(problem.code).arg(problem.position->line);
        QCOMPARE(problems.join(u", "_s), u"yaml.bracket 1, yaml.alias 5, yaml.duplicate-key 8"_s);
        QCOMPARE(parsed.documents.size(), 2);
        QCOMPARE(toJson(parsed.documents.at(0).toValue()), "{\"b\":1}");
        QCOMPARE(toJson(parsed.documents.at(1).toValue()), "{\"d\":2}");
    }

    void duplicateKeysCanBeAWarning()
    {
        const ParsedYaml parsed = parseYaml("a: 1\na: 2\n", {.duplicateKeys = Severity::Warning});
        QCOMPARE(parsed.problems.size(), 1);
        QVERIFY(!parsed.firstError());
        QCOMPARE(toJson(parsed.documents.first().toValue()), "{\"a\":2}");
    }

    void oneDocumentIsExpectedWhereOneIs()
    {
        const Result<Value> none = parseYamlValue("# nothing\n");
        VERIFY_RESULT(none);
        QVERIFY(none->isNull());
        const Result<Value> two = parseYamlValue("a: 1\n---\n  b: 2\n");
        QVERIFY(!two);
        QCOMPARE(two.error().problem.code, u"yaml.documents"_s);
        QCOMPARE(two.error().problem.position, (SourcePosition{3, 3}));
        QVERIFY(!parseYamlValue("a: [1"));
    }
};

QTEST_APPLESS_MAIN(TestYaml)
#include "tst_yaml.moc"
