#include "models/jinja/parser.h"

#include "models/jinja/accessnodes.h"
#include "models/jinja/callnodes.h"
#include "models/jinja/literals.h"
#include "models/jinja/operatornodes.h"
#include "models/jinja/primarynodes.h"
#include "models/jinja/target.h"

#include <optional>
#include <utility>
#include <vector>

namespace waymark::jinja {
namespace {

/// In parentheses, a target is an expression first. Nothing: it is none that can be assigned to.
std::optional<Target> targetOf(const ExpressionNode &expression)
{
    if (const auto *name = dynamic_cast<const NameNode *>(&expression))
        return Target(Variable(name->variable().name));
    const auto *tuple = dynamic_cast<const SequenceNode *>(&expression);
    if (!tuple || tuple->kind() != SequenceNode::Kind::Tuple)
        return std::nullopt;
    std::vector<Target> parts;
    for (const ExpressionPtr &item : tuple->items()) {
        auto part = targetOf(*item);
        if (!part)
            return std::nullopt;
        parts.push_back(std::move(*part));
    }
    return Target(std::move(parts));
}

QString binaryNodeName(BinaryOperator op)
{
    switch (op) {
    case BinaryOperator::Add:
        return QStringLiteral("add");
    case BinaryOperator::Subtract:
        return QStringLiteral("sub");
    case BinaryOperator::Multiply:
        return QStringLiteral("mul");
    case BinaryOperator::Divide:
        return QStringLiteral("div");
    case BinaryOperator::FloorDivide:
        return QStringLiteral("floordiv");
    case BinaryOperator::Modulo:
        return QStringLiteral("mod");
    case BinaryOperator::Power:
        return QStringLiteral("pow");
    case BinaryOperator::And:
        return QStringLiteral("and");
    case BinaryOperator::Or:
        return QStringLiteral("or");
    default:
        return QStringLiteral("compare");
    }
}

template<typename Node>
bool isA(const ExpressionNode &expression)
{
    return dynamic_cast<const Node *>(&expression) != nullptr;
}

/// The class of jinja2.nodes that `expression` is, as messages have it.
QString jinja2NodeName(const ExpressionNode &expression)
{
    if (const auto *binary = dynamic_cast<const BinaryNode *>(&expression))
        return binaryNodeName(binary->op());
    if (const auto *unary = dynamic_cast<const UnaryNode *>(&expression)) {
        return unary->op() == UnaryOperator::Not   ? QStringLiteral("not")
            : unary->op() == UnaryOperator::Negate ? QStringLiteral("neg")
                                                   : QStringLiteral("pos");
    }
    if (const auto *sequence = dynamic_cast<const SequenceNode *>(&expression))
        return sequence->kind() == SequenceNode::Kind::List ? QStringLiteral("list")
                                                            : QStringLiteral("tuple");
    struct Row
    {
        bool (*matches)(const ExpressionNode &);
        QStringView name;
    };
    static constexpr Row rows[] = {
        {isA<AttributeNode>, u"getattr"},
        {isA<CallNode>, u"call"},
        {isA<ComparisonNode>, u"compare"},
        {isA<ConcatenationNode>, u"concat"},
        {isA<ConditionalNode>, u"condexpr"},
        {isA<DictNode>, u"dict"},
        {isA<FilterNode>, u"filter"},
        {isA<ItemNode>, u"getitem"},
        {isA<TestNode>, u"test"},
    };
    for (const Row &row : rows) {
        if (row.matches(expression))
            return row.name.toString();
    }
    return QStringLiteral("const");
}

} // namespace

Token Parser::parseAssignedName()
{
    const Token name = expect(TokenType::Name);
    if (grammar().constantNames && pythonConstant(name.text))
        failAt(name.offset, QStringLiteral("can't assign to 'name'"));
    return name;
}

/// What stands for a target but cannot be one, by the name of its node in Jinja2.
struct Parser::BadTarget
{
    QString kind = {};
    qsizetype offset = 0;
};

Target Parser::parseTargetPart(bool withNamespace, BadTarget &bad)
{
    const bool isConstant = m_current.is(TokenType::Name) && pythonConstant(m_current.text);
    if (m_current.is(TokenType::Name) && !isConstant) {
        const QString name = take().text;
        if (withNamespace && skipIf(TokenType::Dot))
            return Target(Variable(name), expect(TokenType::Name).text);
        return Target(Variable(name));
    }
    const ExpressionPtr expression = parsePrimary();
    if (auto target = targetOf(*expression))
        return std::move(*target);
    if (bad.kind.isEmpty())
        bad = {jinja2NodeName(*expression), expression->anchor()};
    return Target(Variable());
}

Target Parser::parseTargets(bool withNamespace, BadTarget &bad)
{
    const qsizetype offset = m_current.offset;
    std::vector<Target> parts;
    bool isTuple = false;
    while (!isTupleEnd()) {
        parts.push_back(parseTargetPart(withNamespace, bad));
        if (!skipIf(TokenType::Comma))
            break;
        isTuple = true;
    }
    if (parts.empty())
        fail(QStringLiteral("Expected an expression, got '%1'").arg(described(m_current)));
    if (isTuple && !bad.kind.isEmpty())
        bad = {QStringLiteral("tuple"), offset};
    return isTuple ? Target(std::move(parts)) : std::move(parts.front());
}

TargetPtr Parser::parseTarget(bool withNamespace)
{
    BadTarget bad;
    auto target = std::make_unique<Target>(parseTargets(withNamespace, bad));
    if (!bad.kind.isEmpty())
        failAt(bad.offset, QStringLiteral("can't assign to '%1'").arg(bad.kind));
    return target;
}

} // namespace waymark::jinja
