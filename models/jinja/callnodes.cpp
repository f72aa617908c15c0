#include "models/jinja/accessnodes.h"
#include "models/jinja/binder.h"
#include "models/jinja/dialect.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/macro.h"
#include "models/jinja/methods/registry.h"
#include "models/jinja/operand.h"

namespace waymark::jinja {

void CallArguments::bind(Binder &binder) const
{
    eachChild([&](const Node &node) { const_cast<Node &>(node).bind(binder); });
}

void CallArguments::eachChild(const NodeVisitor &visit) const
{
    for (const ExpressionPtr &argument : positional)
        visit(*argument);
    for (const auto &[name, argument] : named)
        visit(*argument);
    if (star)
        visit(*star);
    if (doubleStar)
        visit(*doubleStar);
}

void EvaluatedArguments::add(Interpreter &interpreter, const CallArguments &arguments)
{
    for (const ExpressionPtr &argument : arguments.positional)
        positional.append(argument->evaluate(interpreter));
    for (const auto &[name, argument] : arguments.named)
        named.push_back({name, argument->evaluate(interpreter)});
    if (arguments.star) {
        for (Value &item : interpreter.items(arguments.star->evaluate(interpreter)))
            positional.append(std::move(item));
    }
    if (!arguments.doubleStar)
        return;
    const Value keywords = arguments.doubleStar->evaluate(interpreter);
    if (!keywords.is(Value::Type::Dict)) {
        interpreter.fail(FailureKind::Type,
                         QStringLiteral("argument after ** must be a mapping, not %1")
                             .arg(interpreter.typeName(keywords)));
    }
    for (const DictData::Entry &entry : keywords.dict().entries()) {
        if (!entry.key.isText())
            interpreter.fail(FailureKind::Type, QStringLiteral("keywords must be strings"));
        named.push_back({entry.key.text(), entry.value});
    }
}

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
        const Value base = m_method->base().evaluate(interpreter);
        interpreter.at(m_method->offset());
        if (const Function *method
            = interpreter.dialect().method(interpreter, base, m_method->name())) {
            arguments.positional.append(base);
            arguments.add(interpreter, m_arguments);
            interpreter.at(m_method->offset());
            return interpreter.callMethod(*method, arguments.view());
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
    arguments.add(interpreter, m_arguments);
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
    arguments.add(interpreter, m_arguments);
    if (!caller.isMissing())
        arguments.named.push_back({QStringLiteral("caller"), caller});
    interpreter.at(offset());
    printer->print(interpreter, arguments.view(), interpreter.shallowTags(callee));
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

Value FilterNode::evaluate(Interpreter &interpreter) const
{
    return evaluateWith(interpreter, {});
}

Value FilterNode::evaluateWith(Interpreter &interpreter, const Value &text) const
{
    interpreter.charge(1);
    if (!m_function) {
        interpreter.at(offset());
        interpreter.fail(FailureKind::Runtime, interpreter.dialect().noSuchFilter(m_name),
                         interpreter.didYouMeanFilter(m_name));
    }
    EvaluatedArguments arguments;
    if (const auto *inner = dynamic_cast<const FilterNode *>(m_value.get());
        inner && !text.isMissing())
        arguments.positional.append(inner->evaluateWith(interpreter, text));
    else
        arguments.positional.append(m_value ? m_value->evaluate(interpreter) : text);
    arguments.add(interpreter, m_arguments);
    interpreter.at(offset());
    return Call::run(interpreter, *m_function, arguments.view());
}

void FilterNode::bind(Binder &binder)
{
    if (m_value)
        m_value->bind(binder);
    m_function = binder.filter(m_name, offset());
    m_arguments.bind(binder);
}

void FilterNode::eachChild(const NodeVisitor &visit) const
{
    if (m_value)
        visit(*m_value);
    m_arguments.eachChild(visit);
}

Value TestNode::evaluate(Interpreter &interpreter) const
{
    interpreter.charge(1);
    if (!m_function) {
        interpreter.at(offset());
        interpreter.fail(FailureKind::Runtime, interpreter.dialect().noSuchTest(m_name),
                         interpreter.didYouMeanTest(m_name));
    }
    EvaluatedArguments arguments;
    arguments.positional.append(m_value->evaluate(interpreter));
    arguments.add(interpreter, m_arguments);
    interpreter.at(offset());
    return Call::run(interpreter, *m_function, arguments.view());
}

void TestNode::bind(Binder &binder)
{
    m_value->bind(binder);
    m_function = binder.test(m_name, offset());
    m_arguments.bind(binder);
}

void TestNode::eachChild(const NodeVisitor &visit) const
{
    visit(*m_value);
    m_arguments.eachChild(visit);
}

} // namespace waymark::jinja
