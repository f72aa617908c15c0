#include "tests/jinja/analysisrows.h"

#include <QTest>

using namespace analysisrows;
using waymark::jinja::Language;

namespace {

void addAnalysisColumns()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
}

void jinjaRow(const char *name, const QString &source, const QString &expected)
{
    QTest::addRow("jinja2, %s", name) << Language::Jinja2 << source << expected;
}

void nunjucksRow(const char *name, const QString &source, const QString &expected)
{
    QTest::addRow("nunjucks, %s", name) << Language::Nunjucks << source << expected;
}

void bothRows(const char *name, const QString &source, const QString &expected)
{
    jinjaRow(name, source, expected);
    nunjucksRow(name, source, expected);
}

} // namespace

/// What is told of a template without rendering it.
class TestAnalysis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThatAreReadAreTold_data()
    {
        addAnalysisColumns();
        bothRows("text alone", u"port {# {{ port }} #}"_s, u""_s);
        bothRows("a name", u"{{ port }}"_s, u"port"_s);
        bothRows("each once, in order", u"{{ b }}{{ a }}{{ b }}"_s, u"b a"_s);
        bothRows("a member", u"{{ values.port }}"_s, u"values.port"_s);
        bothRows("in brackets", u"{{ values['port'] }}"_s, u"values.port"_s);
        bothRows("a deep one", u"{{ values.a['b'].c }}"_s, u"values.a.b.c"_s);
        bothRows("a computed one", u"{{ values[port] }}"_s, u"values port"_s);
        bothRows("behind a computed one", u"{{ values.a[0].b }}"_s, u"values.a"_s);
        bothRows("all of it", u"{% for v in values %}{{ v }}{% endfor %}"_s, u"values"_s);
        nunjucksRow("all of it, as JSON", u"{{ values | dump }}"_s, u"values"_s);
        jinjaRow("all of it, by a method", u"{{ values.items() }}"_s, u"values"_s);
        bothRows("what a method is called on", u"{{ values.name.trim() }}"_s, u"values.name"_s);
        jinjaRow("an entry that is asked for", u"{{ values.get('port', 1) }}"_s, u"values.port"_s);
        bothRows("arguments", u"{{ a | replace(b, c.d) }}{{ e(f) }}"_s, u"a b c.d e f"_s);
        bothRows("conditions", u"{% if a %}{{ b }}{% elif c %}{% else %}{{ d }}{% endif %}"_s,
                 u"a b c d"_s);
        bothRows("an inline one", u"{{ a if b else c }}"_s, u"b a c"_s);
        bothRows("collections", u"{{ [a, {'k': b}] }}"_s, u"a b"_s);
        jinjaRow("a test", u"{{ a is divisibleby(b) }}"_s, u"a b"_s);
        jinjaRow("a slice", u"{{ a[b:c] }}"_s, u"a b c"_s);
        bothRows("a loop's variables are its own",
                 u"{% for x in items %}{{ x }}{{ loop.index }}{% endfor %}{{ x }}"_s, u"items x"_s);
        bothRows("what is set before", u"{% set x = a %}{{ x }}"_s, u"a"_s);
        bothRows("what is set behind", u"{{ x }}{% set x = 1 %}"_s, u"x"_s);
        bothRows("itself", u"{% set x = x + 1 %}{{ x }}"_s, u"x"_s);
        bothRows("what is set perhaps", u"{% if a %}{% set x = 1 %}{% endif %}{{ x }}"_s, u"a x"_s);
        bothRows("what is set here", u"{% if a %}{% set x = 1 %}{{ x }}{% endif %}"_s, u"a"_s);
        jinjaRow("what a loop sets stays in it",
                 u"{% for i in items %}{% set x = i %}{% endfor %}{{ x }}"_s, u"items x"_s);
        jinjaRow("a block of text", u"{% set x %}{{ a }}{% endset %}{{ x }}"_s, u"a"_s);
        jinjaRow("with", u"{% with x = a %}{{ x }}{{ b }}{% endwith %}{{ x }}"_s, u"a b x"_s);
        jinjaRow(
            "a macro sees what is around it",
            u"{% set y = 1 %}{% macro m(x, z=a) %}{{ x }}{{ y }}{{ b }}{% endmacro %}{{ m(1) }}"_s,
            u"a b"_s);
        nunjucksRow("a macro sees the context",
                    u"{% macro m(x) %}{{ x }}{{ b }}{% endmacro %}{{ m(1) }}"_s, u"b"_s);
        bothRows("the caller of a call",
                 u"{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ a }}{% endcall %}"_s,
                 u"a"_s);
        bothRows("globals", u"{% for i in range(3) %}{% endfor %}"_s, u""_s);
        bothRows("a global that the template sets", u"{% set range = a %}{{ range }}"_s, u"a"_s);
        jinjaRow("a namespace", u"{% set n = namespace(x=a) %}{% set n.x = b %}{{ n.x }}"_s,
                 u"a b"_s);
        jinjaRow("all that there is", u"{% debug %}{{ a }}"_s, u"a *"_s);
        jinjaRow("a translated text", u"{% trans n=a %}{{ n }} {{ b }}{% endtrans %}"_s, u"a b"_s);
        nunjucksRow("a switch",
                    u"{% switch a %}{% case b %}{{ c }}{% default %}{{ d }}{% endswitch %}"_s,
                    u"a b c d"_s);
        bothRows("a filter's block", u"{% filter replace(a, b) %}{{ c }}{% endfilter %}"_s,
                 u"c a b"_s);
        nunjucksRow("pairs", u"{% for k, v in values %}{{ k }}{{ v }}{% endfor %}"_s, u"values"_s);
        jinjaRow("pairs", u"{% for k, (v, w) in a %}{{ k }}{{ w }}{% endfor %}"_s, u"a"_s);
    }

    void namesThatAreReadAreTold()
    {
        QFETCH(const Language, language);
        QFETCH(const QString, source);
        const jinja::Analysis analysis = analyzed(language, source);
        QVERIFY2(!analysis.problem, qPrintable(analysis.problem.value_or(Problem()).toString()));
        QTEST(readsText(analysis), "expected");
        QCOMPARE(undefinedText(analysis), QString()); // nothing is known
    }

    void otherTemplatesBelongToIt_data()
    {
        addAnalysisColumns();
        bothRows("included", u"{% include 'part' %}{{ a }}"_s, u"port a"_s);
        bothRows("included, with what is set here", u"{% set local = a %}{% include 'local' %}"_s,
                 u"a"_s);
        bothRows("imported without the context", u"{% import 'lib' as lib %}{{ lib.m(a) }}"_s,
                 u"a"_s);
        jinjaRow("imported with the context",
                 u"{% import 'lib' as lib with context %}{{ lib.m(a) }}"_s, u"name a"_s);
        jinjaRow("some of it", u"{% from 'lib' import m with context %}{{ m(a) }}"_s, u"name a"_s);
        bothRows("extended", u"{% extends 'base' %}"_s, u"title name"_s);
        bothRows("a block in the place of another",
                 u"{% extends 'base' %}{% block a %}{{ x }}{% endblock %}"_s, u"x title"_s);
        bothRows("a block around another",
                 u"{% extends 'base' %}{% block a %}{{ x }}{{ super() }}{% endblock %}"_s,
                 u"x title name"_s);
        bothRows("set for what is extended", u"{% extends 'base' %}{% set title = a %}"_s,
                 u"a name"_s);
        jinjaRow("the first of several", u"{% include ['none', 'part'] %}"_s, u"port"_s);
        bothRows("one that there is not", u"{% include 'none' ignore missing %}{{ a }}"_s, u"a"_s);
        bothRows("one that is computed", u"{% include 'x' + a %}"_s, u"a *"_s);
        bothRows("one that cannot be read", u"{% include 'broken' %}"_s, u"*"_s);
        bothRows("in a circle", u"{% include 'loop' %}{{ a }}"_s, u"port a"_s);
        nunjucksRow("by a relative name", u"{% include 'deep/x' %}"_s, u"port"_s);
    }

    void otherTemplatesBelongToIt()
    {
        QFETCH(const Language, language);
        QFETCH(const QString, source);
        QTEST(readsText(analyzed(language, source)), "expected");
    }

    void namesThatNothingDefinesAreTold_data()
    {
        addAnalysisColumns();
        bothRows("a known one", u"{{ name }}{{ values.port }}{{ values }}"_s, u""_s);
        bothRows("an unknown one", u"{{ nmae }}"_s, u"nmae@1:4~name"_s);
        bothRows("like no other", u"{{ quux }}"_s, u"quux@1:4"_s);
        bothRows("its first place", u"a\nb {{ nmae }}{{ nmae }}"_s, u"nmae@2:6~name"_s);
        bothRows("a member", u"{{ values.prot }}"_s, u"values.prot@1:4~port"_s);
        bothRows("a member in brackets", u"{{ values['prot'].x }}"_s, u"values.prot@1:4~port"_s);
        bothRows("a computed member", u"{{ values[name] }}"_s, u""_s);
        bothRows("a member of anything", u"{{ title.x.y }}"_s, u""_s);
        jinjaRow("a method", u"{{ values.items() }}{{ values.keys }}"_s, u""_s);
        bothRows("a global", u"{{ range(3) }}"_s, u""_s);
        bothRows("like a local one", u"{% set local = 1 %}{{ locale }}{{ local }}"_s,
                 u"locale@1:23~local"_s);
        bothRows("only tested", u"{% if nmae %}x{% endif %}"_s, u"nmae@1:7?~name"_s);
        bothRows("tested and then read", u"{% if quux %}{{ quux }}{% endif %}"_s, u"quux@1:7?"_s);
        bothRows("tested, and read elsewhere", u"{% if quux %}x{% endif %}{{ quux }}"_s,
                 u"quux@1:7"_s);
        bothRows("not", u"{{ 1 if not quux }}"_s, u"quux@1:13?"_s);
        bothRows("with a default", u"{{ quux | default('x') }}"_s, u""_s);
        jinjaRow("with a default, for short", u"{{ values.quux | d('x') }}"_s, u""_s);
        jinjaRow("with a default behind filters", u"{{ quux | upper | default('x') }}"_s, u""_s);
        bothRows("is defined", u"{% if quux is defined %}{{ quux }}{% endif %}"_s, u""_s);
        jinjaRow("is not defined, else",
                 u"{% if quux is not defined %}{% else %}{{ quux }}{% endif %}"_s, u""_s);
        bothRows("is defined, and more", u"{{ quux.x if quux is defined and quux.y }}"_s, u""_s);
        jinjaRow("is defined, or", u"{{ quux is not defined or quux == 1 }}"_s, u""_s);
        bothRows("is defined somewhere else", u"{% if quux is defined %}{% endif %}{{ quux }}"_s,
                 u"quux@1:39"_s);
        jinjaRow("in the map", u"{% if 'quux' in values %}{{ values.quux }}{% endif %}"_s, u""_s);
        jinjaRow("asked of the map", u"{{ values.get('quux') }}"_s, u""_s);
        jinjaRow("taken out of the map", u"{{ values.pop('quux', 1) }}"_s, u""_s);
        jinjaRow("taken out of the map as if it were there", u"{{ values.pop('quux') }}"_s, u""_s);
        jinjaRow("put into the map",
                 u"{% do values.update({'quux': 1}, xyz=2) %}{{ values.quux }}{{ values.xyz }}"_s,
                 u""_s);
        jinjaRow("another that is put into the map",
                 u"{% do values.update({'quux': 1}) %}{{ values.prot }}"_s,
                 u"values.prot@1:39~port"_s);
        jinjaRow("something put into the map", u"{% do values.update(name) %}{{ values.quux }}"_s,
                 u""_s);
        jinjaRow("put where it is missing",
                 u"{{ values.setdefault('quux', 1) }}{{ values.quux }}{{ values.zzz }}"_s,
                 u"values.zzz@1:55"_s);
        jinjaRow("put into another map",
                 u"{% do values.tags.update({'quux': 1}) %}{{ values.quux }}"_s,
                 u"values.quux@1:44"_s);
        nunjucksRow("or another", u"{{ quux or name }}"_s, u""_s);
        jinjaRow("or another", u"{{ quux or name }}"_s, u"quux@1:4?"_s);
        nunjucksRow("compared with nothing", u"{{ quux === undefined or quux == none }}"_s, u""_s);
        bothRows("set", u"{% set x = 1 %}{{ x }}"_s, u""_s);
        bothRows("set too late", u"{{ xyz }}{% set xyz = 1 %}"_s, u"xyz@1:4+"_s);
        bothRows("set perhaps", u"{% if name %}{% set x = 1 %}{% endif %}{{ x }}"_s, u""_s);
        bothRows("set before a macro is called",
                 u"{% macro m() %}{{ xyz }}{% endmacro %}{% set xyz = 1 %}{{ m() }}"_s, u""_s);
        nunjucksRow("set in the turn before",
                    u"{% for i in items %}{{ xyz }}{% set xyz = i %}{% endfor %}"_s, u""_s);
        jinjaRow("set in the turn before",
                 u"{% for i in items %}{{ xyz }}{% set xyz = i %}{% endfor %}"_s, u"xyz@1:24+"_s);
        jinjaRow("set in a loop, read behind it",
                 u"{% for i in items %}{% set xyz = i %}{% endfor %}{{ xyz }}"_s, u"xyz@1:53+"_s);
        nunjucksRow(
            "set around a macro",
            u"{% for i in items %}{% macro m() %}{{ i }}{% endmacro %}{{ m() }}{% endfor %}"_s,
            u"i@1:39+"_s);
        bothRows("a parameter", u"{% macro m(x) %}{{ x }}{% endmacro %}{{ m(1) }}{{ x }}"_s,
                 u"x@1:51+"_s);
        bothRows("a macro", u"{% macro m() %}{% endmacro %}{{ m() }}"_s, u""_s);
        bothRows("an import", u"{% import 'lib' as lib with context %}{{ lib.m }}"_s, u""_s);
        bothRows("compared in a condition", u"{% if quux == 1 %}x{% endif %}"_s, u"quux@1:7?"_s);
        bothRows("compared elsewhere", u"{{ quux == 1 }}"_s, u"quux@1:4"_s);
        nunjucksRow("less, in a condition", u"{% if quux < 1 %}x{% endif %}"_s, u"quux@1:7?"_s);
        jinjaRow("less, in a condition", u"{% if quux < 1 %}x{% endif %}"_s, u"quux@1:7"_s);
        bothRows("where an unknown one decides",
                 u"{% if values.quux == 1 %}{{ values.quuz }}{% endif %}"_s,
                 u"values.quux@1:7? values.quuz@1:29?"_s);
        bothRows("where a known one decides",
                 u"{% if values.name == 1 %}{{ values.quuz }}{% endif %}"_s, u"values.quuz@1:29"_s);
        bothRows("a block's own words",
                 u"{% block a %}{{ super }}{% endblock %}{{ loop }}{{ caller }}"_s, u""_s);
        bothRows("in a part", u"{% include 'local' %}"_s, u"local@local:1:4"_s);
        bothRows("in a part, set here", u"{% set local = 1 %}{% include 'local' %}"_s, u""_s);
        bothRows("out of reach of an import", u"{% import 'lib' as lib %}{{ lib.m() }}"_s,
                 u"name@lib:1:27!"_s);
        bothRows(
            "in a block, where others are around it",
            u"{% extends 'base' %}{% block a %}{{ xyz }}{% endblock %}{% block b %}{% set xyz = 1 %}{% endblock %}"_s,
            u""_s);
        bothRows("in what never runs", u"{% if false %}{{ quux }}{% endif %}"_s, u""_s);
        jinjaRow("beside what cannot be read", u"{{ quux }}{% include 'broken' %}"_s,
                 u"quux@1:4"_s);
        nunjucksRow("a word of JavaScript", u"{{ undefined }}"_s, u""_s);
    }

    void namesThatNothingDefinesAreTold()
    {
        QFETCH(const Language, language);
        QFETCH(const QString, source);
        const jinja::Analysis analysis = analyzed(language, source, contextNames());
        QVERIFY2(!analysis.problem, qPrintable(analysis.problem.value_or(Problem()).toString()));
        QTEST(undefinedText(analysis), "expected");
    }

    void namesThatNothingReadsAreTold_data()
    {
        addAnalysisColumns();
        bothRows("set", u"{% set x = 1 %}"_s, u"set x@1:8^"_s);
        bothRows("set and read", u"{% set x = 1 %}{{ x }}"_s, u""_s);
        bothRows("set only for itself", u"{% set x = 1 %}{% set x = x + 1 %}"_s, u"set x@1:23^"_s);
        bothRows("a macro", u"{% macro m() %}{% endmacro %}"_s, u"macro m@1:10^"_s);
        bothRows("an import", u"{% import 'lib' as lib %}"_s, u"import lib@1:20^"_s);
        bothRows("one of two", u"{% from 'lib' import m, v %}{{ v }}"_s, u"import m@1:22^"_s);
        bothRows("an underscore says so", u"{% set _ = 1 %}{% set _x = 1 %}"_s, u""_s);
        jinjaRow("in a loop",
                 u"{% set x = 1 %}{% for i in a %}{% set x = 2 %}{% endfor %}{{ x }}"_s,
                 u"set x@1:39"_s);
        nunjucksRow("in a loop",
                    u"{% set x = 1 %}{% for i in a %}{% set x = 2 %}{% endfor %}{{ x }}"_s, u""_s);
        bothRows("in a macro", u"{% macro m() %}{% set x = 1 %}{% endmacro %}{{ m() }}"_s,
                 u"set x@1:23"_s);
        bothRows("read by a part", u"{% set local = 1 %}{% include 'local' %}"_s, u""_s);
        bothRows("read by a part that is not known", u"{% set x = 1 %}{% include a %}"_s, u""_s);
        bothRows("read by what is extended", u"{% extends 'base' %}{% set title = 1 %}"_s, u""_s);
        bothRows("read by a block", u"{% set x = 1 %}{% block a %}{{ x }}{% endblock %}"_s, u""_s);
        bothRows("loops and parameters are no matter",
                 u"{% for i in a %}{% endfor %}{% macro m(x) %}{% endmacro %}{{ m() }}"_s, u""_s);
        jinjaRow("a namespace that is written to", u"{% set n = namespace() %}{% set n.x = 1 %}"_s,
                 u""_s);
        jinjaRow("all is shown", u"{% set x = 1 %}{% debug %}"_s, u""_s);
        bothRows("in what never runs", u"{% if false %}{% set x = 1 %}{% endif %}"_s, u""_s);
    }

    void namesThatNothingReadsAreTold()
    {
        QFETCH(const Language, language);
        QFETCH(const QString, source);
        QTEST(unusedText(analyzed(language, source)), "expected");
    }

    void whatNeverRunsIsTold_data()
    {
        addAnalysisColumns();
        bothRows("what depends", u"{% if a %}x{% else %}y{% endif %}"_s, u""_s);
        bothRows("false", u"{% if false %}x{% endif %}"_s, u"1:15 if"_s);
        bothRows("nothing in it", u"{% if false %}  {% endif %}"_s, u""_s);
        bothRows("behind true", u"{% if true %}x{% elif a %}y{% else %}z{% endif %}"_s,
                 u"1:27 if, 1:38 if"_s);
        bothRows("behind a false one", u"{% if false %}{% else %}z{% endif %}"_s, u""_s);
        bothRows("not true", u"{% if not true %}x{% endif %}"_s, u"1:18 if"_s);
        bothRows("false and", u"{% if a and false %}x{% endif %}"_s, u"1:21 if"_s);
        bothRows("true or", u"{% if a or true %}x{% else %}y{% endif %}"_s, u"1:30 if"_s);
        bothRows("a number", u"{% if 0 %}x{% endif %}"_s, u"1:11 if"_s);
        bothRows("a sum", u"{% if 1 + 1 == 3 %}x{% endif %}"_s, u"1:20 if"_s);
        jinjaRow("an empty list", u"{% if [] %}x{% endif %}"_s, u"1:12 if"_s);
        nunjucksRow("an empty list", u"{% if [] %}x{% endif %}"_s, u""_s);
        bothRows("an inline one", u"{{ a if true else b }}"_s, u"1:19 if"_s);
        bothRows("an inline one that is false", u"{{ a if false else b }}"_s, u"1:4 if"_s);
        bothRows("once, with all in it", u"{% if false %}{% if false %}x{% endif %}{% endif %}"_s,
                 u"1:18 if"_s);
        jinjaRow("behind break", u"{% for i in a %}{% break %}{{ i }}{{ i }}{% endfor %}"_s,
                 u"1:31 jump"_s);
        jinjaRow("behind continue", u"{% for i in a %}{% continue %} x{% endfor %}"_s,
                 u"1:31 jump"_s);
        jinjaRow("behind an if with a break",
                 u"{% for i in a %}{% if i %}{% break %}{% endif %}{{ i }}{% endfor %}"_s, u""_s);
        jinjaRow("a break at the end", u"{% for i in a %}x{% break %} {% endfor %}y"_s, u""_s);
        jinjaRow("what fails", u"{% if 1 / 0 %}x{% endif %}"_s, u""_s);
        jinjaRow("what would take long", u"{% if 10 ** 10 ** 10 %}x{% endif %}"_s, u""_s);
    }

    void whatNeverRunsIsTold()
    {
        QFETCH(const Language, language);
        QFETCH(const QString, source);
        QTEST(unreachableText(analyzed(language, source)), "expected");
    }

    void usesOfOthersAreListed()
    {
        const jinja::Analysis analysis
            = analyzed(Language::Jinja2,
                       u"{% extends 'base' %}\n{% include ['none', 'part'] ignore missing %}"
                       "{% import 'lib' as lib %}{% include 'none' %}{% include x %}"_s);
        using Kind = jinja::TemplateUse::Kind;
        QCOMPARE(analysis.uses.size(), 5);
        const jinja::TemplateUse &extended = analysis.uses.at(0);
        QCOMPARE(extended.kind, Kind::Extends);
        QCOMPARE(extended.names, QStringList{u"base"_s});
        QCOMPARE(extended.found, u"base"_s);
        QCOMPARE(placeText(extended.place), u"1:12"_s);
        const jinja::TemplateUse &included = analysis.uses.at(1);
        QCOMPARE(included.kind, Kind::Include);
        QCOMPARE(included.names, (QStringList{u"none"_s, u"part"_s}));
        QCOMPARE(included.found, u"part"_s);
        QVERIFY(included.mayBeMissing);
        QCOMPARE(placeText(included.place), u"2:12"_s);
        QCOMPARE(analysis.uses.at(2).kind, Kind::Import);
        QCOMPARE(analysis.uses.at(3).found, QString());
        QVERIFY(!analysis.uses.at(3).mayBeMissing);
        QCOMPARE(analysis.uses.at(4).names, QStringList());
    }

    void aPlaceHasItsExcerpt()
    {
        const jinja::Analysis analysis
            = analyzed(Language::Jinja2, u"first\n  {{ nmae }} last\nthird"_s, contextNames());
        QCOMPARE(analysis.undefined.size(), 1);
        const Problem problem = analysis.undefined.first().first.located({.message = u"m"_s});
        QCOMPARE(problem.toString(), u"main:2:6: m\n    {{ nmae }} last\n       ^"_s);
    }

    void pathsThatMayBeMissingAreTold()
    {
        const jinja::Analysis analysis = analyzed(
            Language::Jinja2,
            u"{{ values.a.b | default(1) }}{{ 'c' in values }}{{ d is defined }}{{ e }}"_s);
        QVERIFY(analysis.isOptional({u"values"_s, u"a"_s}));
        QVERIFY(analysis.isOptional({u"values"_s, u"a"_s, u"b"_s}));
        QVERIFY(analysis.isOptional({u"values"_s, u"c"_s}));
        QVERIFY(analysis.isOptional({u"d"_s}));
        QVERIFY(!analysis.isOptional({u"values"_s, u"ab"_s}));
        QVERIFY(!analysis.isOptional({u"e"_s}));
    }

    void withStrictNamesATestIsNoGuard()
    {
        jinja::Options options = optionsWith(Language::Jinja2, {});
        options.undefined = jinja::UndefinedKind::Strict;
        const jinja::Analysis analysis = jinja::analyze(
            u"{% if quux %}x{% endif %}"_s, u"main"_s, jinja::Environment(options), contextNames());
        QCOMPARE(undefinedText(analysis), u"quux@1:7"_s);
    }

    void anExpressionHasNoDelimiters()
    {
        const jinja::Environment language(optionsWith(Language::Nunjucks, {}));
        const jinja::Analysis analysis = jinja::analyzeExpression(
            u"values.port + values.nmae"_s, u"main"_s, language, contextNames());
        QCOMPARE(readsText(analysis), u"values.port values.nmae"_s);
        QCOMPARE(undefinedText(analysis), u"values.nmae@1:15~name"_s);
    }

    void whatCannotBeReadIsAProblem_data()
    {
        addAnalysisColumns();
        bothRows("an open expression", u"{{ a"_s, u"*"_s);
        bothRows("an unknown tag", u"{{ a }}{% quux %}"_s, u"*"_s);
        jinjaRow("a loop's word outside of one", u"{{ a }}\n{% break %}{{ b }}"_s, u"a *"_s);
        jinjaRow("brackets without end", u"{{ "_s + u"("_s.repeated(100'000), u"*"_s);
    }

    void whatCannotBeReadIsAProblem()
    {
        QFETCH(const Language, language);
        QFETCH(const QString, source);
        const jinja::Analysis analysis = analyzed(language, source, contextNames());
        QVERIFY(analysis.problem);
        QCOMPARE(analysis.problem->file, u"main"_s);
        QVERIFY(analysis.problem->position);
        QTEST(readsText(analysis), "expected");
        QCOMPARE(undefinedText(analysis), QString());
        QCOMPARE(unusedText(analysis), QString());
    }

    /// Whose number would be felt if each were compared with each.
    void thousandsOfNamesAreGoneThrough()
    {
        QString source;
        for (int i = 0; i < 20'000; ++i)
            source += u"{% set first_%1 = 1 %}{{ frist_%1 }}"_s.arg(i);
        const jinja::Analysis analysis = analyzed(Language::Jinja2, source, contextNames());
        QCOMPARE(analysis.undefined.size(), 20'000);
        QCOMPARE(analysis.unused.size(), 20'000);
        QCOMPARE(analysis.undefined.constFirst().hint, u"Did you mean “first_0”?"_s);
        QCOMPARE(analysis.undefined.constLast().hint, QString());
    }

    void thousandsOfBranchesAreGoneThrough()
    {
        QString source = u"{% if quux %}{{ name }}"_s;
        for (int i = 0; i < 10'000; ++i)
            source += u"{% elif port == %1 %}{{ frob_%1 }}{{ values.port }}"_s.arg(i);
        source += u"{% endif %}{{ frob_0 }}"_s;
        const jinja::Analysis analysis = analyzed(Language::Jinja2, source, contextNames());
        QVERIFY(!analysis.problem);
        QCOMPARE(analysis.undefined.size(), 10'001);
        QVERIFY2(analysis.undefined.at(0).isOnlyTested, "quux");
        QVERIFY2(!analysis.undefined.at(1).isOnlyTested, "frob_0 is read behind it, too");
        QVERIFY2(analysis.undefined.constLast().isOnlyTested, "it depends on quux");
    }

    void thousandsOfValuesOfOneNameAreGoneThrough()
    {
        QString source;
        for (int i = 0; i < 20'000; ++i)
            source += u"{% if port %}{% set quux = 1 %}{{ quux }}{% endif %}{{ quux }}"_s;
        source += u"{% set quux = 2 %}"_s;
        const jinja::Analysis analysis = analyzed(Language::Jinja2, source, contextNames());
        QCOMPARE(undefinedText(analysis), QString());
        QCOMPARE(readsText(analysis), u"port"_s);
        QCOMPARE(analysis.unused.size(), 1);
    }

    void aLineOfThousandsOfNamesHasPlaces()
    {
        QString source;
        for (int i = 0; i < 20'000; ++i)
            source += u"{{ values.port_%1 }} and %2 "_s.arg(i).arg(u'x', 30);
        const jinja::Analysis analysis = analyzed(Language::Nunjucks, source, contextNames());
        QCOMPARE(analysis.undefined.size(), 20'000);
        const jinja::TemplatePlace &last = analysis.undefined.constLast().first;
        QCOMPARE(last.position.line, 1);
        QVERIFY2(last.excerpt.contains(u"values.port_19999"), qPrintable(last.excerpt));
        QCOMPARE(last.excerpt.indexOf(u"values.port_19999"), qsizetype(last.excerptColumn - 1));
    }

    /// Each part includes the next one twice.
    void manyPartsComeToAnEnd()
    {
        Files files;
        for (int i = 0; i < 30; ++i)
            files.insert(QString::number(i),
                         "{% include '" + QByteArray::number(i + 1) + "' %}{% include '"
                             + QByteArray::number(i + 1) + "' %}{{ a" + QByteArray::number(i)
                             + " }}");
        const jinja::Environment language(optionsWith(Language::Jinja2, files));
        const jinja::Analysis analysis
            = jinja::analyze(u"{% include '0' %}"_s, u"main"_s, language, contextNames());
        QVERIFY(analysis.readsAnything);
        QVERIFY(!analysis.problem);
        QCOMPARE(undefinedText(analysis), QString());
    }
};

QTEST_APPLESS_MAIN(TestAnalysis)
#include "tst_analysis.moc"
