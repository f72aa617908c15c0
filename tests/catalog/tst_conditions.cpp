#include "models/catalog/conditions.h"

#include "models/catalog/answertext.h"
#include "tests/catalog/catalogtesting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// "name (Page) when decider=a|b", a line each.
QStringList shown(const QList<ConditionalQuestion> &questions)
{
    QStringList lines;
    for (const ConditionalQuestion &question : questions) {
        QStringList values;
        for (const Value &value : question.condition.values)
            values += answerText({}, value);
        lines += u"%1 (%2) when %3=%4"_s.arg(question.parameter.name, question.page,
                                             question.condition.decider, values.join(u'|'));
    }
    return lines;
}

} // namespace

class TestConditions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void questionsThatOtherAnswersBringAreFound_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *page, const QStringList &expected) {
            QTest::newRow(name) << QByteArray(page) << expected;
        };
        row("none", "{'title': 'P', 'properties': {'a': {'type': 'string'}}}", {});
        row("behind a truth value",
            "{'title': 'P', 'properties': {'a': {'type': 'boolean'}}, 'dependencies': {'a': "
            "{'oneOf': "
            "[{'properties': {'a': {'const': false}}}, {'properties': {'a': {'const': true}, 'b': "
            "{'type': 'string'}}}]}}}",
            {u"b (P) when a=yes"_s});
        row("behind a choice of three",
            "{'title': 'P', 'properties': {'a': {'enum': ['x', 'y', 'z'], 'default': 'x'}}, 'if': "
            "{'properties': {'a': {'const': 'x'}}}, 'else': {'properties': {'b': {'type': "
            "'string'}}}}",
            {u"b (P) when a=y|z"_s});
        row("behind a text, which no trial finds",
            "{'title': 'P', 'properties': {'a': {'type': 'string'}}, 'if': {'properties': {'a': "
            "{'const': 'x'}}, 'required': ['a']}, 'then': {'properties': {'b': {'type': "
            "'string'}}}}",
            {});
        row("two behind one answer, in their order",
            "{'title': 'P', 'properties': {'a': {'type': 'boolean'}}, 'dependencies': {'a': "
            "{'oneOf': "
            "[{'properties': {'a': {'const': false}}}, {'properties': {'a': {'const': true}, 'z': "
            "{'type': 'string'}, 'b': {'type': 'string'}}}]}}}",
            {u"z (P) when a=yes"_s, u"b (P) when a=yes"_s});
        row("on another page",
            "[{'title': 'P', 'properties': {'a': {'type': 'string'}}}, {'title': 'Q', "
            "'properties': "
            "{'c': {'type': 'boolean'}}, 'if': {'properties': {'c': {'const': true}}, 'required': "
            "['c']}, 'then': {'properties': {'d': {'type': 'string'}}}}]",
            {u"d (Q) when c=yes"_s});
        row("behind one that is behind another",
            "{'title': 'P', 'properties': {'a': {'type': 'boolean'}}, 'if': {'properties': {'a': "
            "{'const': true}}, 'required': ['a']}, 'then': {'properties': {'b': {'type': "
            "'boolean'}}, 'if': {'properties': {'b': {'const': true}}, 'required': ['b']}, 'then': "
            "{'properties': {'c': {'type': 'string'}}}}}",
            {u"b (P) when a=yes"_s, u"c (P) when b=yes"_s});
    }

    void questionsThatOtherAnswersBringAreFound()
    {
        QFETCH(const QByteArray, page);
        QFETCH(const QStringList, expected);
        QCOMPARE(shown(conditionalQuestions(formOf(page.constData()))), expected);
    }

    void anAnswerThatIsGivenAlreadyLeavesNothingToBring()
    {
        const Form form = formOf(
            "{'title': 'P', 'properties': {'a': {'type': 'boolean'}}, 'if': {'properties': {'a': "
            "{'const': true}}, 'required': ['a']}, 'then': {'properties': {'b': {'type': "
            "'string'}}}}",
            "{'a': true}");
        QVERIFY(conditionalQuestions(form).isEmpty());
    }

    void theFirstDeciderThatBringsAQuestionIsNamed()
    {
        const Form form = formOf(
            "{'title': 'P', 'properties': {'a': {'type': 'string'}, 'c': {'enum': [1, 2, 3], "
            "'default': "
            "1}}, 'if': {'properties': {'c': {'const': 1}}}, 'else': {'properties': {'b': {'type': "
            "'string'}}}}");
        QCOMPARE(conditionOf(u"b"_s, {u"a"_s, u"c"_s}, form),
                 std::optional(QuestionCondition{u"c"_s, {2, 3}}));
        QCOMPARE(conditionOf(u"b"_s, {u"a"_s}, form), std::nullopt);
        QCOMPARE(conditionOf(u"b"_s, {}, form), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(TestConditions)
#include "tst_conditions.moc"
