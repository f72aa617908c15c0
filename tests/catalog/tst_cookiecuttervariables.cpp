#include "models/catalog/cookiecuttervariables.h"

#include "models/base/json.h"
#include "tests/support/testing.h"

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

Map mapOf(const QByteArray &text)
{
    const auto value = parseJson(QByteArray(text).replace('\'', '"'));
    if (!value || !value->toMap())
        qFatal("no map: %s", text.constData());
    return *value->toMap();
}

CookiecutterSettings settingsOf(const QByteArray &variables, const QByteArray &prompts = "{}")
{
    CookiecutterSettings settings;
    settings.variables = mapOf(variables);
    settings.prompts = mapOf(prompts);
    return settings;
}

/// "name=value", with a `!` where what was given does not suit it.
QString picture(const QList<RawVariable> &variables)
{
    QStringList lines;
    for (const RawVariable &variable : variables)
        lines += variable.name + u'=' + QString::fromUtf8(toJson(variable.value).replace('"', '\''))
            + (variable.problem ? u"!"_s : QString());
    return lines.join(u' ');
}

} // namespace

class TestCookiecutterVariables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersTakeThePlaceOfValues_data()
    {
        QTest::addColumn<QByteArray>("variables");
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QString>("expected");
        const auto row
            = [](const char *name, const char *variables, const char *given, const char *expected) {
                  QTest::newRow(name) << QByteArray(variables) << QByteArray(given)
                                      << QString::fromLatin1(expected);
              };
        row("a text", "{'a': 'x', 'b': 'y'}", "{'a': 'z'}", "a='z' b='y'");
        row("of another type", "{'a': 'x'}", "{'a': [1, {}]}", "a=[1,{}]");
        row("a name that there is not", "{'a': 'x'}", "{'b': 'z'}", "a='x'");
        row("a choice comes first", "{'a': [1, 2, 3]}", "{'a': 3}", "a=[3,1,2]");
        row("a choice that there is not", "{'a': [1, 2]}", "{'a': 3}", "a=[1,2]!");
        row("some choices", "{'a': [1, 2, 3]}", "{'a': [3, 1]}", "a=[3,1]");
        row("some choices that there are not", "{'a': [1, 2]}", "{'a': [1, 4]}", "a=[1,2]!");
        row("entries of a map", "{'a': {'x': 1, 'y': 2}}", "{'a': {'y': 3, 'z': 4}}",
            "a={'x':1,'y':3,'z':4}");
        row("a map in a map", "{'a': {'x': {'y': 1, 'z': 2}}}", "{'a': {'x': {'z': 3}}}",
            "a={'x':{'y':1,'z':3}}");
        row("a list in a map", "{'a': {'x': [1, 2]}}", "{'a': {'x': 5}}", "a={'x':5}");
        row("a map for a text", "{'a': 'x'}", "{'a': {'y': 1}}", "a={'y':1}");
        row("a text for a map", "{'a': {'y': 1}}", "{'a': 'x'}", "a='x'");
        row("private ones", "{'_a': [1], '__b': 'x'}", "{'_a': [1], '__b': 'y'}", "_a=[1] __b='y'");
    }
    void answersTakeThePlaceOfValues()
    {
        QFETCH(const QByteArray, variables);
        QFETCH(const QByteArray, given);
        QTEST(picture(overwrittenVariables(settingsOf(variables), {}, mapOf(given))), "expected");
    }

    void answersCountMoreThanTheUsersDefaults()
    {
        const auto variables
            = overwrittenVariables(settingsOf("{'a': 'x', 'b': ['p', 'q'], 'c': 1}"),
                                   mapOf("{'a': 'd', 'b': 'q', 'c': 2}"), mapOf("{'a': 'g'}"));
        QCOMPARE(picture(variables), u"a='g' b=['q','p'] c=2"_s);
        QCOMPARE(variables.at(0).usual, Value(u"d"_s));
        QVERIFY(variables.at(0).isGiven);
        QCOMPARE(variables.at(0).given, Value(u"g"_s));
        QVERIFY(!variables.at(1).isGiven);
        QCOMPARE(variables.at(1).usual, variables.at(1).value);
    }

    void aDefaultOfTheUsersThatSuitsNothingIsPassedOver()
    {
        const auto variables
            = overwrittenVariables(settingsOf("{'a': ['p', 'q']}"), mapOf("{'a': 'z'}"), {});
        QCOMPARE(picture(variables), u"a=['p','q']"_s);
    }

    void questionsAreDescribedByTheirValues_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("choices");
        using enum Parameter::Type;
        QTest::newRow("text") << "'x'"_ba << int(Text) << QString();
        QTest::newRow("number") << "8"_ba << int(Text) << QString();
        QTest::newRow("nothing") << "null"_ba << int(Text) << QString();
        QTest::newRow("truth") << "true"_ba << int(Boolean) << QString();
        QTest::newRow("choice") << "['a', 2, true, null]"_ba << int(Choice) << u"A|2|True|None"_s;
        QTest::newRow("map of texts") << "{'k': 'v'}"_ba << int(Mapping) << QString();
        QTest::newRow("map of more") << "{'k': [1]}"_ba << int(Anything) << QString();
    }
    void questionsAreDescribedByTheirValues()
    {
        QFETCH(const QByteArray, value);
        const CookiecutterSettings settings
            = settingsOf("{'q': " + value + "}", "{'q': {'__prompt__': 'Which?', 'a': 'A'}}");
        const Parameter parameter
            = variableParameter(settings, u"q"_s, settings.variables.value(u"q"));
        QStringList titles;
        for (const ParameterChoice &choice : parameter.choices)
            titles += choice.title;
        QTEST(int(parameter.type), "type");
        QTEST(titles.join(u'|'), "choices");
        QCOMPARE(parameter.title, u"Which?"_s);
        QCOMPARE(parameter.path, AnswerPath{u"q"_s});
    }

    void aQuestionWithoutWordsIsCalledByItsName()
    {
        const CookiecutterSettings settings = settingsOf("{'q': 'x', 'r': ''}", "{'q': ''}");
        for (const QString &name : {u"q"_s, u"r"_s})
            QCOMPARE(variableParameter(settings, name, settings.variables.value(name)).title, name);
    }

    void underscoresSayWhatIsPrivate()
    {
        QVERIFY(isPrivateVariable(u"_a"_s) && isPrivateVariable(u"__a"_s));
        QVERIFY(!isPrivateVariable(u"a_"_s));
        QVERIFY(isUnrenderedVariable(u"_a"_s) && !isUnrenderedVariable(u"__a"_s));
    }
};

QTEST_MAIN(TestCookiecutterVariables)

#include "tst_cookiecuttervariables.moc"
