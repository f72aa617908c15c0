#include "models/catalog/branches.h"
#include "models/catalog/filling.h"
#include "models/catalog/schemareader.h"
#include "tests/catalog/catalogtesting.h"

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

SchemaPointer compiled(const QByteArray &text)
{
    const Value source = json(text.constData());
    SchemaReader reader(source, {});
    return reader.readRoot();
}

/// What is asked for, a star behind what needs an answer; then the triggers without a way.
QString asked(const Schema &schema, const QByteArray &answers)
{
    const Value given = json(answers.constData());
    const Resolved resolved = resolve({&schema}, &given);
    QStringList names;
    for (const AskedProperty &property : resolved.properties)
        names += property.name + (property.isRequired ? u"*"_s : QString());
    QString text = names.join(u' ');
    if (!resolved.undecided.isEmpty())
        text += u" ?"_s + resolved.undecided.join(u' ');
    return text;
}

} // namespace

class TestBranches : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersDecideWhatIsAsked_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QString>("asked");
        const auto row
            = [](const char *name, const QByteArray &schema, const QByteArray &answers,
                 const QString &expected) { QTest::newRow(name) << schema << answers << expected; };
        row("nothing depends", "{'required': ['b'], 'properties': {'a': {}, 'b': {}}}", "{}",
            u"a b*"_s);
        row("an order", "{'ui:order': ['c', '*', 'a'], 'properties': {'a': {}, 'b': {}, 'c': {}}}",
            "{}", u"c b a"_s);
        row("all of several",
            "{'allOf': [{'properties': {'a': {}}}, {'required': ['a'], 'properties': {'b': {}}}]}",
            "{}", u"a* b"_s);
        const QByteArray condition
            = "{'properties': {'a': {}}, 'if': {'required': ['a'], 'properties': {'a': {'const': "
              "1}}}, 'then': {'properties': {'t': {}}}, 'else': {'properties': {'e': {}}}}";
        row("a condition that holds", condition, "{'a': 1}", u"a t"_s);
        row("a condition that does not", condition, "{'a': 2}", u"a e"_s);
        row("a condition on nothing", condition, "{}", u"a e"_s);
        const QByteArray names = "{'properties': {'a': {}, 'b': {}}, 'dependencies': {'a': ['b']}}";
        row("a dependency of names", names, "{'a': 1}", u"a b*"_s);
        row("a dependency of names without its trigger", names, "{}", u"a b"_s);
        row("a dependency of a schema",
            "{'properties': {'a': {}}, 'dependencies': {'a': {'required': ['x'], 'properties': "
            "{'x': {}}}}}",
            "{'a': 1}", u"a x*"_s);
        const QByteArray forks
            = "{'properties': {'a': {'enum': [1, 2, 3]}}, 'dependencies': {'a': {'oneOf': ["
              "{'properties': {'a': {'const': 1}, 'x': {}}}, {'properties': {'a': {'const': 2}, "
              "'y': {}}, 'required': ['y']}]}}}";
        row("a fork, one way", forks, "{'a': 1}", u"a x"_s);
        row("a fork, the other way", forks, "{'a': 2}", u"a y*"_s);
        row("a fork without a way", forks, "{'a': 3}", u"a ?a"_s);
        row("a fork not reached", forks, "{}", u"a"_s);
        row("a fork behind a fork",
            "{'properties': {'a': {}}, 'dependencies': {'a': {'properties': {'b': {}}}, 'b': "
            "{'properties': {'c': {}}}}}",
            "{'a': 1, 'b': 2}", u"a b c"_s);
        row("a dependency on what is not asked",
            "{'properties': {'a': {}}, 'dependencies': {'z': {'properties': {'b': {}}}}}",
            "{'z': 1}", u"a"_s);
        row("one of several",
            "{'oneOf': [{'properties': {'k': {'type': 'string', 'const': 'p'}, 'x': {}}}, "
            "{'properties': {'k': {'type': 'string', 'const': 'q'}, 'y': {}}}]}",
            "{'k': 'q'}", u"k y"_s);
        row("the first of several where nothing is said",
            "{'anyOf': [{'properties': {'x': {}}}, {'properties': {'y': {}}}]}", "{}", u"x"_s);
    }
    void answersDecideWhatIsAsked()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QByteArray, answers);
        QTEST(asked(*compiled(schema), answers), "asked");
    }

    void itemsHaveTheSchemasOfTheirPlace()
    {
        const SchemaPointer list
            = compiled("{'items': [{'title': 'First'}, {'title': 'Second', 'properties': {'a': "
                       "{}}}], 'additionalItems': {'title': 'Rest'}}");
        const SchemaPointer other = compiled("{'items': {'title': 'Any'}}");
        const ItemSchemas schemas({list.get(), other.get()});
        const auto titles = [&](qsizetype index) {
            QStringList texts;
            for (const Schema *piece : schemas.at(index))
                texts += piece->shown.title;
            return texts.join(u' ');
        };
        QCOMPARE(titles(0), u"First Any"_s);
        QCOMPARE(titles(1), u"Second Any"_s);
        QCOMPARE(titles(2), u"Rest Any"_s);
        QCOMPARE(titles(1'000'000), u"Rest Any"_s);
        QVERIFY(!schemas.arePlain());
        QVERIFY(ItemSchemas({other.get()}).arePlain());
        QVERIFY(ItemSchemas({}).arePlain());
        QVERIFY(ItemSchemas({}).at(5).isEmpty());
    }

    void whatIsMissingIsFilledIn_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("given"); // empty: nothing
        QTest::addColumn<QString>("filled"); // empty: nothing
        const auto row
            = [](const char *name, const QByteArray &schema, const QByteArray &given,
                 const QString &expected) { QTest::newRow(name) << schema << given << expected; };
        row("a default", "{'default': 1}", "", u"1"_s);
        row("a default that was answered", "{'default': 1}", "2", u"2"_s);
        row("no default", "{'type': 'string'}", "", QString());
        row("a constant", "{'const': 'a', 'default': 'b'}", "", u"'a'"_s);
        row("a list", "{'type': 'array', 'items': {}}", "", u"[]"_s);
        row("items that are wanted",
            "{'type': 'array', 'minItems': 2, 'items': {'type': 'string', 'default': 'x'}}", "",
            u"['x','x']"_s);
        row("items without default",
            "{'type': 'array', 'minItems': 2, 'items': {'type': 'string'}}", "", u"[]"_s);
        row("a choice of several",
            "{'type': 'array', 'minItems': 1, 'uniqueItems': true, 'items': "
            "{'enum': ['a']}}",
            "", u"[]"_s);
        row("a map", "{'type': 'object', 'properties': {'a': {'default': 1}, 'b': {}}}", "",
            u"{'a':1}"_s);
        row("a map with an answer",
            "{'type': 'object', 'properties': {'a': {'default': 1}, 'b': {}}}", "{'b': 2}",
            u"{'a':1,'b':2}"_s);
        row("a default of the map over that of its part",
            "{'type': 'object', 'default': {'a': 5}, 'properties': {'a': {'default': 1}}}", "",
            u"{'a':1}"_s);
        row("inside of items",
            "{'type': 'array', 'items': {'type': 'object', 'properties': {'a': {'default': 1}}}}",
            "[{}, {'a': 2}]", u"[{'a':1},{'a':2}]"_s);
        row("what a branch asks",
            "{'type': 'object', 'properties': {'k': {'default': 1}}, 'dependencies': {'k': "
            "{'properties': {'x': {'default': 2}}}}}",
            "", u"{'k':1,'x':2}"_s);
        row("what nobody asks stays", "{'type': 'object', 'properties': {'a': {}}}", "{'z': 1}",
            u"{'z':1}"_s);
        row("a wrong answer stays", "{'type': 'object', 'properties': {'a': {}}}", "[1]", u"[1]"_s);
    }
    void whatIsMissingIsFilledIn()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QByteArray, given);
        const SchemaPointer read = compiled(schema);
        const Value answer = given.isEmpty() ? Value() : json(given.constData());
        const std::optional<Value> found
            = filled({read.get()}, given.isEmpty() ? nullptr : &answer, nullptr, true);
        QTEST(found ? toTest(*found) : QString(), "filled");
    }

    void aMapThatNobodyNeedsIsNotThere()
    {
        const SchemaPointer read = compiled("{'type': 'object', 'properties': {'a': {}}}");
        QVERIFY(!filled({read.get()}, nullptr, nullptr, false));
        QCOMPARE(*filled({read.get()}, nullptr, nullptr, true), Value(Map()));
    }
};

QTEST_APPLESS_MAIN(TestBranches)
#include "tst_branches.moc"
