#include "models/catalog/questionnaire.h"
#include "tests/catalog/templatetesting.h"
#include "tests/support/cookiecuttertemplate.h"
#include "tests/support/testing.h"

#include <QTimeZone>

using namespace waymark;
using namespace Qt::StringLiterals;
using waymark::testing::CookiecutterTemplate;

namespace {

QString jsonOf(const Value &value)
{
    return QString::fromUtf8(toJson(value).replace('"', '\''));
}

/// `cookiecutter` as the template's files see it, without what was not asked.
QString variablesOf(const Form &form)
{
    const Value context = form.context().toValue();
    Map variables = *context.toMap()->value(u"cookiecutter").toMap();
    for (const QString &name : {u"_template"_s, u"_output_dir"_s, u"_repo_dir"_s, u"_checkout"_s})
        variables.remove(name);
    return jsonOf(variables);
}

QStringList problemsIn(const Form &form)
{
    QStringList lines;
    for (const AnswerProblem &problem : form.problems())
        lines += problem.path.join(u'.') + u": "_s + problem.problem.message;
    return lines;
}

QStringList sourcesOf(const Form &form, const QString &name)
{
    const jinja::TaggedValue *variables = form.context().find(u"cookiecutter"_s);
    const jinja::TaggedValue *value = variables ? variables->find(name) : nullptr;
    return value ? value->allSources().data : QStringList{u"none"_s};
}

} // namespace

class TestCookiecutterForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variablesBecomeWhatCookiecutterMakesOfThem_data()
    {
        QTest::addColumn<QByteArray>("variables");
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *variables, const char *answers,
                            const char *expected) {
            QTest::newRow(name) << QByteArray(variables) << QByteArray(answers)
                                << QString::fromUtf8(expected);
        };
        row("texts", "{'a': 'x', 'b': ''}", "{'b': 'y'}", "{'a':'x','b':'y'}");
        row("numbers are texts", "{'a': 8080, 'b': 0.1}", "{}", "{'a':'8080','b':'0.1'}");
        row("truth values stay", "{'a': true, 'b': null}", "{'a': false}", "{'a':false,'b':null}");
        row("a default of others", "{'a': 'x', 'b': '{{ cookiecutter.a|upper }}'}", "{'a': 'y'}",
            "{'a':'y','b':'Y'}");
        row("an answer is rendered too", "{'a': 'x', 'b': ''}", "{'b': '{{ cookiecutter.a }}!'}",
            "{'a':'x','b':'x!'}");
        row("the first choice", "{'a': ['x', 'y']}", "{}", "{'a':'x'}");
        row("another choice", "{'a': ['x', 'y']}", "{'a': 'y'}", "{'a':'y'}");
        row("a computed choice",
            "{'n': 'q', 'a': ['{{ cookiecutter.n }}1', '{{ cookiecutter.n }}2']}", "{'a': 'q2'}",
            "{'n':'q','a':'q2'}");
        row("a map comes last", "{'a': {'k': '{{ cookiecutter.b }}'}, 'b': 'x'}", "{}",
            "{'a':{'k':'x'},'b':'x'}");
        row("a map is filled up", "{'a': {'k': 'x', 'l': 'y'}}", "{'a': {'l': 'z', 'm': '1'}}",
            "{'a':{'k':'x','l':'z','m':'1'}}");
        row("private ones", "{'_a': '{{ x }}', '__b': '{{ cookiecutter._a }}'}", "{}",
            "{'_a':'{{ x }}','__b':'{{ x }}'}");
        row("an answer to a private one", "{'_a': 'x', '__b': '{{ cookiecutter._a }}'}",
            "{'_a': 'y'}", "{'_a':'y','__b':'y'}");
        row("prompts are none", "{'a': 'x', '__prompts__': {'a': 'A?'}}", "{}", "{'a':'x'}");
    }
    void variablesBecomeWhatCookiecutterMakesOfThem()
    {
        QFETCH(const QByteArray, variables);
        QFETCH(const QByteArray, answers);
        const Form form = CookiecutterTemplate(variables).form(answers);
        QCOMPARE(problemsIn(form), QStringList());
        QTEST(variablesOf(form), "expected");
    }

    void questionsHaveTheirWordsAndTypes()
    {
        const Form form = CookiecutterTemplate(
                              "{'name': 'n', 'kind': ['a', 'b'], 'open': true, 'map': {'k': "
                              "'v'}, '_private': 1, '__rendered': 'x', '__prompts__': {'name': "
                              "'What is it called?', 'kind': {'__prompt__': 'Which?', 'a': "
                              "'The first'}}}")
                              .form();
        QStringList lines;
        for (const Parameter &parameter : form.parameters()) {
            QStringList choices;
            for (const ParameterChoice &choice : parameter.choices)
                choices += choice.title;
            lines += parameter.title + u' ' + QString::number(int(parameter.type)) + u' '
                + choices.join(u'|');
        }
        using Type = Parameter::Type;
        const auto line = [](const char *title, Type type, const char *choices) {
            return QString::fromLatin1(title) + u' ' + QString::number(int(type)) + u' '
                + QString::fromLatin1(choices);
        };
        QCOMPARE(lines,
                 (QStringList{line("What is it called?", Type::Text, ""),
                              line("Which?", Type::Choice, "The first|b"),
                              line("open", Type::Boolean, ""), line("map", Type::Mapping, "")}));
        QCOMPARE(form.schema().names(),
                 (QStringList{u"name"_s, u"kind"_s, u"open"_s, u"map"_s, u"_private"_s,
                              u"__rendered"_s}));
    }

    void defaultsFollowTheOtherAnswers()
    {
        Form form = CookiecutterTemplate("{'a': 'x', 'b': '{{ cookiecutter.a }}-b'}").form();
        QCOMPARE(jsonOf(form.answers()), u"{'a':'x','b':'x-b'}"_s);
        form.setAnswer({u"a"_s}, u"y"_s);
        QCOMPARE(jsonOf(form.answers()), u"{'a':'y','b':'y-b'}"_s);
        form.setAnswer({u"b"_s}, u"own"_s);
        QCOMPARE(jsonOf(form.defaults()), u"{'a':'x','b':'y-b'}"_s);
        form.removeAnswer({u"b"_s});
        QCOMPARE(jsonOf(form.answers()), u"{'a':'y','b':'y-b'}"_s);
    }

    void everyValueKnowsItsAnswers()
    {
        const Form form = CookiecutterTemplate("{'a': 'x', 'b': '{{ cookiecutter.a }}', '__c': "
                                               "'{{ cookiecutter.b }}', '_d': 1}")
                              .form();
        QCOMPARE(sourcesOf(form, u"a"_s), QStringList{u"a"_s});
        QCOMPARE(sourcesOf(form, u"b"_s), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(sourcesOf(form, u"__c"_s), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(sourcesOf(form, u"_d"_s), QStringList());
    }

    void theOccasionCounts()
    {
        Form form = CookiecutterTemplate("{'year': '{% now \\\"utc\\\", \\\"%Y\\\" %}', 'id': "
                                         "'{{ random_ascii_string(8) }}', 'other': "
                                         "'{{ random_ascii_string(8) }}'}")
                        .form();
        const Occasion occasion{.now = QDateTime({2031, 1, 2}, {3, 4}, QTimeZone::UTC),
                                .seed = "12",
                                .destination = u"/home/a/made"_s,
                                .defaults = {}};
        form.setOccasion(occasion);
        const Map answers = form.answers();
        QCOMPARE(answers.value(u"year"), Value(u"2031"_s));
        QVERIFY(answers.value(u"id") != answers.value(u"other"));
        form.setOccasion({});
        QVERIFY(form.answers().value(u"id") != answers.value(u"id"));
        form.setOccasion(occasion);
        QCOMPARE(form.answers(), answers);
        const Value context = form.context().toValue();
        const Map variables = *context.toMap()->value(u"cookiecutter").toMap();
        QCOMPARE(variables.value(u"_output_dir"), Value(u"/home/a"_s));
        QCOMPARE(variables.value(u"_template"), Value(u"/t"_s));
    }

    void theStepsOfAllVariablesCountTogether()
    {
        const QByteArray loops = "{% for i in range(200) %}{% for j in range(200) %}{% if j < 0 "
                                 "%}{% endif %}{% endfor %}{% endfor %}x";
        QByteArray variables = "{'v0': '" + loops + "'";
        for (int i = 1; i < 30; ++i)
            variables += ", 'v" + QByteArray::number(i) + "': '" + loops + '\'';
        const Form form = CookiecutterTemplate(variables + '}').form();
        const QList<AnswerProblem> problems = form.problems();
        QVERIFY(!problems.isEmpty());
        QCOMPARE(problems.first().problem.code, u"template.limit"_s);
        QCOMPARE(form.answers().value(u"v0"), Value(u"x"_s));
    }

    void theUsersOwnDefaultsStandInPlaceOfTheTemplates()
    {
        Form form = CookiecutterTemplate("{'a': 'x', 'kind': ['p', 'q'], 'b': "
                                         "'{{ cookiecutter.a }}'}")
                        .form();
        form.setOccasion({.now = {},
                          .seed = {},
                          .destination = {},
                          .defaults = {{u"a"_s, u"mine"_s}, {u"kind"_s, u"q"_s}}});
        QCOMPARE(jsonOf(form.answers()), u"{'a':'mine','kind':'q','b':'mine'}"_s);
        QCOMPARE(form.defaults(), form.answers());
    }

    void whatIsWrongIsToldOnceAtItsPlace_data()
    {
        QTest::addColumn<QByteArray>("variables");
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QString>("part");
        QTest::addColumn<int>("line");
        QTest::newRow("undefined")
            << "{'a': 'x',\n 'b': '{{ cookiecutter.c }}'}"_ba << "{}"_ba
            << u"b: In the variable “b”: 'collections.OrderedDict object' has no attribute 'c'"_s
            << 2;
        QTest::newRow("a mistake in an answer")
            << "{'a': 'x'}"_ba << "{'a': '{{ '}"_ba << u"a: In the variable “a”"_s << 0;
        QTest::newRow("in a private one") << "{'a': 'x',\n '__b': '{{ cookiecutter.c }}'}"_ba
                                          << "{}"_ba << u"__b: In the variable “__b”"_s << 2;
        QTest::newRow("no such choice") << "{'a': ['x', 'y']}"_ba << "{'a': 'z'}"_ba
                                        << u"a: “z” is none of the choices."_s << 0;
    }
    void whatIsWrongIsToldOnceAtItsPlace()
    {
        QFETCH(const QByteArray, variables);
        QFETCH(const QByteArray, answers);
        QFETCH(const QString, part);
        QFETCH(const int, line);
        const Form form = CookiecutterTemplate(variables).form(answers);
        QCOMPARE(form.problems().size(), 1);
        const Problem problem = form.problems().first().problem;
        QVERIFY2(problemsIn(form).first().startsWith(part), qPrintable(problemsIn(form).first()));
        QCOMPARE(problem.position ? problem.position->line : 0, line);
    }

    void oneOfSeveralTemplatesIsChosenFirst()
    {
        CookiecutterTemplate templates(
            "{'templates': {'one': {'path': './a', 'title': 'One', 'description': 'Small'}, 'two': "
            "{'path': 'b'}}}");
        templates.file("a/cookiecutter.json", R"({"name": "a", "only": "1"})");
        templates.file("b/cookiecutter.json", R"({"name": "b"})");
        Form form = templates.form();
        QCOMPARE(jsonOf(form.answers()), u"{'templates':'one','name':'a','only':'1'}"_s);
        QCOMPARE(form.parameters().first().choices.first().title, u"One (Small)"_s);
        QCOMPARE(form.parameters().first().choices.last().title, u"two"_s);
        form.setAnswer({u"templates"_s}, u"two"_s);
        QCOMPARE(jsonOf(form.answers()), u"{'templates':'two','name':'b'}"_s);
        form.setAnswer({u"only"_s}, u"2"_s);
        QCOMPARE(form.unused(), QStringList{u"only"_s});
        QCOMPARE(form.pages().size(), 2);
    }

    void aReplayFileHoldsAnswers()
    {
        const Form form = CookiecutterTemplate("{'a': 'x', '_b': 'y'}").form();
        const auto &questionnaire = form.schema().questionnaire();
        const Map file{
            {u"cookiecutter"_s, Map{{u"a"_s, u"1"_s}, {u"_b"_s, u"2"_s}, {u"_template"_s, u"t"_s}}},
            {u"_cookiecutter"_s, Map()}};
        QCOMPARE(jsonOf(questionnaire->answersIn(file)), u"{'a':'1','_b':'2'}"_s);
        const Map plain{{u"a"_s, u"1"_s}};
        QCOMPARE(questionnaire->answersIn(plain), plain);
    }

    void cruftsRecordHoldsAnswers()
    {
        const Form form = CookiecutterTemplate("{'a': 'x'}").form();
        const Map file{{u"template"_s, u"https://example.org/t"_s},
                       {u"context"_s,
                        Map{{u"cookiecutter"_s, Map{{u"a"_s, u"1"_s}, {u"_commit"_s, u"c"_s}}}}}};
        QCOMPARE(jsonOf(form.schema().questionnaire()->answersIn(file)), u"{'a':'1'}"_s);
        const Form asking = CookiecutterTemplate("{'context': 'x'}").form();
        QCOMPARE(asking.schema().questionnaire()->answersIn(file), file);
    }
};

QTEST_MAIN(TestCookiecutterForm)

#include "tst_cookiecutterform.moc"
