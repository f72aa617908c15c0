#include "tests/catalog/catalogtesting.h"

using namespace waymark;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Parameter::Type)

class TestFormSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aQuestionHasAType_data()
    {
        QTest::addColumn<QByteArray>("question");
        QTest::addColumn<Parameter::Type>("type");
        const auto row = [](const char *question, Parameter::Type type) {
            QTest::newRow(question) << QByteArray(question) << type;
        };
        using enum Parameter::Type;
        row("{'type': 'string'}", Text);
        row("{'type': ['string', 'null']}", Text);
        row("{'type': 'string', 'format': 'data-url'}", File);
        row("{'type': 'integer'}", Integer);
        row("{'type': 'number'}", Number);
        row("{'type': 'boolean'}", Boolean);
        row("{'type': 'string', 'enum': ['a']}", Choice);
        row("{'enum': [1]}", Choice);
        row("{'oneOf': [{'const': 'a'}, {'const': 'b'}]}", Choice);
        row("{'anyOf': [{'const': 'a'}, {'const': 'b'}]}", Choice);
        row("{'oneOf': [{'const': 'a'}, {'type': 'string'}]}", Anything);
        row("{'type': 'array', 'items': {'type': 'string'}}", Sequence);
        row("{'type': 'array', 'items': {'enum': ['a']}}", Sequence);
        row("{'type': 'array', 'uniqueItems': true, 'items': {'enum': ['a']}}", MultipleChoice);
        row("{'type': 'array', 'items': {'enum': ['a']}, 'ui:widget': 'checkboxes'}",
            MultipleChoice);
        row("{'type': 'object', 'properties': {'a': {}}}", Group);
        row("{'properties': {'a': {}}}", Group);
        row("{'type': 'object'}", Mapping);
        row("{'type': 'object', 'additionalProperties': {'type': 'string'}}", Mapping);
        row("{}", Anything);
    }
    void aQuestionHasAType()
    {
        QFETCH(const QByteArray, question);
        QFETCH(const Parameter::Type, type);
        const QByteArray page = "{'properties': {'q': " + question + "}}";
        const std::optional<Parameter> parameter = schemaOf(page.constData()).parameter(u"q"_s);
        QVERIFY(parameter);
        QCOMPARE(parameter->type, type);
    }

    void whatTheFormShowsIsRead()
    {
        const Parameter q = *schemaOf("{'properties': {'q': {'type': 'string', 'title': 'Size', "
                                      "'description': ' How big. ', 'ui:help': 'Ask us.', "
                                      "'ui:placeholder': 'x', 'ui:autofocus': true, 'readOnly': "
                                      "true, 'format': 'email', 'ui:widget': 'textarea', "
                                      "'ui:options': {'rows': 5, 'widget': 'updown'}, 'minLength': "
                                      "1, 'pattern': 'a'}}}")
                                 .parameter(u"q"_s);
        QCOMPARE(q.title, u"Size"_s);
        QCOMPARE(q.description, u"How big."_s);
        QCOMPARE(q.help, u"Ask us."_s);
        QCOMPARE(q.placeholder, u"x"_s);
        QVERIFY(q.autofocus && q.readOnly && !q.nullable && !q.required);
        QCOMPARE(q.format, u"email"_s);
        QCOMPARE(q.widget, u"textarea"_s);
        QCOMPARE(q.options.value(u"rows"), Value(5));
        QCOMPARE(q.limits.minimumLength, 1);
        QCOMPARE(q.limits.pattern, u"a"_s);
        QCOMPARE(q.path, AnswerPath{u"q"_s});
    }

    void choicesHaveTitles_data()
    {
        QTest::addColumn<QByteArray>("question");
        QTest::addColumn<QStringList>("titles");
        const auto row = [](const char *question, const QStringList &titles) {
            QTest::newRow(question) << QByteArray(question) << titles;
        };
        row("{'enum': ['a', 1]}", {u"a"_s, u"1"_s});
        row("{'enum': ['a', 'b'], 'enumNames': ['First']}", {u"First"_s, u"b"_s});
        row("{'enum': ['a'], 'ui:enumNames': ['First']}", {u"First"_s});
        row("{'enum': ['a'], 'ui:options': {'enumNames': {'a': 'First'}}}", {u"First"_s});
        row("{'oneOf': [{'const': 'a', 'title': 'First'}, {'const': 2}]}", {u"First"_s, u"2"_s});
        row("{'type': 'array', 'uniqueItems': true, 'items': {'enum': ['a'], 'enumNames': "
            "['First']}}",
            {u"First"_s});
        row("{'type': 'array', 'uniqueItems': true, 'items': {'enum': ['a']}, 'ui:enumNames': "
            "['First']}",
            {u"First"_s});
    }
    void choicesHaveTitles()
    {
        QFETCH(const QByteArray, question);
        QFETCH(const QStringList, titles);
        const QByteArray page = "{'properties': {'q': " + question + "}}";
        const Parameter parameter = *schemaOf(page.constData()).parameter(u"q"_s);
        QStringList found;
        for (const ParameterChoice &choice : parameter.choices)
            found.append(choice.title);
        QCOMPARE(found, titles);
    }

    void hiddenAndSecretQuestionsAreKnown()
    {
        const FormSchema schema = schemaOf(
            "{'properties': {'h': {'ui:widget': 'hidden'}, 's': {'ui:field': 'Secret'}, 'p': "
            "{'ui:widget': 'password'}, 'g': {'type': 'object', 'properties': {'in': "
            "{'ui:field': 'Secret'}}}, 'l': {'type': 'array', 'items': {'ui:widget': "
            "'password'}}, 'n': {}}, 'then': {'properties': {'t': {'ui:widget': 'password'}}}}");
        QVERIFY(schema.parameter(u"h"_s)->isHidden());
        QVERIFY(schema.parameter(u"s"_s)->isBackstageSecret());
        QVERIFY(!schema.parameter(u"p"_s)->isBackstageSecret());
        QCOMPARE(schema.secretNames(), (QStringList{u"s"_s, u"p"_s, u"g"_s, u"l"_s, u"t"_s}));
    }

    void aSecretIsOneWhereverItStands_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isSecret");
        const auto row = [](const QString &path, bool isSecret) {
            QTest::newRow(qPrintable(path)) << path << isSecret;
        };
        row(u"open"_s, false);
        row(u"pw"_s, true);
        row(u"pw.part"_s, true);
        row(u"branch"_s, true);
        row(u"group"_s, false);
        row(u"group.size"_s, false);
        row(u"group.key"_s, true);
        row(u"list"_s, false);
        row(u"list[2].key"_s, true);
        row(u"list[2].name"_s, false);
        row(u"unknown"_s, false);
    }

    void aSecretIsOneWhereverItStands()
    {
        QFETCH(const QString, path);
        QFETCH(const bool, isSecret);
        const FormSchema schema = schemaOf(
            "[{'properties': {'open': {}, 'pw': {'ui:field': 'Secret'}, 'list': {'items': "
            "{'properties': {'name': {}, 'key': {'ui:widget': 'password'}}}}}}, {'properties': "
            "{'group': {'properties': {'size': {}, 'key': {'ui:field': 'Secret'}}}}, 'if': "
            "{'required': ['open']}, 'then': {'properties': {'branch': {'ui:field': "
            "'Secret'}}}}]");
        QCOMPARE(schema.isSecret(parseAnswerPath(path)), isSecret);
    }

    void pagesAreOneOrMany()
    {
        QCOMPARE(schemaOf("{'title': 'Only', 'properties': {'a': {}}}").pages().first().title,
                 u"Only"_s);
        const FormSchema schema
            = schemaOf("[{'properties': {'a': {}}}, {'name': 'Second', 'properties': {'b': {}}}, "
                       "{'backstage:featureFlag': 'f', 'properties': {'c': {}}}]");
        QCOMPARE(schema.pages().size(), 2);
        QCOMPARE(schema.pages().at(0).title, u"Page 1"_s);
        QCOMPARE(schema.pages().at(1).title, u"Second"_s);
        QCOMPARE(schema.names(), (QStringList{u"a"_s, u"b"_s}));
    }

    void problemsLeadToTheirPlace()
    {
        const FormSchema::Read read = FormSchema::read(
            json("[{'properties': {}}, {'properties': {'a': {'type': 'txt'}}}, 7]"));
        QCOMPARE(read.problems.size(), 2);
        QCOMPARE(read.problems.at(0).pointer, u"/1/properties/a/type"_s);
        QCOMPARE(read.problems.at(1).pointer, u"/2"_s);
        QCOMPARE(read.schema.names(), QStringList{u"a"_s});
    }

    void whatIsRequiredHasToBeAskedFor_data()
    {
        QTest::addColumn<QByteArray>("pages");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("hint");
        const auto row = [](const char *name, const char *pages, const QString &pointer = {},
                            const QString &hint = {}) {
            QTest::newRow(name) << QByteArray(pages) << pointer << hint;
        };
        row("asked for", "{'required': ['name'], 'properties': {'name': {}}}");
        row("misspelt", "{'required': ['port', 'nam'], 'properties': {'name': {}, 'port': {}}}",
            u"/required/1"_s, u"Did you mean “name”?"_s);
        row("like no other", "[{'properties': {'name': {}}}, {'required': ['size']}]",
            u"/1/required/0"_s, u"Ask for it under “properties”, or take it out."_s);
        row("in a group",
            "{'properties': {'db': {'required': ['sice'], 'properties': {'size': {}}}}}",
            u"/properties/db/required/0"_s, u"Did you mean “size”?"_s);
        row("of another page", "[{'properties': {'name': {}}}, {'required': ['name']}]");
        row("of a branch",
            "{'required': ['b'], 'properties': {'a': {}}, 'if': {'required': ['a']}, 'then': "
            "{'properties': {'b': {}}}}");
        row("what only administrators turn on",
            "{'required': ['a'], 'properties': {'a': {'backstage:featureFlag': 'f'}}}");
        row("by any name", "{'required': ['x-a'], 'patternProperties': {'^x-': {}}}");
    }

    void whatIsRequiredHasToBeAskedFor()
    {
        QFETCH(const QByteArray, pages);
        QFETCH(const QString, pointer);
        const QList<FormProblem> problems = FormSchema::read(json(pages.constData())).problems;
        QCOMPARE(problems.size(), pointer.isEmpty() ? 0 : 1);
        const FormProblem found = problems.value(0);
        QTEST(found.problem.hint, "hint");
        QTEST(found.pointer, "pointer");
    }

    void nameAndOwnerAreFound()
    {
        QCOMPARE(schemaOf("{'properties': {'name': {}, 'c': {'ui:field': 'EntityNamePicker'}}}")
                     .serviceName(),
                 u"c"_s);
        QCOMPARE(schemaOf("{'properties': {'name': {}}}").serviceName(), u"name"_s);
        QCOMPARE(schemaOf("{'properties': {'x': {}}}").serviceName(), QString());
        QCOMPARE(schemaOf("{'properties': {'o': {'ui:field': 'OwnerPicker'}}}").ownerName(),
                 u"o"_s);
        QCOMPARE(schemaOf("{'properties': {'owner': {}}}").ownerName(), u"owner"_s);
        QCOMPARE(schemaOf("{'properties': {'x': {}}}").ownerName(), QString());
    }

    void aQuestionThatIsNotAskedYetIsKnown()
    {
        const FormSchema schema = schemaOf(
            "{'properties': {'a': {}}, 'dependencies': {'a': {'oneOf': [{'properties': {'b': "
            "{'type': 'object', 'properties': {'c': {'title': 'Deep'}}}}}]}}}");
        QCOMPARE(schema.parameter(AnswerPath{u"b"_s, u"c"_s})->title, u"Deep"_s);
        QVERIFY(!schema.parameter(u"c"_s));
        QVERIFY(!schema.parameter(AnswerPath{}));
    }
};

QTEST_APPLESS_MAIN(TestFormSchema)
#include "tst_formschema.moc"
