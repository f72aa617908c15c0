#include "models/jinja/parser.h"

#include "models/jinja/literals.h"
#include "models/jinja/primarynodes.h"

namespace waymark::jinja {

ExpressionPtr Parser::parsePrimary()
{
    switch (m_current.type) {
    case TokenType::Name:
        return parseName();
    case TokenType::Constant: {
        const Token token = take();
        return std::make_unique<ConstantNode>(token.offset,
                                              token.text == u"true"        ? Value(true)
                                                  : token.text == u"false" ? Value(false)
                                                                           : Value::none());
    }
    case TokenType::String:
        return parseString();
    case TokenType::Integer:
    case TokenType::Float:
        return parseNumber();
    case TokenType::Regex: {
        const Token token = take();
        return std::make_unique<RegexNode>(token.offset, regexLiteral(token));
    }
    case TokenType::LeftParenthesis:
        return parseParentheses();
    case TokenType::LeftBracket:
        return parseList();
    case TokenType::LeftBrace:
        return parseDict();
    default:
        fail(QStringLiteral("unexpected '%1'").arg(described(m_current)));
    }
}

ExpressionPtr Parser::parseName()
{
    const Token token = take();
    if (grammar().constantNames) {
        if (const auto constant = pythonConstant(token.text))
            return std::make_unique<ConstantNode>(token.offset, *constant);
    }
    return std::make_unique<NameNode>(token.offset, token.text);
}

ExpressionPtr Parser::parseString()
{
    const Token token = take();
    QString text = token.text;
    while (grammar().joinsStrings && m_current.is(TokenType::String))
        text += take().text;
    return std::make_unique<ConstantNode>(token.offset, Value(text));
}

ExpressionPtr Parser::parseNumber()
{
    const Token token = take();
    const auto value = grammar().constantNames ? pythonNumber(token) : javaScriptNumber(token);
    return std::make_unique<ConstantNode>(token.offset, value);
}

bool Parser::atClosing(TokenType type) const
{
    if (!grammar().anyBracketCloses)
        return m_current.is(type);
    return m_current.is(TokenType::RightParenthesis) || m_current.is(TokenType::RightBracket)
        || m_current.is(TokenType::RightBrace);
}

void Parser::expectClosing(TokenType type)
{
    if (grammar().anyBracketCloses && atClosing(type))
        take();
    else
        expect(type);
}

ExpressionPtr Parser::parseParentheses()
{
    const qsizetype offset = take().offset;
    if (grammar().hasTuples) {
        ExpressionPtr inner = parseTuple(true, true);
        expect(TokenType::RightParenthesis);
        return inner;
    }
    std::vector<ExpressionPtr> items;
    while (!atClosing(TokenType::RightParenthesis)) {
        if (!items.empty())
            expect(TokenType::Comma);
        items.push_back(parseExpression());
    }
    if (items.empty())
        fail(QStringLiteral("unexpected '%1'").arg(described(m_current)));
    expectClosing(TokenType::RightParenthesis);
    return std::make_unique<SequenceNode>(offset, SequenceNode::Kind::Group, std::move(items));
}

ExpressionPtr Parser::parseList()
{
    const qsizetype offset = take().offset;
    std::vector<ExpressionPtr> items;
    while (!atClosing(TokenType::RightBracket)) {
        if (!items.empty())
            expect(TokenType::Comma);
        if (grammar().hasTrailingCommas && atClosing(TokenType::RightBracket))
            break;
        items.push_back(parseExpression());
    }
    expectClosing(TokenType::RightBracket);
    return std::make_unique<SequenceNode>(offset, SequenceNode::Kind::List, std::move(items));
}

ExpressionPtr Parser::parseDict()
{
    const qsizetype offset = take().offset;
    std::vector<DictNode::Entry> entries;
    while (!atClosing(TokenType::RightBrace)) {
        if (!entries.empty())
            expect(TokenType::Comma);
        if (grammar().hasTrailingCommas && atClosing(TokenType::RightBrace))
            break;
        ExpressionPtr key;
        if (grammar().keysAreNames) {
            if (!m_current.is(TokenType::Name) && !m_current.is(TokenType::String))
                fail(QStringLiteral("Dict keys must be strings or names"));
            const Token name = take();
            key = std::make_unique<ConstantNode>(name.offset, Value(name.text));
        } else {
            key = parseExpression();
        }
        expect(TokenType::Colon);
        ExpressionPtr value = parseExpression();
        entries.emplace_back(std::move(key), std::move(value));
    }
    expectClosing(TokenType::RightBrace);
    return std::make_unique<DictNode>(offset, std::move(entries));
}

} // namespace waymark::jinja
