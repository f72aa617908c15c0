#include "models/yaml/schemavalidator.h"
#include "models/yaml/yaml.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// Every problem of `yaml` as "line:column message [hint]", or why the schema is none.
QString problems(const QByteArray &schema, const QByteArray &yaml)
{
    const Result<Value> parsedSchema = parseYamlValue(schema);
    const Result<YamlDocument> document = parseYamlDocument(yaml);
    if (!parsedSchema || !document)
        return u"the test is wrong"_s;
    const Result<SchemaValidator> validator = SchemaValidator::compile(*parsedSchema);
    if (!validator)
        return validator.error().toString();
    QStringList lines;
    for (const Problem &problem : validator->validate(*document)) {
        QString line = u"%1:%2 %3"_s.arg(problem.position->line)
                           .arg(problem.position->column)
                           .arg(problem.message);
        if (!problem.hint.isEmpty())
            line += u" [%1]"_s.arg(problem.hint);
        lines += line;
    }
    return lines.join(u'\n');
}

} // namespace

class TestSchemaValidator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProblemIsSaidAtItsPlace_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("expected");
        const auto row
            = [](const char *name, const QByteArray &schema, const QByteArray &yaml,
                 const QString &expected) { QTest::newRow(name) << schema << yaml << expected; };
        const QByteArray service = "type: object\nrequired: [name]\nadditionalProperties: false\n"
                                   "properties:\n  name: {type: string}\n  port: {type: integer}\n";
        row("nothing wrong", service, "name: x\nport: 1\n", u""_s);
        row("an unknown key", service, "name: x\nnmae: y\n",
            u"2:1 The key “nmae” is not known here. [Did you mean “name”?]"_s);
        row("an unknown key that is like no other", service, "name: x\nzzzzzz: y\n",
            u"2:1 The key “zzzzzz” is not known here. [Known here: name, port.]"_s);
        row("a missing key", "properties: {a: {required: [b]}}", "x: 1\na:\n  c: 1\n",
            u"3:3 The key “b” is missing. [Add “b: …” here.]"_s);
        row("text for a number", service, "name: x\nport: \"80\"\n",
            u"2:7 “port” should be a whole number, not text. "
            "[Write it without quotes if it is in quotes.]"_s);
        row("a number for text", service, "name: 1.10\n",
            u"1:7 “name” should be text, not a number. [Put it in quotes to make it text.]"_s);
        row("a list for the document", service, "- a\n",
            u"1:1 The document should be a map, not a list."_s);
        row("one of several types", "{properties: {a: {type: [string, array, \"null\"]}}}",
            "a: {}\n", u"1:4 “a” should be text, a list or null, not a map."_s);
        row("a whole number written as a float", service, "name: x\nport: 1.0\n", u""_s);
        row("an integer beyond 64 bits", "{type: integer}", "123456789012345678901234567890",
            u""_s);
        row("several problems, in their order", service, "port: x\nfoo: 1\n",
            u"1:1 The key “name” is missing. [Add “name: …” here.]\n"
            "1:7 “port” should be a whole number, not text. [Write it without quotes if it is in "
            "quotes.]\n"
            "2:1 The key “foo” is not known here. [Known here: name, port.]"_s);
        row("an item of a list", "{properties: {l: {items: {type: string}}}}",
            "l:\n  - a\n  - [b]\n", u"3:5 Item 2 should be text, not a list."_s);
        row("a choice", "{properties: {a: {enum: [small, large, 3]}}}", "a: lrage\n",
            u"1:4 “a” should be small, large or 3, not \"lrage\". [Did you mean “large”?]"_s);
        row("a constant", "{properties: {v: {const: 1}}}", "v: 2\n",
            u"1:4 “v” should be 1, not 2."_s);
        row("a pattern", "{properties: {a: {pattern: \"^[a-z]+$\"}}}", "a: A-1\n",
            u"1:4 “a” may not be \"A-1\". [It must match ^[a-z]+$.]"_s);
        row("a largest number", "{properties: {a: {maximum: 65535}}}", "a: 70000\n",
            u"1:4 “a” should be at most 65535."_s);
        row("a number that is to be exceeded", "{exclusiveMinimum: 0.5}", "0.5",
            u"1:1 The document should be more than 0.5."_s);
        row("a least length", "{properties: {a: {minLength: 2}}}", "a: x\n",
            u"1:4 “a” should have at least 2 characters."_s);
        row("a length in characters, not bytes", "{maxLength: 2}", "é😀", u""_s);
        row("a number of items", "{properties: {a: {maxItems: 1}}}", "a: [1, 2]\n",
            u"1:4 “a” should have at most 1 items."_s);
        row("a number of keys", "{minProperties: 2}", "a: 1\n",
            u"1:1 The document should have at least 2 keys."_s);
        row("an item twice", "{properties: {a: {uniqueItems: true}}}", "a: [x, y, x]\n",
            u"1:11 Item 3 stands in the list a second time. [Remove it.]"_s);
        row("a multiple", "{multipleOf: 3}", "4", u"1:1 The document should be a multiple of 3."_s);
        row("a key that is forbidden", "{properties: {a: false}}", "a: 1\n",
            u"1:1 The key “a” is not allowed here. [Remove it.]"_s);
        row("nothing is allowed", "false", "a: 1\n", u"1:1 The document is not allowed here."_s);
        row("a dependency", "{dependencies: {a: [b]}}", "a: 1\n",
            u"1:1 The key “b” is missing. [Add “b: …” here.]"_s);
        row("a condition", "{if: {properties: {k: {const: a}}}, then: {required: [x]}}", "k: a\n",
            u"1:1 The key “x” is missing. [Add “x: …” here.]"_s);
        row("a key by its pattern", "{patternProperties: {\"^x-\": {type: integer}}}", "x-1: a\n",
            u"1:6 “x-1” should be a whole number, not text. "
            "[Write it without quotes if it is in quotes.]"_s);
        row("names of keys", "{propertyNames: {maxLength: 3}}", "abc: 1\nabcd: 1\n",
            u"2:1 The key “abcd” should have at most 3 characters."_s);
        row("names of keys by a pattern", "{propertyNames: {pattern: \"^[a-z]+$\"}}",
            "a: 1\nB: 2\n", u"2:1 The key “B” may not be \"B\". [It must match ^[a-z]+$.]"_s);
        row("names of keys by choice", "{propertyNames: {enum: [dev, prod]}}", "dev: 1\nprd: 1\n",
            u"2:1 The key “prd” should be dev or prod, not \"prd\". [Did you mean “prod”?]"_s);
        row("names of keys inside", "{properties: {a: {propertyNames: {maxLength: 2}}}}",
            "b: 1\na:\n  xyz: 1\n", u"3:3 The key “xyz” should have at most 2 characters."_s);
        row("names of keys of items", "{items: {propertyNames: {minLength: 2}}}",
            "- ab: 1\n- a: 1\n", u"2:3 The key “a” should have at least 2 characters."_s);
        row("names of keys of further maps",
            "{additionalProperties: {propertyNames: {minLength: 2}}}", "k:\n  a: 1\n",
            u"2:3 The key “a” should have at least 2 characters."_s);
        row("no names at all", "{propertyNames: false}", "a: 1\n",
            u"1:1 The key “a” is not allowed here."_s);
        row("names of keys in a schema behind a reference",
            "{definitions: {m: {type: object, propertyNames: {maxLength: 3}}}, properties: {m: "
            "{$ref: \"#/definitions/m\"}}}",
            "m:\n  abc: 1\n", u""_s);
        row("wrong names of keys in a schema behind a reference",
            "{definitions: {m: {type: object, propertyNames: {maxLength: 3}}}, properties: {m: "
            "{$ref: \"#/definitions/m\"}}}",
            "m:\n  abc: 1\n  abcd: 2\n", u"3:3 The key “abcd” should have at most 3 characters."_s);
        row("names of keys by a reference",
            "{definitions: {n: {pattern: \"^x\"}}, propertyNames: {$ref: \"#/definitions/n\"}}",
            "x: 1\ny: 1\n", u"2:1 The key “y” may not be \"y\". [It must match ^x.]"_s);
        row("names of keys and what they hold, both wrong",
            "{propertyNames: {maxLength: 1}, additionalProperties: {type: integer}}",
            "a: x\nbc: 1\n",
            u"1:4 “a” should be a whole number, not text. [Write it without quotes if it is in "
            "quotes.]\n2:1 The key “bc” should have at most 1 characters."_s);
        row("names of keys in one of several forms",
            "{anyOf: [{type: string}, {propertyNames: {maxLength: 1}}]}", "ab: 1\n",
            u"1:1 The document has none of the forms that are allowed here."_s);
        row("an item that must be there", "{contains: {const: a}}", "[b]\n",
            u"1:1 The document holds none of the items that it must hold."_s);
        row("an item that must be there, behind a reference",
            "{definitions: {l: {type: array, contains: {const: a}}}, properties: {l: {$ref: "
            "\"#/definitions/l\"}}}",
            "l: [b, a]\n", u""_s);
        row("a property that is called like a keyword",
            "{properties: {contains: {type: integer}, propertyNames: {type: integer}}}",
            "contains: 1\npropertyNames: x\n",
            u"2:16 “propertyNames” should be a whole number, not text. [Write it without quotes if "
            "it is in quotes.]"_s);
        row("a reference into what names must be",
            "{propertyNames: {anyOf: [{maxLength: 2}, {const: long}]}, additionalProperties: "
            "{$ref: \"#/propertyNames/anyOf/0\"}}",
            "ab: x\nlong: xyz\n", u"2:7 “long” should have at most 2 characters."_s);
        row("a reference",
            "{definitions: {n: {properties: {v: {type: integer}, kids: {items: {$ref: "
            "\"#/definitions/n\"}}}}}, $ref: \"#/definitions/n\"}",
            "kids:\n  - v: 1\n    kids:\n      - v: x\n",
            u"4:12 “v” should be a whole number, not text. "
            "[Write it without quotes if it is in quotes.]"_s);
        row("the types of several forms",
            "{properties: {a: {oneOf: [{type: string}, {type: integer}]}}}", "a: [1]\n",
            u"1:4 “a” should be text or a whole number, not a list."_s);
        row("the form that comes nearest",
            "{properties: {a: {oneOf: [{type: string}, {type: object, properties: {x: {type: "
            "integer}}}]}}}",
            "a:\n  x: []\n", u"2:6 “x” should be a whole number, not a list."_s);
        row("the form that a constant names",
            "{oneOf: [{properties: {k: {const: a}, v: {type: integer}}}, {properties: {k: {const: "
            "b}}}]}",
            "k: a\nv: []\n", u"2:4 “v” should be a whole number, not a list."_s);
        row("several forms at once",
            "{anyOf: [{type: object, required: [a]}, {type: object, required: [b]}]}", "c: 1\n",
            u"1:1 The document has none of the forms that are allowed here."_s);
        row("too many forms", "{oneOf: [{type: integer}, {minimum: 1}]}", "3",
            u"1:1 The document fits several forms of which only one is allowed."_s);
        row("all of several", "{allOf: [{required: [a]}, {required: [b]}]}", "b: 1\n",
            u"1:1 The key “a” is missing. [Add “a: …” here.]"_s);
        row("behind an alias", "{properties: {b: {properties: {c: {type: string}}}}}",
            "a: &a {c: 1}\nb: *a\n",
            u"1:11 “c” should be text, not a whole number. [Put it in quotes to make it text.]"_s);
        row("draft 4",
            "{$schema: \"http://json-schema.org/draft-04/schema#\", maximum: 3, exclusiveMaximum: "
            "true}",
            "3", u"1:1 The document should be less than 3."_s);
    }

    void aProblemIsSaidAtItsPlace()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QByteArray, yaml);
        QFETCH(const QString, expected);
        QCOMPARE(problems(schema, yaml), expected);
    }

    void aSchemaThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &schema, const QString &message) {
            QTest::newRow(name) << schema << message;
        };
        row("an unknown type", "{type: strin}", u"This is no JSON Schema"_s);
        row("a reference to nowhere", "{$ref: \"#/definitions/x\"}",
            u"“#/definitions/x” of the schema leads nowhere"_s);
        row("a reference to the net", "{properties: {a: {$ref: \"http://x/y\"}}}",
            u"“http://x/y” of the schema leads nowhere"_s);
        row("a reference to a name", "{$ref: \"#name\"}", u"“#name” of the schema leads nowhere"_s);
        row("names by a pattern that cannot be read", "{propertyNames: {pattern: \"(\"}}",
            u"The pattern “(”"_s);
        row("a reference to itself", "{$ref: \"#\"}", u"leads back to itself"_s);
        row("references in a ring",
            "{definitions: {a: {$ref: \"#/definitions/b\"}, b: {allOf: [{$ref: "
            "\"#/definitions/a\"}]}}}",
            u"leads back to itself"_s);
        row("a pattern that cannot be read", "{properties: {a: {pattern: \"(\"}}}",
            u"The pattern “(”"_s);
        row("a pattern of keys that cannot be read", "{patternProperties: {\"[\": {}}}",
            u"The pattern “[”"_s);
    }

    void aSchemaThatIsNoneIsRefused()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QString, message);
        const QString said = problems(schema, "a: 1\n");
        QVERIFY2(said.contains(message), qPrintable(said));
    }

    void whatOnlyLooksLikeASchemaIsLeftAlone()
    {
        QCOMPARE(problems("{properties: {pattern: {type: string}, $ref: {type: integer}}, default: "
                          "{pattern: \"(\"}}",
                          "pattern: x\n$ref: 1\n"),
                 QString());
    }

    void aValueWithoutPlacesGetsPointers()
    {
        const Result<SchemaValidator> validator = SchemaValidator::compile(
            *parseYamlValue("{properties: {a/b: {items: {type: string}}}}"));
        VERIFY_RESULT(validator);
        const QList<Problem> found = validator->validate(*parseYamlValue("a/b: [x, 1]"));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().message, u"/a~1b/1: Item 2 should be text, not a whole number."_s);
        QVERIFY(!found.first().position);
    }

    void aPatternCannotRunAway()
    {
        const QByteArray text = "a: \"" + QByteArray(5000, 'a') + "!\"";
        QVERIFY(!problems("{properties: {a: {pattern: \"^(a+)+$\"}}}", text).isEmpty());
    }

    void aProblemShowsItsLine()
    {
        const Result<SchemaValidator> validator
            = SchemaValidator::compile(*parseYamlValue("{properties: {a: {type: string}}}"));
        VERIFY_RESULT(validator);
        const Result<YamlDocument> document
            = parseYamlDocument("# é\na: 1\n", {.file = u"x.yaml"_s});
        VERIFY_RESULT(document);
        const QList<Problem> found = validator->validate(*document);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().toString(),
                 u"x.yaml:2:4: “a” should be text, not a whole number.\n  a: 1\n     ^\n"
                 "Put it in quotes to make it text."_s);
    }
};

QTEST_APPLESS_MAIN(TestSchemaValidator)
#include "tst_schemavalidator.moc"
