#include "models/jinja/macro.h"

#include "models/jinja/dialect.h"
#include "models/jinja/guards.h"

namespace waymark::jinja {

Value Printer::call(Runtime &runtime, const Arguments &arguments)
{
    auto &interpreter = static_cast<Interpreter &>(runtime);
    CaptureGuard capture(interpreter);
    print(interpreter, arguments, 0);
    Value text = capture.text();
    const bool isMarkup = interpreter.autoescapes() || interpreter.dialect().macrosAreMarkup;
    if (!isMarkup)
        return text;
    Value markup = Value::markup(text.text());
    markup.setTags(text.tags());
    return markup;
}

void MacroDefinition::eachChild(const NodeVisitor &visit) const
{
    for (const Parameter &parameter : parameters) {
        if (parameter.fallback)
            visit(*parameter.fallback);
    }
    body.eachChild(visit);
}

MacroObject::MacroObject(const MacroDefinition &definition, Interpreter &interpreter)
    : m_definition(definition)
    , m_source(*interpreter.frame().source)
    , m_context(interpreter.shareContext())
    , m_lexical(interpreter.shareActivation())
    , m_autoescape(interpreter.autoescapes())
{
}

void MacroObject::print(Interpreter &interpreter, const Arguments &arguments, Tags tags)
{
    check(interpreter, arguments);
    const Routine &routine = m_definition.routine;
    const auto activation = make<Activation>(routine);
    activation->lexical = m_lexical;
    activation->home = m_lexical->home;
    prepare(interpreter, *activation);
    const bool autoescape = interpreter.autoescapes();
    const ControlGuard control(interpreter, tags);
    {
        const RunGuard guard(interpreter, *activation, routine, m_source);
        const ContextGuard context(interpreter, m_context);
        if (!m_definition.isVolatile)
            interpreter.setAutoescape(m_autoescape);
        interpreter.enterScope(routine.scope);
        interpreter.beginStatement(m_definition.offset);
        bind(interpreter, *activation, arguments);
        const bool wasRefused = interpreter.output().refusal().has_value();
        (void)m_definition.body.execute(interpreter);
        if (const auto &refusal = interpreter.output().refusal(); refusal && !wasRefused)
            interpreter.fail(FailureKind::Type, refusal->message);
    }
    interpreter.setAutoescape(autoescape);
}

} // namespace waymark::jinja
