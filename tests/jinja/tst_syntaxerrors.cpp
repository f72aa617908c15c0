#include "models/jinja/engine.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::jinja;

namespace {

void row(const char *name, const char *source, int line, int column, const char *message,
         const char *hint = "")
{
    QTest::newRow(name) << QString::fromUtf8(source) << line << column << QString::fromUtf8(message)
                        << QString::fromUtf8(hint);
}

void columns()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("hint");
}

/// "t:2:4: message", the line, a caret below its place and the hint.
QString expected(const QString &source, int line, int column, const QString &message,
                 const QString &hint)
{
    const QString text = source.split(u'\n').at(line - 1);
    return u"t:%1:%2: %3\n  %4\n  %5^"_s.arg(line).arg(column).arg(message, text,
                                                                   QString(column - 1, u' '))
        + (hint.isEmpty() ? QString() : u'\n' + hint);
}

QString actual(const Options &options, const QString &source)
{
    const auto compiled = Environment(options).compile(source, u"t"_s);
    if (!compiled)
        return compiled.error().toString();
    const auto rendered = render(*compiled, TaggedValue::fromMap({}));
    return rendered ? QString::fromUtf8(rendered->bytes) : rendered.error().toString();
}

/// `told` without the hint, where a row names none: many messages share theirs.
QString upTo(const QString &hint, const QString &told)
{
    return hint.isEmpty() ? told.section(u'\n', 0, 2) : told;
}

void rowsOfBranches()
{
    row("an if without its condition", "{% if %}", 1, 7,
        "Expected an expression, got 'end of statement block'");
    row("an if without its end", "a\n{% if x %}\nb", 2, 11,
        "Unexpected end of template. Jinja was looking for the following tags: 'elif' or 'else' or "
        "'endif'. The innermost block that needs to be closed is 'if'.",
        "“if” was opened in line 2.");
    row("an elif behind else", "{% if x %}{% else %}{% elif y %}{% endif %}", 1, 24,
        "Encountered unknown tag 'elif'. Jinja was looking for the following tags: 'endif'. The "
        "innermost block that needs to be closed is 'if'.");
    row("an end that nothing began", "a {% endif %}", 1, 6, "Encountered unknown tag 'endif'.");
    row("the end of something else", "{% if x %}{% endfor %}", 1, 14,
        "Encountered unknown tag 'endfor'. Jinja was looking for the following tags: 'elif' or "
        "'else' or 'endif'. The innermost block that needs to be closed is 'if'.");
    row("a for without in", "{% for x xs %}{% endfor %}", 1, 10, "expected token 'in', got 'xs'");
    row("a for without a name", "{% for in xs %}{% endfor %}", 1, 11,
        "expected token 'in', got 'xs'");
    row("a for into a constant", "{% for 1 in xs %}{% endfor %}", 1, 8, "can't assign to 'const'");
    row("a for into loop", "{% for loop in xs %}{% endfor %}", 1, 4,
        "Can't assign to special loop variable in for-loop target");
    row("a for without its end", "{% for x in xs %}\n  {{ x }}\n", 2, 10,
        "Unexpected end of template. Jinja was looking for the following tags: 'endfor' or 'else'. "
        "The innermost block that needs to be closed is 'for'.",
        "“for” was opened in line 1.");
    row("a set without a value", "{% set x = %}", 1, 12,
        "Expected an expression, got 'end of statement block'");
    row("a set of a constant", "{% set none = 1 %}", 1, 8, "can't assign to 'const'");
    row("a set without its end", "{% set x %}\nabc", 1, 12,
        "Unexpected end of template. Jinja was looking for the following tags: 'endset'. The "
        "innermost block that needs to be closed is 'set'.",
        "“set” was opened in line 1.");
    row("a macro without its name", "{% macro (a) %}{% endmacro %}", 1, 10,
        "expected token 'name', got '('");
}

