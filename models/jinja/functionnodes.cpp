#include "models/jinja/callnodes.h"

#include "models/jinja/binder.h"
#include "models/jinja/dialect.h"
#include "models/jinja/function.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/operand.h"

namespace waymark::jinja {

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
    const auto *inner
        = text.isMissing() ? nullptr : dynamic_cast<const FilterNode *>(m_value.get());
    if (inner)
        arguments.positional.append(inner->evaluateWith(interpreter, text));
    else
        arguments.positional.append(m_value ? m_value->evaluate(interpreter) : text);
    arguments.add(interpreter, m_arguments);
    interpreter.at(offset());
    return interpreter.callFunction(*m_function, arguments);
}

void FilterNode::bind(Binder &binder)
{
    m_function = binder.filter(m_name, offset()); // the outermost of a chain is missed first
    if (m_value)
        m_value->bind(binder);
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
    return interpreter.callFunction(*m_function, arguments);
}

void TestNode::bind(Binder &binder)
{
    m_function = binder.test(m_name, offset());
    m_value->bind(binder);
    m_arguments.bind(binder);
}

void TestNode::eachChild(const NodeVisitor &visit) const
{
    visit(*m_value);
    m_arguments.eachChild(visit);
}

} // namespace waymark::jinja
