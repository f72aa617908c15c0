#include "models/items/fieldkind.h"

#include "models/base/json.h"
#include "tests/items/itemtesting.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// The question `a` of a form, as `schema` (YAML in one line) describes it.
Parameter question(const QByteArray &schema)
{
    const Form form(asking("{properties: {a: " + schema + "}}").form);
    return form.parameter({u"a"_s}).value_or(Parameter());
}

QString jsonOf(const Result<std::optional<Value>> &read)
{
    if (!read)
        return u"! "_s + read.error().problem.message;
    return *read ? QString::fromUtf8(toJson(**read)) : u"nothing"_s;
}

} // namespace

class TestFieldKind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyQuestionHasItsEditor_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<FieldKind>("kind");
        using enum FieldKind;
        QTest::newRow("text") << "{type: string}"_ba << Text;
        QTest::newRow("a text area") << "{type: string, ui:widget: textarea}"_ba << MultiLine;
        QTest::newRow("several lines by option")
            << "{type: string, ui:options: {multiline: true}}"_ba << MultiLine;
        QTest::newRow("a date") << "{type: string, format: date}"_ba << Date;
        QTest::newRow("a secret") << "{type: string, ui:field: Secret}"_ba << Secret;
        QTest::newRow("a password") << "{type: string, ui:widget: password}"_ba << Secret;
        QTest::newRow("a whole number") << "{type: integer}"_ba << Integer;
        QTest::newRow("a number") << "{type: number}"_ba << Number;
        QTest::newRow("yes or no") << "{type: boolean}"_ba << Boolean;
        QTest::newRow("few short choices") << "{type: string, enum: [a, b, c]}"_ba << Segments;
        QTest::newRow("few long choices")
            << "{type: string, enum: [a, b], ui:enumNames: [Only other services in the cluster, B]}"_ba
            << Cards;
        QTest::newRow("five choices") << "{type: string, enum: [a, b, c, d, e]}"_ba << Cards;
        QTest::newRow("many choices") << "{type: string, enum: [a, b, c, d, e, f]}"_ba << Options;
        QTest::newRow("a list by wish")
            << "{type: string, enum: [a, b], ui:widget: select}"_ba << Options;
        QTest::newRow("one choice") << "{type: string, enum: [a]}"_ba << Cards;
        QTest::newRow("some of several")
            << "{type: array, uniqueItems: true, items: {type: string, enum: [a, b]}}"_ba
            << MultipleChoice;
        QTest::newRow("texts") << "{type: array, items: {type: string}}"_ba << TextList;
        QTest::newRow("numbers") << "{type: array, items: {type: integer}}"_ba << TextList;
        QTest::newRow("groups in a list")
            << "{type: array, items: {type: object, properties: {b: {type: string}}}}"_ba << Data;
        QTest::newRow("names of one's own")
            << "{type: object, additionalProperties: {type: string}}"_ba << TextMap;
        QTest::newRow("a group") << "{type: object, properties: {b: {type: string}}}"_ba << Group;
        QTest::newRow("a file") << "{type: string, format: data-url}"_ba << File;
        QTest::newRow("anything") << "{}"_ba << Text;
    }

    void everyQuestionHasItsEditor()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const FieldKind, kind);
        QCOMPARE(fieldKind(question(schema)), kind);
    }

    void whatIsTypedIsRead_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("text as it is") << "{type: string}"_ba << u" a "_s << u"\" a \""_s;
        QTest::newRow("no text is no answer") << "{type: string}"_ba << u""_s << u"nothing"_s;
        QTest::newRow("no text in the place of a default")
            << "{type: string, default: x}"_ba << u""_s << u"\"\""_s;
        QTest::newRow("a number") << "{type: integer}"_ba << u" 80 "_s << u"80"_s;
        QTest::newRow("no number is no answer") << "{type: integer}"_ba << u" "_s << u"nothing"_s;
        QTest::newRow("no number in the place of a default")
            << "{type: integer, default: 8}"_ba << u""_s
            << u"! a must be a whole number, not “”."_s;
        QTest::newRow("no number at all")
            << "{type: number}"_ba << u"8a"_s << u"! a must be a number, not “8a”."_s;
        QTest::newRow("a structure")
            << "{type: array, items: {type: object, properties: {b: {}}}}"_ba << u"[{\"b\": 1}]"_s
            << u"[{\"b\":1}]"_s;
    }

    void whatIsTypedIsRead()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QCOMPARE(jsonOf(readField(question(schema), text)), expected);
    }

    void itemsAreRead_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QStringList>("items");
        QTest::addColumn<QString>("expected");
        const QByteArray numbers = "{type: array, title: Ports, items: {type: integer}}";
        const QByteArray map
            = "{type: object, title: Labels, additionalProperties: {type: string}}";
        QTest::newRow("numbers") << numbers << QStringList{u"1"_s, u"22"_s} << u"[1,22]"_s;
        QTest::newRow("one is none") << numbers << QStringList{u"1"_s, u"x"_s}
                                     << u"! Ports must be a whole number, not “x”."_s;
        QTest::newRow("an empty list") << numbers << QStringList() << u"[]"_s;
        QTest::newRow("a map") << map << QStringList{u"team"_s, u"a"_s, u"tier"_s, u""_s}
                               << u"{\"team\":\"a\",\"tier\":\"\"}"_s;
        QTest::newRow("a name twice") << map << QStringList{u"a"_s, u"1"_s, u"a"_s, u"2"_s}
                                      << u"! Labels has two entries called “a”."_s;
        QTest::newRow("no name") << map << QStringList{u""_s, u"1"_s}
                                 << u"! Labels has an entry without a name."_s;
    }

    void itemsAreRead()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QStringList, items);
        QFETCH(const QString, expected);
        const Parameter parameter = question(schema);
        const auto read = readFieldItems(parameter, items);
        QCOMPARE(jsonOf(read), expected);
        if (read)
            QCOMPARE(fieldItems(parameter, *read), items);
    }

    void aChoiceIsFound()
    {
        const Parameter parameter = question("{type: integer, enum: [1, 2]}");
        QCOMPARE(choiceOf(parameter, Value(2.0)), 1);
        QCOMPARE(choiceOf(parameter, Value(3)), -1);
        QCOMPARE(choiceOf(parameter, {}), -1);
    }

    void aValueIsShownAsText()
    {
        QCOMPARE(fieldText(question("{type: integer}"), Value(8)), u"8"_s);
        QCOMPARE(fieldText(question("{type: string}"), {}), QString());
        QCOMPARE(fieldText(question("{type: string}"), Value()), QString());
    }
};

QTEST_GUILESS_MAIN(TestFieldKind)
#include "tst_fieldkind.moc"
