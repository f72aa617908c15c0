#include "models/jinja/dialects/python.h"

#include "models/jinja/boundmethod.h"
#include "models/jinja/dialects/codepoints.h"
#include "models/jinja/methods/pythonproperties.h"
#include "models/jinja/methods/registry.h"

#include <algorithm>

namespace waymark::jinja::python {
namespace {

/// What every object of Python has and no template may see.
bool isInternal(QStringView name)
{
    return name.startsWith(u"__") && name.endsWith(u"__") && name.size() > 4;
}

/// The names that even Undefined has: dir(object).
bool hasEveryObject(QStringView name)
{
    static constexpr QStringView names[] = {
        u"__class__",   u"__delattr__", u"__dir__",           u"__doc__",          u"__eq__",
        u"__format__",  u"__ge__",      u"__getattribute__",  u"__getstate__",     u"__gt__",
        u"__hash__",    u"__init__",    u"__init_subclass__", u"__le__",           u"__lt__",
        u"__ne__",      u"__new__",     u"__reduce__",        u"__reduce_ex__",    u"__repr__",
        u"__setattr__", u"__sizeof__",  u"__str__",           u"__subclasshook__",
    };
    return std::ranges::find(names, name) != std::end(names);
}

Value unsafe(const Value &base, const QString &name)
{
    auto why = make<UndefinedData>();
    why->hint = QStringLiteral("access to attribute '%1' of '%2' object is unsafe.")
                    .arg(name, typeName(base));
    why->owner = base;
    why->name = Value(name);
    why->unsafe = true;
    return Value::undefined(why);
}

/// getattr(base, name), or Missing.
Value attributeOnly(Runtime &runtime, const Value &base, const QString &name)
{
    if (isInternal(name))
        return unsafe(base, name);
    if (base.is(Value::Type::Object)) {
        Value value = base.object().attribute(runtime, name);
        if (!value.isMissing())
            return value;
    }
    if (name.startsWith(u'_'))
        return {};
    if (Value property = pythonProperty(base, name); !property.isMissing())
        return property;
    const Function *method = pythonMethods().find(typeName(base), name);
    if (!method)
        return {};
    if (runtime.options().immutable && changesReceiver(name))
        return unsafe(base, name);
    return {Reference<Object>(make<BoundMethod>(*method, base))};
}

std::optional<qsizetype> indexOf(const Value &key, qsizetype size)
{
    const auto small = key.toInteger().toInt64();
    if (!small)
        return std::nullopt;
    const qint64 index = *small < 0 ? *small + size : *small;
    return index >= 0 && index < size ? std::optional<qsizetype>(index) : std::nullopt;
}

/// base[key], or Missing where Python raises a LookupError or TypeError.
Value itemOnly(Runtime &runtime, const Value &base, const Value &key)
{
    switch (base.type()) {
    case Value::Type::Dict: {
        const Value *value = isHashable(key) ? base.dict().find(key) : nullptr;
        return value ? *value : Value();
    }
    case Value::Type::List:
    case Value::Type::Tuple: {
        const auto &items = base.items().items;
        const auto index
            = key.isIntegral() ? indexOf(key, static_cast<qsizetype>(items.size())) : std::nullopt;
        return index ? items[static_cast<size_t>(*index)] : Value();
    }
    case Value::Type::Text: {
        const auto index
            = key.isIntegral() ? indexOf(key, codePointCount(base.text())) : std::nullopt;
        if (!index)
            return {};
        const QString one = codePoints(base.text(), *index, 1);
        return base.isMarkup() ? Value::markup(one) : Value(one);
    }
    case Value::Type::Range: {
        const auto index = key.isIntegral() ? indexOf(key, base.range().size()) : std::nullopt;
        return index ? Value(base.range().at(*index)) : Value();
    }
    case Value::Type::Object:
        return base.object().item(runtime, key);
    default:
        return {};
    }
}

/// What an Undefined gives for whatever is asked of it: itself where that may go on, else its
/// error.
Value undefinedMemberOf(Runtime &runtime, const Value &base)
{
    if (runtime.options().undefined != UndefinedKind::Chainable)
        runtime.failUndefined(base);
    return base;
}

} // namespace

const Function *method(Runtime &runtime, const Value &base, const QString &name)
{
    if (name.startsWith(u'_') || base.is(Value::Type::Object) || base.isUndefined())
        return nullptr;
    if (runtime.options().immutable && changesReceiver(name))
        return nullptr;
    return pythonMethods().find(typeName(base), name);
}

bool isEntryFirst(const Options & /*options*/, const QString &name)
{
    return !isInternal(name) && !pythonMethods().find(QStringLiteral("dict"), name);
}

Value attribute(Runtime &runtime, const Value &base, const QString &name)
{
    if (base.isUndefined())
        return hasEveryObject(name) ? unsafe(base, name) : undefinedMemberOf(runtime, base);
    Value value = attributeOnly(runtime, base, name);
    if (value.isMissing())
        value = itemOnly(runtime, base, Value(name));
    return value.isMissing() ? runtime.undefinedMember(base, Value(name)) : value;
}

Value item(Runtime &runtime, const Value &base, const Value &key)
{
    if (base.isUndefined())
        return undefinedMemberOf(runtime, base);
    if (const auto *slice = key.as<SliceObject>()) {
        // By Environment.getitem(), which knows no TypeError; what runs is Python's own base[key].
        return runtime.computesConstants() && !canBeSliced(base, *slice)
            ? runtime.undefinedMember(base, key)
            : sliced(runtime, base, *slice);
    }
    if (base.is(Value::Type::Dict) && key.isUndefined() && runtime.isStrict(key))
        runtime.failUndefined(key); // it has no hash
    Value value = itemOnly(runtime, base, key);
    if (value.isMissing() && key.isText())
        value = attributeOnly(runtime, base, key.text());
    return value.isMissing() ? runtime.undefinedMember(base, key) : value;
}

void failCall(Runtime &runtime, const Value &callee, const QString & /*name*/)
{
    if (callee.isUndefined())
        runtime.failUndefined(callee);
    runtime.fail(FailureKind::Type,
                 QStringLiteral("'%1' object is not callable").arg(typeName(callee)));
}

} // namespace waymark::jinja::python
