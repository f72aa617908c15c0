#include "models/jinja/readwalker.h"

#include "models/jinja/accessnodes.h"
#include "models/jinja/callnodes.h"
#include "models/jinja/methods/registry.h"
#include "models/jinja/operatornodes.h"
#include "models/jinja/primarynodes.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

/// The constant parts of a.b['c'], and what they are parts of.
struct Chain
{
    const ExpressionNode *base = nullptr;
    QStringList members = {};
    std::vector<const ExpressionNode *> keys = {}; ///< Those that are computed.

    /// The entry that `key` names; behind one that is computed nothing is known.
    void prepend(const ExpressionNode &key)
    {
        if (const auto name = constantText(key)) {
            members.prepend(*name);
            return;
        }
        members.clear();
        keys.push_back(&key);
    }
};

/// With all in front of what is computed, and of what `isCut` says.
template<typename IsCut>
Chain chainOf(const ExpressionNode &end, const IsCut &isCut)
{
    Chain chain{.base = &end};
    for (;;) {
        if (const auto *attribute = dynamic_cast<const AttributeNode *>(chain.base)) {
            chain.members.prepend(attribute->name());
            if (isCut(attribute->name()))
                chain.members.clear();
            chain.base = &attribute->base();
        } else if (const auto *item = dynamic_cast<const ItemNode *>(chain.base)) {
            chain.prepend(item->key());
            chain.base = &item->base();
        } else {
            return chain;
        }
    }
}

bool isNothing(const ExpressionNode &expression)
{
    const auto *constant = dynamic_cast<const ConstantNode *>(&expression);
    const auto *name = dynamic_cast<const NameNode *>(&expression);
    return (constant && constant->value().isNone())
        || (name && name->variable().name == u"undefined");
}

/// Only the last item of a group is its value.
const SequenceNode *asGroup(const ExpressionNode &expression)
{
    const auto *sequence = dynamic_cast<const SequenceNode *>(&expression);
    return sequence && sequence->kind() == SequenceNode::Kind::Group
            && sequence->items().size() == 1
        ? sequence
        : nullptr;
}

/// The entry that a call of a map's method asks for.
std::optional<QString> entryAsked(const QString &method, const CallArguments &arguments)
{
    const auto &given = arguments.positional;
    const bool isPopped = method == u"pop" && given.size() > 1;
    if (given.empty() || !(method == u"get" || method == u"setdefault" || isPopped))
        return std::nullopt;
    return constantText(*given.front());
}

/// The entries that a call of a map's method makes; empty: any. Nothing: it makes none.
std::optional<QStringList> entriesMade(const QString &method, const CallArguments &arguments)
{
    const auto &given = arguments.positional;
    if (given.empty() ? method != u"update" : method != u"update" && method != u"setdefault")
        return std::nullopt;
    QStringList made;
    for (const auto &[name, value] : arguments.named)
        made += name;
    if (given.empty())
        return made;
    if (method == u"setdefault") {
        const auto key = constantText(*given.front());
        return key ? QStringList{*key} : QStringList();
    }
    const auto *map = dynamic_cast<const DictNode *>(given.front().get());
    if (!map)
        return QStringList();
    for (const DictNode::Entry &entry : map->entries()) {
        const auto key = constantText(*entry.first);
        if (!key)
            return QStringList();
        made += *key;
    }
    return made;
}

} // namespace

std::optional<QString> constantText(const ExpressionNode &expression)
{
    const auto *constant = dynamic_cast<const ConstantNode *>(&expression);
    return constant && constant->value().isText() ? std::optional(constant->value().text())
                                                  : std::nullopt;
}

ReadWalker::ReadWalker(const CompiledEnvironment &environment, ReadSink &sink)
    : m_environment(environment)
    , m_isJinja2(environment.options.language == Language::Jinja2)
    , m_sink(sink)
{
}

void ReadWalker::walk(const ExpressionNode &expression)
{
    go(expression, Care::Plain);
    m_guards.resize(m_active);
}

void ReadWalker::walkCondition(const ExpressionNode &condition)
{
    go(condition, Care::Tested);
    guardAll();
}

void ReadWalker::forget(size_t remembered)
{
    guardOnly(remembered);
    m_guards.resize(remembered);
}

