#include "models/jinja/callnodes.h"
#include "models/jinja/nesting.h"
#include "models/jinja/operatornodes.h"
#include "models/jinja/parser.h"
#include "models/jinja/primarynodes.h"

#include <algorithm>

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
    const qsizetype start = m_current.offset;
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
    node->setAnchor(start);
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

ExpressionPtr Parser::parseIs(size_t level)
{
    ExpressionPtr left = parseLevel(level + 1);
    if (!m_current.isName(u"is"))
        return left;
    const qsizetype offset = take().offset;
    const bool isInverted = skipIfName(u"not");
    // Nunjucks parses an expression here and takes the name of what it gets.
    QString name = m_current.text;
    CallArguments arguments;
    const bool isNamed = m_current.is(TokenType::Name) || m_current.is(TokenType::Constant)
        || m_current.is(TokenType::String);
    if (name == u"none")
        name = QStringLiteral("null"); // there, both are the same constant
    if (!isNamed)
        fail(QStringLiteral("expected the name of a test, got '%1'").arg(described(m_current)));
    take();
    if (m_current.is(TokenType::LeftParenthesis))
        arguments = parseArguments();
    left
        = std::make_unique<TestNode>(offset, finished(std::move(left)), name, std::move(arguments));
    if (isInverted)
        left = std::make_unique<UnaryNode>(offset, UnaryOperator::Not, std::move(left));
    return left;
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

ExpressionPtr Parser::parseFilters(ExpressionPtr base, bool startsInline)
{
    const bool hasPostfixes = base && grammar().testsBehindFilters;
    for (;;) {
        if (m_current.is(TokenType::Pipe) || startsInline) {
            if (!startsInline)
                take();
            startsInline = false;
            const qsizetype offset = m_current.offset;
            const QString name = parseDottedName();
            CallArguments arguments;
            if (m_current.is(TokenType::LeftParenthesis))
                arguments = parseArguments();
            base = std::make_unique<FilterNode>(offset,
                                                base ? finished(std::move(base)) : ExpressionPtr(),
                                                name, std::move(arguments));
        } else if (hasPostfixes && m_current.isName(u"is")) {
            base = parseTest(std::move(base));
        } else if (hasPostfixes && m_current.is(TokenType::LeftParenthesis)) {
            const qsizetype offset = m_current.offset;
            base = std::make_unique<CallNode>(offset, std::move(base), parseArguments());
        } else {
            return base;
        }
        link();
    }
}

QString Parser::parseDottedName()
{
    QString name = expect(TokenType::Name).text;
    while (skipIf(TokenType::Dot))
        name += u'.' + expect(TokenType::Name).text;
    return name;
}

ExpressionPtr Parser::parseTest(ExpressionPtr base)
{
    const qsizetype offset = take().offset;
    const bool isInverted = skipIfName(u"not");
    const QString name = parseDottedName();
    CallArguments arguments;
    static constexpr TokenType starts[]
        = {TokenType::Name,     TokenType::String,          TokenType::Integer,
           TokenType::Float,    TokenType::LeftParenthesis, TokenType::LeftBracket,
           TokenType::LeftBrace};
    const bool isWord
        = m_current.isName(u"else") || m_current.isName(u"or") || m_current.isName(u"and");
    if (m_current.is(TokenType::LeftParenthesis)) {
        arguments = parseArguments();
    } else if (std::ranges::find(starts, m_current.type) != std::end(starts) && !isWord) {
        if (m_current.isName(u"is"))
            fail(QStringLiteral("You cannot chain multiple tests with is"));
        arguments.positional.push_back(parsePostfix(parsePrimary()));
    }
    base = std::make_unique<TestNode>(offset, std::move(base), name, std::move(arguments));
    if (isInverted)
        base = std::make_unique<UnaryNode>(offset, UnaryOperator::Not, std::move(base));
    return base;
}

} // namespace waymark::jinja
