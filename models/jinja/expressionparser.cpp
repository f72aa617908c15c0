#include "models/jinja/parser.h"

#include "models/jinja/nesting.h"
#include "models/jinja/operatornodes.h"
#include "models/jinja/primarynodes.h"

namespace waymark::jinja {

ExpressionPtr Parser::finished(ExpressionPtr expression) const
{
    return grammar().finish ? grammar().finish(std::move(expression)) : std::move(expression);
}

ExpressionPtr Parser::parseExpression(bool withConditional)
{
    const Nesting nesting(*this);
    const size_t first
        = grammar().levels.front().kind == LevelKind::Conditional && !withConditional ? 1 : 0;
    return finished(parseLevel(first));
}

bool Parser::isTupleEnd() const
{
    return m_current.is(TokenType::VariableEnd) || m_current.is(TokenType::BlockEnd)
        || m_current.is(TokenType::RightParenthesis);
}

ExpressionPtr Parser::parseTuple(bool withConditional, bool isExplicit)
{
    if (!grammar().hasTuples)
        return parseExpression(withConditional);
    const qsizetype offset = m_current.offset;
    std::vector<ExpressionPtr> items;
    bool isTuple = false;
    for (;;) {
        if (!items.empty())
            expect(TokenType::Comma);
        if (isTupleEnd())
            break;
        items.push_back(parseExpression(withConditional));
        if (!m_current.is(TokenType::Comma))
            break;
        isTuple = true;
    }
    if (!isTuple && !items.empty())
        return std::move(items.front());
    if (!isTuple && !isExplicit)
        fail(QStringLiteral("Expected an expression, got '%1'").arg(described(m_current)));
    return std::make_unique<SequenceNode>(offset, SequenceNode::Kind::Tuple, std::move(items));
}

ExpressionPtr Parser::parseLevel(size_t level)
{
    const ExpressionScope scope(*this);
    if (level == grammar().levels.size())
        return parseUnary();
    switch (grammar().levels[level].kind) {
    case LevelKind::Conditional:
        return parseConditional(level);
    case LevelKind::Or:
        return parseLogical(level, BinaryOperator::Or, u"or");
    case LevelKind::And:
        return parseLogical(level, BinaryOperator::And, u"and");
    case LevelKind::Not:
        return parseNot(level);
    case LevelKind::Comparison:
        return parseComparison(level);
    case LevelKind::In:
        return parseIn(level);
    case LevelKind::Is:
        return parseIs(level);
    case LevelKind::Binary:
        return parseBinary(level);
    case LevelKind::Concatenation:
        return parseConcatenation(level);
    }
    Q_UNREACHABLE_RETURN({});
}

ExpressionPtr Parser::parseConditional(size_t level)
{
    qsizetype offset = m_current.offset;
    ExpressionPtr then = parseLevel(level + 1);
    while (skipIfName(u"if")) {
        link();
        ExpressionPtr condition = finished(parseLevel(level + 1));
        ExpressionPtr otherwise;
        if (skipIfName(u"else")) {
            const Nesting nesting(*this);
            otherwise = finished(parseLevel(grammar().chainsConditionals ? level : level + 1));
        }
        then = std::make_unique<ConditionalNode>(offset, std::move(condition),
                                                 finished(std::move(then)), std::move(otherwise));
        if (!grammar().chainsConditionals)
            break;
        offset = m_current.offset;
    }
    return then;
}

ExpressionPtr Parser::parseLogical(size_t level, BinaryOperator op, QStringView word)
{
    qsizetype start = m_current.offset;
    ExpressionPtr left = parseLevel(level + 1);
    while (m_current.isName(word)) {
        link();
        const qsizetype offset = take().offset;
        left = std::make_unique<BinaryNode>(offset, op, std::move(left), parseLevel(level + 1));
        left->setAnchor(std::exchange(start, m_current.offset));
    }
    return left;
}

ExpressionPtr Parser::parseNot(size_t level)
{
    if (!m_current.isName(u"not"))
        return parseLevel(level + 1);
    const Nesting nesting(*this);
    const qsizetype offset = take().offset;
    return std::make_unique<UnaryNode>(offset, UnaryOperator::Not, parseNot(level));
}

ExpressionPtr Parser::parseUnary(bool withFilters)
{
    const bool isSign = m_current.is(TokenType::Sub) || m_current.is(TokenType::Add);
    ExpressionPtr node;
    if (isSign) {
        const Nesting nesting(*this);
        const Token sign = take();
        const auto op = sign.is(TokenType::Sub) ? UnaryOperator::Negate : UnaryOperator::Plus;
        node = std::make_unique<UnaryNode>(sign.offset, op, parseUnary(false));
    } else {
        node = parsePrimary();
    }
    // Jinja2 lets a postfix follow a signed number too.
    if (!isSign || grammar().testsBehindFilters)
        node = parsePostfix(std::move(node));
    return withFilters ? parseFilters(std::move(node)) : std::move(node);
}

} // namespace waymark::jinja
