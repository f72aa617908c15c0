#include "models/jinja/callnodes.h"

#include "models/jinja/binder.h"
#include "models/jinja/dialect.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/macro.h"
#include "models/jinja/methods/registry.h"
#include "models/jinja/primarynodes.h"

namespace waymark::jinja {

CallNode::CallNode(qsizetype offset, ExpressionPtr callee, CallArguments arguments)
    : ExpressionNode(offset)
    , m_callee(std::move(callee))
    , m_arguments(std::move(arguments))
    , m_method(dynamic_cast<const AttributeNode *>(m_callee.get()))
{
}

Value CallNode::evaluate(Interpreter &interpreter) const
{
    return evaluateWith(interpreter, {});
}

void CallNode::print(Interpreter &interpreter) const
{
    printWith(interpreter, {});
}

Value CallNode::evaluateWith(Interpreter &interpreter, const Value &caller) const
{
    interpreter.charge(1);
    EvaluatedArguments arguments;
    // A method is called without making an object of it first.
    if (m_method) {
        Value base = m_method->base().evaluate(interpreter);
        interpreter.at(m_method->offset());
        if (const Function *method
            = interpreter.dialect().method(interpreter, base, m_method->name())) {
            arguments.positional.append(std::move(base));
            arguments.addForCall(interpreter, m_arguments);
            interpreter.at(m_method->offset());
            return interpreter.callMethod(*method, arguments);
        }
        const Value callee
            = interpreter.taggedMember(interpreter.attribute(base, m_method->name()), base);
        return call(interpreter, callee, arguments, caller);
    }
    return call(interpreter, m_callee->evaluate(interpreter), arguments, caller);
}

Value CallNode::call(Interpreter &interpreter, const Value &callee, EvaluatedArguments &arguments,
                     const Value &caller) const
{
    arguments.addForCall(interpreter, m_arguments);
    if (!caller.isMissing())
        arguments.named.push_back({QStringLiteral("caller"), caller});
    interpreter.at(offset());
    Value result = interpreter.callNamed(callee, *m_callee, arguments.view());
    return interpreter.isTracking()
        ? interpreter.tagged(std::move(result), interpreter.shallowTags(callee))
        : result;
}

void CallNode::printWith(Interpreter &interpreter, const Value &caller) const
{
    if (m_method) {
        interpreter.print(evaluateWith(interpreter, caller));
        return;
    }
    interpreter.charge(1);
    const Value callee = m_callee->evaluate(interpreter);
    EvaluatedArguments arguments;
    Printer *printer = callee.is(Value::Type::Object) ? callee.object().printer() : nullptr;
    if (!printer) {
        interpreter.print(call(interpreter, callee, arguments, caller));
        return;
    }
    arguments.addForCall(interpreter, m_arguments);
    if (!caller.isMissing())
        arguments.named.push_back({QStringLiteral("caller"), caller});
    interpreter.at(offset());
    Output &output = interpreter.output();
    const bool wasRefused = output.refusal().has_value();
    const qint64 parts = output.beginPart();
    printer->print(interpreter, arguments.view(), interpreter.shallowTags(callee));
    output.endPart(parts);
    if (output.refusal() && !wasRefused)
        interpreter.fail(FailureKind::Type, output.refusal()->message);
}

void CallNode::bind(Binder &binder)
{
    m_callee->bind(binder);
    m_arguments.bind(binder);
    if (!m_method || !changesReceiver(m_method->name()))
        return;
    if (const auto *name = dynamic_cast<const NameNode *>(&m_method->base()))
        binder.change(name->variable());
}

void CallNode::eachChild(const NodeVisitor &visit) const
{
    visit(*m_callee);
    m_arguments.eachChild(visit);
}

} // namespace waymark::jinja
