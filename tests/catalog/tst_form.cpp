#include "tests/catalog/catalogtesting.h"

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

const char *const pages
    = "[{'title': 'Basics', 'required': ['name'], 'properties': {"
      "  'name': {'type': 'string', 'title': 'Name'},"
      "  'kind': {'enum': ['web', 'job'], 'default': 'web'}}},"
      " {'title': 'More', 'description': 'All else.', 'properties': {"
      "  'list': {'type': 'array', 'items': {'type': 'object', 'properties': {"
      "    'size': {'type': 'integer', 'title': 'Size'}}}}},"
      "  'if': {'properties': {'kind': {'const': 'job'}}, 'required': ['kind']},"
      "  'then': {'required': ['schedule'], 'properties': {'schedule': {'type': 'string', "
      "'title': 'When'}}},"
      "  'else': {'properties': {'port': {'type': 'integer', 'default': 80}}}}]";

QStringList askedNames(const Form &form)
{
    QStringList names;
    for (const FormPage &page : form.pages()) {
        QStringList on;
        for (const Parameter &parameter : page.parameters)
            on.append(parameter.name);
        names.append(page.title + u": "_s + on.join(u' '));
    }
    return names;
}

/// A page of `count` numbers with a switch that shows half of them.
FormSchema manyFields(int count)
{
    Map always{{u"more"_s, json("{'type': 'boolean', 'default': false}")}};
    Map sometimes;
    for (int i = 0; i < count; ++i) {
        const QString name = u"field_%1"_s.arg(i);
        (i % 2 ? always : sometimes)
            .insert(name, json("{'type': 'integer', 'minimum': 1, 'default': 5}"));
    }
    const Map branch{{u"properties"_s, sometimes}};
    const Map page{{u"properties"_s, always},
                   {u"if"_s, json("{'properties': {'more': {'const': true}}}")},
                   {u"then"_s, branch}};
    return FormSchema::read(page).schema;
}

} // namespace

class TestForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerDecidesWhatAnotherPageAsks()
    {
        Form form = formOf(pages);
        QCOMPARE(askedNames(form), (QStringList{u"Basics: name kind"_s, u"More: list port"_s}));
        QCOMPARE(form.pages().at(1).description, u"All else."_s);
        form.setAnswer({u"kind"_s}, u"job"_s);
        QCOMPARE(askedNames(form), (QStringList{u"Basics: name kind"_s, u"More: list schedule"_s}));
        QCOMPARE(
            problemsOf(form),
            (QStringList{u"name: Name needs an answer."_s, u"schedule: When needs an answer."_s}));
        form.removeAnswer({u"kind"_s});
        QCOMPARE(askedNames(form), (QStringList{u"Basics: name kind"_s, u"More: list port"_s}));
    }

    void whatIsTypedIsNeverLost()
    {
        Form form = formOf(pages, "{'kind': 'job', 'schedule': 'daily'}");
        QCOMPARE(form.answers().value(u"schedule"), Value(u"daily"_s));
        form.setAnswer({u"kind"_s}, u"web"_s);
        QVERIFY(!form.answers().contains(u"schedule"));
        QCOMPARE(form.unused(), QStringList{u"schedule"_s});
        form.setAnswer({u"kind"_s}, u"job"_s);
        QCOMPARE(form.answers().value(u"schedule"), Value(u"daily"_s));
        QCOMPARE(form.unused(), QStringList());
    }

    void aChangeInsideAnAnswerIsChecked()
    {
        Form form = formOf(pages, "{'name': 'a', 'list': [{'size': 1}, {'size': 2}]}");
        QCOMPARE(problemsOf(form), QStringList());
        form.setAnswer({u"list"_s, u"1"_s, u"size"_s}, u"big"_s);
        QCOMPARE(problemsOf(form),
                 QStringList{u"list[1].size: list, item 2: Size must be a whole number."_s});
        form.removeAnswer({u"list"_s, u"1"_s});
        QCOMPARE(problemsOf(form), QStringList());
        QCOMPARE(toTest(Value(form.given())), u"{'name':'a','list':[{'size':1}]}"_s);
        QVERIFY(form.isGiven({u"list"_s, u"0"_s}));
        QVERIFY(!form.isGiven({u"kind"_s}));
    }

    void aChangeInsideADefaultKeepsTheRestOfIt()
    {
        Form form = formOf("{'properties': {'g': {'type': 'object', 'properties': {'a': "
                           "{'default': 1}, 'b': {'default': 2}}}, 'l': {'type': 'array', "
                           "'default': ['x', 'y'], 'items': {}}}}");
        form.setAnswer({u"g"_s, u"b"_s}, 3);
        form.setAnswer({u"l"_s, u"1"_s}, u"z"_s);
        QCOMPARE(toTest(Value(form.answers())), u"{'g':{'a':1,'b':3},'l':['x','z']}"_s);
    }

    void aQuestionIsFoundByItsPath()
    {
        const Form form = formOf(pages, "{'list': [{}]}");
        QCOMPARE(form.parameter({u"list"_s, u"0"_s, u"size"_s})->title, u"Size"_s);
        QCOMPARE(form.parameter({u"list"_s, u"7"_s, u"size"_s})->path,
                 (AnswerPath{u"list"_s, u"7"_s, u"size"_s}));
        QVERIFY(form.parameter({u"name"_s})->required);
        QVERIFY(!form.parameter({u"schedule"_s}));
        QVERIFY(!form.parameter({u"list"_s, u"0"_s, u"nothing"_s}));
        QVERIFY(!form.parameter({}));
    }

    void membersOfAGroupFollowItsOwnAnswers()
    {
        Form form = formOf("{'properties': {'g': {'type': 'object', 'properties': {'on': {'type': "
                           "'boolean'}}, 'dependencies': {'on': {'oneOf': [{'properties': {'on': "
                           "{'const': false}}}, {'required': ['x'], 'properties': {'on': {'const': "
                           "true}, 'x': {'title': 'X'}}}]}}}}}");
        QCOMPARE(form.parameter({u"g"_s})->members.size(), 1);
        form.setAnswer({u"g"_s, u"on"_s}, true);
        QCOMPARE(form.parameter({u"g"_s})->members.size(), 2);
        QCOMPARE(problemsOf(form), QStringList{u"g.x: X needs an answer."_s});
        QCOMPARE(form.missing().first().path, (AnswerPath{u"g"_s, u"x"_s}));
    }

    void twoSchemasOfOneQuestionBothHold()
    {
        Form form = formOf("{'properties': {'size': {'type': 'integer', 'title': 'Size', "
                           "'maximum': 100}, 'small': {'type': 'boolean'}}, 'if': {'required': "
                           "['small']}, 'then': {'properties': {'size': {'maximum': 10, 'default': "
                           "5, 'description': 'Not much.'}}}}",
                           "{'size': 50}");
        QCOMPARE(problemsOf(form), QStringList());
        form.setAnswer({u"small"_s}, true);
        QCOMPARE(problemsOf(form), QStringList{u"size: Size must be at most 10."_s});
        const Parameter size = *form.parameter({u"size"_s});
        QCOMPARE(size.title, u"Size"_s);
        QCOMPARE(size.description, u"Not much."_s);
        QCOMPARE(*size.limits.maximum, Value(10));
        QCOMPARE(*size.defaultValue, Value(5));
    }

    void copiesAreIndependent()
    {
        Form form = formOf(pages, "{'name': 'a'}");
        Form copy = form;
        copy.setAnswer({u"kind"_s}, u"job"_s);
        QVERIFY(!form.given().contains(u"kind"));
        QCOMPARE(askedNames(copy).last(), u"More: list schedule"_s);
        form = copy;
        QCOMPARE(form.given(), copy.given());
        const Form moved = std::move(copy);
        QCOMPARE(moved.given(), form.given());
    }

    void aFormWithoutQuestionsHasNothing()
    {
        Form form;
        form.setAnswer({u"a"_s}, 1);
        form.setAnswer({}, 1);
        form.removeAnswer({});
        QVERIFY(form.answers().isEmpty());
        QVERIFY(form.pages().isEmpty());
        QCOMPARE(form.unused(), QStringList{u"a"_s});
        QVERIFY(formOf("null").pages().isEmpty());
    }

    void namesThatNeedNoAnswerAreLeftAlone()
    {
        const FormSchema::Read read = FormSchema::read(
            json("{'required': ['repoUrl'], 'properties': {'repoUrl': {}}}"), {u"repoUrl"_s});
        QCOMPARE(Form(read.schema).missing().size(), 0);
        QVERIFY(!Form(read.schema).parameter({u"repoUrl"_s})->required);
    }

    /// Whatever is changed one by one gives what the same answers give at once.
    void changesAndAWholeGiveTheSame()
    {
        const FormSchema schema = manyFields(60);
        Form stepwise(schema);
        for (int step = 0; step < 60; ++step) {
            const int place = (step * 37) % 62;
            const AnswerPath path{place == 60 || place == 61 ? u"more"_s
                                                             : u"field_%1"_s.arg(place)};
            if (step % 5 == 4)
                stepwise.removeAnswer(path);
            else if (path.first() == u"more")
                stepwise.setAnswer(path, step % 2 == 0);
            else
                stepwise.setAnswer(path, step % 3 - 1);
            const Form atOnce(schema, stepwise.given());
            QCOMPARE(stepwise.answers(), atOnce.answers());
            QCOMPARE(stepwise.problems(), atOnce.problems());
            QCOMPARE(stepwise.pages(), atOnce.pages());
        }
    }

    void aKeystrokeInAThousandFields_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("in a field") << u"field_501"_s;
        QTest::newRow("in one that decides what is asked") << u"more"_s;
    }
    void aKeystrokeInAThousandFields()
    {
        QFETCH(const QString, name);
        Form form(manyFields(1000));
        const bool isSwitch = name == u"more";
        int count = 0;
        QBENCHMARK
        {
            ++count;
            form.setAnswer({name}, isSwitch ? Value(count % 2 == 0) : Value(count % 3));
            QVERIFY(form.problems().size() <= 1);
        }
    }
};

QTEST_APPLESS_MAIN(TestForm)
#include "tst_form.moc"
