#include "models/base/json.h"
#include "models/yaml/schemafailures.h"
#include "models/yaml/schemalookup.h"
#include "models/yaml/schemamover.h"
#include "models/yaml/schemaphrases.h"
#include "models/yaml/yaml.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

Value schema(const QByteArray &yaml)
{
    return parseYamlValue(yaml).value_or(Value(u"the test is wrong"_s));
}

/// The titles of all schemas of `source` that speak of the place at `pointer`.
QStringList titles(const QByteArray &source, const QStringList &path, SchemaLookup::Which which)
{
    const Value value = schema(source);
    const SchemaLookup lookup(value);
    QStringList titles;
    for (const Map *found : lookup.schemasAt(path, which)) {
        if (found->contains(u"title"))
            titles += found->value(u"title").textOr();
    }
    return titles;
}

QString essentialOf(const QList<SchemaFailure> &failures)
{
    QStringList lines;
    for (const SchemaFailure &failure : essential(failures))
        lines += u'/' + failure.path.join(u'/') + u": "_s + failure.description;
    return lines.join(u" | "_s);
}

} // namespace

/// The parts of the validator of files, each by itself.
class TestSchemaParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSchemasOfAPlaceAreFound_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<QStringList>("possible");
        QTest::addColumn<QStringList>("certain");
        const auto row = [](const char *name, const QByteArray &source, const QStringList &path,
                            const QStringList &possible, const QStringList &certain) {
            QTest::newRow(name) << source << path << possible << certain;
        };
        const QStringList a{u"a"_s};
        row("the root", "{title: R}", {}, {u"R"_s}, {u"R"_s});
        row("a property", "{properties: {a: {title: A}, b: {title: B}}}", a, {u"A"_s}, {u"A"_s});
        row("a pattern", "{patternProperties: {\"^a\": {title: P}, \"^b\": {title: B}}}", a,
            {u"P"_s}, {u"P"_s});
        row("a property and a pattern",
            "{properties: {a: {title: A}}, patternProperties: {\"^a\": {title: P}}}", a,
            {u"A"_s, u"P"_s}, {u"A"_s, u"P"_s});
        row("any other", "{properties: {b: {title: B}}, additionalProperties: {title: O}}", a,
            {u"O"_s}, {u"O"_s});
        row("an item", "{items: {title: I}}", {u"3"_s}, {u"I"_s}, {u"I"_s});
        row("an item of its own", "{items: [{title: I}], additionalItems: {title: M}}", {u"0"_s},
            {u"I"_s}, {u"I"_s});
        row("a further item", "{items: [{title: I}], additionalItems: {title: M}}", {u"1"_s},
            {u"M"_s}, {u"M"_s});
        row("behind a reference",
            "{definitions: {d: {title: D}}, properties: {a: {$ref: \"#/definitions/d\"}}}", a,
            {u"D"_s}, {u"D"_s});
        row("all of several", "{allOf: [{title: X}, {allOf: [{title: Y}]}]}", {}, {u"X"_s, u"Y"_s},
            {u"X"_s, u"Y"_s});
        row("one of several", "{title: R, oneOf: [{title: X}, {title: Y}]}", {},
            {u"R"_s, u"X"_s, u"Y"_s}, {u"R"_s});
        row("any of several, inside", "{properties: {a: {anyOf: [{title: X}]}}}", a, {u"X"_s}, {});
        row("a condition", "{if: {title: I}, then: {title: T}, else: {title: E}}", {},
            {u"T"_s, u"E"_s}, {});
        row("what may not be", "{not: {title: N}}", {}, {}, {});
        row("a dependency", "{dependencies: {x: {title: D}, y: [z]}}", {}, {u"D"_s}, {});
        row("itself inside", "{title: R, properties: {a: {$ref: \"#\"}}}", {u"a"_s, u"a"_s, u"a"_s},
            {u"R"_s}, {u"R"_s});
        row("nowhere", "{properties: {b: {title: B}}}", {u"x"_s, u"y"_s}, {}, {});
    }

    void theSchemasOfAPlaceAreFound()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const QStringList, path);
        QTEST(titles(source, path, SchemaLookup::Possible), "possible");
        QTEST(titles(source, path, SchemaLookup::Certain), "certain");
    }

    void whatMattersOfAllFailuresIsKept_data()
    {
        QTest::addColumn<QList<SchemaFailure>>("failures");
        QTest::addColumn<QString>("kept");
        const auto row = [](const char *name, const QList<SchemaFailure> &failures,
                            const QString &kept) { QTest::newRow(name) << failures << kept; };
        const QString echo
            = u"Failed to validate against schema associated with property name 'a'."_s;
        row("nothing", {}, QString());
        row("a failure", {{{u"a"_s}, u"Wrong."_s}}, u"/a: Wrong."_s);
        row("a failure and its echo", {{{u"a"_s}, u"Wrong."_s}, {{}, echo}}, u"/a: Wrong."_s);
        row("an echo alone", {{{}, echo}}, u"/: "_s + echo);
        row("an echo of something else", {{{u"b"_s, u"c"_s}, u"Wrong."_s}, {{u"a"_s}, echo}},
            u"/b/c: Wrong. | /a: "_s + echo);
        row("the only alternative that goes deeper",
            {{{}, u"One."_s},
             {{}, u"Failed to validate against child schema #0."_s},
             {{u"a"_s}, u"Two."_s},
             {{}, u"Failed to validate against child schema #1."_s},
             {{}, u"Failed to validate against any schemas allowed by anyOf constraint."_s}},
            u"/a: Two."_s);
        row("alternatives that are alike",
            {{{}, u"One."_s},
             {{}, u"Failed to validate against child schema #0."_s},
             {{}, u"Two."_s},
             {{}, u"Failed to validate against child schema #1."_s},
             {{}, u"Failed to validate against any schemas allowed by anyOf constraint."_s}},
            u"/: Failed to validate against any schemas allowed by anyOf constraint."_s);
    }

    void whatMattersOfAllFailuresIsKept()
    {
        QFETCH(const QList<SchemaFailure>, failures);
        QTEST(essentialOf(failures), "kept");
    }

    void anEchoThatIsKeptSaysSo()
    {
        const QList<SchemaFailure> kept = essential(
            {{{u"a"_s}, u"Wrong."_s}, {{u"b"_s}, u"Failed to validate item #0 in array."_s}});
        QCOMPARE(kept.size(), 2);
        QVERIFY(!kept.at(0).isEcho);
        QVERIFY(kept.at(1).isEcho);
    }

    void schemasOfNamesAndContentsAreMoved_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("moved");
        QTest::addColumn<QStringList>("names");
        const auto row
            = [](const char *name, const QByteArray &source, const QByteArray &moved,
                 const QStringList &names) { QTest::newRow(name) << source << moved << names; };
        row("none", "{type: object}", "{\"type\":\"object\"}", {});
        row("no map", "true", "true", {});
        row("names", "{propertyNames: {maxLength: 2}}",
            "{\"propertyNames\":{\"maxLength\":2,\"$ref\":\"#/$waymark-moved/0\"},"
            "\"$waymark-moved\":{\"0\":{\"maxLength\":2}}}",
            {u"#/$waymark-moved/0"_s});
        row("contents", "{contains: false}",
            "{\"contains\":{\"$ref\":\"#/$waymark-moved/0\"},\"$waymark-moved\":{\"0\":false}}",
            {});
        row("names by a reference", "{propertyNames: {$ref: \"#/x\"}, x: {}}",
            "{\"propertyNames\":{\"$ref\":\"#/x\"},\"x\":{}}", {u"#/x"_s});
        row("a property of that name", "{properties: {contains: {type: string}}}",
            "{\"properties\":{\"contains\":{\"type\":\"string\"}}}", {});
        row("data that looks like it", "{enum: [{contains: {}}], default: {propertyNames: {}}}",
            "{\"enum\":[{\"contains\":{}}],\"default\":{\"propertyNames\":{}}}", {});
    }

    void schemasOfNamesAndContentsAreMoved()
    {
        QFETCH(const QByteArray, source);
        const SchemaMover mover(schema(source));
        QTEST(toJson(mover.schema()), "moved");
        QTEST(mover.nameReferences(), "names");
    }

    void whatValijsonSaysIsPutInWords_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("words");
        const auto row = [](const QString &said, const QString &words) {
            QTest::newRow(qPrintable(said)) << said << words;
        };
        row(u"Expected number less than or equal to 10.000000"_s, u"It should be at most 10."_s);
        row(u"Expected number less than 2.500000"_s, u"It should be less than 2.5."_s);
        row(u"Expected number greater than or equal to 1"_s, u"It should be at least 1."_s);
        row(u"Expected number greater than 0"_s, u"It should be more than 0."_s);
        row(u"String should be no more than 5 characters in length."_s,
            u"It should have at most 5 characters."_s);
        row(u"String should be no fewer than 5 characters in length."_s,
            u"It should have at least 5 characters."_s);
        row(u"Array should contain no more than 2 elements."_s,
            u"It should have at most 2 items."_s);
        row(u"Object should have no fewer than 1 properties."_s,
            u"It should have at least 1 keys."_s);
        row(u"Value should be a multiple of 3"_s, u"It should be a multiple of 3."_s);
        row(u"String should be a valid date-time"_s,
            u"It should be a date with time, such as 2026-11-24T10:00:00Z."_s);
        row(u"String should be a valid date"_s, u"It should be a date, such as 2026-11-24."_s);
        row(u"Something else"_s, u"It is not allowed here."_s);
    }

    void whatValijsonSaysIsPutInWords()
    {
        QFETCH(const QString, said);
        QTEST(phraseFor(said, u"It"_s), "words");
    }

    void aNameInQuotesIsFound()
    {
        QCOMPARE(quotedIn(u"Missing required property 'a'."_s), u"a"_s);
        QCOMPARE(quotedIn(u"Missing required property 'it's'."_s), u"it's"_s);
    }
};

QTEST_APPLESS_MAIN(TestSchemaParts)
#include "tst_schemaparts.moc"
