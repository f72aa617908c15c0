#include "models/base/problem.h"
#include "models/jinja/failure.h"
#include "models/jinja/lexer.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::jinja;

namespace {

QString shown(const Token &token)
{
    switch (token.type) {
    case TokenType::Data:
        return u'"' + QString(token.text).replace(u'\n', u"\\n"_s) + u'"';
    case TokenType::String:
        return u'\'' + QString(token.text).replace(u'\n', u"\\n"_s) + u'\'';
    case TokenType::Regex:
        return u"r/"_s + token.text + u'/' + token.flags;
    case TokenType::BlockBegin:
        return u"{%"_s;
    case TokenType::BlockEnd:
        return u"%}"_s;
    case TokenType::VariableBegin:
        return u"{{"_s;
    case TokenType::VariableEnd:
        return u"}}"_s;
    case TokenType::End:
        return u"$"_s;
    default:
        return token.text.isEmpty() ? described(token.type) : token.text;
    }
}

QString at(const QString &source, qsizetype offset)
{
    const SourcePosition position = positionOf(source, offset);
    return u"@%1:%2"_s.arg(position.line).arg(position.column);
}

/// The tokens of `source` with their places, up to its end or to what is no token.
QString tokens(const Options &options, const QString &source)
{
    QStringList found;
    try {
        const auto lexer = options.language == Language::Nunjucks
            ? makeNunjucksLexer(source, options, LexerStart::Text)
            : makeJinja2Lexer(source, options, LexerStart::Text);
        for (;;) {
            const Token token = lexer->next();
            found += shown(token) + at(source, token.offset);
            if (token.is(TokenType::End))
                break;
        }
    } catch (const Failure &failure) {
        found += u"! "_s + failure.message + at(source, failure.offset);
    }
    return found.join(u' ');
}

Options nunjucks()
{
    Options options;
    options.language = Language::Nunjucks;
    return options;
}

void row(const char *name, const QString &source, const QString &expected)
{
    QTest::newRow(name) << source << expected;
}

void columns()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
}

} // namespace

/// What words a template is cut into, and where each of them stands.
class LexerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jinja2Words_data();
    void jinja2Words();
    void nunjucksWords_data();
    void nunjucksWords();
    void jinja2TakesBlanksAsItsOptionsSay_data();
    void jinja2TakesBlanksAsItsOptionsSay();
    void nunjucksTakesBlanksAsItsOptionsSay_data();
    void nunjucksTakesBlanksAsItsOptionsSay();
    void anyDelimitersCanBeSet_data();
    void anyDelimitersCanBeSet();
    void linesCanBeStatements_data();
    void linesCanBeStatements();
    void anExpressionHasNoDelimiters();
};

