#include "models/jinja/callarguments.h"
#include "models/jinja/callnodes.h"
#include "models/jinja/dialect.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/methods/registry.h"
#include "models/jinja/primarynodes.h"
#include "models/jinja/valuesize.h"

#include <QCoreApplication>

namespace waymark::jinja {
namespace {

/// How nunjucks' compiler names what is called, in its errors.
QString nameOf(const ExpressionNode &expression)
{
    if (const auto *name = dynamic_cast<const NameNode *>(&expression))
        return name->variable().name;
    if (const auto *call = dynamic_cast<const CallNode *>(&expression))
        return QStringLiteral("the return value of (%1)").arg(nameOf(call->callee()));
    if (const auto *attribute = dynamic_cast<const AttributeNode *>(&expression))
        return QStringLiteral("%1[\"%2\"]").arg(nameOf(attribute->base()), attribute->name());
    if (const auto *item = dynamic_cast<const ItemNode *>(&expression))
        return QStringLiteral("%1[\"%2\"]").arg(nameOf(item->base()), nameOf(item->key()));
    const auto *constant = dynamic_cast<const ConstantNode *>(&expression);
    return constant && constant->value().isText() ? constant->value().text()
                                                  : QStringLiteral("--expression--");
}

} // namespace

Value Interpreter::taggedMember(Value member, const Value &base)
{
    if (member.isUndefined()) // whether there is one depends on all that decides what there is
        return tagged(std::move(member), shallowTags(base));
    if (base.isText())
        return tagged(std::move(member), m_tagTable.flattened(base.tags()));
    return base.tags() == 0 ? member : tagged(std::move(member), m_tagTable.flattened(base.tags()));
}

void Interpreter::chargeBytes(quint64 bytes)
{
    if (bytes > m_memory) {
        const auto message
            = QCoreApplication::translate("jinja", "the template makes too many large values");
        fail(FailureKind::Limit, message,
             QCoreApplication::translate(
                 "jinja", "Look for a loop that makes long texts or lists, or keeps them."));
    }
    m_memory -= bytes;
}

void Interpreter::chargeMade(const Value &value, quint64 mostItems)
{
    chargeBytes(sizeMade(value, mostItems));
}

Value Interpreter::callFunction(const Function &function, EvaluatedArguments &arguments)
{
    const quint64 steps = m_fuel + m_steps;
    ArgumentValues &values = arguments.positional;
    const bool isPlain = !isTracking() && arguments.named.empty()
        && Call::takesInOrder(function, static_cast<size_t>(values.size()),
                              dialect().bindsAsPython);
    Value result = isPlain ? Call::runInOrder(*this, function, values)
                           : Call::run(*this, function, arguments.view());
    if (hasSize(result))
        chargeMade(result, steps - m_fuel - m_steps); // no item is made without a step
    return result;
}

Value Interpreter::callMethod(const Function &method, EvaluatedArguments &arguments)
{
    const quint64 items = itemsHeld(arguments.positional.front());
    Value result = callFunction(method, arguments);
    const Value &receiver = arguments.positional.front();
    if (itemsHeld(receiver) > items)
        chargeBytes(roomFor(receiver, itemsHeld(receiver) - items));
    if (!isTracking() || !changesReceiver(method.name))
        return result;
    // What is in it now depends on what decided that, and on a place or a name that was given.
    const bool onlyAdds
        = method.name == u"append" || method.name == u"push" || method.name == u"unshift";
    Tags tags = m_control;
    for (const Value &argument :
         arguments.view().positional.subspan(onlyAdds ? arguments.view().positional.size() : 1))
        tags = m_tagTable.united(tags, m_tagTable.asControl(shallowTags(argument)));
    taintShape(receiver, tags);
    return result;
}

Value Interpreter::callNamed(const Value &callee, const ExpressionNode &expression,
                             const Arguments &arguments)
{
    if (!isCallable(callee))
        dialect().failCall(*this, callee, dialect().bindsAsPython ? QString() : nameOf(expression));
    const quint64 steps = m_fuel + m_steps;
    Value result = callee.object().call(*this, arguments);
    if (!callee.object().printer()) // a macro's text is charged for where it is put together
        chargeMade(result, steps - m_fuel - m_steps);
    return result;
}

std::vector<Value> Interpreter::unpacked(const Value &value, size_t count)
{
    if (!isIterable(value))
        fail(FailureKind::Type,
             QStringLiteral("cannot unpack non-iterable %1 object").arg(typeName(value)));
    std::vector<Value> parts = items(value);
    if (parts.size() > count)
        fail(FailureKind::Value,
             QStringLiteral("too many values to unpack (expected %1)").arg(count));
    if (parts.size() < count) {
        fail(FailureKind::Value,
             QStringLiteral("not enough values to unpack (expected %1, got %2)")
                 .arg(count)
                 .arg(parts.size()));
    }
    return parts;
}

Rendered Interpreter::take()
{
    Rendered result;
    Provenance &provenance = result.provenance;
    for (const auto &source : m_sources)
        provenance.templates.append(source->source.name());
    if (m_rootOutput.marks().empty()) {
        result.bytes = m_rootOutput.take();
        return result;
    }
    QHash<Tags, int> known = {{0, 0}};
    qsizetype start = 0;
    provenance.stretches.reserve(m_rootOutput.marks().size());
    for (const Output::Mark &mark : m_rootOutput.marks()) {
        auto answers = known.constFind(mark.tags);
        if (answers == known.cend()) {
            answers = known.insert(mark.tags, static_cast<int>(provenance.answers.size()));
            provenance.answers.append(m_tagTable.sources(mark.tags));
        }
        const auto source = static_cast<int>(mark.place.source) - 1;
        const SourcePosition position
            = m_sources[static_cast<size_t>(source)]->source.position(mark.place.offset);
        provenance.stretches.push_back({start, mark.end, source, position, *answers});
        start = mark.end;
    }
    result.bytes = m_rootOutput.take();
    return result;
}

} // namespace waymark::jinja
