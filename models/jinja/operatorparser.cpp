#include "models/jinja/parser.h"

#include "models/jinja/operatornodes.h"

#include <algorithm>

namespace waymark::jinja {

std::optional<BinaryOperator> Parser::comparisonOperator(const Level &level)
{
    const auto known = std::ranges::find(level.operators, m_current.type, &LevelOperator::token);
    if (known != level.operators.end()) {
        take();
        return known->op;
    }
    if (level.withIn && skipIfName(u"in"))
        return BinaryOperator::In;
    if (level.withIn && m_current.isName(u"not") && look().isName(u"in")) {
        take();
        take();
        return BinaryOperator::NotIn;
    }
    return std::nullopt;
}

ExpressionPtr Parser::parseComparison(size_t level)
{
    ExpressionPtr first = parseLevel(level + 1);
    std::vector<ComparisonNode::Comparand> rest;
    qsizetype offset = m_current.offset;
    const qsizetype firstOffset = offset;
    while (const auto op = comparisonOperator(grammar().levels[level])) {
        link();
        ExpressionPtr right = parseLevel(level + 1);
        if (!grammar().levels[level].withIn) // JavaScript compares from left to right
            first = std::make_unique<BinaryNode>(offset, *op, std::move(first), std::move(right));
        else
            rest.push_back({*op, std::move(right)});
        offset = m_current.offset;
    }
    if (rest.empty())
        return first;
    ExpressionPtr node;
    if (rest.size() == 1) {
        node = std::make_unique<BinaryNode>(firstOffset, rest.front().op, std::move(first),
                                            std::move(rest.front().right));
    } else {
        node = std::make_unique<ComparisonNode>(firstOffset, std::move(first), std::move(rest));
    }
    node->setAnchor(offset); // behind the last operand
    return node;
}

ExpressionPtr Parser::parseIn(size_t level)
{
    ExpressionPtr left = parseLevel(level + 1);
    for (;;) {
        const bool isInverted = m_current.isName(u"not") && look().isName(u"in");
        if (!isInverted && !m_current.isName(u"in"))
            return left;
        link();
        if (isInverted)
            take();
        const qsizetype offset = take().offset;
        ExpressionPtr right = finished(parseLevel(level + 1));
        left = std::make_unique<BinaryNode>(offset, BinaryOperator::In, finished(std::move(left)),
                                            std::move(right));
        if (isInverted)
            left = std::make_unique<UnaryNode>(offset, UnaryOperator::Not, std::move(left));
    }
}

ExpressionPtr Parser::parseBinary(size_t level)
{
    const auto &operators = grammar().levels[level].operators;
    qsizetype start = m_current.offset;
    ExpressionPtr left = parseLevel(level + 1);
    for (;;) {
        const auto known = std::ranges::find(operators, m_current.type, &LevelOperator::token);
        if (known == operators.end())
            return left;
        link();
        const qsizetype offset = take().offset;
        left = std::make_unique<BinaryNode>(offset, known->op, std::move(left),
                                            parseLevel(level + 1));
        left->setAnchor(std::exchange(start, m_current.offset));
    }
}

ExpressionPtr Parser::parseConcatenation(size_t level)
{
    const qsizetype start = m_current.offset;
    ExpressionPtr first = parseLevel(level + 1);
    if (!m_current.is(TokenType::Tilde))
        return first;
    const qsizetype offset = m_current.offset;
    if (!grammar().hasTuples) { // JavaScript's + with an empty text between
        while (skipIf(TokenType::Tilde)) {
            link();
            first = std::make_unique<BinaryNode>(offset, BinaryOperator::Concatenate,
                                                 std::move(first), parseLevel(level + 1));
        }
        return first;
    }
    std::vector<ExpressionPtr> parts;
    parts.push_back(std::move(first));
    while (skipIf(TokenType::Tilde))
        parts.push_back(parseLevel(level + 1));
    auto node = std::make_unique<ConcatenationNode>(offset, std::move(parts));
    node->setAnchor(start);
    return node;
}

} // namespace waymark::jinja
