#include "models/jinja/constants.h"

#include "models/jinja/callnodes.h"
#include "models/jinja/failure.h"
#include "models/jinja/filters/registry.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/nursery.h"
#include "models/jinja/operatornodes.h"
#include "models/jinja/primarynodes.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace waymark::jinja {
namespace {

constexpr int deepestFolded = 50; // nobody writes more by hand
constexpr Limits foldedLimits{.steps = 1'000, .output = 10'000, .items = 1'000};

template<typename... Nodes>
bool isAnyOf(const Node &node)
{
    return (dynamic_cast<const Nodes *>(&node) || ...);
}

/// Whether a constant may be something else when it runs.
bool isPeculiar(const Node &node)
{
    if (isAnyOf<ConcatenationNode, SliceNode>(node))
        return true;
    bool isAny = false;
    node.eachChild([&](const Node &child) { isAny = isAny || isPeculiar(child); });
    return isAny;
}

/// Filters that see the context, which is not there yet (jinja2.utils.pass_context).
bool needsContext(const QString &filter)
{
    constexpr std::array names
        = {u"map", u"random", u"reject", u"rejectattr", u"select", u"selectattr"};
    return std::ranges::any_of(names, [&](const char16_t *name) { return filter == name; });
}

/// Those of extensions may draw random numbers or read the clock.
bool isFoldedFilter(const FilterNode &filter)
{
    return filter.value() && jinja2Filters().find(filter.name()) && !needsContext(filter.name());
}

} // namespace

template<typename Step>
auto Constants::computed(KnownEscaping escaping, const Step &step)
    -> std::optional<decltype(step(std::declval<Interpreter &>()))>
{
    if (--m_left < 0)
        return std::nullopt;
    const std::shared_ptr<const CompiledEnvironment> unowned(std::shared_ptr<void>(),
                                                             &m_environment);
    const auto nothing
        = std::make_shared<const CompiledTemplate>(unowned, SourceText(QString(), QString()));
    try {
        const Nursery nursery;
        const TaggedValue context = TaggedValue::fromMap({});
        Interpreter interpreter(nothing, context, {.limits = foldedLimits, .provenance = false});
        interpreter.setAutoescape(escaping.isOn);
        interpreter.computeConstants();
        return step(interpreter);
    } catch (const Failure &) {
        return std::nullopt; // where it runs, it fails or takes its time
    }
}

bool Constants::isConstant(const ExpressionNode &expression, KnownEscaping escaping)
{
    return isConstant(expression, escaping, 0);
}

bool Constants::isConstant(const Node &node, KnownEscaping escaping, int depth)
{
    if (dynamic_cast<const ConstantNode *>(&node))
        return true;
    if (depth > deepestFolded)
        return false;
    if (const auto *choice = dynamic_cast<const ConditionalNode *>(&node))
        return isChoiceConstant(choice->condition(), &choice->then(), choice->otherwise(), escaping,
                                depth);
    const auto *two = dynamic_cast<const BinaryNode *>(&node);
    if (two && two->op() == BinaryOperator::And)
        return isChoiceConstant(two->left(), &two->right(), &two->left(), escaping, depth);
    if (two && two->op() == BinaryOperator::Or)
        return isChoiceConstant(two->left(), &two->left(), &two->right(), escaping, depth);
    const auto *filter = dynamic_cast<const FilterNode *>(&node);
    if (filter || dynamic_cast<const TestNode *>(&node)) {
        if (escaping.isVolatile || (filter && !isFoldedFilter(*filter)))
            return false;
    } else if (!isAnyOf<UnaryNode, BinaryNode, ComparisonNode, ConcatenationNode, SequenceNode,
                        DictNode, AttributeNode, ItemNode, SliceNode>(node)) {
        return false;
    }
    bool isAll = true;
    node.eachChild(
        [&](const Node &child) { isAll = isAll && isConstant(child, escaping, depth + 1); });
    return isAll;
}

bool Constants::isChoiceConstant(const ExpressionNode &condition, const ExpressionNode *ifTrue,
                                 const ExpressionNode *ifFalse, KnownEscaping escaping, int depth)
{
    if (!isConstant(condition, escaping, depth + 1))
        return false;
    const auto isTrue = truthOf(condition, escaping);
    if (!isTrue)
        return false;
    const ExpressionNode *chosen = *isTrue ? ifTrue : ifFalse;
    return chosen && (chosen == &condition || isConstant(*chosen, escaping, depth + 1));
}

std::optional<QString> Constants::printedBefore(const ExpressionNode &expression,
                                                KnownEscaping escaping)
{
    if (!isConstant(expression, escaping) || !(escaping.isVolatile || isPeculiar(expression)))
        return std::nullopt;
    return computed(escaping, [&](Interpreter &interpreter) {
        const Value value = expression.evaluate(interpreter);
        return kept(escaping.isOn ? interpreter.escaped(value).text() : interpreter.text(value));
    });
}

std::optional<bool> Constants::truth(const ExpressionNode &expression, KnownEscaping escaping)
{
    return isConstant(expression, escaping) ? truthOf(expression, escaping) : std::nullopt;
}

std::optional<bool> Constants::truthOf(const ExpressionNode &constant, KnownEscaping escaping)
{
    return computed(escaping, [&](Interpreter &interpreter) {
        return interpreter.truthy(constant.evaluate(interpreter));
    });
}

} // namespace waymark::jinja