/// What was asked for guards what is walked through next.
void ReadWalker::guardAll()
{
    for (; m_active < m_guards.size(); ++m_active) {
        charge();
        Guard &guard = m_guards[m_active];
        const int before = m_active > 0 ? m_guards[m_active - 1].asked : nothingAsked;
        if (guard.asked == nothingAsked || m_asked[size_t(guard.asked)].before != before) {
            guard.asked = static_cast<int>(m_asked.size());
            m_asked.push_back({guard.path, before});
        }
        const auto there = m_care.constFind(guard.path);
        guard.outer = there == m_care.cend() ? std::nullopt : std::optional(*there);
        m_care.insert(guard.path, std::max(guard.care, guard.outer.value_or(Care::Plain)));
    }
}

/// Only the first `count` do any more.
void ReadWalker::guardOnly(size_t count)
{
    while (m_active > count) {
        const Guard &guard = m_guards[--m_active];
        if (guard.outer)
            m_care.insert(guard.path, *guard.outer);
        else
            m_care.remove(guard.path);
    }
}

void ReadWalker::go(const ExpressionNode &expression, Care care)
{
    if (--m_left < 0)
        return;
    if (expression.readsContext())
        m_sink.readContext();
    else if (!goAround(expression, care))
        goInto(expression);
}

/// Whether it is of a kind that has rules of its own.
bool ReadWalker::goAround(const ExpressionNode &expression, Care care)
{
    if (dynamic_cast<const NameNode *>(&expression)
        || dynamic_cast<const AttributeNode *>(&expression)
        || dynamic_cast<const ItemNode *>(&expression))
        chain(expression, care);
    else if (const auto *called = dynamic_cast<const CallNode *>(&expression))
        call(*called, care);
    else if (const auto *filtered = dynamic_cast<const FilterNode *>(&expression))
        filter(*filtered, care);
    else if (const auto *tested = dynamic_cast<const TestNode *>(&expression)) {
        const bool asks = tested->name() == u"defined" || tested->name() == u"undefined";
        go(tested->value(), asks ? Care::Guarded : Care::Tested);
        arguments(tested->arguments());
    } else if (const auto *unary = dynamic_cast<const UnaryNode *>(&expression))
        go(unary->operand(), unary->op() == UnaryOperator::Not ? Care::Tested : Care::Plain);
    else if (const auto *two = dynamic_cast<const BinaryNode *>(&expression))
        binary(*two, care);
    else if (const auto *compared = dynamic_cast<const ComparisonNode *>(&expression))
        comparison(*compared);
    else if (const auto *chosen = dynamic_cast<const ConditionalNode *>(&expression))
        conditional(*chosen, care);
    else if (const SequenceNode *group = asGroup(expression))
        go(*group->items().front(), care);
    else
        return false;
    return true;
}

void ReadWalker::goInto(const ExpressionNode &expression)
{
    expression.eachChild([this](const Node &child) {
        if (const auto *inner = dynamic_cast<const ExpressionNode *>(&child))
            go(*inner, Care::Plain);
    });
}

void ReadWalker::chain(const ExpressionNode &end, Care care)
{
    const Chain parts = chainOf(end, [this](const QString &member) { return isMapMethod(member); });
    if (const auto *name = dynamic_cast<const NameNode *>(parts.base))
        emitRead(QStringList{name->variable().name} + parts.members, name->offset(), care);
    else
        go(*parts.base, Care::Plain);
    for (const ExpressionNode *key : parts.keys)
        go(*key, Care::Plain);
}

/// A method reads what it is a method of; map.get('x') asks for an entry, and map.update({'x': 1})
/// makes one.
void ReadWalker::call(const CallNode &node, Care care)
{
    const auto *method = dynamic_cast<const AttributeNode *>(&node.callee());
    if (!method) {
        go(node.callee(), Care::Plain);
        return arguments(node.arguments());
    }
    const auto key = entryAsked(method->name(), node.arguments());
    const Chain parts
        = chainOf(method->base(), [this](const QString &member) { return isMapMethod(member); });
    const auto *name = dynamic_cast<const NameNode *>(parts.base);
    if (const auto made = entriesMade(method->name(), node.arguments());
        made && name && parts.members.isEmpty() && parts.keys.empty())
        m_sink.makeEntries(name->variable().name, *made);
    const bool isEntry = key && name && parts.keys.empty();
    if (isEntry)
        emitRead(QStringList{name->variable().name} + parts.members + QStringList{*key},
                 name->offset(), Care::Guarded);
    if (!isEntry || method->name() != u"get")
        go(method->base(), care == Care::Guarded ? care : Care::Plain);
    arguments(node.arguments());
}

