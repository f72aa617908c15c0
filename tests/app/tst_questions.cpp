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

    [[nodiscard]] Parameter several() const
    {
        Parameter parameter = ofType(Parameter::Type::MultipleChoice);
        parameter.choices = sizes;
        return parameter;
    }

    static Parameter truths()
    {
        Parameter parameter = ofType(Parameter::Type::Boolean);
        parameter.choices = {{true, u"On"_s}, {false, u"Off"_s}};
        return parameter;
    }

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
        QTest::newRow("yes as one of two titles") << truths() << u"1"_s << Value(true);
        QTest::newRow("several by their places")
            << several() << u"2, 1"_s << Value(QStringList{u"large"_s, u"small"_s});
        QTest::newRow("several by place and title")
            << several() << u"1,Large"_s << Value(QStringList{u"small"_s, u"large"_s});
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

    void whatIsNoChoiceIsToldWithWhatIsShown()
    {
        const auto one = typedAnswer(choice(sizes), u"80"_s);
        QVERIFY(!one);
        QCOMPARE(one.error().problem.message, u"“80” is none of these."_s);
        QCOMPARE(one.error().problem.hint,
                 u"Give a number from 1 to 2, or one of Small or Large."_s);
        const auto another = typedAnswer(several(), u"1,Lage"_s);
        QVERIFY(!another);
        QVERIFY2(another.error().problem.hint.contains(u"Did you mean “Large”?"),
                 qPrintable(another.error().problem.hint));
        Parameter secret = choice(sizes);
        secret.widget = u"password"_s;
        QCOMPARE(typedAnswer(secret, u"hunter2"_s).error().problem.message,
                 u"That is none of these."_s);
    }

    void aDefaultIsShownAsItCouldBeTyped_data()
    {
        using enum Parameter::Type;
        QTest::addColumn<Parameter>("parameter");
        QTest::addColumn<Value>("preset");
        QTest::addColumn<QString>("shown");
        const Parameter texts = ofType(Sequence, {ofType(Text)});
        QTest::newRow("a text") << ofType(Text) << Value(u"a"_s) << u"a"_s;
        QTest::newRow("a choice") << choice(sizes) << Value(u"large"_s) << u"Large"_s;
        QTest::newRow("several") << several() << Value(QStringList{u"small"_s, u"large"_s})
                                 << u"Small, Large"_s;
        QTest::newRow("texts") << texts << Value(QStringList{u"a"_s, u"b"_s}) << u"a, b"_s;
        QTest::newRow("a text with a comma")
            << texts << Value(QStringList{u"a, b"_s}) << u"[\"a, b\"]"_s;
        QTest::newRow("a text that looks like JSON")
            << texts << Value(QStringList{u"[a"_s}) << u"[\"[a\"]"_s;
        QTest::newRow("numbers") << ofType(Sequence, {ofType(Integer)}) << Value(List{1, 2})
                                 << u"1, 2"_s;
        QTest::newRow("no list") << texts << Value(List()) << QString();
        QTest::newRow("a map") << ofType(Mapping) << Value(Map{{u"a"_s, 1}}) << u"{\"a\":1}"_s;
    }

    void aDefaultIsShownAsItCouldBeTyped()
    {
        QFETCH(const Parameter, parameter);
        QFETCH(const Value, preset);
        QFETCH(const QString, shown);
        QCOMPARE(presetText(parameter, preset), shown);
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
