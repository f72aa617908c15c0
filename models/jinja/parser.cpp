#include "models/jinja/parser.h"

#include "models/base/closest.h"
#include "models/jinja/nesting.h"
#include "models/jinja/outputnodes.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace waymark::jinja {

Nesting::Nesting(Parser &parser)
    : m_parser(parser)
{
    if (++m_parser.m_depth > deepestNesting) {
        const auto message
            = QCoreApplication::translate("jinja", "nested more than %1 levels deep");
        throw Failure{.kind = FailureKind::Limit,
                      .message = message.arg(deepestNesting),
                      .offset = parser.current().offset};
    }
}

void Parser::link()
{
    if (++m_links > mostLinks)
        throw Failure{.kind = FailureKind::Limit,
                      .message
                      = QCoreApplication::translate("jinja", "an expression with too many parts"),
                      .offset = m_current.offset};
}

Parser::Parser(const CompiledEnvironment &environment, QStringView text, LexerStart start)
    : m_environment(environment)
    , m_dialect(environment.dialect)
    , m_text(text)
    , m_lexer(m_dialect.makeLexer(text, environment.options, start))
    , m_current(nextToken())
{
}

Body Parser::parseTemplate()
{
    Body body = parseStatements(true);
    if (!m_repeatedBlock.is(TokenType::End)) {
        failAt(m_repeatedBlock.offset,
               QStringLiteral("block '%1' defined twice").arg(m_repeatedBlock.text));
    }
    return body;
}

ExpressionPtr Parser::parseOnlyExpression()
{
    ExpressionPtr expression = parseExpression();
    if (!m_current.is(TokenType::End))
        fail(QStringLiteral("chunk after expression"));
    return expression;
}

const Token &Parser::look()
{
    if (!m_next)
        m_next = nextToken();
    return *m_next;
}

/// The end of a template of Jinja2 has the line of the last token before it.
Token Parser::nextToken()
{
    Token token = m_lexer->next();
    if (!token.is(TokenType::End)) {
        m_lastOffset = token.offset;
    } else if (m_dialect.endsAtLastToken) {
        const qsizetype lineEnd = m_text.indexOf(u'\n', m_lastOffset);
        if (lineEnd >= 0)
            token.offset = std::min(token.offset, lineEnd);
    }
    return token;
}

Token Parser::take()
{
    Token taken = std::move(m_current);
    m_current = m_next ? *std::exchange(m_next, std::nullopt) : nextToken();
    return taken;
}

bool Parser::skipIf(TokenType type)
{
    if (!m_current.is(type))
        return false;
    take();
    return true;
}

bool Parser::skipIfName(QStringView name)
{
    if (!m_current.isName(name))
        return false;
    take();
    return true;
}

Token Parser::expect(TokenType type)
{
    if (m_current.is(type))
        return take();
    if (m_current.is(TokenType::End))
        fail(QStringLiteral("unexpected end of template, expected '%1'.").arg(described(type)));
    fail(
        QStringLiteral("expected token '%1', got '%2'").arg(described(type), described(m_current)));
}

Token Parser::expectName(QStringView name)
{
    if (m_current.isName(name))
        return take();
    if (m_current.is(TokenType::End))
        fail(QStringLiteral("unexpected end of template, expected '%1'.").arg(name));
    fail(QStringLiteral("expected token '%1', got '%2'").arg(name, described(m_current)));
}

void Parser::fail(const QString &message, const QString &hint) const
{
    failAt(m_current.offset, message, hint);
}

void Parser::failAt(qsizetype offset, const QString &message, const QString &hint)
{
    throw Failure{.kind = FailureKind::Syntax, .message = message, .hint = hint, .offset = offset};
}

Body Parser::parseStatements(bool isTemplate)
{
    Body body;
    for (;;) {
        if (m_current.is(TokenType::Data)) {
            const Token data = take();
            body.statements.push_back(std::make_unique<TextNode>(data.offset, data.text));
        } else if (m_current.is(TokenType::VariableBegin)) {
            take();
            ExpressionPtr expression = parseTuple();
            expect(TokenType::VariableEnd);
            const qsizetype anchor = expression->anchor();
            auto output = std::make_unique<OutputNode>(anchor, std::move(expression));
            if (m_extends && !isCompiledApart())
                output->drop();
            else
                m_markedLine = anchor;
            body.statements.push_back(std::move(output));
        } else if (m_current.is(TokenType::BlockBegin)) {
            take();
            const bool isAwaited = !isTemplate && m_current.is(TokenType::Name)
                && m_awaitedEnds.back().contains(m_current.text);
            if (isAwaited)
                return body;
            body.statements.push_back(parseTag());
            expect(TokenType::BlockEnd);
        } else {
            if (!isTemplate)
                failAtEnd();
            return body;
        }
    }
}

