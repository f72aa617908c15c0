#include "models/catalog/form.h"
#include "tests/catalog/copiertesting.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

Form copierForm(const QByteArray &yaml, const QByteArray &answers = "{}")
{
    const Template read = testing::copierTemplate(yaml);
    for (const Problem &problem : read.problems)
        qWarning("%s", qPrintable(problem.toString()));
    return Form(read.form, testing::answersOf(answers));
}

QStringList problemLines(const Form &form)
{
    QStringList lines;
    for (const AnswerProblem &problem : form.problems())
        lines += problem.path.join(u'.') + u": "_s + problem.problem.message;
    return lines;
}

QStringList asked(const Form &form)
{
    QStringList names;
    for (const Parameter &parameter : form.parameters())
        names += parameter.name;
    return names;
}

} // namespace

class TestCopierQuestionnaire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laterQuestionsFollowEarlierAnswers()
    {
        const QByteArray yaml = "name: Orders\n"
                                "slug: \"{{ name|lower }}-svc\"\n"
                                "kind: {choices: [lib, app], default: lib}\n"
                                "port: {type: int, default: 80, when: \"{{ kind == 'app' }}\"}\n"
                                "twice: {type: int, default: \"{{ port * 2 }}\", when: false}\n";
        Form form = copierForm(yaml);
        QCOMPARE(problemLines(form), QStringList());
        QCOMPARE(asked(form), (QStringList{u"name"_s, u"slug"_s, u"kind"_s}));
        QCOMPARE(form.answers().value(u"slug"), Value(u"orders-svc"_s));
        form.setAnswer({u"name"_s}, u"Bills"_s);
        form.setAnswer({u"kind"_s}, u"app"_s);
        QCOMPARE(form.answers().value(u"slug"), Value(u"bills-svc"_s));
        QCOMPARE(asked(form), (QStringList{u"name"_s, u"slug"_s, u"kind"_s, u"port"_s}));
        QCOMPARE(form.context().find(u"twice"_s)->scalar(), Value(160));
        form.setAnswer({u"port"_s}, u"8080"_s);
        QCOMPARE(form.answers().value(u"port"), Value(8080));
    }

    void answersKnowWhatTheyComeFrom()
    {
        const Form form
            = copierForm("name: a\nslug: \"{{ name }}\"\n"
                         "extra: {type: str, default: x, when: \"{{ slug == 'a' }}\"}\n");
        const jinja::Sources slug = form.context().find(u"slug"_s)->sources();
        QCOMPARE(slug.data, (QStringList{u"name"_s, u"slug"_s}));
        const jinja::Sources extra = form.context().find(u"extra"_s)->sources();
        QCOMPARE(extra.data, QStringList{u"extra"_s});
        QCOMPARE(extra.control, (QStringList{u"name"_s, u"slug"_s}));
        const auto questionnaire
            = testing::copierTemplate("a: x\nb: {default: y, when: \"{{ a }}\"}\n"
                                      "c: {default: z, when: \"{{ b }}\"}\n")
                  .form.questionnaire();
        QCOMPARE(questionnaire->decidingAnswers(),
                 (QHash<QString, QStringList>{{u"b"_s, {u"a"_s}}, {u"c"_s, {u"a"_s, u"b"_s}}}));
    }

    void wrongAnswersAreExplained_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const QByteArray &yaml, const QByteArray &answers,
                            const char *problem) {
            QTest::newRow(name) << yaml << answers << QString::fromUtf8(problem);
        };
        row("no number", "n: {type: int, default: 1}", "{n: x}",
            "n: n: invalid literal for int() with base 10: 'x'");
        row("no choice", "n: {type: int, choices: [1, 2], default: 1}", "{n: 3}",
            "n: n: 3 is not in [1, 2]");
        row("a choice that is refused",
            "n: {default: 1, choices: [[a, 1], [b, {value: 2, validator: not today}]]}", "{n: 2}",
            "n: n: not today");
        row("a validator",
            "n: {type: int, default: 2, validator: \"{% if n % 2 %}odd{% endif %}\"}", "{n: 3}",
            "n: n: odd");
        row("a default that the validator refuses",
            "n: {type: str, default: '', validator: \"{% if not n %}Say it.{% endif %}\"}", "{}",
            "n: n: Say it.");
        row("none", "n: {type: str}", "{}", "n: n needs an answer.");
        row("none of a truth value", "n: {type: bool}", "{}", "n: n needs an answer.");
        row("a list that is none", "n: {type: str, multiselect: true, choices: [a], default: []}",
            "{n: 5}", "n: n: it has to be a list");
        row("a secret's answer is not told", "n: {type: int, secret: true, default: 1}",
            "{n: hunter2}", "n: The answer to n does not fit.");
        row("an error in a default", "n: {type: str, default: \"{{ a.b.c }}\"}", "{}",
            "n: 'a' is undefined");
    }

    void wrongAnswersAreExplained()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QByteArray, answers);
        QFETCH(const QString, problem);
        QCOMPARE(problemLines(copierForm(yaml, answers)), QStringList{problem});
    }

    void anErrorInATemplateHasItsPlace()
    {
        const Form form = copierForm("a: x\nb:\n  type: str\n  default: \"ab{{ a|nofilter }}\"\n");
        QCOMPARE(form.problems().size(), 1);
        const Problem problem = form.problems().first().problem;
        QCOMPARE(problem.file, u"/t/copier.yml"_s);
        QCOMPARE(problem.position->line, 4);
    }

    void aQuestionIsDescribedAsItStands()
    {
        const Form form
            = copierForm("who: Ada\n"
                         "n:\n  type: str\n  help: \"What is {{ who }} called?\"\n"
                         "  placeholder: \"{{ who }}\"\n  default: x\n  multiline: yes\n"
                         "c: {type: int, default: 2, choices: {One: 1, \"Two {{ who }}\": 2}}\n"
                         "m: {type: str, multiselect: true, choices: [a, b], default: [b]}\n"
                         "s: {type: str, secret: true, default: ''}\n"
                         "y: {type: yaml, default: '[1]'}\n");
        const auto n = form.parameter({u"n"_s});
        QCOMPARE(n->description, u"What is Ada called?"_s);
        QCOMPARE(n->placeholder, u"Ada"_s);
        QCOMPARE(n->widget, u"textarea"_s);
        const auto c = form.parameter({u"c"_s});
        QCOMPARE(c->type, Parameter::Type::Choice);
        QCOMPARE(c->choices,
                 (QList<ParameterChoice>{{Value(1), u"One"_s}, {Value(2), u"Two Ada"_s}}));
        QCOMPARE(form.parameter({u"m"_s})->type, Parameter::Type::MultipleChoice);
        QVERIFY(form.parameter({u"s"_s})->isSecret());
        QVERIFY(form.schema().isSecret({u"s"_s}));
        QCOMPARE(form.parameter({u"y"_s})->type, Parameter::Type::Anything);
        QCOMPARE(form.answers().value(u"y"), Value(List{Value(1)}));
    }

    void whatIsKnownOfTheRunSaysWhichAnswersItHolds()
    {
        Form form = copierForm("a: x\nb: \"{{ _copier_conf.data.a|upper }}\"\n"
                               "c: \"{{ _copier_conf.settings.defaults.a }}\"\n",
                               "{a: given}");
        form.setOccasion({.defaults = Map{{u"a"_s, u"own"_s}}});
        QCOMPARE(form.answers().value(u"b"), Value(u"GIVEN"_s));
        QCOMPARE(form.answers().value(u"c"), Value(u"own"_s));
        for (const QString &name : {u"b"_s, u"c"_s})
            QVERIFY(form.context().find(name)->sources().data.contains(u"a"_s));
        const jinja::TaggedValue *run = form.context().find(u"_copier_conf"_s);
        QCOMPARE(run->find(u"data"_s)->toValue(), Value(Map{{u"a"_s, u"given"_s}}));
        QCOMPARE(run->find(u"settings"_s)->toValue(),
                 Value(Map{{u"defaults"_s, Map{{u"a"_s, u"own"_s}}}, {u"trust"_s, List()}}));
    }

    void theOccasionIsSeen()
    {
        Form form = copierForm("a: \"{{ _folder_name }}\"\nb: \"{{ '%Y'|strftime }}\"\n"
                               "c: \"{{ _copier_conf.dst_path.parent }}\"\nd: own\n");
        form.setOccasion({.now = QDateTime({2026, 2, 3}, {4, 5}, QTimeZone::UTC),
                          .seed = "1",
                          .destination = u"/srv/orders"_s,
                          .defaults = Map{{u"d"_s, u"user's"_s}}});
        QCOMPARE(form.answers().value(u"a"), Value(u"orders"_s));
        QCOMPARE(form.answers().value(u"b"), Value(u"2026"_s));
        QCOMPARE(form.answers().value(u"c"), Value(u"/srv"_s));
        QCOMPARE(form.answers().value(u"d"), Value(u"user's"_s));
    }

    void aDefaultThatLoopsEnds()
    {
        const Form form = copierForm("a: \"{% for i in range(100000000) %}x{% endfor %}\"\n");
        QCOMPARE(form.problems().size(), 1);
        QCOMPARE(form.problems().first().problem.code, u"template.limit"_s);
    }

    void theStepsOfAllQuestionsCountTogether()
    {
        // Each takes less than there is.
        QByteArray yaml;
        for (int i = 0; i < 30; ++i)
            yaml += "q" + QByteArray::number(i)
                + ": \"{% for i in range(200) %}{% for j in range(200) %}{% if j < 0 %}{% endif "
                  "%}{% endfor %}{% endfor "
                  "%}x\"\n";
        const Form form = copierForm(yaml);
        const QList<AnswerProblem> problems = form.problems();
        QVERIFY(!problems.isEmpty());
        QCOMPARE(problems.first().problem.code, u"template.limit"_s);
        QVERIFY(problems.first().path != AnswerPath{u"q0"_s});
        QCOMPARE(form.answers().value(u"q0"), Value(u"x"_s));
    }

    void whoStopsTheAskingIsHeard()
    {
        Form form = copierForm("a: \"{{ 1 + 1 }}\"\n");
        QCOMPARE(problemLines(form), QStringList());
        const std::stop_source source;
        source.request_stop();
        form.setOccasion({.now = {},
                          .seed = "1",
                          .destination = {},
                          .defaults = {},
                          .stop = source.get_token()});
        QCOMPARE(form.problems().first().problem.code, u"template.cancelled"_s);
    }

    void whatCopierNotesBesideAnswersIsNone()
    {
        const Form form = copierForm("a: x\n");
        const Map file{{u"_commit"_s, u"v1"_s}, {u"_src_path"_s, u"/t"_s}, {u"a"_s, u"y"_s}};
        QCOMPARE(form.schema().questionnaire()->answersIn(file), (Map{{u"a"_s, u"y"_s}}));
    }

    void theCheckoutIsNoted()
    {
        const Template read = testing::copierTemplate(
            "a: x\n", {}, {.description = u"v1-2-gabc"_s, .commit = QString(40, u'a')});
        const Form form(read.form);
        const jinja::TaggedValue *noted = form.context().find(u"_copier_answers"_s);
        QCOMPARE(noted->toValue(),
                 Value(Map{
                     {u"_commit"_s, u"v1-2-gabc"_s}, {u"_src_path"_s, u"/t"_s}, {u"a"_s, u"x"_s}}));
        QCOMPARE(form.context().find(u"_copier_conf"_s)->find(u"vcs_ref_hash"_s)->scalar(),
                 Value(QString(40, u'a')));
    }
};

QTEST_APPLESS_MAIN(TestCopierQuestionnaire)
#include "tst_copierquestionnaire.moc"
