#include "models/jinja/engine.h"
#include "tests/jinja/changedlines.h"
#include "tests/jinja/tracing.h"
#include "tests/support/testing.h"

#include <QTest>

using namespace waymark;
using namespace waymark::jinja;
using namespace Qt::StringLiterals;

/// Each stretch of an output names the answers it depends on, by data and by control, in both
/// dialects.
class ProvenanceTest : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] static TaggedValue answers()
    {
        TaggedValue context;
        const auto add = [&](const QString &name, const waymark::Value &value) {
            context.insert(name, TaggedValue::answer(name, value));
        };
        add(u"a"_s, u"one"_s);
        add(u"b"_s, u"two"_s);
        add(u"empty"_s, QString());
        add(u"on"_s, true);
        add(u"off"_s, false);
        add(u"n"_s, 2);
        add(u"list"_s, List{u"x"_s, u"y"_s});
        add(u"none_left"_s, List{});
        add(u"nothing"_s, waymark::Value());
        add(u"map"_s, Map{{u"k"_s, u"v"_s}, {u"l"_s, u"w"_s}});
        context.insert(u"plain"_s, TaggedValue(waymark::Value(u"p"_s)));
        return context;
    }

    static void bothDialects(const char *name, const QString &source, const QString &expected)
    {
        QTest::addRow("%s, Nunjucks", name) << Language::Nunjucks << source << expected;
        QTest::addRow("%s, Jinja2", name) << Language::Jinja2 << source << expected;
    }

private Q_SLOTS:
    void namesWhatEachStretchDependsOn_data();
    void namesWhatEachStretchDependsOn();
    void stretchesCoverTheOutputWithoutAGap();
    void stretchesKnowTheirPlaceInTheTemplate();
    void capturedTextKeepsThePlacesOfItsParts();
    void includedTemplatesAreNamed();
    void tagsComeBackWithTheValue_data();
    void tagsComeBackWithTheValue();
    void tagsGoFromOneEvaluationIntoTheNext();
    void truthNamesWhatItDependsOn();
    void withoutProvenanceThereAreNoStretches();
    void changedLinesNameTheAnswer_data();
    void changedLinesNameTheAnswer();
};