void rowsOfMacros()
{
    row("a macro without parentheses", "{% macro m %}{% endmacro %}", 1, 12,
        "expected token '(', got 'end of statement block'");
    row("a macro's default before a parameter without", "{% macro m(a=1, b) %}{% endmacro %}", 1,
        18, "non-default argument follows default argument");
    row("a macro's parameter twice", "{% macro m(a, a) %}{% endmacro %}", 1, 15,
        "duplicate argument 'a' in function definition");
    row("a macro that is called none", "{% macro none() %}{% endmacro %}", 1, 10,
        "can't assign to 'name'");
    row("a macro without its end", "{% macro m() %}", 1, 16,
        "Unexpected end of template. Jinja was looking for the following tags: 'endmacro'. The "
        "innermost block that needs to be closed is 'macro'.",
        "“macro” was opened in line 1.");
    row("a call without a call", "{% call m %}{% endcall %}", 1, 4, "expected call");
    row("a call without its end", "{% call m() %}", 1, 15,
        "Unexpected end of template. Jinja was looking for the following tags: 'endcall'. The "
        "innermost block that needs to be closed is 'call'.",
        "“call” was opened in line 1.");
    row("a filter block without a filter", "{% filter %}{% endfilter %}", 1, 11,
        "expected token 'name', got 'end of statement block'");
    row("a filter block without its end", "{% filter upper %}", 1, 19,
        "Unexpected end of template. Jinja was looking for the following tags: 'endfilter'. The "
        "innermost block that needs to be closed is 'filter'.",
        "“filter” was opened in line 1.");
}

void rowsOfBlocks()
{
    row("a block without a name", "{% block %}{% endblock %}", 1, 10,
        "expected token 'name', got 'end of statement block'");
    row("a block twice", "{% block a %}{% endblock %}\n{% block a %}{% endblock %}", 2, 10,
        "block 'a' defined twice");
    row("a block that ends as another", "{% block a %}{% endblock b %}", 1, 26,
        "expected token 'end of statement block', got 'b'");
    row("a block's name with a hyphen", "{% block a-b %}{% endblock %}", 1, 11,
        "Block names in Jinja have to be valid Python identifiers and may not contain hyphens, use "
        "an underscore instead.");
    row("a required block with content", "{% block a required %}x{% endblock %}", 1, 36,
        "Required blocks can only contain comments or whitespace");
    row("an include of nothing", "{% include %}", 1, 12, "unexpected 'end of statement block'");
    row("an import without a name", "{% import 'a' %}", 1, 15,
        "expected token 'as', got 'end of statement block'");
    row("an import of an underlined name", "{% from 'a' import _b %}", 1, 20,
        "names starting with an underline can not be imported");
    row("an import of nothing", "{% from 'a' %}", 1, 13,
        "expected token 'import', got 'end of statement block'");
    row("a with without its end", "{% with a = 1 %}", 1, 17,
        "Unexpected end of template. Jinja was looking for the following tags: 'endwith'. The "
        "innermost block that needs to be closed is 'with'.",
        "“with” was opened in line 1.");
    row("a with without a value", "{% with a = %}{% endwith %}", 1, 13,
        "unexpected 'end of statement block'");
}

void rowsOfTheRest()
{
    row("an extends of nothing", "{% extends %}", 1, 12, "unexpected 'end of statement block'");
    row("an autoescape without a value", "{% autoescape %}{% endautoescape %}", 1, 15,
        "unexpected 'end of statement block'");
    row("raw text without its end", "a {% raw %} b", 1, 3, "Missing end of raw directive");
    row("a comment without its end", "a\n  {# b", 2, 3, "Missing end of comment tag");
    row("a tag that nobody knows", "{% fro x in xs %}", 1, 4, "Encountered unknown tag 'fro'.",
        "Did you mean “for”?");
    row("a tag that needs an extension", "{% do f() %}", 1, 4, "Encountered unknown tag 'do'.",
        "This tag needs the extension “jinja2.ext.do”.");
    row("a break outside of a loop", "{% break %}", 1, 4, "'break' outside loop");
}

