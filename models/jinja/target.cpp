#include "models/jinja/target.h"

#include "models/jinja/binder.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/namespaceobject.h"

#include <algorithm>

namespace waymark::jinja {

namespace {
/// Whether a name gave it that stands for nothing.
bool isMissingName(const Value &value)
{
    const UndefinedData *why = value.isUndefined() ? value.undefinedReason() : nullptr;
    return why && why->hint.isEmpty() && why->owner.isMissing();
}
} // namespace

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

bool Target::hasMember() const
{
    return m_kind == Kind::Member || std::ranges::any_of(m_parts, &Target::hasMember);
}

void Target::requireNamespaces(Interpreter &interpreter) const
{
    for (const Target &part : m_parts)
        part.requireNamespaces(interpreter);
    if (m_kind == Kind::Member && !interpreter.load(m_variable).as<NamespaceObject>()) {
        interpreter.fail(FailureKind::Runtime,
                         QStringLiteral("cannot assign attribute on non-namespace object"));
    }
}

/// owner["member"] = value of Python: a block's text is assigned without asking for a namespace.
void Target::assignMember(Interpreter &interpreter, Value value) const
{
    const Value owner = interpreter.load(m_variable);
    value = interpreter.tagged(std::move(value), interpreter.control());
    if (auto *object = owner.as<NamespaceObject>())
        object->set(m_member, std::move(value));
    else if (owner.is(Value::Type::Dict))
        owner.dict().insert(m_member, std::move(value));
    else if (owner.is(Value::Type::List))
        interpreter.fail(FailureKind::Type,
                         QStringLiteral("list indices must be integers or slices, not str"));
    else
        interpreter.fail(FailureKind::Type,
                         QStringLiteral("'%1' object does not support item assignment")
                             .arg(isMissingName(owner) ? QStringLiteral("_MissingType")
                                                       : interpreter.typeName(owner)));
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
        assignMember(interpreter, std::move(value));
        return;
    }
    const Tags tags = interpreter.shallowTags(value);
    std::vector<Value> items = interpreter.unpacked(value, m_parts.size());
    for (size_t i = 0; i < m_parts.size(); ++i)
        m_parts[i].assign(interpreter, interpreter.tagged(std::move(items[i]), tags));
}

} // namespace waymark::jinja