void ProvenanceTest::namesWhatEachStretchDependsOn_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    // Data as [a], control as (a), an empty stretch as <>.
    bothDialects("text depends on nothing", u"plain text"_s, u"plain text"_s);
    bothDialects("an answer", u"{{ a }}"_s, u"one[a]"_s);
    bothDialects("untagged data", u"{{ plain }}"_s, u"p"_s);
    bothDialects("text around an answer", u"x {{ a }} y"_s, u"x one[a] y"_s);
    bothDialects("an empty answer", u"x{{ empty }}y"_s, u"x<>[empty]y"_s);
    bothDialects("a concatenation keeps its parts", u"{{ a ~ '-' ~ b }}"_s, u"one[a]-two[b]"_s);
    bothDialects("a sum of texts keeps its parts", u"{{ a + '-' + b }}"_s, u"one[a]-two[b]"_s);
    bothDialects("a sum of numbers", u"{{ n + 1 }}"_s, u"3[n]"_s);
    bothDialects("a comparison", u"{{ 'y' if a == b else 'n' }}"_s, u"n(a,b)"_s);
    bothDialects("if by control", u"{% if on %}x{% endif %}"_s, u"x(on)<>(on)"_s);
    bothDialects("if that is not taken", u"x{% if off %}y{% endif %}z"_s, u"x<>(off)z"_s);
    bothDialects("else by control", u"{% if off %}x{% else %}y{% endif %}"_s, u"y(off)<>(off)"_s);
    bothDialects("elif by both", u"{% if off %}x{% elif on %}y{% endif %}"_s,
                 u"y(off,on)<>(off,on)"_s);
    bothDialects("an answer inside if", u"{% if on %}{{ a }}{% endif %}"_s, u"one[a](on)<>(on)"_s);
    bothDialects("inline if", u"{{ a if on else b }}"_s, u"one[a](on)"_s);
    bothDialects("and", u"{{ on and a }}"_s, u"one[a](on)"_s);
    bothDialects("or that takes the first", u"{{ a or b }}"_s, u"one[a]"_s);
    bothDialects("or that takes the second", u"{{ empty or b }}"_s, u"two[b](empty)"_s);
    bothDialects("not", u"{{ 'x' if not off }}"_s, u"x(off)"_s);
    bothDialects("a loop over an answer", u"{% for x in list %}{{ x }},{% endfor %}"_s,
                 u"x[list](list),(list)y[list](list),(list)<>(list)"_s);
    bothDialects("a loop over nothing", u"x{% for i in none_left %}{{ i }}{% endfor %}y"_s,
                 u"x<>(none_left)y"_s);
    bothDialects("the else of a loop", u"{% for i in none_left %}{% else %}e{% endfor %}"_s,
                 u"e(none_left)<>(none_left)"_s);
    bothDialects("a loop over plain data", u"{% for x in [1, 2] %}{{ x }}{% endfor %}"_s, u"12"_s);
    bothDialects("answers in a plain list", u"{% for x in [a, b] %}{{ x }}{% endfor %}"_s,
                 u"one[a]two[b]"_s);
    bothDialects("set", u"{% set x = a %}{{ x }}"_s, u"one[a]"_s);
    bothDialects("set under if", u"{% set x = 1 %}{% if on %}{% set x = 2 %}{% endif %}{{ x }}"_s,
                 u"<>(on)2(on)"_s);
    bothDialects("set under an if that is not taken",
                 u"{% set x = 1 %}{% if off %}{% set x = 2 %}{% endif %}{{ x }}"_s,
                 u"<>(off)1(off)"_s);
    bothDialects("a set block keeps its parts",
                 u"{% set x %}<{{ a }}|{{ b }}>{% endset %}{{ x }}"_s, u"<one[a]|two[b]>"_s);
    bothDialects("a macro's argument", u"{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(a) }}"_s,
                 u"<one[a]>"_s);
    bothDialects("a macro under if",
                 u"{% macro m() %}x{% endmacro %}{% if on %}{{ m() }}{% endif %}"_s,
                 u"x(on)<>(on)"_s);
    bothDialects("a macro's output in a text",
                 u"{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(a) ~ b }}"_s, u"<one[a]>two[b]"_s);
    bothDialects(
        "the body of a call block",
        u"{% macro m() %}({{ caller() }}){% endmacro %}{% call m() %}{{ a }}{% endcall %}"_s,
        u"(one[a])"_s);
    bothDialects("an item of a map", u"{{ map.k }}{{ map['l'] }}"_s, u"vw[map]"_s);
    bothDialects("a key from an answer", u"{{ {'one': 'x'}[a] }}"_s, u"x[a]"_s);
    bothDialects("an item that is not there", u"[{{ map.z }}]"_s, u"[<>[map]]"_s);
    bothDialects("in", u"{{ 'y' if 'x' in list else 'n' }}"_s, u"y(list)"_s);
    bothDialects("a filter block", u"{% filter upper %}x{{ a }}{% endfilter %}"_s, u"XONE[a]"_s);
    bothDialects("a filter", u"{{ a | upper }}"_s, u"ONE[a]"_s);

    bothDialects("default that is used", u"{{ missing | default(a) }}"_s, u"one[a]"_s);
    bothDialects("join", u"{{ list | join('-') }}"_s, u"x-y[list]"_s);
    bothDialects("length", u"{{ list | length }}"_s, u"2[list]"_s);
    bothDialects("first", u"{{ [a, b] | first }}"_s, u"one[a]"_s);
    bothDialects("a test", u"{{ 'y' if a is defined }}"_s, u"y(a)"_s);

    bothDialects("a number of repetitions", u"{% for i in range(n) %}{{ i }}{% endfor %}"_s,
                 u"01[n](n)<>(n)"_s);

    const auto nunjucks = [](const char *name, const QString &source, const QString &expected) {
        QTest::newRow(name) << Language::Nunjucks << source << expected;
    };
    nunjucks("pairs of a map", u"{% for k, v in map %}{{ k }}{{ v }}{% endfor %}"_s,
             u"k(map)v[map](map)l(map)w[map](map)<>(map)"_s);
    nunjucks("dump", u"{{ map | dump }}"_s, u"{\"k\":\"v\",\"l\":\"w\"}[map]"_s);
    nunjucks("null prints nothing", u"[{{ nothing }}]"_s, u"[<>[nothing]]"_s);
    nunjucks("switch", u"{% switch a %}{% case 'one' %}x{% endswitch %}"_s, u"x(a)<>(a)"_s);
    nunjucks("switch without a match", u"x{% switch a %}{% case 'z' %}y{% endswitch %}z"_s,
             u"x<>(a)z"_s);
    nunjucks("a method", u"{{ a.toUpperCase() }}"_s, u"ONE[a]"_s);
    nunjucks("a split text", u"{% for p in a.split('n') %}{{ p }};{% endfor %}"_s,
             u"o[a](a);(a)e[a](a);(a)<>(a)"_s);
    nunjucks("a pushed item", u"{% set l = [] %}{{ l.push(a) }}{{ l }}"_s, u"1one[a]"_s);
    nunjucks("set in a loop",
             u"{% set x = '' %}{% for i in list %}{% set x = x ~ i %}{% endfor %}{{ x }}"_s,
             u"<>(list)xy[list](list)"_s);
    nunjucks("a filter's argument", u"{{ 'x-x' | replace('x', a) }}"_s, u"one-one[a]"_s);
    nunjucks("indent keeps lines apart",
             u"{% set x %}{{ a }}\n{{ b }}{% endset %}{{ x | indent(2) }}"_s,
             u"one\n[a]  two[b]"_s);
    nunjucks("regular expressions", u"{{ a | replace(r/n/, '-') }}"_s, u"o-e[a]"_s);

    const auto jinja2 = [](const char *name, const QString &source, const QString &expected) {
        QTest::newRow(name) << Language::Jinja2 << source << expected;
    };
    jinja2("a loop's filter", u"{% for x in [1, 2] if x == n %}{{ x }}{% endfor %}"_s,
           u"2(n)<>(n)"_s);
    jinja2("a namespace under if",
           u"{% set ns = namespace(x=1) %}{% if on %}{% set ns.x = 2 %}{% endif %}{{ ns.x }}"_s,
           u"<>(on)2(on)"_s);
    jinja2("a namespace under an if that is not taken",
           u"{% set ns = namespace(x=1) %}{% if off %}{% set ns.x = 2 %}{% endif %}{{ ns.x }}"_s,
           u"<>(off)1(off)"_s);
    jinja2("what follows a break",
           u"{% for x in [1, 2] %}{% if on %}{% break %}{% endif %}{{ x }}{% endfor %}z"_s,
           u"<>(on)<>(on)z"_s);
    jinja2("what follows a break that is not taken",
           u"{% for x in [1, 2] %}{% if off %}{% break %}{% endif %}{{ x }}{% endfor %}z"_s,
           u"<>(off)1(off)<>(off)2(off)<>(off)z"_s);
    jinja2("a filter's argument", u"{{ 'x-x' | replace('x', a) }}"_s, u"one[a]-one[a]"_s);
    jinja2("indent keeps parts apart",
           u"{% set x %}{{ a }}\n{{ b }}{% endset %}{{ x | indent(2) }}"_s, u"one[a]\n  two[b]"_s);
    jinja2(
        "escaped text before markup",
        u"{% autoescape true %}{% set x %}<{{ a }}>{% endset %}{{ '&&' + x }}{% endautoescape %}"_s,
        u"&amp;&amp;<one[a]>"_s);
    jinja2("escaped text behind markup",
           u"{% autoescape true %}{% set x %}<{{ a }}>{% endset %}{{ x + ('&' ~ b) }}"
           u"{% endautoescape %}"_s,
           u"<one[a]>&amp;two[b]"_s);
    jinja2("unpacking", u"{% set x, y = [a, b] %}{{ x }}{{ y }}"_s, u"one[a]two[b]"_s);
    jinja2("a slice", u"{{ a[1:] }}"_s, u"ne[a]"_s);
    jinja2("a chained comparison", u"{{ 'y' if 1 < n < 3 else 'n' }}"_s, u"y(n)"_s);
    jinja2("with", u"{% with x = a %}{{ x }}{% endwith %}"_s, u"one[a]"_s);
    jinja2("a recursive loop",
           u"{% for x in [[a], b] recursive %}{{ loop(x) if loop.index == 1 and "
           u"loop.depth == 1 else x }}{% endfor %}"_s,
           u"one[a]two[b]"_s);
}

