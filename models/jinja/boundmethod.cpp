#include "models/jinja/boundmethod.h"

#include "models/jinja/dialect.h"

namespace waymark::jinja {

namespace {
QString nativeFunction(const QString &name)
{
    return QStringLiteral("function %1() { [native code] }").arg(name);
}
} // namespace

QString BoundMethod::typeName() const
{
    // Those that the sandbox puts one of its own before (jinja2.sandbox.wrap_str_format()).
    const bool isWrapped
        = m_function.pythonName == u"str.format" || m_function.pythonName == u"str.format_map";
    return isWrapped ? QStringLiteral("function") : QStringLiteral("builtin_function_or_method");
}

QString BoundMethod::toText(Runtime &runtime) const
{
    if (!runtime.dialect().bindsAsPython)
        return nativeFunction(m_function.name);
    return QStringLiteral("<built-in method %1 of %2 object>")
        .arg(m_function.name, runtime.typeName(m_receiver));
}

Value BoundMethod::call(Runtime &runtime, const Arguments &arguments)
{
    std::vector<Value> positional = {m_receiver};
    positional.insert(positional.end(), arguments.positional.begin(), arguments.positional.end());
    return Call::run(runtime, m_function, {positional, arguments.named});
}

QString NativeFunctionObject::typeName() const
{
    const bool isClass = m_function.pythonName.endsWith(u".__init__");
    return isClass ? QStringLiteral("type") : QStringLiteral("function");
}

QString NativeFunctionObject::toText(Runtime &runtime) const
{
    return runtime.dialect().bindsAsPython ? QStringLiteral("<function %1>").arg(m_function.name)
                                           : nativeFunction(m_function.name);
}

Value NativeFunctionObject::call(Runtime &runtime, const Arguments &arguments)
{
    return Call::run(runtime, m_function, arguments);
}

} // namespace waymark::jinja
