#include "models/yaml/schemavalidator.h"
#include "models/yaml/yaml.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

const char *const service
    = "type: object\n"
      "required: [name]\n"
      "additionalProperties: false\n"
      "properties:\n"
      "  name: {type: string, minLength: 2, maxLength: 10, pattern: \"^[a-z-]+$\"}\n"
      "  port: {type: integer, minimum: 1, maximum: 65535}\n"
      "  size: {enum: [small, large]}\n"
      "  tags: {type: array, maxItems: 2, uniqueItems: true, items: {type: string}}\n"
      "  labels: {type: object, propertyNames: {pattern: \"^[a-z.]+$\"}, additionalProperties: "
      "{type: string}}\n"
      "  on: {type: boolean}\n"
      "  at: {type: string, format: date-time}\n"
      "  nested: {type: object, required: [a], properties: {a: {type: number, exclusiveMinimum: "
      "0}}}\n";

} // namespace

/// What is said of files that go against a schema, word for word.
class TestSchemaMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatASchemaForbidsIsSaidWithItsPlaceAndAWayOut_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QByteArray &yaml, const QString &said) {
            QTest::newRow(name) << yaml << said;
        };
        row("an empty document", "", u"f.yaml:1:1: The document should be a map, not nothing."_s);
        row("a list", "- a\n",
            u"f.yaml:1:1: The document should be a map, not a list.\n"
            "  - a\n"
            "  ^"_s);
        row("a text", "orders\n",
            u"f.yaml:1:1: The document should be a map, not text.\n"
            "  orders\n"
            "  ^"_s);
        row("a missing key", "port: 1\n",
            u"f.yaml:1:1: The key “name” is missing.\n"
            "  port: 1\n"
            "  ^\n"
            "Add “name: …” here."_s);
        row("an unknown key",
            "name: orders\n"
            "prot: 1\n",
            u"f.yaml:2:1: The key “prot” is not known here.\n"
            "  prot: 1\n"
            "  ^\n"
            "Did you mean “port”?"_s);
        row("a key unlike all others",
            "name: orders\n"
            "zzz: 1\n",
            u"f.yaml:2:1: The key “zzz” is not known here.\n"
            "  zzz: 1\n"
            "  ^\n"
            "Known here: name, port, size, tags, labels, on, at, nested."_s);
        row("text for a number",
            "name: orders\n"
            "port: \"80\"\n",
            u"f.yaml:2:7: “port” should be a whole number, not text.\n"
            "  port: \"80\"\n"
            "        ^\n"
            "Write it without quotes if it is in quotes."_s);
        row("a word for a number",
            "name: orders\n"
            "port: eighty\n",
            u"f.yaml:2:7: “port” should be a whole number, not text.\n"
            "  port: eighty\n"
            "        ^\n"
            "Write it without quotes if it is in quotes."_s);
        row("a number for text", "name: 12\n",
            u"f.yaml:1:7: “name” should be text, not a whole number.\n"
            "  name: 12\n"
            "        ^\n"
            "Put it in quotes to make it text."_s);
        row("a date of YAML 1.1",
            "name: orders\n"
            "at: 2026-01-01\n",
            u"f.yaml:2:5: “at” should be a date with time, such as 2026-11-24T10:00:00Z.\n"
            "  at: 2026-01-01\n"
            "      ^"_s);
        row("too short", "name: a\n",
            u"f.yaml:1:7: “name” should have at least 2 characters.\n"
            "  name: a\n"
            "        ^"_s);
        row("too long", "name: abcdefghijk\n",
            u"f.yaml:1:7: “name” should have at most 10 characters.\n"
            "  name: abcdefghijk\n"
            "        ^"_s);
        row("a pattern", "name: Orders\n",
            u"f.yaml:1:7: “name” may not be \"Orders\".\n"
            "  name: Orders\n"
            "        ^\n"
            "It must match ^[a-z-]+$."_s);
        row("too small",
            "name: orders\n"
            "port: 0\n",
            u"f.yaml:2:7: “port” should be at least 1.\n"
            "  port: 0\n"
            "        ^"_s);
        row("too large",
            "name: orders\n"
            "port: 70000\n",
            u"f.yaml:2:7: “port” should be at most 65535.\n"
            "  port: 70000\n"
            "        ^"_s);
        row("a choice that is nearly one",
            "name: orders\n"
            "size: smal\n",
            u"f.yaml:2:7: “size” should be small or large, not \"smal\".\n"
            "  size: smal\n"
            "        ^\n"
            "Did you mean “small”?"_s);
        row("a choice that is none",
            "name: orders\n"
            "size: 3\n",
            u"f.yaml:2:7: “size” should be small or large, not 3.\n"
            "  size: 3\n"
            "        ^"_s);
        row("too many items",
            "name: orders\n"
            "tags: [a, b, c]\n",
            u"f.yaml:2:7: “tags” should have at most 2 items.\n"
            "  tags: [a, b, c]\n"
            "        ^"_s);
        row("an item twice",
            "name: orders\n"
            "tags:\n"
            "  - a\n"
            "  - a\n",
            u"f.yaml:4:5: Item 2 stands in the list a second time.\n"
            "    - a\n"
            "      ^\n"
            "Remove it."_s);
        row("an item of another type",
            "name: orders\n"
            "tags:\n"
            "  - a\n"
            "  - {b: c}\n",
            u"f.yaml:4:5: Item 2 should be text, not a map.\n"
            "    - {b: c}\n"
            "      ^"_s);
        row("a name of a label",
            "name: orders\n"
            "labels:\n"
            "  App: x\n",
            u"f.yaml:3:3: The key “App” may not be \"App\".\n"
            "    App: x\n"
            "    ^\n"
            "It must match ^[a-z.]+$."_s);
        row("a value of a label",
            "name: orders\n"
            "labels:\n"
            "  app: 1\n",
            u"f.yaml:3:8: “app” should be text, not a whole number.\n"
            "    app: 1\n"
            "         ^\n"
            "Put it in quotes to make it text."_s);
        row("yes",
            "name: orders\n"
            "on: yes\n",
            u"f.yaml:2:5: “on” should be true or false, not text.\n"
            "  on: yes\n"
            "      ^\n"
            "Write it without quotes if it is in quotes."_s);
        row("nothing for a map",
            "name: orders\n"
            "nested:\n",
            u"f.yaml:2:8: “nested” should be a map, not nothing.\n"
            "  nested:\n"
            "         ^"_s);
        row("a missing key inside",
            "name: orders\n"
            "nested: {}\n",
            u"f.yaml:2:9: The key “a” is missing.\n"
            "  nested: {}\n"
            "          ^\n"
            "Add “a: …” here."_s);
        row("a number that has to be exceeded",
            "name: orders\n"
            "nested: {a: 0}\n",
            u"f.yaml:2:13: “a” should be more than 0.\n"
            "  nested: {a: 0}\n"
            "              ^"_s);
        row("text for a number inside",
            "name: orders\n"
            "nested:\n"
            "  a: x\n",
            u"f.yaml:3:6: “a” should be a number, not text.\n"
            "    a: x\n"
            "       ^\n"
            "Write it without quotes if it is in quotes."_s);
        row("several at once",
            "port: x\n"
            "foo: 1\n"
            "tags: a\n",
            u"f.yaml:1:1: The key “name” is missing.\n"
            "  port: x\n"
            "  ^\n"
            "Add “name: …” here.\n"
            "f.yaml:1:7: “port” should be a whole number, not text.\n"
            "  port: x\n"
            "        ^\n"
            "Write it without quotes if it is in quotes.\n"
            "f.yaml:2:1: The key “foo” is not known here.\n"
            "  foo: 1\n"
            "  ^\n"
            "Known here: name, port, size, tags, labels, on, at, nested.\n"
            "f.yaml:3:7: “tags” should be a list, not text.\n"
            "  tags: a\n"
            "        ^"_s);
        row("behind an alias",
            "name: orders\n"
            "labels: &l {app: 1}\n",
            u"f.yaml:2:18: “app” should be text, not a whole number.\n"
            "  labels: &l {app: 1}\n"
            "                   ^\n"
            "Put it in quotes to make it text."_s);
        row("on Windows",
            "name: orders\r\n"
            "port: x\r\n",
            u"f.yaml:2:7: “port” should be a whole number, not text.\n"
            "  port: x\n"
            "        ^\n"
            "Write it without quotes if it is in quotes."_s);
    }

    void whatASchemaForbidsIsSaidWithItsPlaceAndAWayOut()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QString, said);
        const auto validator = SchemaValidator::compile(*parseYamlValue(service));
        VERIFY_RESULT(validator);
        const Result<YamlDocument> document = parseYamlDocument(yaml, {.file = u"f.yaml"_s});
        VERIFY_RESULT(document);
        QStringList texts;
        for (const Problem &problem : validator->validate(*document))
            texts += problem.toString();
        QCOMPARE(texts.join(u'\n'), said);
    }

    void theSameIsSaidOfAValueByPointers()
    {
        const auto validator = SchemaValidator::compile(*parseYamlValue(service));
        VERIFY_RESULT(validator);
        QStringList messages;
        for (const Problem &problem :
             validator->validate(*parseYamlValue("name: a\nlabels: {A: 1}\nnested: {a: -1}\n")))
            messages += problem.message;
        messages.sort();
        QCOMPARE(messages,
                 (QStringList{u"/labels/A: The key “A” may not be \"A\"."_s,
                              u"/labels/A: “A” should be text, not a whole number."_s,
                              u"/name: “name” should have at least 2 characters."_s,
                              u"/nested/a: “a” should be more than 0."_s}));
    }
};

QTEST_APPLESS_MAIN(TestSchemaMessages)
#include "tst_schemamessages.moc"