void ProvenanceTest::namesWhatEachStretchDependsOn()
{
    QFETCH(const Language, language);
    QFETCH(const QString, source);
    QFETCH(const QString, expected);
    QCOMPARE(tracing::traced(language, source, answers()), expected);
}

void ProvenanceTest::stretchesCoverTheOutputWithoutAGap()
{
    const auto result = tracing::rendered(
        Language::Nunjucks,
        u"a{{ a }}{% for x in list %}{{ x }}{% if on %}!{% endif %}{% endfor %}z"_s, answers());
    VERIFY_RESULT(result);
    qsizetype end = 0;
    for (const Stretch &stretch : result->provenance.stretches) {
        QCOMPARE(stretch.start, end);
        QVERIFY(stretch.end >= stretch.start);
        end = stretch.end;
    }
    QCOMPARE(end, result->bytes.size());
}

void ProvenanceTest::stretchesKnowTheirPlaceInTheTemplate()
{
    const auto result = tracing::rendered(
        Language::Jinja2, u"line\n  {{ a }}\n{% if on %}\n x{% endif %}"_s, answers());
    VERIFY_RESULT(result);
    const auto &stretches = result->provenance.stretches;
    QCOMPARE(result->provenance.templates, QStringList{u"t"_s});
    QCOMPARE(stretches[0].position, (SourcePosition{1, 1}));
    QCOMPARE(stretches[1].position, (SourcePosition{2, 6}));
    QCOMPARE(stretches[2].position, (SourcePosition{2, 10}));
    QCOMPARE(stretches[3].position, (SourcePosition{3, 12}));
}

