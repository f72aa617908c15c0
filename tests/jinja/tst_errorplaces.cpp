#include "models/jinja/engine.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::jinja;

namespace {

void row(const char *name, const char *source, int line, int column, const char *message)
{
    QTest::newRow(name) << QString::fromUtf8(source)
                        << u"t:%1:%2: %3"_s.arg(line).arg(column).arg(QString::fromUtf8(message));
}

void columns()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
}

QString headline(const Options &options, const QString &source)
{
    const auto compiled = Environment(options).compile(source, u"t"_s);
    if (!compiled)
        return compiled.error().toString();
    const TaggedValue context(waymark::Value(Map{{u"d"_s, Map{{u"a"_s, Map{{u"b"_s, 1}}}}}}));
    const auto rendered = render(*compiled, context);
    return rendered ? u"rendered: "_s + QString::fromUtf8(rendered->bytes)
                    : rendered.error().problem.headline();
}

void rowsOfExpressions()
{
    row("a name", "x {{ missing.a }}", 1, 14, "'missing' is undefined");
    row("an attribute of an attribute", "{{ d.a.b.c.e }}", 1, 12,
        "'int object' has no attribute 'c'");
    row("a subscript", "{{ d['a']['b']['c']['e'] }}", 1, 20, "'int object' has no attribute 'c'");
    row("a sum", "{{ 1 + d }}", 1, 6, "unsupported operand type(s) for +: 'int' and 'dict'");
    row("the second operator of two", "{{ 1 + 2 + d }}", 1, 10,
        "unsupported operand type(s) for +: 'int' and 'dict'");
    row("a comparison", "{{ 1 < 'a' }}", 1, 6,
        "'<' not supported between instances of 'int' and 'str'");
    row("the second comparison of a chain", "{{ 1 < 2 < 'a' }}", 1, 6,
        "'<' not supported between instances of 'int' and 'str'");
    row("in", "{{ 1 in 5 }}", 1, 6, "argument of type 'int' is not iterable");
    row("a sign", "{{ -d }}", 1, 4, "bad operand type for unary -: 'dict'");
    row("a power", "{{ 2 ** d }}", 1, 6,
        "unsupported operand type(s) for ** or pow(): 'int' and 'dict'");
    row("a call", "{{ d.a() }}", 1, 7, "'dict' object is not callable");
    row("a call within a call", "{{ range(range()) }}", 1, 15,
        "range expected at least 1 argument, got 0");
    row("a filter", "{{ 'a'|abs }}", 1, 8, "bad operand type for abs(): 'str'");
    row("the second filter", "{{ 'a'|upper|abs }}", 1, 14, "bad operand type for abs(): 'str'");
    row("a filter's argument", "{{ 'a'|center(1 / 0) }}", 1, 17, "division by zero");
    row("a test's argument", "{{ 1 is divisibleby(1 / 0) }}", 1, 23, "division by zero");
    row("a method", "{{ 'a'.upper(1) }}", 1, 8, "str.upper() takes no arguments (1 given)");
    row("an inline if", "{{ 1 if 1 / 0 else 2 }}", 1, 11, "division by zero");
    row("a macro that is a generator",
        "{% macro m() %}{% include 'x' without context %}{% endmacro %}{{ m() }}", 1, 67,
        "Jinja2 makes a generator, and no text, of a macro that includes a template without "
        "context");
    row("a slice", "{{ 'abc'[::0] }}", 1, 9, "slice step cannot be zero");
}

void rowsOfStatements()
{
    row("a key of a map", "{{ {[]: 1} }}", 1, 5, "unhashable type: 'list'");
    row("an item of a list", "{{ [1, 2, 3 / 0] }}", 1, 13, "division by zero");
    row("a condition", "a\n{% if 1 / 0 %}{% endif %}", 2, 9, "division by zero");
    row("a second condition", "{% if false %}{% elif 1 / 0 %}{% endif %}", 1, 25,
        "division by zero");
    row("what a loop goes through", "{% for x in 5 %}{% endfor %}", 1, 13,
        "'int' object is not iterable");
    row("a loop's filter", "{% for x in [1] if 1 / 0 %}{% endfor %}", 1, 22, "division by zero");
    row("what is unpacked", "{% for a, b in [1] %}{% endfor %}", 1, 16,
        "cannot unpack non-iterable int object");
    row("a set", "{% set x = 1 / 0 %}", 1, 14, "division by zero");
    row("a with", "{% with x = 1 / 0 %}{% endwith %}", 1, 15, "division by zero");
    row("a macro's default", "{% macro m(a=1 / 0) %}{% endmacro %}\n{{ m() }}", 1, 16,
        "division by zero");
    row("in a macro", "{% macro m() %}\n  {{ 1 / 0 }}{% endmacro %}\n{{ m() }}", 2, 8,
        "division by zero");
    row("in the body of a call",
        "{% macro m() %}{{ caller() }}{% endmacro %}\n{% call m() %}\n {{ 1 / 0 }}{% endcall %}", 3,
        7, "division by zero");
    row("in a block", "{% block b %}\n{{ 1 / 0 }}{% endblock %}", 2, 6, "division by zero");
    row("an include", "{% include 'none' %}", 1, 12, "no loader for this environment specified");
    row("in the third line of a print", "{{ [1,\n 2,\n 1 / 0] }}", 1, 4, "division by zero");
}