void rowsOfExpressions()
{
    row("nothing to print", "{{ }}", 1, 4, "Expected an expression, got 'end of print statement'");
    row("what is printed without its end", "a {{ b", 1, 7,
        "unexpected end of template, expected 'end of print statement'.");
    row("two names", "{{ a b }}", 1, 6, "expected token 'end of print statement', got 'b'");
    row("an operator without its right side", "{{ a + }}", 1, 8,
        "unexpected 'end of print statement'");
    row("a parenthesis without its end", "{{ (a }}", 1, 7, "unexpected '}', expected ')'");
    row("a keyword twice", "{{ f(a=1, a=2) }}", 1, 11, "keyword argument repeated: a");
    row("a keyword of a filter twice", "{{ x|d(boolean=1, boolean=2) }}", 1, 19,
        "keyword argument repeated: boolean");
    row("a keyword of a test twice", "{{ x is eq(a=1, a=2) }}", 1, 17,
        "keyword argument repeated: a");
    row("a keyword twice where nothing runs", "{% if 0 %}{{ f(a=1, a=2) }}{% endif %}", 1, 21,
        "keyword argument repeated: a");
    row("a caller beside a call block", "{% call m(caller=1) %}{% endcall %}", 1, 10,
        "keyword argument repeated: caller");
    row("an error behind Windows' line ends", "a\r\nb\r\n{{ c d }}", 3, 6,
        "expected token 'end of print statement', got 'd'");
    row("a list without its end", "{{ [1, 2 }}", 1, 10, "unexpected '}', expected ']'");
    row("a map without a value", "{{ {'a': } }}", 1, 10, "unexpected '}'");
    row("an end of another bracket", "{{ (1] }}", 1, 6, "unexpected ']', expected ')'");
    row("an attribute without a name", "{{ a. }}", 1, 7, "expected name or number");
    row("a subscript without its end", "{{ a[1 }}", 1, 8, "unexpected '}', expected ']'");
    row("a filter without a name", "{{ a| }}", 1, 7,
        "expected token 'name', got 'end of print statement'");
    row("a filter of Nunjucks", "{{ a|dump }}", 1, 6, "No filter named 'dump'.",
        "Write “tojson”: that is what it is called here.");
    row("a filter that nobody knows", "{{ a|uper }}", 1, 6, "No filter named 'uper'.",
        "Did you mean “upper”?");
}

void rowsOfWords()
{
    row("a test that nobody knows", "{{ a is defind }}", 1, 6, "No test named 'defind'.",
        "Did you mean “defined”?");
    row("a test without a name", "{{ a is }}", 1, 9,
        "expected token 'name', got 'end of print statement'");
    row("two tests in a row", "{{ a is b is c }}", 1, 11,
        "You cannot chain multiple tests with is");
    row("an argument behind a named one", "{{ f(a=1, 2) }}", 1, 5,
        "invalid syntax for function call expression");
    row("an inline if without its condition", "{{ a if }}", 1, 9,
        "unexpected 'end of print statement'");
    row("a text without its end", "{{ 'abc }}", 1, 4, "unexpected char \"'\" at 3");
    row("a character that is none", "{{ a ? b : c }}", 1, 6, "unexpected char '?' at 5");
    row("an assignment that is none", "{{ a = 1 }}", 1, 6,
        "expected token 'end of print statement', got '='");
    row("in the third line", "first\nsecond {{ a\n  + }}", 3, 5,
        "unexpected 'end of print statement'");
    row("a map's end as a print's", "{{ {'a': 1 }}", 1, 13, "unexpected '}'");
}