void ProvenanceTest::capturedTextKeepsThePlacesOfItsParts()
{
    const auto result = tracing::rendered(
        Language::Jinja2, u"{% set x %}\n{{ a }} {{ b }}{% endset %}{{ x }}"_s, answers());
    VERIFY_RESULT(result);
    const auto &stretches = result->provenance.stretches;
    QCOMPARE(stretches.size(), 4U);
    QCOMPARE(stretches[1].position, (SourcePosition{2, 4}));
    QCOMPARE(stretches[3].position, (SourcePosition{2, 12}));
}

void ProvenanceTest::includedTemplatesAreNamed()
{
    Options options;
    options.loader = [](const QString &name) -> Result<std::optional<QByteArray>> {
        return name == u"inner" ? std::optional<QByteArray>("in {{ a }}") : std::nullopt;
    };
    const auto source = Environment(options).compile(u"{% include 'inner' %}!"_s, u"outer"_s);
    VERIFY_RESULT(source);
    const auto result = render(*source, answers());
    VERIFY_RESULT(result);
    QCOMPARE(result->provenance.templates, (QStringList{u"outer"_s, u"inner"_s}));
    QCOMPARE(result->provenance.stretches[0].source, 1);
    QCOMPARE(result->provenance.stretches[1].source, 1);
    QCOMPARE(result->provenance.stretches[2].source, 0);
    QCOMPARE(result->provenance.between(3, 6), (Sources{{u"a"_s}, {}}));
}