void rowsOfNunjucks()
{
    row("a name", "x {{ missing.a() }}", 1, 15,
        "Unable to call `missing[\"a\"]`, which is undefined or falsey");
    row("a call", "{{ d.a() }}", 1, 7, "Unable to call `d[\"a\"]`, which is not a function");
    row("a filter", "{{ d | abs | nope }}", 1, 14, "filter not found: nope");
    row("a filter of the wrong kind", "{{ d | capitalize }}", 1, 8,
        "str.toLowerCase is not a function");
    row("a filter's argument", "{{ 'a' | center(nope()) }}", 1, 21,
        "Unable to call `nope`, which is undefined or falsey");
    row("a call of nothing", "{{ nope() }}", 1, 8,
        "Unable to call `nope`, which is undefined or falsey");
    row("in the second line", "a\n  {{ nope() }}", 2, 10,
        "Unable to call `nope`, which is undefined or falsey");
    row("in a macro", "{% macro m() %}\n  {{ nope() }}{% endmacro %}\n{{ m() }}", 2, 10,
        "Unable to call `nope`, which is undefined or falsey");
    row("in a loop", "{% for x in [1] %}\n{{ x }}{{ nope() }}{% endfor %}", 2, 15,
        "Unable to call `nope`, which is undefined or falsey");
    row("a condition", "{% if nope() %}{% endif %}", 1, 11,
        "Unable to call `nope`, which is undefined or falsey");
    row("an include", "{% include 'none' %}", 1, 12, "template not found: none");
}

} // namespace

/// What fails while it runs is named with the place of the word at which it fails: the parser gives
/// each node its own.
class ErrorPlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jinja2NamesTheWord_data()
    {
        columns();
        rowsOfExpressions();
        rowsOfStatements();
    }

    void jinja2NamesTheWord()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, expected);
        QCOMPARE(headline(Options(), source), expected);
    }

    void nunjucksNamesTheWord_data()
    {
        columns();
        rowsOfNunjucks();
    }

    void nunjucksNamesTheWord()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, expected);
        Options options;
        options.language = Language::Nunjucks;
        QCOMPARE(headline(options, source), expected);
    }

    /// What a macro is called with is the caller's fault, its defaults are its own.
    void aMacroOfAnotherTemplateKeepsItsPlaces_data()
    {
        columns();
        QTest::newRow("too many arguments")
            << u"{% import 'm' as k %}\n\n{{ k.m(1, 2) }}"_s
            << u"t:3:7: macro 'm' takes not more than 1 argument(s)"_s;
        QTest::newRow("an unknown keyword") << u"{% import 'm' as k %}\n{{ k.m(b=1) }}"_s
                                            << u"t:2:7: macro 'm' takes no keyword argument 'b'"_s;
        QTest::newRow("a default")
            << u"{% import 'm' as k %}{{ k.m() }}"_s << u"m:2:16: division by zero"_s;
        QTest::newRow("its body") << u"{% import 'm' as k %}{{ k.m('x') }}"_s
                                  << u"m:3:6: unsupported operand type(s) for /: 'str' and 'int'"_s;
    }

    void aMacroOfAnotherTemplateKeepsItsPlaces()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, expected);
        Options options;
        options.loader = [](const QString &) -> Result<std::optional<QByteArray>> {
            return QByteArray("a\n{% macro m(a=1 / 0) %}\n{{ a / 2 }}{% endmacro %}");
        };
        QCOMPARE(headline(options, source), expected);
    }
};

QTEST_APPLESS_MAIN(ErrorPlacesTest)
#include "tst_errorplaces.moc"
