#include "tests/catalog/catalogtesting.h"

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

/// The question that `schema` describes, as it stands without answers.
Parameter question(const QByteArray &schema)
{
    const QByteArray page = "{'properties': {'q': " + schema + "}}";
    return *formOf(page.constData()).parameter({u"q"_s});
}

} // namespace

class TestParameters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void uiKeysSayHowItIsAsked_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        const auto row
            = [](const char *name, const QByteArray &schema, const QString &key,
                 const QString &value) { QTest::newRow(name) << schema << key << value; };
        row("a widget", "{'ui:widget': 'textarea'}", u"widget"_s, u"textarea"_s);
        row("a widget among the options", "{'ui:options': {'widget': 'textarea'}}", u"widget"_s,
            u"textarea"_s);
        row("a key over the options", "{'ui:options': {'widget': 'a'}, 'ui:widget': 'b'}",
            u"widget"_s, u"b"_s);
        row("a field", "{'ui:field': 'OwnerPicker'}", u"field"_s, u"OwnerPicker"_s);
        row("help", "{'ui:help': ' Ask us. '}", u"help"_s, u"Ask us."_s);
        row("help among the options", "{'ui:options': {'help': 'Ask.'}}", u"help"_s, u"Ask."_s);
        row("a placeholder", "{'ui:placeholder': 'orders'}", u"placeholder"_s, u"orders"_s);
        row("a title", "{'title': 'A', 'ui:title': 'B'}", u"title"_s, u"B"_s);
        row("no title", "{}", u"title"_s, u"q"_s);
        row("an empty title", "{'title': ''}", u"title"_s, u"q"_s);
        row("a description", "{'description': 'A\\n', 'ui:options': {'description': 'B\\n'}}",
            u"description"_s, u"B"_s);
        row("a format", "{'type': 'string', 'format': 'uri'}", u"format"_s, u"uri"_s);
        row("help that is no text", "{'ui:help': 5}", u"help"_s, u""_s);
    }
    void uiKeysSayHowItIsAsked()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QString, key);
        QFETCH(const QString, value);
        const Parameter q = question(schema);
        const QHash<QString, QString> values{{u"widget"_s, q.widget},
                                             {u"field"_s, q.field},
                                             {u"help"_s, q.help},
                                             {u"title"_s, q.title},
                                             {u"placeholder"_s, q.placeholder},
                                             {u"description"_s, q.description},
                                             {u"format"_s, q.format}};
        QCOMPARE(values.value(key), value);
    }

    void uiKeysSwitchThingsOn_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("on"); // letters: Read only, Autofocus, Hidden, Secret, Nullable
        const auto row = [](const QByteArray &schema, const QString &on) {
            QTest::newRow(schema.constData()) << schema << on;
        };
        row("{}", u""_s);
        row("{'readOnly': true}", u"R"_s);
        row("{'ui:readonly': true}", u"R"_s);
        row("{'ui:options': {'readonly': true}}", u"R"_s);
        row("{'readOnly': true, 'ui:options': {'readOnly': false}}", u""_s);
        row("{'readOnly': 'yes'}", u""_s);
        row("{'ui:autofocus': true}", u"A"_s);
        row("{'ui:widget': 'hidden'}", u"H"_s);
        row("{'ui:widget': 'password'}", u"S"_s);
        row("{'ui:field': 'Secret'}", u"S"_s);
        row("{'type': ['string', 'null']}", u"N"_s);
        row("{'type': 'null'}", u"N"_s);
        row("{'ui:widget': 'hidden', 'readOnly': true}", u"RH"_s);
    }
    void uiKeysSwitchThingsOn()
    {
        QFETCH(const QByteArray, schema);
        const Parameter q = question(schema);
        QString on;
        for (const auto &[isOn, letter] : QList<std::pair<bool, QChar>>{{q.readOnly, u'R'},
                                                                        {q.autofocus, u'A'},
                                                                        {q.isHidden(), u'H'},
                                                                        {q.isSecret(), u'S'},
                                                                        {q.nullable, u'N'}}) {
            if (isOn)
                on += letter;
        }
        QTEST(on, "on");
    }

    void limitsAreThoseOfItsKind_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<int>("least"); // -1: none
        QTest::addColumn<int>("most");
        const auto row = [](const QByteArray &schema, int least, int most) {
            QTest::newRow(schema.constData()) << schema << least << most;
        };
        row("{'type': 'string', 'minLength': 1, 'maxLength': 9}", 1, 9);
        row("{'type': 'array', 'minItems': 1, 'maxItems': 9, 'minLength': 3}", 1, 9);
        row("{'items': {}, 'minItems': 2}", 2, -1);
        row("{'type': 'object', 'minProperties': 1, 'maxProperties': 9}", 1, 9);
        row("{'properties': {'a': {}}, 'maxProperties': 3}", -1, 3);
        row("{'type': 'string', 'minItems': 1}", -1, -1);
        row("{'minLength': 4.0}", 4, -1);
    }
    void limitsAreThoseOfItsKind()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const int, least);
        QFETCH(const int, most);
        const Parameter::Limits limits = question(schema).limits;
        QCOMPARE(limits.minimumLength.value_or(-1), least);
        QCOMPARE(limits.maximumLength.value_or(-1), most);
    }

    void numbersHaveTheirLimits()
    {
        const Parameter::Limits limits
            = question("{'type': 'number', 'minimum': 1, 'maximum': 2.5, 'exclusiveMinimum': 0, "
                       "'exclusiveMaximum': 3, 'multipleOf': 0.5}")
                  .limits;
        QCOMPARE(*limits.minimum, Value(1));
        QCOMPARE(*limits.maximum, Value(2.5));
        QCOMPARE(*limits.exclusiveMinimum, Value(0));
        QCOMPARE(*limits.exclusiveMaximum, Value(3));
        QCOMPARE(*limits.multipleOf, Value(0.5));
    }

    void aDefaultOrAConstantStands_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("value"); // empty: none
        const auto row = [](const QByteArray &schema, const QString &value) {
            QTest::newRow(schema.constData()) << schema << value;
        };
        row("{}", QString());
        row("{'default': 'a'}", u"'a'"_s);
        row("{'default': null}", u"null"_s);
        row("{'const': 1, 'default': 2}", u"1"_s);
        row("{'oneOf': [{'const': 'a'}, {'const': 'b'}]}", u"'a'"_s);
        row("{'oneOf': [{'const': 'a'}, {'const': 'b'}], 'default': 'b'}", u"'b'"_s);
        row("{'enum': ['a', 'b']}", QString());
    }
    void aDefaultOrAConstantStands()
    {
        QFETCH(const QByteArray, schema);
        const std::optional<Value> value = question(schema).defaultValue;
        QTEST(value ? toTest(*value) : QString(), "value");
    }

    void membersAndItemsKnowTheirPlace()
    {
        const Parameter q = question(
            "{'type': 'object', 'required': ['list'], 'properties': {'list': {'type': 'array', "
            "'items': {'type': 'object', 'properties': {'port': {'type': 'integer'}}}}}}");
        QCOMPARE(q.type, Parameter::Type::Group);
        const Parameter &list = q.members.first();
        QCOMPARE(list.path, (AnswerPath{u"q"_s, u"list"_s}));
        QVERIFY(list.required);
        QCOMPARE(list.type, Parameter::Type::Sequence);
        const Parameter &item = list.items.first();
        QCOMPARE(item.path, (AnswerPath{u"q"_s, u"list"_s, u"0"_s}));
        QCOMPARE(item.members.first().path, (AnswerPath{u"q"_s, u"list"_s, u"0"_s, u"port"_s}));
        QCOMPARE(item.members.first().type, Parameter::Type::Integer);
    }

    void whatIsNeededIsMarked()
    {
        const Form form = formOf("{'required': ['a'], 'properties': {'a': {}, 'b': {}}}");
        QVERIFY(form.parameter({u"a"_s})->required);
        QVERIFY(!form.parameter({u"b"_s})->required);
    }
};

QTEST_APPLESS_MAIN(TestParameters)
#include "tst_parameters.moc"