void LexerTest::jinja2Words_data()
{
    columns();
    row("nothing", u""_s, u"$@1:1"_s);
    row("text only", u"a\nb"_s, u"\"a\\nb\"@1:1 $@2:2"_s);
    row("a name", u"a{{ b }}c"_s, u"\"a\"@1:1 {{@1:2 b@1:5 }}@1:7 \"c\"@1:9 $@1:10"_s);
    row("a tag on a line of its own", u"x\n  {% if y %}\nz"_s,
        u"\"x\\n  \"@1:1 {%@2:3 if@2:6 y@2:9 %}@2:11 \"\\nz\"@2:13 $@3:2"_s);
    row("a comment leaves nothing", u"a{# b\nc #}d"_s, u"\"a\"@1:1 \"d\"@2:5 $@2:6"_s);
    row("signs", u"a {{- b -}} c"_s, u"\"a\"@1:1 {{@1:3 b@1:7 }}@1:9 \"c\"@1:13 $@1:14"_s);
    row("plus signs", u"a {%+ b +%} c"_s, u"\"a \"@1:1 {%@1:3 b@1:7 %}@1:9 \" c\"@1:12 $@1:14"_s);
    row("raw text", u"{% raw %}{{ a }}{% endraw %}b"_s, u"\"{{ a }}\"@1:10 \"b\"@1:29 $@1:30"_s);
    row("raw text with signs", u"a {%- raw -%} b {%- endraw -%} c"_s,
        u"\"ab\"@1:1 \"c\"@1:32 $@1:33"_s);
    row("numbers", u"{{ 1 1.5 1e3 0x1F 1_000 }}"_s,
        u"{{@1:1 1@1:4 1.5@1:6 1e3@1:10 0x1F@1:14 1_000@1:19 }}@1:25 $@1:27"_s);
    row("texts", u"{{ 'a\\'b' \"c\\n\" }}"_s, u"{{@1:1 'a'b'@1:4 'c\\n'@1:11 }}@1:17 $@1:19"_s);
    row("operators", u"{{ a//b**c!=d }}"_s,
        u"{{@1:1 a@1:4 //@1:5 b@1:7 **@1:8 c@1:10 !=@1:11 d@1:13 }}@1:15 $@1:17"_s);
    row("braces within", u"{{ {'a': {}} }}"_s,
        u"{{@1:1 {@1:4 'a'@1:5 :@1:8 {@1:10 }@1:11 }@1:12 }}@1:14 $@1:16"_s);
    row("names of other alphabets", u"{{ größe.漢字 }}"_s,
        u"{{@1:1 größe@1:4 .@1:9 漢字@1:10 }}@1:13 $@1:15"_s);
    row("columns are units", u"😀{{ a }}"_s, u"\"😀\"@1:1 {{@1:3 a@1:6 }}@1:8 $@1:10"_s);
    row("a character of no word", u"a\n{{ b ? c }}"_s,
        u"\"a\\n\"@1:1 {{@2:1 b@2:4 ! unexpected char '?' at 7@2:6"_s);
    row("a text without its end", u"{{ 'abc }}"_s, u"{{@1:1 ! unexpected char \"'\" at 3@1:4"_s);
    row("a comment without its end", u"a\n {# b"_s, u"! Missing end of comment tag@2:2"_s);
    row("raw text without its end", u"a\n{% raw %} b"_s, u"! Missing end of raw directive@2:1"_s);
    row("a bracket of another kind", u"{{ (a] }}"_s,
        u"{{@1:1 (@1:4 a@1:5 ! unexpected ']', expected ')'@1:6"_s);
    row("a bracket that nothing opened", u"{{ a) }}"_s, u"{{@1:1 a@1:4 ! unexpected ')'@1:5"_s);
    row("an escape without its digits", u"{{ '\\x4' }}"_s,
        u"{{@1:1 ! truncated \\xXX escape@1:4"_s);
}

void LexerTest::jinja2Words()
{
    QFETCH(const QString, source);
    QFETCH(const QString, expected);
    QCOMPARE(tokens(Options(), source), expected);
}

