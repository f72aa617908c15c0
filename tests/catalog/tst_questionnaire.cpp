#include "models/catalog/questionnaire.h"

#include "models/catalog/conditions.h"
#include "models/catalog/decidinganswers.h"
#include "models/catalog/derivedanswers.h"
#include "models/catalog/standins.h"
#include "tests/catalog/catalogtesting.h"

#include <QTimeZone>

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

using Standing = AskedQuestion::Standing;

AskedQuestion question(const QString &name, const Map &given, const Value &usual,
                       Standing standing = Standing::Asked)
{
    AskedQuestion asked{.parameter = {.name = name, .path = {name}, .title = name},
                        .standing = standing,
                        .answer = given.contains(name) ? given.value(name) : usual,
                        .usual = usual};
    return asked;
}

/// Asks for a name, a kind, and more where the kind is large; a number is hidden.
class SmallQuestionnaire final : public Questionnaire
{
public:
    [[nodiscard]] QList<Page> pages() const override
    {
        return {{.title = u"First"_s, .description = u"d"_s}, {.title = u"Second"_s}};
    }
    [[nodiscard]] QStringList names() const override
    {
        return {u"name"_s, u"kind"_s, u"more"_s, u"number"_s, u"token"_s};
    }
    [[nodiscard]] std::optional<Parameter> parameter(const QString &name) const override
    {
        return names().contains(name)
            ? std::optional(Parameter{.name = name, .path = {name}, .title = name})
            : std::nullopt;
    }
    [[nodiscard]] QStringList secretNames() const override { return {u"token"_s}; }
    [[nodiscard]] QString serviceName() const override { return u"name"_s; }
    [[nodiscard]] QHash<QString, QStringList> decidingAnswers() const override
    {
        return {{u"more"_s, {u"kind"_s}}};
    }
    [[nodiscard]] Questioning ask(const Map &given, const Occasion &occasion) const override
    {
        Questioning all;
        AskedQuestion name = question(u"name"_s, given, Value());
        if (!given.contains(u"name")) {
            name.answer.reset();
            name.usual.reset();
            name.parameter.required = true;
            name.problems += AnswerProblem{{u"name"_s},
                                           {.code = u"answer.missing"_s, .message = u"needed"_s}};
        }
        AskedQuestion kind = question(u"kind"_s, given, u"small"_s);
        kind.parameter.type = Parameter::Type::Choice;
        kind.parameter.choices = {{u"small"_s, u"Small"_s}, {u"large"_s, u"Large"_s}};
        const bool isLarge = kind.answer == Value(u"large"_s);
        AskedQuestion more = question(u"more"_s, given, name.answer.value_or(Value()),
                                      isLarge ? Standing::Asked : Standing::Skipped);
        more.page = 1;
        AskedQuestion number = question(u"number"_s, given, 1, Standing::Hidden);
        if (given.value(u"number") == Value(13))
            number.problems += AnswerProblem{{u"number"_s}, {.message = u"unlucky"_s}};
        all.questions = {name, kind, more, number};
        all.context = jinja::TaggedValue::fromMap(
            {{u"name"_s, jinja::TaggedValue::answer(u"name"_s, given.value(u"name"))},
             {u"where"_s, Value(occasion.destination)}});
        return all;
    }
};

Form formWith(const char *answers)
{
    return Form(FormSchema(std::make_shared<const SmallQuestionnaire>()), *json(answers).toMap());
}

QStringList namesOf(const QList<Parameter> &parameters)
{
    QStringList names;
    for (const Parameter &parameter : parameters)
        names += parameter.name;
    return names;
}

} // namespace

