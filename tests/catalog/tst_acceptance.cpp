#include "models/catalog/acceptance.h"
#include "models/catalog/schemaoptions.h"
#include "models/catalog/schemareader.h"
#include "tests/catalog/catalogtesting.h"

using namespace waymark;
using namespace Qt::StringLiterals;

class TestAcceptance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aValueIsValidOrNot_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("isValid");
        const auto row = [](const char *schema, const char *value, bool isValid) {
            QTest::addRow("%s: %s", schema, value)
                << QByteArray(schema) << QByteArray(value) << isValid;
        };
        row("true", "1", true);
        row("false", "1", false);
        row("{}", "[null]", true);
        row("{'type': 'integer'}", "1", true);
        row("{'type': 'integer'}", "1.0", true);
        row("{'type': 'integer'}", "1.5", false);
        row("{'type': 'integer'}", "true", false);
        row("{'type': 'integer'}", "'1'", false);
        row("{'type': 'number'}", "1", true);
        row("{'type': 'boolean'}", "0", false);
        row("{'type': ['string', 'null']}", "null", true);
        row("{'type': ['string', 'null']}", "1", false);
        row("{'const': 1}", "1.0", true);
        row("{'const': {'a': 1, 'b': [2]}}", "{'b': [2], 'a': 1}", true);
        row("{'enum': ['a', 1]}", "1", true);
        row("{'enum': ['a', 1]}", "true", false);
        row("{'minLength': 2}", "'a'", false);
        row("{'minLength': 2}", "7", true);
        row("{'pattern': '^a'}", "'ba'", false);
        row("{'pattern': 'a'}", "'ba'", true);
        row("{'minimum': 3}", "3", true);
        row("{'minimum': 3}", "2.9", false);
        row("{'exclusiveMinimum': 3}", "3", false);
        row("{'minimum': 3, 'exclusiveMinimum': true}", "3", false);
        row("{'minimum': 3, 'exclusiveMinimum': false}", "3", true);
        row("{'exclusiveMaximum': 3}", "3", false);
        row("{'maximum': 12345678901234567890}", "12345678901234567891", false);
        row("{'multipleOf': 32}", "96", true);
        row("{'multipleOf': 32}", "97", false);
        row("{'multipleOf': 0.1}", "0.3", true);
        row("{'type': 'array', 'minItems': 1}", "[]", false);
        row("{'type': 'array', 'maxItems': 1}", "[1, 2]", false);
        row("{'type': 'array', 'uniqueItems': true}", "[1, 1.0]", false);
        row("{'type': 'array', 'items': {'type': 'integer'}}", "[1, 'a']", false);
        row("{'items': [{'type': 'integer'}], 'additionalItems': false}", "[1]", true);
        row("{'items': [{'type': 'integer'}], 'additionalItems': false}", "[1, 2]", false);
        row("{'contains': {'const': 1}}", "[2, 1]", true);
        row("{'contains': {'const': 1}}", "[2]", false);
        row("{'required': ['a']}", "{}", false);
        row("{'required': ['a']}", "{'a': null}", true);
        row("{'properties': {'a': {'type': 'integer'}}}", "{'a': 'x'}", false);
        row("{'properties': {'a': false}}", "{'a': 1}", false);
        row("{'additionalProperties': false}", "{'a': 1}", false);
        row("{'properties': {'a': {}}, 'additionalProperties': {'const': 2}}", "{'a': 1, 'b': 2}",
            true);
        row("{'patternProperties': {'^x': {'const': 1}}, 'additionalProperties': false}",
            "{'xy': 1}", true);
        row("{'patternProperties': {'^x': {'const': 1}}}", "{'xy': 2}", false);
        row("{'propertyNames': {'maxLength': 1}}", "{'ab': 2}", false);
        row("{'type': 'object', 'minProperties': 1}", "{}", false);
        row("{'dependencies': {'a': ['b']}}", "{'a': 1}", false);
        row("{'dependencies': {'a': ['b']}}", "{'b': 1}", true);
        row("{'dependentRequired': {'a': ['b']}}", "{'a': 1}", false);
        row("{'dependencies': {'a': {'required': ['b']}}}", "{'a': 1}", false);
        row("{'allOf': [{'minimum': 1}, {'maximum': 2}]}", "3", false);
        row("{'anyOf': [{'const': 1}, {'const': 2}]}", "2", true);
        row("{'anyOf': [{'const': 1}, {'minimum': 5}]}", "3", false);
        row("{'oneOf': [{'minimum': 1}, {'minimum': 2}]}", "2", false);
        row("{'oneOf': [{'minimum': 1}, {'minimum': 2}]}", "1", true);
        row("{'not': {'const': 1}}", "1", false);
        row("{'if': {'const': 1}, 'then': false}", "1", false);
        row("{'if': {'const': 1}, 'then': false}", "2", true);
        row("{'if': {'const': 1}, 'else': {'const': 2}}", "3", false);
        row("{'$ref': '#/definitions/n', 'definitions': {'n': {'minimum': 2}}}", "1", false);
        row("{'format': 'email'}", "'ada'", false);
    }
    void aValueIsValidOrNot()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QByteArray, value);
        QFETCH(const bool, isValid);
        const Value source = json(schema.constData());
        SchemaReader reader(source, {});
        const SchemaPointer compiled = reader.readRoot();
        QVERIFY(reader.problems().isEmpty());
        QCOMPARE(accepts(*compiled, json(value.constData())), isValid);
    }

    void aPatternThatRunsAwayIsNoMatch()
    {
        const Value source = json("{'pattern': '^(a+)+$'}");
        SchemaReader reader(source, {});
        const SchemaPointer compiled = reader.readRoot();
        QVERIFY(!accepts(*compiled, Value(QString(64, u'a') + u'!')));
    }

    void whatIsWrongInASchemaIsToldWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *schema, const char *pointer, const char *message) {
            QTest::newRow(message)
                << QByteArray(schema) << QString::fromLatin1(pointer) << QString::fromUtf8(message);
        };
        row("[]", "", "A schema has to be a map, not a list.");
        row("{'type': 'strin'}", "/type", "There is no type “strin”.");
        row("{'properties': {'a/b': {'enum': 1}}}", "/properties/a~1b/enum",
            "“enum” has to be a list, not a whole number.");
        row("{'pattern': 1}", "/pattern", "“pattern” has to be text, not a whole number.");
        row("{'minLength': -1}", "/minLength",
            "“minLength” has to be a whole number, 0 or more, not a whole number.");
        row("{'uniqueItems': 'yes'}", "/uniqueItems",
            "“uniqueItems” has to be true or false, not text.");
        row("{'minimum': 'a'}", "/minimum", "“minimum” has to be a number, not text.");
        row("{'required': 'a'}", "/required", "“required” has to be a list of texts, not text.");
        row("{'properties': []}", "/properties", "“properties” has to be a map, not a list.");
        row("{'oneOf': [{}, {'type': 'objekt'}]}", "/oneOf/1/type", "There is no type “objekt”.");
        row("{'$ref': '#/definitions/x'}", "", "“$ref” leads nowhere: #/definitions/x.");
        row("{'definitions': {'x': {'items': {'$ref': '#/definitions/x'}}}, 'properties': {'a': "
            "{'$ref': '#/definitions/x'}}}",
            "/properties/a/items", "The schema “#/definitions/x” contains itself.");
        row("{'type': 'integer', 'maximum': 5, 'default': 6}", "/default",
            "The default is no answer that this question allows.");
    }
    void whatIsWrongInASchemaIsToldWithItsPlace()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QString, pointer);
        QFETCH(const QString, message);
        const Value source = json(schema.constData());
        SchemaReader reader(source, {});
        QVERIFY(reader.readRoot());
        QCOMPARE(reader.problems().size(), 1);
        QCOMPARE(reader.problems().first().problem.message, message);
        QCOMPARE(reader.problems().first().pointer, pointer);
    }

    void whatNoAnswerCanMeetIsWarnedOf_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("pointer"); // empty: all is well
        const auto row = [](const char *name, const char *schema, const char *pointer) {
            QTest::newRow(name) << QByteArray(schema) << QString::fromLatin1(pointer);
        };
        row("no choice", "{'enum': []}", "/enum");
        row("bounds turned round", "{'minimum': 5, 'maximum': 1}", "/minimum");
        row("bounds that meet", "{'minimum': 5, 'maximum': 5.0}", "");
        row("lengths", "{'minLength': 3, 'maxLength': 2}", "/minLength");
        row("items", "{'minItems': 3, 'maxItems': 2}", "/minItems");
        row("entries", "{'minProperties': 1, 'maxProperties': 0}", "/minProperties");
        row("multiples of nothing", "{'multipleOf': 0}", "/multipleOf");
        row("multiples of a part", "{'multipleOf': 0.1}", "");
        row("the same item twice by default",
            "{'type': 'array', 'items': {'type': 'integer'}, 'uniqueItems': true, 'default': [1, "
            "1]}",
            "/default");
        row("a default item of another type",
            "{'type': 'array', 'items': {'type': 'integer'}, 'default': ['a']}", "/default");
        row("a default that its parts complete",
            "{'type': 'array', 'items': {'type': 'object', 'required': ['a'], 'properties': {'a': "
            "{'default': 1}}}, 'default': [{}]}",
            "");
    }

    void whatNoAnswerCanMeetIsWarnedOf()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QString, pointer);
        const Value source = json(schema.constData());
        SchemaReader reader(source, {});
        QVERIFY(reader.readRoot());
        QStringList pointers;
        for (const FormProblem &problem : reader.problems()) {
            pointers += problem.pointer;
            QCOMPARE(problem.problem.severity, Severity::Warning);
        }
        QCOMPARE(pointers.join(u' '), pointer);
    }

    void aBadPatternIsToldAndTheRestIsRead()
    {
        const Value source = json("{'pattern': '[a-', 'minLength': 2, 'type': 'string'}");
        SchemaReader reader(source, {});
        const SchemaPointer schema = reader.readRoot();
        QCOMPARE(reader.problems().size(), 1);
        QCOMPARE(reader.problems().first().pointer, u"/pattern"_s);
        QVERIFY(!accepts(*schema, u"a"_s));
        QVERIFY(accepts(*schema, u"ab"_s));
    }

    void theOptionThatIsMeantIsFound_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("title");
        QTest::newRow("nothing: the first") << QByteArray("{}") << u"none"_s;
        QTest::newRow("by its constant") << QByteArray("{'kind': 's3'}") << u"bucket"_s;
        QTest::newRow("by what only it has") << QByteArray("{'size': 3}") << u"database"_s;
        QTest::newRow("the most like it where none fits")
            << QByteArray("{'kind': 'pg', 'size': 'x'}") << u"database"_s;
    }
    void theOptionThatIsMeantIsFound()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const QString, title);
        const Value source
            = json("{'oneOf': ["
                   "{'title': 'none', 'properties': {'kind': {'type': 'string', 'const': 'no'}}},"
                   "{'title': 'bucket', 'properties': {'kind': {'type': 'string', 'const': 's3'}}},"
                   "{'title': 'database', 'properties': {'kind': {'type': 'string', 'const': 'pg'},"
                   " 'size': {'type': 'integer'}}}]}");
        SchemaReader reader(source, {});
        const SchemaPointer schema = reader.readRoot();
        const Value answers = json(value.constData());
        QCOMPARE(optionFor(*schema, schema->oneOf, &answers)->shown.title, title);
    }
};

QTEST_APPLESS_MAIN(TestAcceptance)
#include "tst_acceptance.moc"