void nunjucksRowsOfTags()
{
    row("an if without its condition", "{% if %}", 1, 7, "unexpected 'end of statement block'");
    row("an if without its end", "a\n{% if x %}\nb", 3, 2,
        "Unexpected end of template. Nunjucks was looking for the following tags: 'elif' or "
        "'elseif' "
        "or 'else' or 'endif'. The innermost block that needs to be closed is 'if'.",
        "“if” was opened in line 2.");
    row("a block without its end before a newline", "{% block a %}\nb\n", 2, 2,
        "Unexpected end of template. Nunjucks was looking for the following tags: 'endblock'. The "
        "innermost block that needs to be closed is 'block'.",
        "“block” was opened in line 1.");
    row("an end that nothing began", "a {% endif %}", 1, 6, "Encountered unknown tag 'endif'.");
    row("a for without in", "{% for x xs %}{% endfor %}", 1, 10, "expected token 'in', got 'xs'");
    row("a for without its end", "{% for x in xs %}", 1, 18,
        "Unexpected end of template. Nunjucks was looking for the following tags: 'endfor' or "
        "'else'. "
        "The innermost block that needs to be closed is 'for'.",
        "“for” was opened in line 1.");
    row("a set without a value", "{% set x = %}", 1, 12, "unexpected 'end of statement block'");
    row("a set without its end", "{% set x %}\nabc", 2, 4,
        "Unexpected end of template. Nunjucks was looking for the following tags: 'endset'. The "
        "innermost block that needs to be closed is 'set'.",
        "“set” was opened in line 1.");
    row("a macro without its name", "{% macro (a) %}{% endmacro %}", 1, 10,
        "expected token 'name', got '('");
    row("a macro without its end", "{% macro m() %}", 1, 16,
        "Unexpected end of template. Nunjucks was looking for the following tags: 'endmacro'. The "
        "innermost block that needs to be closed is 'macro'.",
        "“macro” was opened in line 1.");
    row("a call without its end", "{% call m() %}", 1, 15,
        "Unexpected end of template. Nunjucks was looking for the following tags: 'endcall'. The "
        "innermost block that needs to be closed is 'call'.",
        "“call” was opened in line 1.");
    row("a filter block without its end", "{% filter upper %}", 1, 19,
        "Unexpected end of template. Nunjucks was looking for the following tags: 'endfilter'. The "
        "innermost block that needs to be closed is 'filter'.",
        "“filter” was opened in line 1.");
    row("a block without a name", "{% block %}{% endblock %}", 1, 10,
        "expected token 'name', got 'end of statement block'");
    row("a block without its end", "{% block a %}", 1, 14,
        "Unexpected end of template. Nunjucks was looking for the following tags: 'endblock'. The "
        "innermost block that needs to be closed is 'block'.",
        "“block” was opened in line 1.");
    row("an include of nothing", "{% include %}", 1, 12, "unexpected 'end of statement block'");
    row("an import without a name", "{% import 'a' %}", 1, 15,
        "expected token 'as', got 'end of statement block'");
    row("an import of an underlined name", "{% from 'a' import _b %}", 1, 20,
        "names starting with an underline can not be imported");
    row("an extends of nothing", "{% extends %}", 1, 12, "unexpected 'end of statement block'");
    row("a switch without a case", "{% switch x %}{% endswitch %}", 1, 30,
        "Unexpected end of template. Nunjucks was looking for the following tags: 'case' or "
        "'default' "
        "or 'endswitch'. The innermost block that needs to be closed is 'switch'.",
        "“switch” was opened in line 1.");
    row("a switch without its end", "{% switch x %}{% case 1 %}a", 1, 28,
        "Unexpected end of template. Nunjucks was looking for the following tags: 'case' or "
        "'default' "
        "or 'endswitch'. The innermost block that needs to be closed is 'switch'.",
        "“switch” was opened in line 1.");
    row("a comment without its end", "a\n  {# b", 2, 3, "expected end of comment, got end of file");
    row("the end of a comment alone", "a #} b", 1, 3, "unexpected end of comment");
}

void nunjucksRowsOfExpressions()
{
    row("a tag that nobody knows", "{% fro x in xs %}", 1, 4, "Encountered unknown tag 'fro'.",
        "Did you mean “for”?");
    row("nothing to print", "{{ }}", 1, 4, "unexpected 'end of print statement'");
    row("what is printed without its end", "a {{ b", 1, 7,
        "unexpected end of template, expected 'end of print statement'.");
    row("two names", "{{ a b }}", 1, 6, "expected token 'end of print statement', got 'b'");
    row("an operator without its right side", "{{ a + }}", 1, 8,
        "unexpected 'end of print statement'");
    row("a parenthesis without its end", "{{ (a }}", 1, 7,
        "expected token ',', got 'end of print statement'");
    row("a list without its end", "{{ [1, 2 }}", 1, 10,
        "expected token ',', got 'end of print statement'");
    row("a map without a value", "{{ {'a': } }}", 1, 10, "unexpected '}'");
    row("an attribute without a name", "{{ a. }}", 1, 7, "expected name or number");
    row("a filter without a name", "{{ a | }}", 1, 8,
        "expected token 'name', got 'end of print statement'");
    row("a filter that nobody knows", "{{ a | uper }}", 1, 8, "filter not found: uper",
        "Did you mean “upper”?");
    row("a filter by its name elsewhere", "{{ a | uppercase }}", 1, 8,
        "filter not found: uppercase", "Write “upper”: that is what it is called here.");
    row("a filter of Jinja2", "{{ a | tojson }}", 1, 8, "filter not found: tojson",
        "Write “dump”: that is what it is called here.");
    row("a test without a name", "{{ a is }}", 1, 9, "unexpected 'end of print statement'");
    row("a regular expression that is none", "{{ r/[/ }}", 1, 4, "This class has no end.");
    row("a character that no rule takes", "{{ a ! b }}", 1, 6,
        "expected token 'end of print statement', got '!'");
}

} // namespace

