#include "models/catalog/schemaoptions.h"
#include "models/catalog/schemareader.h"
#include "models/catalog/violations.h"
#include "tests/catalog/catalogtesting.h"

using namespace waymark;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::optional<Keyword>)

namespace {

SchemaPointer compiled(const Value &source)
{
    SchemaReader reader(source, {});
    return reader.readRoot();
}

} // namespace

class TestViolations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstKeywordIsTold_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<std::optional<Keyword>>("keyword");
        const auto row = [](const char *schema, const char *value, std::optional<Keyword> keyword) {
            QTest::addRow("%s: %s", schema, value)
                << QByteArray(schema) << QByteArray(value) << keyword;
        };
        using enum Keyword;
        row("{}", "1", {});
        row("false", "1", Never);
        row("{'type': 'string'}", "1", Type);
        row("{'const': 1}", "2", Constant);
        row("{'enum': [1, 'a']}", "'b'", Choices);
        row("{'enum': [1, 'a']}", "'a'", {});
        row("{'enum': [1, 'a']}", "1.0", {});
        row("{'enum': []}", "1", Choices);
        row("{'minLength': 2}", "'a'", MinimumLength);
        row("{'maxLength': 2}", "'abc'", MaximumLength);
        row("{'pattern': '^a'}", "'b'", Pattern);
        row("{'format': 'email'}", "'b'", Format);
        row("{'minimum': 2}", "1", Minimum);
        row("{'maximum': 2}", "3", Maximum);
        row("{'exclusiveMinimum': 2}", "2", ExclusiveMinimum);
        row("{'exclusiveMaximum': 2}", "2", ExclusiveMaximum);
        row("{'multipleOf': 2}", "3", MultipleOf);
        row("{'minItems': 2}", "[1]", MinimumItems);
        row("{'maxItems': 0}", "[1]", MaximumItems);
        row("{'minProperties': 2}", "{'a': 1}", MinimumItems);
        row("{'maxProperties': 0}", "{'a': 1}", MaximumItems);
        row("{'uniqueItems': true}", "['a', 'b', 'a']", UniqueItems);
        row("{'uniqueItems': true}", "['1', 1, {'a': 1}, [1]]", {});
        row("{'contains': {'const': 1}}", "[2]", Contains);
        row("{'not': {'const': 1}}", "1", Not);
        row("{'type': 'string', 'minLength': 2, 'pattern': '^b'}", "'a'", MinimumLength);
        row("{'type': ['string', 'array'], 'minLength': 3, 'minItems': 1}", "['a']", {});
        row("{'type': ['string', 'array'], 'minLength': 3, 'minItems': 1}", "'ab'", MinimumLength);
        row("{'type': ['string', 'array'], 'minLength': 3, 'minItems': 1}", "[]", MinimumItems);
        row("{'required': ['a']}", "{}", {});
        row("{'items': {'type': 'integer'}}", "['a']", {});
        row("{'oneOf': [{'minimum': 3}]}", "1", {});
    }
    void theFirstKeywordIsTold()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QByteArray, value);
        QFETCH(const std::optional<Keyword>, keyword);
        const SchemaPointer read = compiled(json(schema.constData()));
        QCOMPARE(violated(*read, json(value.constData())), keyword);
    }

    void sizesAreThoseOfTheValue()
    {
        const SchemaPointer schema = compiled(
            json("{'minLength': 1, 'maxLength': 2, 'minItems': 3, 'maxItems': 4, 'minProperties': "
                 "5, 'maxProperties': 6}"));
        QCOMPARE(schema->sizesFor(u"a"_s).least, 1);
        QCOMPARE(schema->sizesFor(u"a"_s).most, 2);
        QCOMPARE(schema->sizesFor(List()).least, 3);
        QCOMPARE(schema->sizesFor(List()).most, 4);
        QCOMPARE(schema->sizesFor(Map()).least, 5);
        QCOMPARE(schema->sizesFor(Map()).most, 6);
        QVERIFY(!schema->sizesFor(1).least && !schema->sizesFor({}).most);
    }

    void aTypeIsABitOfMany()
    {
        QVERIFY(isOfType(Schema::TextType | Schema::NullType, {}));
        QVERIFY(isOfType(Schema::TextType | Schema::NullType, u"a"_s));
        QVERIFY(!isOfType(Schema::TextType | Schema::NullType, 1));
        QVERIFY(isOfType(Schema::IntegerType, 1.0));
        QVERIFY(!isOfType(Schema::IntegerType, 1.5));
        QVERIFY(isOfType(Schema::NumberType, 1));
        QVERIFY(isOfType(Schema::ListType, List()) && !isOfType(Schema::ListType, Map()));
        QVERIFY(isOfType(Schema::MapType, Map()) && isOfType(Schema::BooleanType, false));
    }

    void aDependencyHasOneBranchOrNone_data()
    {
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QString>("title"); // empty: none
        QTest::newRow("the one") << "{'kind': 'a'}"_ba << u"A"_s;
        QTest::newRow("the other") << "{'kind': 'b'}"_ba << u"B"_s;
        QTest::newRow("none") << "{'kind': 'd'}"_ba << QString();
        QTest::newRow("two") << "{'kind': 'c'}"_ba << QString();
        QTest::newRow("no answer") << "{}"_ba << QString();
    }
    void aDependencyHasOneBranchOrNone()
    {
        QFETCH(const QByteArray, answers);
        QFETCH(const QString, title);
        const SchemaPointer schema
            = compiled(json("{'dependencies': {'kind': {'oneOf': ["
                            "{'title': 'A', 'properties': {'kind': {'enum': ['a', 'c']}}},"
                            "{'title': 'B', 'properties': {'kind': {'enum': ['b', 'c']}}}]}}}"));
        const Value given = json(answers.constData());
        const Schema *branch = branchFor(schema->dependencies.first(), *given.toMap());
        QCOMPARE(branch ? branch->shown.title : QString(), title);
    }

    void ofNoOptionsNoneIsMeant()
    {
        const SchemaPointer schema = compiled(json("{}"));
        QVERIFY(!optionFor(*schema, schema->oneOf, nullptr));
    }

    void aDiscriminatorTellsTheOption()
    {
        const SchemaPointer schema = compiled(
            json("{'discriminator': {'propertyName': 'k'}, 'oneOf': ["
                 "{'title': 'One', 'properties': {'k': {'const': 1}, 'x': {'type': 'string'}}},"
                 "{'title': 'Two', 'properties': {'k': {'const': 2}}}]}"));
        const Value answers = json("{'k': 2, 'x': 'looks like the first'}");
        QCOMPARE(optionFor(*schema, schema->oneOf, &answers)->shown.title, u"Two"_s);
    }
};

QTEST_APPLESS_MAIN(TestViolations)
#include "tst_violations.moc"
