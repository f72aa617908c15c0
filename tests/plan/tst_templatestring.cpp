#include "models/plan/templatestring.h"
#include "tests/support/testing.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace waymark;
using jinja::TaggedValue;

class TestTemplateString : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneConstructIsToldFromText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isSingle");
        QTest::newRow("nothing") << u""_s << false;
        QTest::newRow("text") << u"orders"_s << false;
        QTest::newRow("an expression") << u"${{ parameters.name }}"_s << true;
        QTest::newRow("without blanks") << u"${{x}}"_s << true;
        QTest::newRow("that trims") << u"${{- x -}}"_s << true;
        QTest::newRow("over lines") << u"${{\n  x\n}}"_s << true;
        QTest::newRow("a quote with its end in it") << u"${{ '}}' }}"_s << true;
        QTest::newRow("a quote with a quote in it") << u"${{ 'it\\'s}}' }}"_s << true;
        QTest::newRow("text before") << u"a${{ x }}"_s << false;
        QTest::newRow("text behind") << u"${{ x }}a"_s << false;
        QTest::newRow("a blank behind") << u"${{ x }} "_s << false;
        QTest::newRow("a line end behind") << u"${{ x }}\n"_s << false;
        QTest::newRow("two expressions") << u"${{ x }}${{ y }}"_s << false;
        QTest::newRow("an open expression") << u"${{ x"_s << false;
        QTest::newRow("a block") << u"{% if x %}true{% endif %}"_s << true;
        QTest::newRow("a block with else") << u"{% if x %}a{% else %}b{% endif %}"_s << true;
        QTest::newRow("an expression in a block") << u"{% if x %}${{ y }}{% endif %}"_s << true;
        QTest::newRow("blocks in a block")
            << u"{% if x %}{% for y in z %}${{ y }}{% endfor %}{% endif %}"_s << true;
        QTest::newRow("a trimming block") << u"{%- if x -%}a{%- endif -%}"_s << true;
        QTest::newRow("two blocks") << u"{% if x %}a{% endif %}{% if y %}b{% endif %}"_s << false;
        QTest::newRow("a block and text") << u"{% if x %}a{% endif %}b"_s << false;
        QTest::newRow("an open block") << u"{% if x %}a"_s << false;
        QTest::newRow("an end alone") << u"{% endif %}"_s << false;
        QTest::newRow("a setting alone") << u"{% set x = 1 %}"_s << true;
        QTest::newRow("a setting and an expression") << u"{% set x = 1 %}${{ x }}"_s << false;
        QTest::newRow("a setting block") << u"{% set x %}a{% endset %}"_s << true;
        QTest::newRow("a comment alone") << u"{# x #}"_s << false;
        QTest::newRow("a comment and an expression") << u"{# x #}${{ y }}"_s << true;
        QTest::newRow("an expression and a comment") << u"${{ y }}{# x #}"_s << true;
        QTest::newRow("an open comment") << u"{# x"_s << false;
        QTest::newRow("Jinja's signs are text here") << u"{{ x }}"_s << false;
    }

    void oneConstructIsToldFromText()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, isSingle);
        QCOMPARE(isSingleConstruct(text), isSingle);
    }

    void theExpressionOfASingleOneIsFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expression"); // null: none
        QTest::newRow("an expression") << u"${{ x | upper }}"_s << u" x | upper "_s;
        QTest::newRow("without blanks") << u"${{x}}"_s << u"x"_s;
        QTest::newRow("quoted end") << u"${{ '}}' }}"_s << u" '}}' "_s;
        QTest::newRow("a map's end is the end") << u"${{ {a: {b: 1}} }}"_s << QString();
        QTest::newRow("over lines") << u"${{\nx }}"_s << QString();
        QTest::newRow("a block") << u"{% if x %}{% endif %}"_s << QString();
        QTest::newRow("two") << u"${{ x }}${{ y }}"_s << QString();
        QTest::newRow("text behind") << u"${{ x }}}"_s << QString();
        QTest::newRow("empty") << u"${{}}"_s << QString();
        QTest::newRow("text") << u"x"_s << QString();
    }

    void theExpressionOfASingleOneIsFound()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expression);
        const auto found = singleExpression(text);
        QCOMPARE(found.has_value(), !expression.isNull());
        QCOMPARE(found.value_or(QString()), expression);
    }

    void expressionsAreDumpedAsBackstageDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("dumped");
        QTest::newRow("text") << u"x"_s << u"x"_s;
        QTest::newRow("one") << u"${{ x }}"_s << u"${{ (  x  ) | dump }}"_s;
        QTest::newRow("in a block")
            << u"{% if a %}${{x}}{% endif %}"_s << u"{% if a %}${{ ( x ) | dump }}{% endif %}"_s;
        QTest::newRow("two on a line are taken for one")
            << u"${{x}}-${{y}}"_s << u"${{ ( x}}-${{y ) | dump }}"_s;
        QTest::newRow("two on two lines")
            << u"${{x}}\n${{y}}"_s << u"${{ ( x ) | dump }}\n${{ ( y ) | dump }}"_s;
        QTest::newRow("over lines stays") << u"${{\nx\n}}"_s << u"${{\nx\n}}"_s;
        QTest::newRow("over JavaScript's lines too") << u"${{x\u2028}}"_s << u"${{x\u2028}}"_s;
        QTest::newRow("nothing between") << u"${{}}"_s << u"${{}}"_s;
        QTest::newRow("a brace between") << u"${{}}}"_s << u"${{ ( } ) | dump }}"_s;
        QTest::newRow("an end before a start") << u"}} ${{ x\n"_s << u"}} ${{ x\n"_s;
    }

    void expressionsAreDumpedAsBackstageDoes()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, dumped);
        QCOMPARE(withDumpedExpressions(text), dumped);
    }

    void jsonHasNoNumbersThatAreNone_data()
    {
        QTest::addColumn<double>("number");
        QTest::addColumn<bool>("stays");
        QTest::newRow("NaN") << std::nan("") << false;
        QTest::newRow("infinity") << HUGE_VAL << false;
        QTest::newRow("minus infinity") << -HUGE_VAL << false;
        QTest::newRow("a number") << 1.5 << true;
    }

    void jsonHasNoNumbersThatAreNone()
    {
        QFETCH(const double, number);
        QFETCH(const bool, stays);
        const TaggedValue value = throughJson(TaggedValue::answer(u"a"_s, number));
        QCOMPARE(value.toValue(), stays ? Value(number) : Value());
        QCOMPARE(value.sources().data, QStringList(u"a"_s));
    }

    void whatHasNoValueIsNullInAList()
    {
        TaggedValue absent = TaggedValue::undefined();
        absent.addSources({{}, {u"b"_s}});
        const TaggedValue list = throughJson(
            TaggedValue::fromList({TaggedValue::answer(u"a"_s, 1), absent}, {{u"c"_s}, {}}));
        QCOMPARE(list.list().size(), 2);
        QVERIFY(!list.list().at(1).isUndefined());
        QCOMPARE(list.toValue(), Value(List{1, Value()}));
        QCOMPARE(list.list().at(1).sources().control, QStringList(u"b"_s));
        QCOMPARE(list.sources().data, QStringList(u"c"_s));
    }

    void whatHasNoValueStaysSoInAMap()
    {
        TaggedValue absent = TaggedValue::undefined();
        absent.addSources({{}, {u"b"_s}});
        const TaggedValue map = throughJson(TaggedValue::fromMap(
            {{u"x"_s, absent}, {u"y"_s, TaggedValue::fromList({TaggedValue::undefined()})}}));
        const TaggedValue *kept = map.find(u"x"_s);
        QVERIFY(kept && kept->isUndefined());
        QCOMPARE(kept->sources().control, QStringList(u"b"_s));
        QCOMPARE(map.find(u"y"_s)->toValue(), Value(List{Value()}));
    }

    void allElseStays_data()
    {
        QTest::addColumn<Value>("value");
        QTest::newRow("nothing") << Value();
        QTest::newRow("true") << Value(true);
        QTest::newRow("integer") << Value(7);
        QTest::newRow("text") << Value(u"x"_s);
        QTest::newRow("list") << Value(List{1, u"a"_s});
        QTest::newRow("map") << Value(Map{{u"a"_s, List{Map{{u"b"_s, 1}}}}});
    }

    void allElseStays()
    {
        QFETCH(const Value, value);
        const TaggedValue tagged = TaggedValue::answer(u"q"_s, value);
        QVERIFY(throughJson(tagged) == tagged);
    }
};

QTEST_APPLESS_MAIN(TestTemplateString)
#include "tst_templatestring.moc"