class TestQuestionnaire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFormAsksWhatTheQuestionnaireDoes()
    {
        Form form = formWith("{}");
        QCOMPARE(namesOf(form.parameters()), (QStringList{u"name"_s, u"kind"_s}));
        form.setAnswer({u"kind"_s}, u"large"_s);
        QCOMPARE(namesOf(form.parameters()), (QStringList{u"name"_s, u"kind"_s, u"more"_s}));
        QCOMPARE(form.pages().size(), 2);
        QCOMPARE(form.pages().first().title, u"First"_s);
        QCOMPARE(form.pages().first().description, u"d"_s);
        QCOMPARE(namesOf(form.pages().last().parameters), QStringList{u"more"_s});
        QVERIFY(form.parameter({u"more"_s}));
        form.removeAnswer({u"kind"_s});
        QVERIFY(!form.parameter({u"more"_s}));
    }

    void answersAreThoseOfWhatIsAsked()
    {
        const Form form = formWith("{'name': 'n', 'more': 'm', 'number': 7, 'other': 1}");
        QCOMPARE(toTest(form.answers()), u"{'name':'n','kind':'small','number':7}"_s);
        QCOMPARE(form.unused(), (QStringList{u"more"_s, u"other"_s}));
        QCOMPARE(toTest(formWith("{'name': 'n'}").answers()), u"{'name':'n','kind':'small'}"_s);
    }

    void aDefaultIsWhatStandsWithoutItsOwnAnswer()
    {
        const Form form = formWith("{'name': 'n', 'kind': 'large', 'more': 'own'}");
        QCOMPARE(toTest(form.defaults()), u"{'name':null,'kind':'small','more':'n'}"_s);
        QCOMPARE(toTest(form.answers()), u"{'name':'n','kind':'large','more':'own'}"_s);
    }

    void whatIsMissingIsTold()
    {
        const Form form = formWith("{}");
        QCOMPARE(namesOf(form.missing()), QStringList{u"name"_s});
        QVERIFY(missingAnswers(form, true));
        QVERIFY(!missingAnswers(formWith("{'name': 'n'}"), true));
        const Map derived = derivedAnswers(form, {.destinationName = u"orders"_s, .userName = {}});
        QCOMPARE(toTest(derived), u"{'name':'orders'}"_s);
    }

    void problemsOfWhatIsHiddenAreToldToo()
    {
        const Form form = formWith("{'name': 'n', 'number': 13}");
        QCOMPARE(form.problems().size(), 1);
        QCOMPARE(form.problems().first().problem.message, u"unlucky"_s);
    }

    void secretsAreKnown()
    {
        const FormSchema schema(std::make_shared<const SmallQuestionnaire>());
        QCOMPARE(schema.secretNames(), QStringList{u"token"_s});
        QVERIFY(schema.isSecret({u"token"_s}));
        QVERIFY(schema.isSecret({u"token"_s, u"inside"_s}));
        QVERIFY(!schema.isSecret({u"name"_s}));
        QCOMPARE(schema.serviceName(), u"name"_s);
        QVERIFY(schema.parameter(u"more"_s));
        QVERIFY(!schema.parameter(u"none"_s));
        QVERIFY(!schema.parameter(AnswerPath{u"name"_s, u"inside"_s}));
    }

    void theOccasionIsHandedOn()
    {
        Form form = formWith("{'name': 'n'}");
        const Occasion occasion{.now = QDateTime({2026, 1, 1}, {0, 0}, QTimeZone::UTC),
                                .seed = "1",
                                .destination = u"/d"_s,
                                .defaults = {}};
        form.setOccasion(occasion);
        QCOMPARE(form.occasion(), occasion);
        QCOMPARE(form.context().find(u"where"_s)->scalar(), Value(u"/d"_s));
        QCOMPARE(form.context().find(u"name"_s)->sources().data, QStringList{u"name"_s});
        const Form copy = form;
        form.setOccasion({});
        QCOMPARE(copy.context().find(u"where"_s)->scalar(), Value(u"/d"_s));
    }

    void whatDecidesIsKnown()
    {
        const Form form = formWith("{}");
        QCOMPARE(decidingAnswers(form.schema()).value(u"more"_s), QStringList{u"kind"_s});
        const QList<ConditionalQuestion> found = conditionalQuestions(form);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().parameter.name, u"more"_s);
        QCOMPARE(found.first().condition.values, QList<Value>{u"large"_s});
        QCOMPARE(found.first().page, u"Second"_s);
    }

    void theOccasionMeansNothingToPagesOfJsonSchema()
    {
        Form form = formOf("{'properties': {'a': {'type': 'string', 'default': 'x'}}}");
        form.setOccasion({.now = {}, .seed = "1", .destination = u"/d"_s, .defaults = {}});
        QCOMPARE(toTest(form.answers()), u"{'a':'x'}"_s);
        QVERIFY(form.context().scalar().isNull());
    }
};

QTEST_MAIN(TestQuestionnaire)

#include "tst_questionnaire.moc"
