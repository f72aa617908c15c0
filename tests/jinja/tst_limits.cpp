#include "models/jinja/engine.h"
#include "tests/support/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::jinja;

namespace {

Result<Rendered> rendered(const Options &options, const QByteArray &source,
                          const RenderOptions &render = {},
                          const TaggedValue &context = TaggedValue::fromMap({}))
{
    const auto compiled = Environment(options).compile(QByteArrayView(source), u"t"_s);
    return compiled ? jinja::render(*compiled, context, render) : std::unexpected(compiled.error());
}

Result<Rendered> jinja2(const QByteArray &source, const RenderOptions &render = {})
{
    return rendered(Options::jinja2(), source, render);
}

Result<Rendered> nunjucks(const QByteArray &source, const RenderOptions &render = {})
{
    Options options = Options::jinja2();
    options.language = Language::Nunjucks;
    return rendered(options, source, render);
}

RenderOptions limited(const Limits &limits)
{
    RenderOptions options;
    options.limits = limits;
    return options;
}

} // namespace

class TestLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWouldUseUpTooMuchEndsAtItsPlace_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("line");
        const auto row = [](const char *name, const QByteArray &source, int line) {
            QTest::newRow(name) << source << line;
        };
        row("a range beyond ten million", "a\n{% for i in range(1000000000) %}{% endfor %}", 2);
        row("a range beyond 64 bits", "{{ range(10 ** 30)|list }}", 1);
        row("a text that is repeated", "\n\n{{ 'x' * 1000000000 }}", 3);
        row("a list that is repeated", "{{ [1] * 1000000000 }}", 1);
        row("a width", "{{ 'x'|center(1000000000) }}", 1);
        row("a width of a method", "{{ 'x'.ljust(1000000000) }}", 1);
        row("a width of %", "{{ '%1000000000d' % 1 }}", 1);
        row("a width of format", "{{ '{:1000000000}'.format(1) }}", 1);
        row("an indent", "{{ 'a\nb'|indent(1000000000) }}", 2);
        row("a power", "{{ 10 ** (10 ** 10) }}", 1);
        row("a text that doubles",
            "{% set ns = namespace(s='xxxxxxxx') %}{% for i in range(99) %}{% set ns.s = ns.s ~ "
            "ns.s %}{% endfor %}",
            1);
        row("a macro that calls itself", "{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", 1);
        row("a recursive loop over itself",
            "{% set l = [] %}{% set x = l.append(l) %}\n{% for i in l recursive %}{{ loop(i) }}{% "
            "endfor %}",
            2);
    }

    void whatWouldUseUpTooMuchEndsAtItsPlace()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const int, line);
        const auto outcome = jinja2(source);
        QVERIFY(!outcome);
        const Problem &problem = outcome.error().problem;
        QVERIFY2(problem.position.has_value(), qPrintable(problem.message));
        QCOMPARE(problem.file, u"t"_s);
        QCOMPARE(problem.position->line, line);
        QVERIFY(!problem.message.isEmpty());
        QVERIFY2(!problem.hint.isEmpty(), qPrintable(problem.message));
    }

    void stepsAreCounted_data()
    {
        QTest::addColumn<bool>("isNunjucks");
        QTest::newRow("Jinja2") << false;
        QTest::newRow("Nunjucks") << true;
    }

    void stepsAreCounted()
    {
        QFETCH(const bool, isNunjucks);
        const QByteArray source
            = "{% for i in range(1000) %}{% for j in range(1000) %}{{ i }}{% endfor %}{% endfor %}";
        const auto render = limited({.steps = 10'000});
        const auto outcome = isNunjucks ? nunjucks(source, render) : jinja2(source, render);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().problem.position->line, 1);
        const auto again = isNunjucks ? nunjucks(source, render) : jinja2(source, render);
        QCOMPARE(again.error(), outcome.error()); // counts, not times: at the same place every time
    }

    void aLoopCostsItsTurns_data()
    {
        QTest::addColumn<bool>("isNunjucks");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<bool>("fits");
        for (const bool isNunjucks : {false, true}) {
            const char *dialect = isNunjucks ? "Nunjucks" : "Jinja2";
            const auto row = [&](const char *name, const QByteArray &source, bool fits) {
                QTest::addRow("%s: %s", dialect, name) << isNunjucks << source << fits;
            };
            row("few", "{% for i in range(4000) %}{% endfor %}", true);
            row("many that do nothing", "{% for i in range(11000) %}{% endfor %}", false);
            row("many in a few",
                "{% for i in range(9) %}{% for j in range(2000) %}{% endfor %}{% endfor %}", false);
            row("many with a comment", "{% for i in range(11000) %}{# c #}{% endfor %}", false);
            row("a body", "{% for i in range(9000) %}{{ i }}{% endfor %}", false);
        }
        QTest::newRow("Jinja2: many that a filter drops")
            << false << QByteArray("{% for i in range(11000) if false %}{% endfor %}") << false;
        QTest::newRow("Jinja2: a few that a filter drops")
            << false << QByteArray("{% for i in range(9000) if false %}{% endfor %}") << true;
        QTest::newRow("Jinja2: many of several names")
            << false << QByteArray("{% for i, j in [(1, 2)] * 11000 %}{% endfor %}") << false;
    }

    /// Of 10,000 steps, so that what is nested ends without running its turns.
    void aLoopCostsItsTurns()
    {
        QFETCH(const bool, isNunjucks);
        QFETCH(const QByteArray, source);
        QFETCH(const bool, fits);
        const auto render = limited({.steps = 10'000});
        const auto outcome = isNunjucks ? nunjucks(source, render) : jinja2(source, render);
        QCOMPARE(outcome.has_value(), fits);
        if (!fits)
            QCOMPARE(outcome.error().problem.code, u"template.limit"_s);
    }

    void theLongestRangesInEachOtherEnd_data()
    {
        QTest::addColumn<QByteArray>("source");
        const QByteArray loop = "{% for i in range(9999999) %}";
        const QByteArray end = "{% endfor %}";
        QTest::newRow("two") << loop + loop + end + end;
        QTest::newRow("three") << loop + loop + loop + end + end + end;
        QTest::newRow("in a macro")
            << "{% macro m() %}" + loop + end + "{% endmacro %}" + loop + "{{ m() }}" + end;
        QTest::newRow("of a filter") << loop + "{{ range(9999999)|list|length }}" + end;
        QTest::newRow("of a sum") << loop + "{{ range(9999999)|sum }}" + end;
    }

    void theLongestRangesInEachOtherEnd()
    {
        QFETCH(const QByteArray, source);
        // A hundredth of the steps that are the default.
        const auto outcome = jinja2(source, limited({.steps = 1'000'000}));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().problem.code, u"template.limit"_s);
        QCOMPARE(outcome.error().problem.position->line, 1);
    }

    /// The sanitizer's check for leaks looks whether it is let go.
    void whatHoldsItselfIsRendered_data()
    {
        QTest::addColumn<bool>("isNunjucks");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("a list in itself")
            << false << QByteArray("{% set l = [1] %}{% set x = l.append(l) %}{{ l|length }}")
            << QByteArray("2");
        QTest::newRow("a list in itself, printed")
            << false << QByteArray("{% set l = [1] %}{% set x = l.append(l) %}{{ l }}")
            << QByteArray("[1, [...]]");
        QTest::newRow("a map in itself, printed")
            << false << QByteArray("{% set d = {} %}{% set x = d.update(a=[d]) %}{{ d }}")
            << QByteArray("{'a': [{...}]}");
        QTest::newRow("an array in itself, printed")
            << true << QByteArray("{% set l = [1] %}{% set x = l.push(l, 2) %}{{ l }}")
            << QByteArray("1,,2");
        QTest::newRow("a map in itself")
            << false << QByteArray("{% set d = {} %}{% set x = d.update(a=d) %}{{ d.a.a|length }}")
            << QByteArray("1");
        QTest::newRow("a namespace in itself")
            << false
            << QByteArray("{% set n = namespace() %}{% set n.n = n %}{{ n.n is sameas n }}")
            << QByteArray("True");
        QTest::newRow("a macro in its scope")
            << false
            << QByteArray("{% macro m(n) %}{{ m(n - 1) if n }}{{ n }}{% endmacro %}{{ m(3) }}")
            << QByteArray("0123");
        QTest::newRow("a macro in a loop")
            << false
            << QByteArray(
                   "{% for i in [1, 2] %}{% macro m() %}{{ i }}{% endmacro %}{{ m() }}{% endfor %}")
            << QByteArray("12");
        QTest::newRow("an array in itself")
            << true << QByteArray("{% set l = [1] %}{% set x = l.push(l) %}{{ l.length }}")
            << QByteArray("2");
        QTest::newRow("a macro of Nunjucks")
            << true
            << QByteArray("{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}x{% endcall %}")
            << QByteArray("x");
    }

    void whatHoldsItselfIsRendered()
    {
        QFETCH(const bool, isNunjucks);
        QFETCH(const QByteArray, source);
        QFETCH(const QByteArray, expected);
        const auto outcome = isNunjucks ? nunjucks(source) : jinja2(source);
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->bytes, expected);
        const auto failing
            = isNunjucks ? nunjucks(source + "{{ nope() }}") : jinja2(source + "{{ 1 / 0 }}");
        QVERIFY(!failing);
    }

    void whatIsDeepIsPrintedOrAnError_data()
    {
        QTest::addColumn<bool>("isNunjucks");
        QTest::addColumn<QByteArray>("printing");
        QTest::newRow("Jinja2: repr") << false << QByteArray("x.v");
        QTest::newRow("Jinja2: JSON") << false << QByteArray("x.v|tojson");
        QTest::newRow("Nunjucks: JSON") << true << QByteArray("x|dump");
        QTest::newRow("Nunjucks: text") << true << QByteArray("x");
    }

    void whatIsDeepIsPrintedOrAnError()
    {
        QFETCH(const bool, isNunjucks);
        QFETCH(const QByteArray, printing);
        const auto printed = [&](int depth) {
            const QByteArray turns = QByteArray::number(depth);
            return isNunjucks
                ? nunjucks("{% set x = ['a'] %}{% for i in range(" + turns
                           + ") %}{% set x = [x, 'a'] %}{% endfor %}{{ " + printing + " }}")
                : jinja2("{% set x = namespace(v=['a']) %}{% for i in range(" + turns
                         + ") %}{% set x.v = [x.v, 'a'] %}{% endfor %}{{ " + printing + " }}");
        };
        const auto deep = printed(700);
        VERIFY_RESULT(deep);
        QCOMPARE(deep->bytes.count('a'), 701);
        const auto tooDeep = printed(1000);
        QVERIFY(!tooDeep);
        QCOMPARE(tooDeep.error().problem.code, u"template.limit"_s);
        QVERIFY(tooDeep.error().problem.position);
        QVERIFY(!tooDeep.error().problem.message.contains(u"ircular"));
    }

    void outputIsCounted()
    {
        const auto outcome
            = jinja2("{% for i in range(1000) %}0123456789{% endfor %}", limited({.output = 5000}));
        QVERIFY(!outcome);
        const auto small
            = jinja2("{% for i in range(400) %}0123456789{% endfor %}", limited({.output = 5000}));
        VERIFY_RESULT(small);
        QCOMPARE(small->bytes.size(), 4000);
    }

    void depthIsCounted()
    {
        const QByteArray source
            = "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{% endif %}{{ n }}{% endmacro %}{{ m(20) }}";
        VERIFY_RESULT(jinja2(source));
        QVERIFY(!jinja2(source, limited({.depth = 10})));
    }

    void aRequestToStopIsHeard()
    {
        const std::stop_source source;
        source.request_stop();
        RenderOptions options;
        options.stop = source.get_token();
        const auto outcome = jinja2("{% for i in range(9000000) %}{{ i }}{% endfor %}", options);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().problem.code, u"template.cancelled"_s);
    }

    void aClockThatWaitsEndsIt()
    {
        const auto outcome = jinja2(
            "{% for i in range(9000000) %}{% for j in range(9000) %}{% endfor %}{% endfor %}",
            limited({.time = std::chrono::milliseconds(20)}));
        QVERIFY(!outcome);
    }

    /// No call for each level, neither while it is read nor while it is run or let go.
    void whatIsNestedWithoutEndEndsInAnErrorOrInNothing_data()
    {
        QTest::addColumn<bool>("isNunjucks");
        QTest::addColumn<QByteArray>("source");
        for (const bool isNunjucks : {false, true}) {
            const char *dialect = isNunjucks ? "Nunjucks" : "Jinja2";
            const auto row = [&](const char *name, const QByteArray &source) {
                QTest::addRow("%s: %s", dialect, name) << isNunjucks << source;
            };
            constexpr qsizetype many = 100'000;
            row("parentheses", "{{ " + QByteArray(many, '(') + "1" + QByteArray(many, ')') + " }}");
            row("brackets", "{{ " + QByteArray(many, '[') + QByteArray(many, ']') + " }}");
            row("braces",
                "{{ " + QByteArray("{1:").repeated(many) + "1" + QByteArray(many, '}') + " }}");
            row("nots", "{{ " + QByteArray("not ").repeated(many) + "1 }}");
            row("minus signs", "{{ " + QByteArray("-").repeated(many) + "1 }}");
            row("conditions",
                QByteArray("{% if 1 %}").repeated(many) + QByteArray("{% endif %}").repeated(many));
            row("additions", "{{ 1" + QByteArray(" + 1").repeated(many) + " }}");
            row("attributes", "{{ a" + QByteArray(".a").repeated(many) + " }}");
            row("filters", "{{ 1" + QByteArray("|upper").repeated(many) + " }}");
        }
        QTest::newRow("Nunjucks: a list in a list in a list")
            << true
            << QByteArray("{% set x = [] %}{% for i in range(200000) %}{% set x = [x] %}{% endfor "
                          "%}{{ x }}");
        QTest::newRow("Jinja2: a list in a list in a list")
            << false
            << QByteArray("{% set ns = namespace(x=[]) %}{% for i in range(200000) %}{% set ns.x = "
                          "[ns.x] %}"
                          "{% endfor %}{{ ns.x|length }}");
        QTest::newRow("Jinja2: a map in a map in a map")
            << false
            << QByteArray("{% set ns = namespace(x={}) %}{% for i in range(200000) %}{% set ns.x = "
                          "{'a': ns.x} %}"
                          "{% endfor %}{{ ns.x|length }}");
    }

    void whatIsNestedWithoutEndEndsInAnErrorOrInNothing()
    {
        QFETCH(const bool, isNunjucks);
        QFETCH(const QByteArray, source);
        const auto outcome = isNunjucks ? nunjucks(source) : jinja2(source);
        if (!outcome)
            QVERIFY(outcome.error().problem.position.has_value());
    }
};

QTEST_APPLESS_MAIN(TestLimits)
#include "tst_limits.moc"