void ProvenanceTest::tagsComeBackWithTheValue_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("data");
    QTest::addColumn<QStringList>("control");
    const QStringList none;
    QTest::newRow("an answer") << u"a"_s << QString() << QStringList{u"a"_s} << none;
    QTest::newRow("a constant") << u"'x'"_s << QString() << none << none;
    QTest::newRow("an item of a list") << u"[a, b]"_s << u"1"_s << QStringList{u"b"_s} << none;
    QTest::newRow("the list itself") << u"[a, b]"_s << QString() << none << none;
    QTest::newRow("a list that was answered")
        << u"list"_s << QString() << QStringList{u"list"_s} << none;
    QTest::newRow("an entry of a map")
        << u"{x: a, y: 1}"_s << u"x"_s << QStringList{u"a"_s} << none;
    QTest::newRow("another entry") << u"{x: a, y: 1}"_s << u"y"_s << none << none;
    QTest::newRow("deep inside") << u"{x: [{y: b}]}"_s << u"x/0/y"_s << QStringList{u"b"_s} << none;
    QTest::newRow("a choice") << u"a if on else b"_s << QString() << QStringList{u"a"_s}
                              << QStringList{u"on"_s};
    QTest::newRow("undefined of a map")
        << u"map.zip"_s << QString() << QStringList{u"map"_s} << none;
    QTest::newRow("texts put together")
        << u"a ~ b"_s << QString() << QStringList{u"a"_s, u"b"_s} << none;
}

void ProvenanceTest::tagsComeBackWithTheValue()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, path);
    QFETCH(const QStringList, data);
    QFETCH(const QStringList, control);
    const auto compiled
        = Environment(Options::backstageNunjucks()).compileExpression(expression, u"e"_s);
    VERIFY_RESULT(compiled);
    const auto value = evaluate(*compiled, answers());
    VERIFY_RESULT(value);
    TaggedValue leaf = *value;
    for (const QString &step : path.split(u'/', Qt::SkipEmptyParts)) {
        const TaggedValue next = leaf.isMap() ? *leaf.find(step) : leaf.list().at(step.toInt());
        leaf = next;
    }
    QCOMPARE(leaf.sources(), (Sources{data, control}));
}

void ProvenanceTest::tagsGoFromOneEvaluationIntoTheNext()
{
    const Environment environment(Options::backstageNunjucks());
    const auto expression
        = environment.compileExpression(u"{name: a ~ '-svc', all: [list, n]}"_s, u"e"_s);
    VERIFY_RESULT(expression);
    const auto values = evaluate(*expression, answers());
    VERIFY_RESULT(values);
    TaggedValue context;
    context.insert(u"values"_s, *values);
    const auto source = environment.compile(u"${{ values.name }} ${{ values.all[1] }}"_s, u"t"_s);
    VERIFY_RESULT(source);
    const auto result = render(*source, context);
    VERIFY_RESULT(result);
    QCOMPARE(result->bytes, "one-svc 2");
    QCOMPARE(result->provenance.between(0, 7), (Sources{{u"a"_s}, {}}));
    QCOMPARE(result->provenance.between(8, 9), (Sources{{u"n"_s}, {}}));
}

void ProvenanceTest::truthNamesWhatItDependsOn()
{
    const auto expression
        = Environment(Options::jinja2()).compileExpression(u"on and n > 1"_s, u"e"_s);
    VERIFY_RESULT(expression);
    const auto truth = evaluateTruth(*expression, answers());
    VERIFY_RESULT(truth);
    QVERIFY(truth->isTrue);
    QCOMPARE(truth->sources, (Sources{{u"n"_s}, {u"on"_s}}));
}

void ProvenanceTest::withoutProvenanceThereAreNoStretches()
{
    RenderOptions options;
    options.provenance = false;
    const auto source = Environment(Options::jinja2()).compile(u"{{ a }}"_s, u"t"_s);
    VERIFY_RESULT(source);
    const auto result = render(*source, answers(), options);
    VERIFY_RESULT(result);
    QCOMPARE(result->bytes, "one");
    QVERIFY(result->provenance.stretches.empty());
}

