#include "app/cli/questions.h"
#include "tests/support/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::cli;

namespace {

Parameter ofType(Parameter::Type type, const QList<Parameter> &items = {})
{
    return {.name = u"p"_s, .path = {u"p"_s}, .title = u"P"_s, .type = type, .items = items};
}

Parameter choice(const QList<ParameterChoice> &choices)
{
    Parameter parameter = ofType(Parameter::Type::Choice);
    parameter.choices = choices;
    return parameter;
}

} // namespace

class TestQuestions : public QObject
{
    Q_OBJECT

    const QList<ParameterChoice> sizes{{u"small"_s, u"Small"_s}, {u"large"_s, u"Large"_s}};
    const QList<ParameterChoice> numbers{{3, u"3"_s}, {2, u"2"_s}};

private Q_SLOTS:
    void whatIsTypedIsTakenAsItIsMeant_data()
    {
        using enum Parameter::Type;
        QTest::addColumn<Parameter>("parameter");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<Value>("answer");
        QTest::newRow("a text") << ofType(Text) << u" a b "_s << Value(u" a b "_s);
        QTest::newRow("a number") << ofType(Integer) << u"12"_s << Value(12);
        QTest::newRow("a choice by its title") << choice(sizes) << u"Large"_s << Value(u"large"_s);
        QTest::newRow("a choice by its place") << choice(sizes) << u"2"_s << Value(u"large"_s);
        QTest::newRow("a choice that is a number itself") << choice(numbers) << u"2"_s << Value(2);
        QTest::newRow("texts with commas") << ofType(Sequence, {ofType(Text)}) << u"a, b ,c"_s
                                           << Value(QStringList{u"a"_s, u"b"_s, u"c"_s});
        QTest::newRow("numbers with commas")
            << ofType(Sequence, {ofType(Integer)}) << u"1,2"_s << Value(List{1, 2});
        QTest::newRow("choices of a list by their titles")
            << ofType(Sequence, {choice(sizes)}) << u"Small,large"_s
            << Value(QStringList{u"small"_s, u"large"_s});
        QTest::newRow("a list in JSON")
            << ofType(Sequence, {ofType(Text)}) << u"[\"a, b\"]"_s << Value(QStringList{u"a, b"_s});
        QTest::newRow("an empty list")
            << ofType(Sequence, {ofType(Text)}) << u","_s << Value(List());
        QTest::newRow("a map in JSON")
            << ofType(Mapping) << u"{\"a\": 1}"_s << Value(Map{{u"a"_s, 1}});
    }

    void whatIsTypedIsTakenAsItIsMeant()
    {
        QFETCH(const Parameter, parameter);
        QFETCH(const QString, typed);
        QFETCH(const Value, answer);
        const auto taken = typedAnswer(parameter, typed);
        VERIFY_RESULT(taken);
        QCOMPARE(*taken, answer);
    }

    void whatDoesNotFitIsRefused_data()
    {
        using enum Parameter::Type;
        QTest::addColumn<Parameter>("parameter");
        QTest::addColumn<QString>("typed");
        QTest::newRow("no number") << ofType(Integer) << u"many"_s;
        QTest::newRow("no choice") << choice(sizes) << u"huge"_s;
        QTest::newRow("the place of no choice") << choice(sizes) << u"3"_s;
        QTest::newRow("the place before the first") << choice(sizes) << u"0"_s;
        QTest::newRow("one item that is wrong")
            << ofType(Sequence, {ofType(Integer)}) << u"1,two"_s;
        QTest::newRow("a list of groups without JSON")
            << ofType(Sequence, {ofType(Group)}) << u"a,b"_s;
        QTest::newRow("a map without JSON") << ofType(Mapping) << u"a=1"_s;
    }

    void whatDoesNotFitIsRefused()
    {
        QFETCH(const Parameter, parameter);
        QFETCH(const QString, typed);
        const auto taken = typedAnswer(parameter, typed);
        QVERIFY(!taken);
        QVERIFY(!taken.error().problem.message.isEmpty());
    }

    void theNotationIsSaidWhereItDoesNotShow()
    {
        using enum Parameter::Type;
        QVERIFY(notationOf(ofType(Text)).isEmpty());
        QVERIFY(notationOf(choice(sizes)).contains(u"number"));
        QVERIFY(notationOf(ofType(MultipleChoice)).contains(u"commas"));
        QVERIFY(notationOf(ofType(Sequence, {ofType(Text)})).contains(u"commas"));
        QVERIFY(notationOf(ofType(Sequence, {ofType(Group)})).contains(u"JSON"));
        QVERIFY(notationOf(ofType(Mapping)).contains(u"JSON"));
    }

    void questionsInsideGroupsAreAskedOneByOne()
    {
        Parameter group = ofType(Parameter::Type::Group);
        Parameter hidden = ofType(Parameter::Type::Text);
        hidden.widget = u"hidden"_s;
        Parameter fixed = ofType(Parameter::Type::Text);
        fixed.readOnly = true;
        Parameter inner = ofType(Parameter::Type::Integer);
        inner.name = u"inner"_s;
        group.members = {hidden, inner};
        const Parameter empty = ofType(Parameter::Type::Group);
        const QList<Parameter> asked = questionsIn({group, fixed, empty});
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.at(0).name, u"inner"_s);
        QCOMPARE(asked.at(1).type, Parameter::Type::Group);
    }
};

QTEST_APPLESS_MAIN(TestQuestions)
#include "tst_questions.moc"
