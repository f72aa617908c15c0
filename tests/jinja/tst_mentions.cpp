#include "models/base/json.h"
#include "models/jinja/mentions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using jinja::TaggedValue;

namespace {

/// `json` as a context in which every entry of `values` comes from the answer of its name.
TaggedValue contextOf(const QByteArray &json)
{
    const auto parsed = parseJson(json);
    if (!parsed || !parsed->toMap())
        qFatal("no context: %s", json.constData());
    TaggedValue::Map entries;
    for (const Map::Entry &entry : *parsed->toMap())
        entries += {entry.key, TaggedValue::answer(entry.key, entry.value)};
    return TaggedValue::fromMap({{u"values"_s, TaggedValue::fromMap(entries)}});
}

constexpr auto before = R"({"a": "1", "b": {"c": 1, "d": [1, 2]}, "items": "x"})";

} // namespace

/// Which changes of its data a template may be indifferent to.
class TestMentions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsMentionedIsMet_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<bool>("isMet");
        const QByteArray otherA = R"({"a": "2", "b": {"c": 1, "d": [1, 2]}, "items": "x"})";
        const QByteArray otherC = R"({"a": "1", "b": {"c": 2, "d": [1, 2]}, "items": "x"})";
        const QByteArray otherD = R"({"a": "1", "b": {"c": 1, "d": [1, 3]}, "items": "x"})";
        const QByteArray withoutA = R"({"b": {"c": 1, "d": [1, 2]}, "items": "x"})";
        const QByteArray withE = R"({"a": "1", "b": {"c": 1, "d": [1, 2]}, "items": "x", "e": 1})";
        const QByteArray moved = R"({"b": {"c": 1, "d": [1, 2]}, "a": "1", "items": "x"})";
        const QByteArray flatB = R"({"a": "1", "b": "flat", "items": "x"})";
        const auto row = [](const char *name, const QString &source, const QByteArray &after,
                            bool isMet) { QTest::newRow(name) << source << after << isMet; };
        row("a variable", u"${{ values.a }}"_s, otherA, true);
        row("another one", u"${{ values.a }}"_s, otherC, false);
        row("in brackets", u"${{ values['a'] }}"_s, otherA, true);
        row("another in brackets", u"${{ values[\"a\"] }}"_s, otherC, false);
        row("in brackets that are computed", u"${{ values['' + 'b'] }}"_s, otherA, true);
        row("with blanks", u"${{ values . a }}"_s, otherA, true);
        row("a deep one", u"${{ values.b.c }}"_s, otherC, true);
        row("its neighbour", u"${{ values.b.c }}"_s, otherD, false);
        row("what it is in", u"${{ values.b.c }}"_s, flatB, true);
        row("all around it", u"${{ values.b | dump }}"_s, otherD, true);
        row("all", u"${{ values | dump }}"_s, otherD, true);
        row("all, when one comes", u"${{ values | dump }}"_s, withE, true);
        row("all, in another order", u"${{ values | dump }}"_s, moved, true);
        row("one, in another order", u"${{ values.a }}"_s, moved, false);
        row("one, when another comes", u"${{ values.a }}"_s, withE, false);
        row("one that goes", u"${{ values.a }}"_s, withoutA, true);
        row("one that comes", u"{% if values.e %}x{% endif %}"_s, withE, true);
        row("a loop", u"{% for v in values.b.d %}${{ v }}{% endfor %}"_s, otherD, true);
        row("another name for all", u"{% set all = values %}${{ all.c }}"_s, otherA, true);
        row("another name for some", u"{% set b = values.b %}${{ b.c }}"_s, otherA, false);
        row("a name that maps have too", u"${{ values.items() }}"_s, otherA, true);
        row("an argument of a macro", u"{% macro m(x) %}${{ x }}{% endmacro %}${{ m(values.a) }}"_s,
            otherA, true);
        row("in a branch that is not run", u"{% if false %}${{ values.a }}{% endif %}"_s, otherA,
            true);
        row("in text", u"values.a values['a'] {{ values.a }}"_s, otherA, false);
        row("in a comment", u"{# ${{ values.a }} #}"_s, otherA, false);
        row("in raw text", u"{% raw %}${{ values.a }}{% endraw %}"_s, otherA, false);
        row("in a text of the code", u"${{ 'values.a' }}"_s, otherA, false);
        row("behind the sign of an end in a text", u"${{ '}}' + values.a }}"_s, otherA, true);
        row("a member of that name", u"${{ values.b.a }}"_s, otherA, false);
        row("before a mistake", u"${{ values.a }} ${{ 'x }}"_s, otherA, true);
    }

    void whatIsMentionedIsMet()
    {
        QFETCH(const QString, source);
        QFETCH(const QByteArray, after);
        QFETCH(const bool, isMet);
        const jinja::Mentions mentions
            = jinja::mentionsIn(source, jinja::Options::backstageNunjucks());
        const jinja::Changes changes = jinja::changesBetween(contextOf(before), contextOf(after));
        QVERIFY(!changes.isEmpty());
        QCOMPARE(mentions.context.meet(changes), isMet);
        QVERIFY(!mentions.context.meet(jinja::changesBetween(contextOf(after), contextOf(after))));
    }

    void anExpressionHasNoDelimiters()
    {
        const jinja::Mentions mentions = jinja::mentionsInExpression(
            u"values.a == '}}'"_s, jinja::Options::backstageNunjucks());
        const auto changedTo = [](const QByteArray &after) {
            return jinja::changesBetween(contextOf(before), contextOf(after));
        };
        QVERIFY(mentions.context.meet(changedTo(R"({"a": "2", "b": 1, "items": "x"})")));
        QVERIFY(!mentions.context.meet(changedTo(R"({"a": "1", "b": 1, "items": "x"})")));
    }

    void theSignsAreThoseOfTheOptions()
    {
        jinja::Options options = jinja::Options::backstageNunjucks();
        options.delimiters.variableStart = u"[["_s;
        options.delimiters.variableEnd = u"]]"_s;
        const jinja::Changes changes
            = jinja::changesBetween(contextOf(before), contextOf(R"({"a": "2", "b": 1})"));
        QVERIFY(jinja::mentionsIn(u"[[ values.a ]]"_s, options).context.meet(changes));
        QVERIFY(!jinja::mentionsIn(u"${{ values.a }}"_s, options).context.meet(changes));
    }

    void sourcesAreAChangeToo()
    {
        TaggedValue after = contextOf(before);
        TaggedValue values = *after.find(u"values"_s);
        TaggedValue a = *values.find(u"a"_s);
        a.addSources({{}, {u"size"_s}});
        values.insert(u"a"_s, a);
        after.insert(u"values"_s, values);
        const jinja::Changes changes = jinja::changesBetween(contextOf(before), after);
        const auto mentions = [](const QString &source) {
            return jinja::mentionsIn(source, jinja::Options::backstageNunjucks()).context;
        };
        QVERIFY(mentions(u"${{ values.a }}"_s).meet(changes));
        QVERIFY(!mentions(u"${{ values.b }}"_s).meet(changes));
    }

    void whereNothingHasSourcesAllIsMet()
    {
        const TaggedValue plain(*parseJson(R"({"values": {"a": "1", "b": 2}})"));
        const TaggedValue tagged = TaggedValue::fromMap(
            {{u"values"_s,
              TaggedValue::fromMap(
                  {{u"a"_s, Value(u"1"_s)}, {u"b"_s, TaggedValue::answer(u"b"_s, Value(2))}})}});
        QVERIFY(jinja::mentionsIn(u"x"_s, jinja::Options::backstageNunjucks())
                    .context.meet(jinja::changesBetween(plain, tagged)));
    }

    void zeroHasASign()
    {
        const auto of = [](double value) {
            return TaggedValue::fromMap(
                {{u"values"_s, TaggedValue::fromMap({{u"a"_s, Value(value)}})}});
        };
        QVERIFY(!jinja::changesBetween(of(0.0), of(-0.0)).isEmpty());
        QVERIFY(jinja::changesBetween(of(0.5), of(0.5)).isEmpty());
    }

    void randomNumbersAndOtherTemplatesAreTold_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("isRandom");
        QTest::addColumn<bool>("hasOthers");
        QTest::newRow("neither") << u"random include ${{ values.random }}"_s << false << false;
        QTest::newRow("random") << u"${{ values.a | random }}"_s << true << false;
        QTest::newRow("include") << u"{% include 'x' %}"_s << false << true;
        QTest::newRow("import") << u"{% import 'x' as y %}"_s << false << true;
        QTest::newRow("from") << u"{% from 'x' import y %}"_s << false << true;
        QTest::newRow("extends") << u"{% extends 'x' %}"_s << false << true;
    }

    void randomNumbersAndOtherTemplatesAreTold()
    {
        QFETCH(const QString, source);
        const jinja::Mentions mentions
            = jinja::mentionsIn(source, jinja::Options::backstageNunjucks());
        QTEST(mentions.isRandom, "isRandom");
        QTEST(mentions.hasOthers, "hasOthers");
    }

    void whatJinjaTemplatesDrawFromIsTold_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("isRandom");
        QTest::addColumn<bool>("hasOthers");
        const auto row = [](const QString &source, bool isRandom, bool hasOthers) {
            QTest::newRow(qPrintable(source)) << source << isRandom << hasOthers;
        };
        row(u"{{ random_ascii_string(5) }}"_s, true, false);
        row(u"{{ uuid4() }}"_s, true, false);
        row(u"{{ make_secret() }}"_s, true, false);
        row(u"{{ 9 | ans_random }}"_s, true, false);
        row(u"{{ '52' | random_mac }}"_s, true, false);
        row(u"{{ [1, 2] | shuffle }}"_s, true, false);
        row(u"{{ lipsum() }}"_s, true, false);
        row(u"{{ [[1, 2]] | map('random') | first }}"_s, true, false);
        row(u"{{ 'at random' }}{{ a['uuid'] }}"_s, false, false);
        row(u"{%- debug %}"_s, false, true);
        row(u"{% if debug %}{{ a.debug }}{% endif %}"_s, false, false);
        row(u"{{ a.uuid4 }}"_s, false, false);
    }

    void whatJinjaTemplatesDrawFromIsTold()
    {
        QFETCH(const QString, source);
        const jinja::Mentions mentions = jinja::mentionsIn(source, jinja::Options::jinja2());
        QTEST(mentions.isRandom, "isRandom");
        QTEST(mentions.hasOthers, "hasOthers");
    }
};

QTEST_APPLESS_MAIN(TestMentions)
#include "tst_mentions.moc"