void LexerTest::nunjucksWords_data()
{
    columns();
    row("nothing", u""_s, u"$@1:1"_s);
    row("a name", u"a{{ b }}c"_s, u"\"a\"@1:1 {{@1:2 b@1:5 }}@1:7 \"c\"@1:9 $@1:10"_s);
    row("a tag on a line of its own", u"x\n  {% if y %}\nz"_s,
        u"\"x\\n  \"@1:1 {%@2:3 if@2:6 y@2:9 %}@2:11 \"\\nz\"@2:13 $@3:2"_s);
    row("a comment leaves nothing", u"a{# b\nc #}d"_s, u"\"a\"@1:1 \"d\"@2:5 $@2:6"_s);
    row("signs", u"a {{- b -}} c"_s, u"\"a\"@1:1 {{@1:3 b@1:7 }}@1:9 \"c\"@1:12 $@1:14"_s);
    row("a comment's signs", u"a {#- b -#} c"_s, u"\"a\"@1:1 \"c\"@1:12 $@1:14"_s);
    row("raw text", u"{% raw %}{{ a }}{% endraw %}b"_s,
        u"{%@1:1 raw@1:4 %}@1:8 \"{{ a }}\"@1:10 \"b\"@1:29 $@1:30"_s);
    row("raw text within raw text", u"{% raw %}{% raw %}{% endraw %}{% endraw %}"_s,
        u"{%@1:1 raw@1:4 %}@1:8 \"{% raw %}{% endraw %}\"@1:10 $@1:43"_s);
    row("numbers", u"{{ 1 1.5 007 }}"_s, u"{{@1:1 1@1:4 1.5@1:6 007@1:10 }}@1:14 $@1:16"_s);
    row("texts with line ends", u"{{ 'a\nb' \"c\\nd\" }}"_s,
        u"{{@1:1 'a\\nb'@1:4 'c\\nd'@2:4 }}@2:11 $@2:13"_s);
    row("operators", u"{{ a===b!==c//d }}"_s,
        u"{{@1:1 a@1:4 ===@1:5 b@1:8 !==@1:9 c@1:12 //@1:13 d@1:15 }}@1:17 $@1:19"_s);
    row("a regular expression", u"{{ r/a\\/b/gi }}"_s, u"{{@1:1 r/a\\/b/gi@1:4 }}@1:14 $@1:16"_s);
    row("constants", u"{{ true none null trues }}"_s,
        u"{{@1:1 true@1:4 none@1:9 null@1:14 trues@1:19 }}@1:25 $@1:27"_s);
    row("characters that no rule takes", u"{{ a ! # }}"_s,
        u"{{@1:1 a@1:4 !@1:6 #@1:8 }}@1:10 $@1:12"_s);
    row("a text without its end ends with the template", u"{{ 'abc }}"_s,
        u"{{@1:1 'abc }}'@1:4 $@1:11"_s);
    row("a comment without its end", u"a\n {# b"_s,
        u"\"a\\n \"@1:1 ! expected end of comment, got end of file@2:2"_s);
    row("the end of a comment alone", u"a\nb #} c"_s, u"! unexpected end of comment@2:3"_s);
}

void LexerTest::nunjucksWords()
{
    QFETCH(const QString, source);
    QFETCH(const QString, expected);
    QCOMPARE(tokens(nunjucks(), source), expected);
}

void LexerTest::jinja2TakesBlanksAsItsOptionsSay_data()
{
    columns();
    row("a line of a tag", u"  {% a %}\nb"_s, u"{%@1:3 a@1:6 %}@1:8 \"b\"@2:1 $@2:2"_s);
    row("a plus sign keeps them", u"  {%+ a +%}\nb"_s,
        u"\"  \"@1:1 {%@1:3 a@1:7 %}@1:9 \"\\nb\"@1:12 $@2:2"_s);
    row("text before the tag keeps them", u"x  {% a %}\nb"_s,
        u"\"x  \"@1:1 {%@1:4 a@1:7 %}@1:9 \"b\"@2:1 $@2:2"_s);
    row("what is printed keeps them", u"  {{ a }}\nb"_s,
        u"\"  \"@1:1 {{@1:3 a@1:6 }}@1:8 \"\\nb\"@1:10 $@2:2"_s);
    row("a comment is a tag", u"  {# a #}\nb"_s, u"\"b\"@2:1 $@2:2"_s);
    row("one line end only", u"{% a %}\n\nb"_s, u"{%@1:1 a@1:4 %}@1:6 \"\\nb\"@2:1 $@3:2"_s);
}

void LexerTest::jinja2TakesBlanksAsItsOptionsSay()
{
    QFETCH(const QString, source);
    QFETCH(const QString, expected);
    Options options;
    options.trimBlocks = options.lstripBlocks = true;
    QCOMPARE(tokens(options, source), expected);
}

void LexerTest::nunjucksTakesBlanksAsItsOptionsSay_data()
{
    columns();
    row("a line of a tag", u"  {% a %}\nb"_s, u"{%@1:3 a@1:6 %}@1:8 \"b\"@2:1 $@2:2"_s);
    row("a Windows line end", u"{% a %}\r\nb"_s, u"{%@1:1 a@1:4 %}@1:6 \"b\"@2:1 $@2:2"_s);
    row("text before the tag keeps them", u"x  {% a %}\nb"_s,
        u"\"x  \"@1:1 {%@1:4 a@1:7 %}@1:9 \"b\"@2:1 $@2:2"_s);
    row("what is printed keeps them", u"  {{ a }}\nb"_s,
        u"\"  \"@1:1 {{@1:3 a@1:6 }}@1:8 \"\\nb\"@1:10 $@2:2"_s);
}

