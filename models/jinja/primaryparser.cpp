#include "models/jinja/callnodes.h"
#include "models/jinja/literals.h"
#include "models/jinja/nesting.h"
#include "models/jinja/operatornodes.h"
#include "models/jinja/parser.h"
#include "models/jinja/primarynodes.h"

#include <algorithm>

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

ExpressionPtr Parser::parsePostfix(ExpressionPtr base)
{
    for (;;) {
        if (m_current.is(TokenType::Dot)) {
            base = parseAttribute(std::move(base));
        } else if (m_current.is(TokenType::LeftBracket)) {
            base = parseSubscript(std::move(base));
        } else if (m_current.is(TokenType::LeftParenthesis)) {
            const qsizetype offset = m_current.offset;
            base = std::make_unique<CallNode>(offset, std::move(base), parseArguments());
        } else {
            return base;
        }
        link();
    }
}

ExpressionPtr Parser::parseAttribute(ExpressionPtr base)
{
    const qsizetype offset = take().offset;
    if (m_current.is(TokenType::Name))
        return std::make_unique<AttributeNode>(m_current.offset, std::move(base), take().text);
    if (!grammar().hasIntegerAttributes || !m_current.is(TokenType::Integer))
        fail(QStringLiteral("expected name or number"));
    ExpressionPtr index = parseNumber();
    return std::make_unique<ItemNode>(offset, std::move(base), std::move(index));
}

ExpressionPtr Parser::parseSubscript(ExpressionPtr base)
{
    const qsizetype offset = take().offset;
    std::vector<ExpressionPtr> parts;
    while (!atClosing(TokenType::RightBracket)) {
        if (!parts.empty())
            expect(TokenType::Comma);
        parts.push_back(parseSubscriptPart());
    }
    if (!grammar().hasTuples && parts.size() != 1)
        fail(QStringLiteral("invalid index"));
    expectClosing(TokenType::RightBracket);
    ExpressionPtr key = parts.size() == 1
        ? std::move(parts.front())
        : std::make_unique<SequenceNode>(offset, SequenceNode::Kind::Tuple, std::move(parts));
    return std::make_unique<ItemNode>(offset, std::move(base), std::move(key));
}

ExpressionPtr Parser::parseSubscriptPart()
{
    const bool hasSlices = grammar().hasSlices || m_environment.options.jinjaCompat;
    if (!hasSlices)
        return parseExpression();
    const qsizetype offset = m_current.offset;
    const auto atEnd
        = [&] { return atClosing(TokenType::RightBracket) || m_current.is(TokenType::Comma); };
    ExpressionPtr parts[3];
    if (!m_current.is(TokenType::Colon)) {
        parts[0] = parseExpression();
        if (!m_current.is(TokenType::Colon))
            return std::move(parts[0]);
    }
    take();
    if (!m_current.is(TokenType::Colon) && !atEnd())
        parts[1] = parseExpression();
    if (skipIf(TokenType::Colon) && !atEnd())
        parts[2] = parseExpression();
    return std::make_unique<SliceNode>(offset, std::move(parts[0]), std::move(parts[1]),
                                       std::move(parts[2]));
}

CallArguments Parser::parseArguments()
{
    const Nesting nesting(*this);
    const qsizetype offset = expect(TokenType::LeftParenthesis).offset;
    CallArguments arguments;
    const auto ensure = [&](bool isValid) {
        if (!isValid)
            failAt(offset, QStringLiteral("invalid syntax for function call expression"));
    };
    const bool hasStars = grammar().hasStars;
    for (bool isFirst = true; !m_current.is(TokenType::RightParenthesis); isFirst = false) {
        if (!isFirst)
            expect(TokenType::Comma);
        if (!isFirst && grammar().hasTrailingCommas && m_current.is(TokenType::RightParenthesis))
            break;
        if (hasStars && m_current.is(TokenType::Mul)) {
            ensure(!arguments.star && !arguments.doubleStar);
            take();
            arguments.star = parseExpression();
        } else if (hasStars && m_current.is(TokenType::Pow)) {
            ensure(!arguments.doubleStar);
            take();
            arguments.doubleStar = parseExpression();
        } else if (m_current.is(TokenType::Name) && look().is(TokenType::Assign)) {
            ensure(!arguments.doubleStar);
            const QString name = take().text;
            take();
            arguments.named.emplace_back(name, parseExpression());
        } else {
            if (hasStars)
                ensure(!arguments.star && !arguments.doubleStar && arguments.named.empty());
            arguments.positional.push_back(parseExpression());
        }
    }
    take();
    return arguments;
}

TargetPtr Parser::parseTarget(bool withNamespace)
{
    const auto one = [&]() -> Target {
        if (m_current.is(TokenType::LeftParenthesis)) {
            const Nesting nesting(*this);
            take();
            Target inner = std::move(*parseTarget(withNamespace));
            expect(TokenType::RightParenthesis);
            return inner;
        }
        const qsizetype offset = m_current.offset;
        if (!m_current.is(TokenType::Name) || pythonConstant(m_current.text)) {
            const bool isLiteral = m_current.is(TokenType::Name) || m_current.is(TokenType::String)
                || m_current.is(TokenType::Integer) || m_current.is(TokenType::Float);
            if (isLiteral)
                failAt(offset, QStringLiteral("can't assign to 'const'"));
            fail(QStringLiteral("unexpected '%1'").arg(described(m_current)));
        }
        const QString name = take().text;
        if (withNamespace && skipIf(TokenType::Dot))
            return Target(Variable(name), expect(TokenType::Name).text);
        return Target(Variable(name));
    };
    std::vector<Target> parts;
    bool isTuple = false;
    while (!isTupleEnd()) {
        parts.push_back(one());
        if (!skipIf(TokenType::Comma))
            break;
        isTuple = true;
    }
    if (parts.empty())
        fail(QStringLiteral("Expected an expression, got '%1'").arg(described(m_current)));
    return std::make_unique<Target>(isTuple ? Target(std::move(parts)) : std::move(parts.front()));
}

} // namespace waymark::jinja
