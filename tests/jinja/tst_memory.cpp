#include "models/jinja/engine.h"
#include "tests/support/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::jinja;

namespace {

/// Renders `source` with 1 MB of output, which is 6 MB of memory.
Result<Rendered> rendered(bool isNunjucks, const QByteArray &source)
{
    Options options = Options::jinja2();
    options.extensions = {u"jinja2.ext.do"_s};
    if (isNunjucks)
        options.language = Language::Nunjucks;
    const auto compiled = Environment(options).compile(QByteArrayView(source), u"t"_s);
    if (!compiled)
        return std::unexpected(compiled.error());
    RenderOptions render;
    render.limits.output = 1 << 20;
    return jinja::render(*compiled, TaggedValue::fromMap({}), render);
}

} // namespace

/// No template can fill the memory: what is made on the way is counted.
class TestMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWouldFillTheMemoryEndsAtItsPlace_data()
    {
        QTest::addColumn<bool>("isNunjucks");
        QTest::addColumn<QByteArray>("source");
        const auto row = [](const char *name, bool isNunjucks, const QByteArray &source) {
            QTest::newRow(name) << isNunjucks << "a\n" + source;
        };
        const QByteArray loop = "{% for i in range(100000) %}";
        row("long texts in a list", false,
            "{% set l = [] %}{% set a = 'x' * 500000 %}" + loop
                + "{% do l.append(a ~ i) %}{% endfor %}");
        row("long texts in a list, Nunjucks", true,
            "{% set l = [] %}{% set a = 'x'|center(500000) %}" + loop
                + "{% set n = l.push(a ~ i) %}{% endfor %}");
        row("short texts in a list", false,
            "{% set l = [] %}" + loop + "{% do l.append('a' ~ i) %}{% endfor %}");
        row("lists of numbers", false,
            "{% set l = [] %}" + loop + "{% do l.append([i, i, i]) %}{% endfor %}");
        row("lists in lists", false,
            "{% set n = namespace(l=[]) %}" + loop + "{% set n.l = [n.l, i] %}{% endfor %}");
        row("maps", false, "{% set l = [] %}" + loop + "{% do l.append({'i': i}) %}{% endfor %}");
        row("one large map", false, "{% set d = {}.fromkeys(range(80000)) %}");
        row("lists that a filter makes", false, "{{ (range(200000)|list)|length }}");
        row("lists that are added", false,
            "{% set l = range(60000)|list %}{{ (l + l + l)|length }}");
        row("lists that are copied", false,
            "{% set l = range(10000)|list %}" + loop + "{% set x = l|list %}{% endfor %}");
        row("parts of a list", false,
            "{% set l = range(10000)|list %}" + loop + "{% set x = l[1:] %}{% endfor %}");
        row("words", false, "{{ ('a b ' * 100000).split()|length }}");
        row("texts that a filter makes", false,
            "{% set l = [] %}{% set a = 'x' * 500000 %}" + loop
                + "{% do l.append(a|upper) %}{% endfor %}");
        row("what is put together in a block", false,
            "{% set l = [] %}{% set a = 'x' * 500000 %}" + loop
                + "{% set b %}{{ a }}{% endset %}{% do l.append(b) %}{% endfor %}");
        row("blocks in each other", false,
            "{% set a = 'x' * 900000 %}{% macro m(n) %}{{ a }}{% set b = m(n + 1) %}{% endmacro %}"
            "{{ m(0) }}");
        row("large integers", false,
            "{% set l = [] %}{% set a = 10 ** 4000 %}" + loop
                + "{% do l.append(a + i) %}{% endfor %}");
    }

    void whatWouldFillTheMemoryEndsAtItsPlace()
    {
        QFETCH(const bool, isNunjucks);
        QFETCH(const QByteArray, source);
        const auto outcome = rendered(isNunjucks, source);
        QVERIFY(!outcome);
        const Problem &problem = outcome.error().problem;
        QVERIFY2(problem.code == u"template.limit", qPrintable(problem.message));
        QCOMPARE(problem.message, u"the template makes too many large values"_s);
        QCOMPARE(problem.position->line, 2);
        QVERIFY(!problem.hint.isEmpty());
        QCOMPARE(rendered(isNunjucks, source).error(), outcome.error()); // counts, not bytes free
    }

    void whatIsSharedIsCountedOnce_data()
    {
        QTest::addColumn<QByteArray>("source");
        const auto row
            = [](const char *name, const QByteArray &source) { QTest::newRow(name) << source; };
        const QByteArray start = "{% set l = range(20000)|list %}{% set a = 'x' * 200000 %}"
                                 "{% for i in range(10000) %}";
        const QByteArray end = "{% endfor %}";
        row("a default", start + "{% set b = a|default('') %}" + end);
        row("a choice", start + "{% set b = a if i else l %}" + end);
        row("a list in a list",
            start + "{% set b = [l]|first %}{% set c = {'l': l}.get('l') %}" + end);
        row("an argument", "{% macro m(x, y) %}{% endmacro %}" + start + "{{ m(l, a) }}" + end);
        row("a part that is asked for", start + "{{ l[i] }}" + end);
        row("what a loop prints", start + "{{ i }} {{ i + 1 }}{{ 'b' }}" + end);
        row("a block within much output",
            "{% macro m() %}x{% endmacro %}{{ 'x' * 900000 }}{% for i in range(10000) %}"
            "{% set b = m() %}{% endfor %}");
    }

    void whatIsSharedIsCountedOnce()
    {
        QFETCH(const QByteArray, source);
        VERIFY_RESULT(rendered(false, source));
    }
};

QTEST_APPLESS_MAIN(TestMemory)
#include "tst_memory.moc"
