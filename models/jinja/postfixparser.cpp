#include "models/jinja/parser.h"

#include "models/jinja/callnodes.h"
#include "models/jinja/nesting.h"
#include "models/jinja/primarynodes.h"

#include <algorithm>

namespace waymark::jinja {

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
    if (m_current.is(TokenType::Name)) {
        const Token name = take();
        return std::make_unique<AttributeNode>(name.offset, std::move(base), name.text);
    }
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
            const Token name = take();
            const auto given = std::ranges::find(arguments.named, name.text,
                                                 &decltype(arguments.named)::value_type::first);
            if (hasStars && !arguments.repeated && given != arguments.named.end())
                arguments.repeated = {name.text, name.offset};
            take();
            arguments.named.emplace_back(name.text, parseExpression());
        } else {
            if (hasStars)
                ensure(!arguments.star && !arguments.doubleStar && arguments.named.empty());
            arguments.positional.push_back(parseExpression());
        }
    }
    take();
    return arguments;
}

} // namespace waymark::jinja
