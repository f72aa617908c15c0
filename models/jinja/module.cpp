#include "models/jinja/module.h"

#include "models/jinja/runtime.h"

namespace waymark::jinja {

Value Module::exports() const
{
    auto dict = make<DictData>();
    for (const QString &name : m_context->exported) {
        if (const Value *value = m_context->set.find(name))
            dict->insert(name, *value);
    }
    return {dict};
}

QString Module::toText(Runtime &runtime) const
{
    return QStringLiteral("<TemplateModule %1>").arg(runtime.repr(Value(m_name)));
}

Value Module::attribute(Runtime & /*runtime*/, const QString &name)
{
    if (!m_context->exported.contains(name))
        return {};
    const Value *value = m_context->set.find(name);
    return value ? *value : Value();
}

} // namespace waymark::jinja