StatementPtr Parser::parseTag()
{
    const Nesting nesting(*this);
    if (!m_current.is(TokenType::Name))
        fail(QStringLiteral("tag name expected"));
    const Token tag = m_current;
    const auto row = std::ranges::find_if(m_dialect.tags, [&](const TagRow &candidate) {
        return candidate.name == tag.text
            && (candidate.extension.isEmpty() || m_environment.hasExtension(candidate.extension));
    });
    if (row == m_dialect.tags.end())
        failUnknownTag(tag);
    m_openTags.push_back(tag);
    const qsizetype before = m_markedLine;
    if (row->lineMark == LineMark::Before || row->lineMark == LineMark::Around)
        m_markedLine = tag.offset;
    StatementPtr statement = row->parse(*this);
    if (row->lineMark == LineMark::Behind || row->lineMark == LineMark::Around)
        m_markedLine = tag.offset;
    m_openTags.pop_back();
    if (tag.text == u"block" && m_extends && !isCompiledApart())
        m_markedLine = before; // nothing of it is in the code of the template itself
    m_extends
        = m_extends || (m_dialect.endsAtLastToken && tag.text == u"extends" && m_openTags.empty());
    return statement;
}

/// Whether what is read here runs although the template extends another.
bool Parser::isCompiledApart() const
{
    return isAround(u"block") || isAround(u"macro") || isAround(u"call") || isAround(u"filter")
        || isAround(u"set");
}

bool Parser::isAround(QStringView tag) const
{
    return std::ranges::any_of(m_openTags, [&](const Token &open) { return open.text == tag; });
}

Body Parser::parseBody(std::initializer_list<QStringView> ends)
{
    if (grammar().hasTuples)
        skipIf(TokenType::Colon); // as in Python
    expect(TokenType::BlockEnd);
    QStringList &awaited = m_awaitedEnds.emplace_back();
    for (const QStringView end : ends)
        awaited.append(end.toString());
    Body body = parseStatements(false);
    m_awaitedEnds.pop_back();
    return body;
}

Body Parser::parseBodyUntil(QStringView end)
{
    Body body = parseBody({end});
    take();
    return body;
}

std::optional<bool> Parser::parseContext()
{
    const bool isWith = m_current.isName(u"with");
    if ((!isWith && !m_current.isName(u"without")) || !look().isName(u"context"))
        return std::nullopt;
    take();
    take();
    return isWith;
}

bool Parser::isInside(QStringView tag) const
{
    const auto around = std::span(m_openTags).first(m_openTags.empty() ? 0 : m_openTags.size() - 1);
    return std::ranges::any_of(around, [&](const Token &open) { return open.text == tag; });
}

QString Parser::expectedEnds(const QString &start, const std::optional<QString> &found) const
{
    QStringList parts = {start};
    if (!m_awaitedEnds.empty()) {
        QStringList quoted;
        for (const QString &end : m_awaitedEnds.back())
            quoted.append(u'\'' + end + u'\'');
        const QString looking = quoted.join(QStringLiteral(" or "));
        const bool isExpected = found
            && std::ranges::any_of(m_awaitedEnds,
                                   [&](const QStringList &ends) { return ends.contains(*found); });
        parts.append(isExpected
                         ? QStringLiteral(
                               "You probably made a nesting mistake. %1 is expecting this tag, but "
                               "currently looking for %2.")
                               .arg(m_dialect.name, looking)
                         : QStringLiteral("%1 was looking for the following tags: %2.")
                               .arg(m_dialect.name, looking));
    }
    if (!m_openTags.empty()) {
        parts.append(QStringLiteral("The innermost block that needs to be closed is '%1'.")
                         .arg(m_openTags.back().text));
    }
    return parts.join(u' ');
}

void Parser::failUnknownTag(const Token &tag) const
{
    QStringList known;
    QString hint;
    for (const TagRow &row : m_dialect.tags) {
        if (row.extension.isEmpty() || m_environment.hasExtension(row.extension))
            known.append(row.name.toString());
        else if (row.name == tag.text)
            hint = QCoreApplication::translate("jinja", "This tag needs the extension “%1”.")
                       .arg(row.extension);
    }
    if (hint.isEmpty())
        hint = didYouMean(tag.text, known);
    constexpr std::array inner = {u"else", u"elif", u"elseif", u"case", u"default"};
    const bool isInner = tag.text.startsWith(u"end")
        || std::ranges::any_of(inner, [&](const char16_t *each) { return tag.text == each; });
    if (hint.isEmpty() && !isInner)
        hint = QCoreApplication::translate("jinja", "There are the tags %1.")
                   .arg(known.join(QStringLiteral(", ")));
    fail(expectedEnds(QStringLiteral("Encountered unknown tag '%1'.").arg(tag.text), tag.text),
         hint);
}

void Parser::failAtEnd() const
{
    const QString hint = m_openTags.empty()
        ? QString()
        : QCoreApplication::translate("jinja", "“%1” was opened in line %2.")
              .arg(m_openTags.back().text)
              .arg(m_text.first(m_openTags.back().offset).count(u'\n') + 1);
    // No editor shows a line behind the last newline.
    const bool isBehindLines
        = !m_dialect.endsAtLastToken && m_current.offset == m_text.size() && m_text.endsWith(u'\n');
    failAt(m_current.offset - (isBehindLines ? 1 : 0),
           expectedEnds(QStringLiteral("Unexpected end of template."), {}), hint);
}

void Parser::addBlock(BlockNode *block, const Token &name)
{
    if (m_blockNames.contains(name.text) && m_repeatedBlock.is(TokenType::End))
        m_repeatedBlock = name; // an error when all of the template has been read
    m_blockNames.append(name.text);
    m_blocks.push_back(block);
}

} // namespace waymark::jinja
