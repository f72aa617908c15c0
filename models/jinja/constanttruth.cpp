#include "models/jinja/constanttruth.h"

#include "models/jinja/failure.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/nursery.h"
#include "models/jinja/operatornodes.h"
#include "models/jinja/primarynodes.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

constexpr int deepestConstant = 50; // nobody writes more by hand
constexpr Limits constantLimits{.steps = 10'000, .output = 1'000'000, .items = 10'000};

template<typename... Nodes>
bool isOneOf(const Node &node)
{
    return (dynamic_cast<const Nodes *>(&node) || ...);
}

/// Whether only literals and operators are in it.
bool isConstant(const Node &node, int depth = 0)
{
    if (dynamic_cast<const ConstantNode *>(&node))
        return true;
    if (depth > deepestConstant
        || !isOneOf<UnaryNode, BinaryNode, ComparisonNode, ConcatenationNode, ConditionalNode,
                    SequenceNode, DictNode>(node))
        return false;
    bool isAll = true;
    node.eachChild([&](const Node &child) { isAll = isAll && isConstant(child, depth + 1); });
    return isAll;
}

} // namespace

ConstantTruth::ConstantTruth(const std::shared_ptr<const CompiledEnvironment> &environment)
    : m_nothing(std::make_shared<const CompiledTemplate>(environment, SourceText({}, {})))
{
}

std::optional<bool> ConstantTruth::of(const ExpressionNode &condition) const
{
    if (const auto *constant = dynamic_cast<const ConstantNode *>(&condition);
        constant && constant->value().is(Value::Type::Bool))
        return constant->value().boolean();
    if (isConstant(condition))
        return evaluated(condition);
    if (const auto *unary = dynamic_cast<const UnaryNode *>(&condition);
        unary && unary->op() == UnaryOperator::Not) {
        const auto inner = of(unary->operand());
        return inner ? std::optional(!*inner) : std::nullopt;
    }
    const auto *two = dynamic_cast<const BinaryNode *>(&condition);
    if (two && two->op() == BinaryOperator::And)
        return ofLogical(two->left(), two->right(), false);
    if (two && two->op() == BinaryOperator::Or)
        return ofLogical(two->left(), two->right(), true);
    return std::nullopt;
}

/// One operand that is `decides` makes all of it that, whatever the other one is.
std::optional<bool> ConstantTruth::ofLogical(const ExpressionNode &left,
                                             const ExpressionNode &right, bool decides) const
{
    const auto first = of(left);
    const auto second = of(right);
    if (first == decides || second == decides)
        return decides;
    return first && second ? std::optional(!decides) : std::nullopt;
}

std::optional<bool> ConstantTruth::evaluated(const ExpressionNode &condition) const
{
    try {
        const Nursery nursery;
        const TaggedValue context = TaggedValue::fromMap({});
        Interpreter interpreter(m_nothing, context,
                                {.limits = constantLimits, .provenance = false});
        return interpreter.truthy(condition.evaluate(interpreter));
    } catch (const Failure &) {
        return std::nullopt; // where that stands, it fails
    }
}

} // namespace waymark::jinja
