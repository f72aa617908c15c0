#include "models/jinja/object.h"

#include "models/jinja/runtime.h"

#include <QHashFunctions>

namespace waymark::jinja {

QString Object::toText(Runtime & /*runtime*/) const
{
    return QStringLiteral("<%1 object>").arg(typeName());
}

Value Object::attribute(Runtime & /*runtime*/, const QString & /*name*/)
{
    return {};
}

Value Object::item(Runtime & /*runtime*/, const Value & /*key*/)
{
    return {};
}

Value Object::call(Runtime &runtime, const Arguments & /*arguments*/)
{
    runtime.fail(FailureKind::Type, QStringLiteral("'%1' object is not callable").arg(typeName()));
}

std::optional<qsizetype> Object::length(Runtime & /*runtime*/)
{
    return std::nullopt;
}

Value Object::next(Runtime & /*runtime*/)
{
    return {};
}

Value Object::iterator(Runtime & /*runtime*/)
{
    return Value(Reference<Object>(this));
}

bool Object::contains(Runtime &runtime, const Value &value)
{
    const Value all = iterator(runtime);
    for (Value item = all.object().next(runtime); !item.isMissing();
         item = all.object().next(runtime)) {
        runtime.charge(1);
        if (runtime.equal(item, value))
            return true;
    }
    return false;
}

size_t Object::hash() const
{
    return qHash(this);
}

void Object::addShape(Runtime &runtime, Tags tags)
{
    m_shape = runtime.tagTable().united(m_shape, tags);
}

} // namespace waymark::jinja
