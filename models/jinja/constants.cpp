#include "models/jinja/constants.h"

#include "models/jinja/accessnodes.h"
#include "models/jinja/callnodes.h"
#include "models/jinja/failure.h"
#include "models/jinja/filters/registry.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/methods/pythonarguments.h"
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

/// What jinja2.compiler.optimizeconst() stands at.
bool isOptimized(const Node &node)
{
    return isAnyOf<UnaryNode, BinaryNode, ComparisonNode, ConcatenationNode, ConditionalNode,
                   AttributeNode, ItemNode, FilterNode, TestNode, CallNode>(node);
}

/// jinja2.compiler.has_safe_repr(): what can be written as code.
bool hasSafeRepr(const Value &value, int depth = 0)
{
    const auto isSafe = [&](const Value &part) { return hasSafeRepr(part, depth + 1); };
    switch (value.type()) {
    case Value::Type::Missing:
    case Value::Type::Undefined:
    case Value::Type::Object:
        return false;
    case Value::Type::List:
    case Value::Type::Tuple:
        return depth < deepestFolded && std::ranges::all_of(value.items().items, isSafe);
    case Value::Type::Dict:
        return depth < deepestFolded
            && std::ranges::all_of(
                   value.dict().entries(),
                   [&](const DictData::Entry &entry) {
                       return isSafe(entry.key) && isSafe(entry.value);
                   });
    default:
        return true;
    }
}

void addWithin(QSet<const Node *> &folded, const Node &node)
{
    folded.insert(&node);
    node.eachChild([&](const Node &child) { addWithin(folded, child); });
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
    return escaping.isVolatile || isPeculiar(expression) ? printed(expression, escaping)
                                                         : std::nullopt;
}

std::optional<QString> Constants::printed(const ExpressionNode &expression, KnownEscaping escaping)
{
    if (!isConstant(expression, escaping))
        return std::nullopt;
    return computed(escaping, [&](Interpreter &interpreter) {
        const Value value = expression.evaluate(interpreter);
        return kept(escaping.isOn ? interpreter.escaped(value).text() : interpreter.text(value));
    });
}

QSet<const Node *> Constants::folded(const ExpressionNode &expression, KnownEscaping escaping)
{
    QSet<const Node *> folded;
    if (!escaping.isVolatile)
        addFolded(folded, expression, escaping, false);
    return folded;
}

void Constants::addFolded(QSet<const Node *> &folded, const Node &node, KnownEscaping escaping,
                          bool isInOptimized)
{
    const bool isLookedAt = isInOptimized || isOptimized(node);
    const auto *expression = dynamic_cast<const ExpressionNode *>(&node);
    if (isLookedAt && expression && isConstant(*expression, escaping)) {
        const auto isSafe = computed(escaping, [&](Interpreter &interpreter) {
            return hasSafeRepr(expression->evaluate(interpreter));
        });
        if (isSafe == true) {
            addWithin(folded, node);
            return;
        }
    }
    node.eachChild([&](const Node &child) { addFolded(folded, child, escaping, isLookedAt); });
}

std::optional<Failure> Constants::failure(const Node &node, KnownEscaping escaping,
                                          bool isInOptimized)
{
    if (escaping.isVolatile)
        return std::nullopt;
    const bool isLookedAt = isInOptimized || isOptimized(node);
    std::optional<Failure> found;
    node.eachChild([&](const Node &child) {
        if (!found)
            found = failure(child, escaping, isLookedAt);
    });
    if (found || !isLookedAt)
        return found;
    if (const auto *dict = dynamic_cast<const DictNode *>(&node))
        return failureOfKeys(*dict, escaping);
    if (m_environment.options.undefined != UndefinedKind::Strict)
        return std::nullopt;
    const auto *two = dynamic_cast<const BinaryNode *>(&node);
    if (two && (two->op() == BinaryOperator::And || two->op() == BinaryOperator::Or))
        return failureOfUndefined(two->left(), escaping);
    if (const auto *choice = dynamic_cast<const ConditionalNode *>(&node))
        return failureOfUndefined(choice->condition(), escaping);
    return isAnyOf<ConcatenationNode>(node) ? failureOfParts(node, escaping) : std::nullopt;
}

/// They are looked at up to the first one that is not constant.
std::optional<Failure> Constants::failureOfParts(const Node &joined, KnownEscaping escaping)
{
    std::optional<Failure> found;
    bool isEnd = false;
    joined.eachChild([&](const Node &child) {
        const auto *part = dynamic_cast<const ExpressionNode *>(&child);
        isEnd = isEnd || found || !part || !isConstant(*part, escaping);
        if (!isEnd)
            found = failureOfUndefined(*part, escaping);
    });
    return found;
}

/// The pairs are looked at up to the first one that is not constant.
std::optional<Failure> Constants::failureOfKeys(const DictNode &dict, KnownEscaping escaping)
{
    for (const auto &[key, value] : dict.entries()) {
        if (!isConstant(*key, escaping) || !isConstant(*value, escaping))
            break;
        if (dynamic_cast<const ConstantNode *>(key.get()))
            continue;
        const auto type = computed(escaping, [&](Interpreter &interpreter) {
            return unhashableType(interpreter, key->evaluate(interpreter));
        });
        if (!type)
            break;
        if (!type->isEmpty()) {
            return Failure{.kind = FailureKind::Type,
                           .message = QStringLiteral("unhashable type: '%1'").arg(*type),
                           .offset = key->offset()};
        }
    }
    return std::nullopt;
}

std::optional<Failure> Constants::failureOfUndefined(const ExpressionNode &condition,
                                                     KnownEscaping escaping)
{
    if (!isConstant(condition, escaping))
        return std::nullopt;
    const auto refusal = computed(escaping, [&](Interpreter &interpreter) {
        const Value value = condition.evaluate(interpreter);
        return value.isUndefined() && interpreter.isStrict(value)
            ? interpreter.undefinedMessage(value)
            : QString();
    });
    if (!refusal || refusal->isEmpty())
        return std::nullopt;
    return Failure{
        .kind = FailureKind::Undefined, .message = *refusal, .offset = condition.offset()};
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