void ProvenanceTest::changedLinesNameTheAnswer_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("source");
    const auto both = [](const char *name, const QString &source) {
        QTest::addRow("%s, Nunjucks", name) << Language::Nunjucks << source;
        QTest::addRow("%s, Jinja2", name) << Language::Jinja2 << source;
    };
    both("values", u"name: {{ a }}\nother: {{ b }}\nsum: {{ n + 1 }}\nnothing: {{ empty }}\n"_s);
    both(
        "branches",
        u"{% if on %}\non: {{ a }}\n{% else %}\noff\n{% endif %}\n{% if off %}x\n{% endif %}end\n"_s);
    both("nested branches",
         u"{% if on %}{% if off %}x\n{% elif n == 2 %}y\n{% endif %}{% endif %}z\n"_s);
    both("loops", u"{% for x in list %}\n- {{ x }} of {{ a }}\n{% endfor %}\nend {{ b }}\n"_s);
    both("loops in branches",
         u"{% if list %}list:\n{% for x in list %}  - {{ x }}\n{% endfor %}{% endif %}.\n"_s);
    both("the last item",
         u"{% for x in list %}{{ x }}{% if not loop.last %},\n{% endif %}{% endfor %}\n"_s);
    both("variables",
         u"{% set x = a %}{% if on %}{% set x = b %}{% endif %}x: {{ x }}\ny: {{ n }}\n"_s);
    both("macros",
         u"{% macro line(k, v) %}{% if v %}{{ k }}: {{ v }}\n{% endif %}{% endmacro %}"
         u"{{ line('a', a) }}{{ line('e', empty) }}{{ line('n', n) }}"_s);
    both("captures", u"{% set x %}{{ a }}\n{{ b }}\n{% endset %}{{ x }}{{ x | upper }}"_s);
    both("choices", u"{{ a if on else b }}\n{{ empty or 'none' }}\n{{ on and n }}\n"_s);
    both(
        "filters",
        u"{{ list | join(',') }}\n{{ list | length }}\n{{ a | replace('n', b) }}\n{{ a | default(b) }}\n"_s);
    both("maps", u"{{ map.k }}\n{{ map.zip }}\n{{ map['k'] }}\n{{ 'k' in map }}\n"_s);
    both("numbers of repetitions", u"{% for i in range(n) %}{{ i }}\n{% endfor %}"_s);
    QTest::newRow("namespaces")
        << Language::Jinja2
        << u"{% set ns = namespace(c=0) %}{% for x in list %}{% if x == a %}"
           u"{% set ns.c = ns.c + 1 %}{% endif %}{% endfor %}{{ ns.c }}\n{{ b }}\n"_s;
    QTest::newRow("breaks")
        << Language::Jinja2
        << u"{% for x in ['x', 'one', 'z'] %}{% if x == a %}{% break %}{% endif %}{{ x }}\n"
           u"{% endfor %}end\n"_s;
    QTest::newRow("appended items")
        << Language::Nunjucks
        << u"{% set l = ['f'] %}{% if on %}{% if l.push(a) %}{% endif %}{% endif %}"
           u"{{ l | length }}\n{% for x in l %}{{ x }}\n{% endfor %}"_s;
    QTest::newRow("switches")
        << Language::Nunjucks
        << u"{% switch a %}{% case 'one' %}1\n{% case 'zwei' %}2\n2\n{% default %}?\n"
           u"{% endswitch %}end\n"_s;
}

void ProvenanceTest::changedLinesNameTheAnswer()
{
    QFETCH(const Language, language);
    QFETCH(const QString, source);
    const QList<std::pair<QString, waymark::Value>> changes
        = {{u"a"_s, u"zwei"_s},
           {u"a"_s, QString()},
           {u"b"_s, u"x\ny"_s},
           {u"empty"_s, u"full"_s},
           {u"on"_s, false},
           {u"off"_s, true},
           {u"n"_s, 5},
           {u"n"_s, 0},
           {u"list"_s, List{}},
           {u"list"_s, List{u"x"_s}},
           {u"list"_s, List{u"one"_s}},
           {u"list"_s, List{u"x"_s, u"q"_s, u"y"_s}},
           {u"map"_s, Map{}},
           {u"map"_s, Map{{u"k"_s, u"other"_s}}}};
    const auto before = tracing::rendered(language, source, answers());
    VERIFY_RESULT(before);
    int changed = 0;
    for (const auto &[name, value] : changes) {
        TaggedValue context = answers();
        context.insert(name, TaggedValue::answer(name, value));
        const auto after = tracing::rendered(language, source, context);
        VERIFY_RESULT(after);
        changed += before->bytes == after->bytes ? 0 : 1;
        const QString unnamed = tracing::unnamedChange(*before, *after, name);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed));
    }
    QVERIFY(changed > 0);
}

QTEST_APPLESS_MAIN(ProvenanceTest)
#include "tst_engineprovenance.moc"
