#include "models/catalog/cookiecutterlanguage.h"

#include "models/jinja/engine.h"
#include "tests/catalog/templatetesting.h"
#include "tests/support/cookiecuttertemplate.h"
#include "tests/support/testing.h"

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

CookiecutterLanguage languageOf(const QByteArray &variables)
{
    const auto value = parseJson(QByteArray(variables).replace('\'', '"'));
    if (!value || !value->toMap())
        qFatal("no variables: %s", variables.constData());
    return cookiecutterLanguage(*value->toMap());
}

/// What `source` gives in the language of `variables`, or what is wrong with it.
QString rendered(const QByteArray &variables, const QString &source)
{
    const jinja::Environment environment(languageOf(variables).options);
    const auto compiled = environment.compile(source, u"f"_s);
    if (!compiled)
        return u"! "_s + compiled.error().problem.message;
    const auto made = jinja::render(*compiled, jinja::TaggedValue::fromMap({}));
    return made ? QString::fromUtf8(made->bytes) : u"! "_s + made.error().problem.message;
}

} // namespace

class TestCookiecutterLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsSetUpAsCookiecutterDoes_data()
    {
        QTest::addColumn<QByteArray>("variables");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected");
        QTest::newRow("the last line end stays") << "{}"_ba << u"a\n"_s << u"a\n"_s;
        QTest::newRow("what is undefined fails")
            << "{}"_ba << u"{{ x }}"_s << u"! 'x' is undefined"_s;
        QTest::newRow("jsonify") << "{}"_ba << u"{{ {'a': 1}|jsonify }}"_s
                                 << u"{\n    \"a\": 1\n}"_s;
        QTest::newRow("slugify") << "{}"_ba << u"{{ 'A ß'|slugify }}"_s << u"a-ss"_s;
        QTest::newRow("now") << "{}"_ba << u"{% now 'utc' %}"_s << u"1970-01-01"_s;
        QTest::newRow("uuid4") << "{}"_ba << u"{{ uuid4()|length }}"_s << u"36"_s;
        QTest::newRow("random_ascii_string")
            << "{}"_ba << u"{{ random_ascii_string(4)|length }}"_s << u"4"_s;
        QTest::newRow("an extension")
            << "{'_extensions': ['jinja2.ext.do']}"_ba << u"{% do [] %}x"_s << u"x"_s;
        QTest::newRow("an extension that is not switched on")
            << "{}"_ba << u"{% do [] %}"_s << u"! Encountered unknown tag 'do'."_s;
        QTest::newRow("signs") << "{'_jinja2_env_vars': {'variable_start_string': '<<', "
                                  "'variable_end_string': '>>'}}"_ba
                               << u"<< 1 >>{{ 2 }}"_s << u"1{{ 2 }}"_s;
        QTest::newRow("blocks") << "{'_jinja2_env_vars': {'trim_blocks': 1, 'lstrip_blocks': "
                                   "true}}"_ba
                                << u"  {% if true %}\na\n  {% endif %}\n"_s << u"a\n"_s;
        QTest::newRow("line statements")
            << "{'_jinja2_env_vars': {'line_statement_prefix': '%'}}"_ba
            << u"% if true\na\n% endif\n"_s << u"a\n"_s;
        QTest::newRow("line ends") << "{'_jinja2_env_vars': {'newline_sequence': '\\r\\n'}}"_ba
                                   << u"a\nb"_s << u"a\r\nb"_s;
        QTest::newRow("escaping") << "{'_jinja2_env_vars': {'autoescape': true}}"_ba
                                  << u"{{ '<' }}"_s << u"&lt;"_s;
        QTest::newRow("what makes no difference")
            << "{'_jinja2_env_vars': {'cache_size': 5, 'optimized': false}}"_ba << u"{{ 1 }}"_s
            << u"1"_s;
    }
    void itIsSetUpAsCookiecutterDoes()
    {
        QFETCH(const QByteArray, variables);
        QFETCH(const QString, source);
        QCOMPARE(languageOf(variables).problems.size(), 0);
        QTEST(rendered(variables, source), "expected");
    }

    void whatCannotBeHadIsToldWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("variables");
        QTest::addColumn<QStringList>("path");
        QTest::newRow("an extension") << "{'_extensions': ['jinja2.ext.do', 'own.Thing']}"_ba
                                      << QStringList{u"_extensions"_s, u"1"_s};
        QTest::newRow("no list") << "{'_extensions': {'a': 1}}"_ba << QStringList{u"_extensions"_s};
        QTest::newRow("a setting") << "{'_jinja2_env_vars': {'loader': 1}}"_ba
                                   << QStringList{u"_jinja2_env_vars"_s, u"loader"_s};
        QTest::newRow("an empty sign") << "{'_jinja2_env_vars': {'block_end_string': ''}}"_ba
                                       << QStringList{u"_jinja2_env_vars"_s, u"block_end_string"_s};
        QTest::newRow("another line end")
            << "{'_jinja2_env_vars': {'newline_sequence': 'x'}}"_ba
            << QStringList{u"_jinja2_env_vars"_s, u"newline_sequence"_s};
        QTest::newRow("no map") << "{'_jinja2_env_vars': 1}"_ba
                                << QStringList{u"_jinja2_env_vars"_s};
    }
    void whatCannotBeHadIsToldWithItsPlace()
    {
        QFETCH(const QByteArray, variables);
        const auto problems = languageOf(variables).problems;
        QCOMPARE(problems.size(), 1);
        QTEST(problems.first().path, "path");
        QVERIFY(!problems.first().problem.message.isEmpty());
    }

    void anExtensionThatIsNearlyKnownIsMeant()
    {
        const auto problems = languageOf("{'_extensions': ['jinja2.ext.doo']}").problems;
        QVERIFY2(problems.first().problem.hint.contains(u"jinja2.ext.do"),
                 qPrintable(problems.first().problem.hint));
    }

    void truthIsPythons()
    {
        for (const Value &value : {Value(true), Value(1), Value(0.5), Value(u"0"_s),
                                   Value(List{Value()}), Value(Map{{u"a"_s, Value()}})})
            QVERIFY(isTrueInPython(value));
        for (const Value &value : {Value(), Value(false), Value(0), Value(0.0), Value(QString()),
                                   Value(List()), Value(Map())})
            QVERIFY(!isTrueInPython(value));
    }
};

QTEST_MAIN(TestCookiecutterLanguage)

#include "tst_cookiecutterlanguage.moc"