void ReadWalker::filter(const FilterNode &node, Care care)
{
    const bool replaces = node.name() == u"default" || node.name() == u"d";
    if (node.value())
        go(*node.value(), replaces || care == Care::Guarded ? Care::Guarded : Care::Plain);
    arguments(node.arguments());
}

void ReadWalker::binary(const BinaryNode &node, Care care)
{
    switch (node.op()) {
    case BinaryOperator::And:
    case BinaryOperator::Or: {
        const size_t before = m_active;
        const bool isReplaced
            = node.op() == BinaryOperator::Or && !m_isJinja2 && care != Care::Tested;
        go(node.left(), isReplaced ? Care::Guarded : Care::Tested);
        guardAll();
        go(node.right(), care);
        guardOnly(before);
        return;
    }
    case BinaryOperator::In:
    case BinaryOperator::NotIn:
        go(node.left(), Care::Plain);
        return membership(node.left(), node.right());
    case BinaryOperator::Equal:
    case BinaryOperator::NotEqual:
    case BinaryOperator::StrictEqual:
    case BinaryOperator::StrictNotEqual: {
        // In JavaScript what is not there equals null, or undefined.
        const bool asks = !m_isJinja2 && (isNothing(node.left()) || isNothing(node.right()));
        return operands(node, asks ? Care::Guarded : std::min(care, Care::Tested));
    }
    case BinaryOperator::Less:
    case BinaryOperator::LessOrEqual:
    case BinaryOperator::Greater:
    case BinaryOperator::GreaterOrEqual: // which fails in Python
        return operands(node, m_isJinja2 ? Care::Plain : std::min(care, Care::Tested));
    default:
        goInto(node);
    }
}

void ReadWalker::operands(const BinaryNode &node, Care care)
{
    go(node.left(), care);
    go(node.right(), care);
}

void ReadWalker::comparison(const ComparisonNode &node)
{
    const ExpressionNode *left = &node.first();
    go(*left, Care::Plain);
    for (const ComparisonNode::Comparand &next : node.rest()) {
        if (next.op == BinaryOperator::In || next.op == BinaryOperator::NotIn)
            membership(*left, *next.right);
        else
            go(*next.right, Care::Plain);
        left = next.right.get();
    }
}

/// 'x' in map asks for an entry, and not for all of the map.
void ReadWalker::membership(const ExpressionNode &key, const ExpressionNode &container)
{
    const auto entry = constantText(key);
    const Chain parts
        = chainOf(container, [this](const QString &member) { return isMapMethod(member); });
    const auto *name = dynamic_cast<const NameNode *>(parts.base);
    if (entry && name && parts.keys.empty())
        emitRead(QStringList{name->variable().name} + parts.members + QStringList{*entry},
                 name->offset(), Care::Guarded);
    go(container, Care::Plain);
}

void ReadWalker::conditional(const ConditionalNode &node, Care care)
{
    const size_t before = m_active;
    go(node.condition(), Care::Tested);
    guardAll();
    const auto truth = m_sink.truth(node.condition());
    if (truth == false)
        m_sink.foundUnreachable(node.then().offset());
    else
        go(node.then(), care);
    if (node.otherwise() && truth == true)
        m_sink.foundUnreachable(node.otherwise()->offset());
    else if (node.otherwise())
        go(*node.otherwise(), care);
    guardOnly(before);
}

void ReadWalker::arguments(const CallArguments &arguments)
{
    arguments.eachChild([this](const Node &child) {
        if (const auto *inner = dynamic_cast<const ExpressionNode *>(&child))
            go(*inner, Care::Plain);
    });
}

void ReadWalker::emitRead(const QStringList &path, quint32 offset, Care care)
{
    const bool isStrict = m_environment.options.undefined == UndefinedKind::Strict;
    if (care == Care::Tested && isStrict)
        care = Care::Plain; // even that fails
    for (qsizetype length = 1; length <= path.size() && m_active > 0; ++length)
        care = std::max(care, m_care.value(path.first(length), Care::Plain));
    if (care != Care::Plain)
        m_guards.push_back({.path = path, .care = care});
    m_sink.read(path, offset, care, m_active > 0 ? m_guards[m_active - 1].asked : nothingAsked);
}

/// Whether maps have a method of this name, which may look at all of one.
bool ReadWalker::isMapMethod(const QString &name) const
{
    if (m_isJinja2)
        return pythonMethods().find(QStringLiteral("dict"), name);
    return javaScriptMethods().find(QStringLiteral("object"), name)
        || (m_environment.options.jinjaCompat
            && jinjaCompatMethods().find(QStringLiteral("object"), name));
}

} // namespace waymark::jinja