/// What is wrong with a template is said in Jinja2's words, with its line and column, the line
/// itself with a caret below, and a way out where there is one: for each construct.
class SyntaxErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jinja2PointsAtIt_data()
    {
        columns();
        rowsOfBranches();
        rowsOfMacros();
        rowsOfBlocks();
        rowsOfTheRest();
        rowsOfExpressions();
        rowsOfWords();
    }

    void jinja2PointsAtIt()
    {
        QFETCH(const QString, source);
        QFETCH(const int, line);
        QFETCH(const int, column);
        QFETCH(const QString, message);
        QFETCH(const QString, hint);
        Options options;
        if (source.contains(u"break"))
            options.extensions.append(u"jinja2.ext.loopcontrols"_s);
        QCOMPARE(upTo(hint, actual(options, source)),
                 expected(source, line, column, message, hint));
    }

    void nunjucksPointsAtIt_data()
    {
        columns();
        nunjucksRowsOfTags();
        nunjucksRowsOfExpressions();
    }

    void nunjucksPointsAtIt()
    {
        QFETCH(const QString, source);
        QFETCH(const int, line);
        QFETCH(const int, column);
        QFETCH(const QString, message);
        QFETCH(const QString, hint);
        Options options;
        options.language = Language::Nunjucks;
        QCOMPARE(upTo(hint, actual(options, source)),
                 expected(source, line, column, message, hint));
    }

    void aTagLikeNoOtherComesWithThoseThereAre()
    {
        Options options;
        options.language = Language::Nunjucks;
        const QString told = actual(options, u"{% quux %}"_s);
        const QString hint = told.section(u'\n', -1);
        QVERIFY2(hint.startsWith(u"There are the tags "), qPrintable(told));
        for (const QString &tag : {u"if"_s, u"for"_s, u"set"_s, u"macro"_s, u"raw"_s})
            QVERIFY2(hint.contains(u' ' + tag), qPrintable(told));
        QVERIFY2(!actual(options, u"{% endif %}"_s).contains(u"There are the tags"), "endif");
    }

    void whatBackstageCannotIncludeIsSaid()
    {
        const QString told = actual(Options::backstageNunjucks(), u"{% include 'nope.txt' %}"_s);
        QVERIFY2(told.section(u'\n', -1).contains(u"cannot include"), qPrintable(told));
    }

    /// Two units each in a column, one character each above the caret.
    void theCaretStandsBelowWhatIsShown()
    {
        QCOMPARE(upTo({}, actual(Options(), u"😀😀 {{ a b }}"_s)),
                 u"t:1:11: expected token 'end of print statement', got 'b'\n"
                 "  😀😀 {{ a b }}\n"
                 "          ^"_s);
    }

    void aTemplateThatIsIncludedNamesItself()
    {
        Options options;
        options.loader = [](const QString &) -> Result<std::optional<QByteArray>> {
            return QByteArray("fine\n{% if %}");
        };
        QCOMPARE(actual(options, u"{% include 'inner.txt' %}"_s),
                 u"inner.txt:2:7: Expected an expression, got 'end of statement block'\n"
                 "  {% if %}\n"
                 "        ^\n"
                 "An expression is missing before this."_s);
    }

    void manyLinesAreCounted()
    {
        const QString source = QString(5000, u'\n') + u"   {{ a"_s;
        QCOMPARE(actual(Options(), source),
                 expected(source, 5001, 8,
                          u"unexpected end of template, expected 'end of print statement'."_s,
                          u"“{{” was opened in line 5001 and is not closed: write }}"_s));
    }
};

QTEST_APPLESS_MAIN(SyntaxErrorsTest)
#include "tst_syntaxerrors.moc"