void LexerTest::nunjucksTakesBlanksAsItsOptionsSay()
{
    QFETCH(const QString, source);
    QFETCH(const QString, expected);
    Options options = nunjucks();
    options.trimBlocks = options.lstripBlocks = true;
    QCOMPARE(tokens(options, source), expected);
}

void LexerTest::anyDelimitersCanBeSet_data()
{
    QTest::addColumn<bool>("isNunjucks");
    columns();
    for (const bool isNunjucks : {false, true}) {
        const char *dialect = isNunjucks ? "Nunjucks" : "Jinja2";
        QTest::addRow("%s: each of them", dialect)
            << isNunjucks << u"<% a %><$ b $><# c #>{{ d }}"_s
            << u"{%@1:1 a@1:4 %}@1:6 {{@1:8 b@1:11 }}@1:13 \"{{ d }}\"@1:22 $@1:29"_s;
        QTest::addRow("%s: with signs", dialect)
            << isNunjucks << u"x <%- a -%> y"_s
            << (isNunjucks ? u"\"x\"@1:1 {%@1:3 a@1:7 %}@1:9 \"y\"@1:12 $@1:14"_s
                           : u"\"x\"@1:1 {%@1:3 a@1:7 %}@1:9 \"y\"@1:13 $@1:14"_s);
    }
}

void LexerTest::anyDelimitersCanBeSet()
{
    QFETCH(const bool, isNunjucks);
    QFETCH(const QString, source);
    QFETCH(const QString, expected);
    Options options = isNunjucks ? nunjucks() : Options();
    options.delimiters = {u"<%"_s, u"%>"_s, u"<$"_s, u"$>"_s, u"<#"_s, u"#>"_s};
    QCOMPARE(tokens(options, source), expected);
}

void LexerTest::linesCanBeStatements_data()
{
    columns();
    row("a statement", u"# if a\nb"_s, u"{%@1:1 if@1:3 a@1:6 %}@1:7 \"b\"@2:1 $@2:2"_s);
    row("behind blanks", u"x\n  # a\nb"_s, u"\"x\\n\"@1:1 {%@2:1 a@2:5 %}@2:6 \"b\"@3:1 $@3:2"_s);
    row("not within a line", u"x # a"_s, u"\"x # a\"@1:1 $@1:6"_s);
    row("brackets go over lines", u"# a (\nb)\nc"_s,
        u"{%@1:1 a@1:3 (@1:5 b@2:1 )@2:2 %}@2:3 \"c\"@3:1 $@3:2"_s);
    row("a comment", u"x ## y\nz"_s, u"\"x\"@1:1 \"\\nz\"@1:7 $@2:2"_s);
    row("at the very end", u"# a"_s, u"{%@1:1 a@1:3 %}@1:4 $@1:4"_s);
}

void LexerTest::linesCanBeStatements()
{
    QFETCH(const QString, source);
    QFETCH(const QString, expected);
    Options options;
    options.lineStatementPrefix = u"#"_s;
    options.lineCommentPrefix = u"##"_s;
    QCOMPARE(tokens(options, source), expected);
}

void LexerTest::anExpressionHasNoDelimiters()
{
    const QString source = u"a + 1"_s;
    const Options options;
    const auto lexer = makeJinja2Lexer(source, options, LexerStart::Expression);
    QCOMPARE(lexer->next().text, u"a"_s);
    QCOMPARE(lexer->next().type, TokenType::Add);
    QCOMPARE(lexer->next().text, u"1"_s);
    QCOMPARE(lexer->next().type, TokenType::End);
}

QTEST_APPLESS_MAIN(LexerTest)
#include "tst_lexer.moc"
