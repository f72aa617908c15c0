#include "models/yaml/yamlscanner.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

QString nameOf(YamlToken::Type type)
{
    using enum YamlToken::Type;
    static const QHash<YamlToken::Type, QString> names{{Directive, u"%"_s},
                                                       {DocumentStart, u"---"_s},
                                                       {DocumentEnd, u"..."_s},
                                                       {BlockSequenceStart, u"-["_s},
                                                       {BlockMappingStart, u"-{"_s},
                                                       {BlockEnd, u"end"_s},
                                                       {FlowSequenceStart, u"["_s},
                                                       {FlowSequenceEnd, u"]"_s},
                                                       {FlowMappingStart, u"{"_s},
                                                       {FlowMappingEnd, u"}"_s},
                                                       {BlockEntry, u"-"_s},
                                                       {FlowEntry, u","_s},
                                                       {Key, u"?"_s},
                                                       {Value, u":"_s},
                                                       {Alias, u"*"_s},
                                                       {Anchor, u"&"_s},
                                                       {Tag, u"!"_s},
                                                       {StreamEnd, u"."_s}};
    return names.value(type);
}

/// All tokens of `text`: a scalar as it is written, the others by their signs; or the fault.
QString tokens(const QByteArray &text)
{
    QStringList words;
    try {
        YamlScanner scanner(text, 0);
        for (;;) {
            const YamlToken token = scanner.take();
            const QByteArray source = text.sliced(token.begin, token.end - token.begin);
            words += token.type == YamlToken::Type::Scalar
                ? u"<"_s + QString::fromUtf8(source).replace(u'\n', u'/') + u'>'
                : nameOf(token.type);
            if (token.type == YamlToken::Type::StreamEnd)
                return words.join(u' ');
        }
    } catch (const YamlFault &fault) {
        return u"%1 at %2"_s.arg(fault.code).arg(fault.offset);
    }
}

} // namespace

class TestYamlScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTextIsSplitIntoTokens_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("tokens");
        const auto row = [](const char *name, const QByteArray &text, const QString &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("nothing", "", u"."_s);
        row("a comment", "# x\n", u"."_s);
        row("a text", "a b\n", u"<a b> ."_s);
        row("a map", "a: 1\nb: 2\n", u"-{ ? <a> : <1> ? <b> : <2> end ."_s);
        row("a map in a map", "a:\n  b: 1\n", u"-{ ? <a> : -{ ? <b> : <1> end end ."_s);
        row("a list", "- a\n- b\n", u"-[ - <a> - <b> end ."_s);
        row("a list in a list", "- - a\n", u"-[ - -[ - <a> end end ."_s);
        row("a list no deeper than its key", "a:\n- b\n", u"-{ ? <a> : - <b> end ."_s);
        row("a map in a list", "- a: 1\n  b: 2\n", u"-[ - -{ ? <a> : <1> ? <b> : <2> end end ."_s);
        row("an explicit key", "? a\n: b\n", u"-{ ? <a> : <b> end ."_s);
        row("brackets", "[a, b]", u"[ <a> , <b> ] ."_s);
        row("braces", "{a: 1, b}", u"{ ? <a> : <1> , <b> } ."_s);
        row("a pair in brackets", "[a: 1]", u"[ ? <a> : <1> ] ."_s);
        row("a quoted key without blank", "{\"a\":1}", u"{ ? <\"a\"> : <1> } ."_s);
        row("brackets as key", "[a]: b\n", u"-{ ? [ <a> ] : <b> end ."_s);
        row("documents", "--- a\n---\nb\n...\n", u"--- <a> --- <b> ... ."_s);
        row("a directive", "%YAML 1.2\n---\n", u"% --- ."_s);
        row("an anchor and an alias", "- &x a\n- *x\n", u"-[ - & <a> - * end ."_s);
        row("a tag", "!t a\n", u"! <a> ."_s);
        row("a verbatim tag", "!<tag:x> a\n", u"! <a> ."_s);
        row("an anchor of a map", "&x\na: 1\n", u"& -{ ? <a> : <1> end ."_s);
        row("an anchor of a key", "&x a: 1\n", u"-{ ? & <a> : <1> end ."_s);
        row("a literal", "a: |\n  x\n  y\nb: 1\n", u"-{ ? <a> : <|/  x/  y/> ? <b> : <1> end ."_s);
        row("plain over lines", "a: b\n  c\n", u"-{ ? <a> : <b/  c> end ."_s);
        row("quotes over lines", "'a\n b'\n", u"<'a/ b'> ."_s);
        row("a colon within", "a:b\n", u"<a:b> ."_s);
        row("a number sign within", "a#b\n", u"<a#b> ."_s);
        row("a dash within", "a-b - c\n", u"<a-b - c> ."_s);
        row("marks that are none", "---a\n", u"<---a> ."_s);
        row("marks in brackets", "[a, ---]\n", u"[ <a> , <---> ] ."_s);
        row("a text behind a block that ends it", "a:\n  b\nc: d\n",
            u"-{ ? <a> : <b> ? <c> : <d> end ."_s);
        row("the last line without end", "a:", u"-{ ? <a> : end ."_s);
        row("Windows", "a: 1\r\nb: 2\r\n", u"-{ ? <a> : <1> ? <b> : <2> end ."_s);
    }

    void aTextIsSplitIntoTokens()
    {
        QFETCH(const QByteArray, text);
        QTEST(tokens(text), "tokens");
    }

    void whatIsNoTokenIsAFaultAtItsByte_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const QByteArray &text, const QString &fault) {
            QTest::newRow(name) << text << fault;
        };
        row("a sign that is reserved", "a: @b", u"yaml.syntax at 3"_s);
        row("a backtick", "- `x`", u"yaml.syntax at 2"_s);
        row("a percent sign in a value", "a: %b", u"yaml.syntax at 3"_s);
        row("a closing bracket", "]", u"yaml.bracket at 0"_s);
        row("the wrong bracket", "{]", u"yaml.bracket at 1"_s);
        row("a tab", "a:\n\tb: 1", u"yaml.tab at 3"_s);
        row("a quote without end", "a: 'b", u"yaml.unterminated at 3"_s);
        row("text behind a quote", "'a'b", u"yaml.syntax at 3"_s);
        row("a list item in a value", "a: - b", u"yaml.syntax at 3"_s);
        row("a second value", "a: b: c", u"yaml.syntax at 4"_s);
        row("an escape", "\"\\q\"", u"yaml.escape at 1"_s);
        row("an alias without name", "* a", u"yaml.syntax at 0"_s);
        row("an anchor without name", "& a", u"yaml.syntax at 0"_s);
        row("a key that does not go on", "a: 1\nb\nc: 1", u"yaml.colon-missing at 5"_s);
        row("a tag that is not closed", "!<a b", u"yaml.tag at 0"_s);
        row("a block with text behind its sign", "|x", u"yaml.block-header at 1"_s);
    }

    void whatIsNoTokenIsAFaultAtItsByte()
    {
        QFETCH(const QByteArray, text);
        QTEST(tokens(text), "fault");
    }

    void lookingAheadTakesNothing()
    {
        YamlScanner scanner("a: b\n", 0);
        QCOMPARE(scanner.peek().type, YamlToken::Type::BlockMappingStart);
        QCOMPARE(scanner.peek().type, YamlToken::Type::BlockMappingStart);
        QCOMPARE(scanner.take().type, YamlToken::Type::BlockMappingStart);
        QCOMPARE(scanner.peek().type, YamlToken::Type::Key);
    }

    void theEndStays()
    {
        YamlScanner scanner("a", 0);
        QCOMPARE(scanner.take().type, YamlToken::Type::Scalar);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(scanner.take().type, YamlToken::Type::StreamEnd);
    }

    void scanningBeginsWhereItShould()
    {
        YamlScanner scanner("a: [\n---\nb\n", 5);
        QCOMPARE(scanner.take().type, YamlToken::Type::DocumentStart);
        const YamlToken token = scanner.take();
        QCOMPARE(token.type, YamlToken::Type::Scalar);
        QCOMPARE(token.begin, 9);
    }

    void aBlockKnowsItsIndentation()
    {
        YamlScanner scanner("|\n   x\n", 0);
        const YamlToken token = scanner.take();
        QCOMPARE(token.style, YamlNode::Style::Literal);
        QCOMPARE(token.indent, 3);
    }
};

QTEST_APPLESS_MAIN(TestYamlScanner)
#include "tst_yamlscanner.moc"
