#include "models/jinja/engine.h"

#include <QTest>

using namespace waymark::jinja;

/// What filters and methods of Jinja2 do to the answers that a text comes from, and to the limits.
class Jinja2ProvenanceTest : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] static TaggedValue answers()
    {
        TaggedValue context = TaggedValue::fromMap({});
        const auto add = [&](const QString &name, const waymark::Value &value) {
            context.insert(name, TaggedValue::answer(name, value));
        };
        add(QStringLiteral("a"), QStringLiteral("one"));
        add(QStringLiteral("b"), QStringLiteral("two"));
        add(QStringLiteral("lines"), QStringLiteral("x\ny"));
        add(QStringLiteral("list"), waymark::Value(waymark::List{3, 1, 2}));
        add(QStringLiteral("width"), 3);
        return context;
    }

    /// The output with the answers of each stretch behind it: "one[a] two[b]".
    [[nodiscard]] static QString traced(const QString &source)
    {
        const auto compiled = Environment(Options::jinja2()).compile(source, QStringLiteral("t"));
        if (!compiled)
            return compiled.error().problem.message;
        const auto result = render(*compiled, answers());
        if (!result)
            return result.error().problem.message;
        QString text;
        for (const Stretch &stretch : result->provenance.stretches) {
            const Sources &sources = result->provenance.answers[stretch.answers];
            text += QString::fromUtf8(
                result->bytes.sliced(stretch.start, stretch.end - stretch.start));
            if (!sources.data.isEmpty())
                text += u'[' + sources.data.join(u',') + u']';
        }
        return text;
    }

private Q_SLOTS:
    void keepsWhatPartsComeFrom_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &source, const QString &expected) {
            QTest::newRow(name) << source << expected;
        };
        row("join keeps its parts apart", QStringLiteral("{{ [a, 'x', b]|join('-') }}"),
            QStringLiteral("one[a]-x-two[b]"));
        row("join of str too", QStringLiteral("{{ '-'.join([a, b]) }}"),
            QStringLiteral("one[a]-two[b]"));
        row("upper keeps parts", QStringLiteral("{{ (a ~ '-' ~ b)|upper }}"),
            QStringLiteral("ONE[a]-TWO[b]"));
        row("replace puts another answer in", QStringLiteral("{{ 'x=Y;'|replace('Y', a) }}"),
            QStringLiteral("x=one[a];"));
        row("trim cuts", QStringLiteral("{{ ('  ' ~ a ~ ' . ' ~ b ~ ' ')|trim }}"),
            QStringLiteral("one[a] . two[b]"));
        row("center pads", QStringLiteral("{{ a|center(5) }}"), QStringLiteral(" one[a] "));
        row("format with percent", QStringLiteral("{{ '%s-%s' % (a, b) }}"),
            QStringLiteral("one[a]-two[b]"));
        row("format with braces", QStringLiteral("{{ '{}-{x}'.format(a, x=b) }}"),
            QStringLiteral("one[a]-two[b]"));
        row("indent keeps lines", QStringLiteral("{{ (a ~ '\\n' ~ b)|indent(1) }}"),
            QStringLiteral("one[a]\n two[b]"));
        row("default that is not needed", QStringLiteral("{{ a|default(b) }}"),
            QStringLiteral("one[a]"));
        row("default that is needed", QStringLiteral("{{ none_such|default(b) }}"),
            QStringLiteral("two[b]"));
        row("the length comes from all", QStringLiteral("{{ [a, b]|join|length }}"),
            QStringLiteral("6[a,b]"));
        row("sorting depends on all items", QStringLiteral("{{ [a, b]|sort|join('-') }}"),
            QStringLiteral("one-two[a,b]"));
        row("tojson comes from all", QStringLiteral("{{ {'k': a}|tojson }}"),
            QStringLiteral("{\"k\": \"one\"}[a]"));
    }

    void keepsWhatPartsComeFrom()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, expected);
        QCOMPARE(traced(source), expected);
    }

    void endsWhereATextWouldBeTooLarge_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("center") << QStringLiteral("{{ a|center(999999999999) }}");
        QTest::newRow("ljust") << QStringLiteral("{{ a.ljust(999999999999) }}");
        QTest::newRow("zfill") << QStringLiteral("{{ a.zfill(999999999999) }}");
        QTest::newRow("percent width") << QStringLiteral("{{ '%999999999999d' % 1 }}");
        QTest::newRow("percent precision") << QStringLiteral("{{ '%.2000000000f' % 1 }}");
        QTest::newRow("format width") << QStringLiteral("{{ '{:999999999999}'.format(1) }}");
        QTest::newRow("format precision") << QStringLiteral("{{ '{:.2000000000f}'.format(1) }}");
        QTest::newRow("grouped width") << QStringLiteral("{{ '{:0999999999999,}'.format(1) }}");
        QTest::newRow("indent") << QStringLiteral("{{ lines|indent(999999999999) }}");
        QTest::newRow("expandtabs") << QStringLiteral("{{ '\\t'.expandtabs(999999999999) }}");
        QTest::newRow("tojson") << QStringLiteral("{{ list|tojson(999999999999) }}");
        QTest::newRow("replace") << QStringLiteral(
            "{{ ('x' * 100000)|replace('x', 'y' * 100000) }}");
        QTest::newRow("join") << QStringLiteral("{{ (['x' * 100000] * 100000)|join }}");
        QTest::newRow("batch") << QStringLiteral("{{ list|batch(999999999999, 0)|list }}");
    }

    void endsWhereATextWouldBeTooLarge()
    {
        QFETCH(const QString, source);
        const auto compiled = Environment(Options::jinja2()).compile(source, QStringLiteral("t"));
        QVERIFY(compiled);
        const auto result = render(*compiled, answers());
        QVERIFY(!result);
        QCOMPARE(result.error().problem.code, QStringLiteral("template.limit"));
        QVERIFY(result.error().problem.position.has_value());
    }
};

QTEST_APPLESS_MAIN(Jinja2ProvenanceTest)
#include "tst_jinja2provenance.moc"
