#include "models/jinja/namespaceobject.h"

#include "models/jinja/runtime.h"

namespace waymark::jinja {

QString NamespaceObject::toText(Runtime &runtime) const
{
    return QStringLiteral("<Namespace %1>").arg(runtime.repr(Value(make<DictData>(m_attributes))));
}

Value NamespaceObject::attribute(Runtime & /*runtime*/, const QString &name)
{
    const Value *value = m_attributes.find(name);
    return value ? *value : Value();
}

Value NamespaceObject::item(Runtime &runtime, const Value &key)
{
    return key.isText() ? attribute(runtime, key.text()) : Value();
}

/// What decides that an attribute is set decides each of them: which one it would be is not known.
void NamespaceObject::addShape(Runtime &runtime, Tags tags)
{
    Object::addShape(runtime, tags);
    for (const DictData::Entry &entry : m_attributes.entries()) {
        Value &value = *m_attributes.find(entry.key);
        value = runtime.tagged(std::move(value), tags);
    }
}

} // namespace waymark::jinja
