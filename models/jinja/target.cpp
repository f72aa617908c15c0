#include "models/jinja/target.h"

#include "models/jinja/binder.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/namespaceobject.h"

#include <algorithm>

namespace waymark::jinja {

void Target::bind(Binder &binder, Role role)
{
    switch (m_kind) {
    case Kind::Name:
        if (role == Role::Parameter)
            binder.parameter(m_variable);
        else
            binder.assign(m_variable);
        break;
    case Kind::Member:
        binder.load(m_variable);
        binder.change(m_variable);
        break;
    case Kind::Tuple:
        for (Target &part : m_parts)
            part.bind(binder, role);
    }
}

bool Target::names(QStringView name) const
{
    return m_kind == Kind::Tuple
        ? std::ranges::any_of(m_parts, [&](const Target &part) { return part.names(name); })
        : m_kind == Kind::Name && m_variable.name == name;
}

Value Target::read(Interpreter &interpreter) const
{
    if (m_kind != Kind::Tuple)
        return interpreter.load(m_variable);
    auto items = make<ListData>();
    for (const Target &part : m_parts)
        items->items.push_back(part.read(interpreter));
    return Value::tuple(items);
}

void Target::assign(Interpreter &interpreter, Value value) const
{
    if (m_kind == Kind::Name) {
        interpreter.store(m_variable, std::move(value));
        return;
    }
    if (m_kind == Kind::Member) {
        auto *object = interpreter.load(m_variable).as<NamespaceObject>();
        if (!object) {
            interpreter.fail(FailureKind::Runtime,
                             QStringLiteral("cannot assign attribute on non-namespace object"));
        }
        object->set(m_member, interpreter.tagged(std::move(value), interpreter.control()));
        return;
    }
    const Tags tags = interpreter.shallowTags(value);
    std::vector<Value> items = interpreter.unpacked(value, m_parts.size());
    for (size_t i = 0; i < m_parts.size(); ++i)
        m_parts[i].assign(interpreter, interpreter.tagged(std::move(items[i]), tags));
}

} // namespace waymark::jinja
