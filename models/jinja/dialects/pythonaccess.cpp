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

/// What jinja2.sandbox.is_internal_attribute() says of some types.
bool isInternalOf(const Value &base, QStringView name)
{
    if (name == u"mro")
        return typeName(base) == u"type";
    return (name == u"gi_frame" || name == u"gi_code") && typeName(base) == u"generator";
}

/// What stands between the underscores of the names that even Undefined has: dir(object).
constexpr QStringView everyObject = u"class delattr dir doc eq format ge getattribute getstate gt "
                                    u"hash init init_subclass le lt ne "
                                    "new reduce reduce_ex repr setattr sizeof str subclasshook";

struct HiddenNames
{
    QStringView type;
    QStringView names; ///< Beside those of every object.
};

constexpr HiddenNames hiddenNames[] = {
    {u"NoneType", u"bool"},
    {u"Undefined",
     u"add bool call complex div float floordiv getattr getitem int iter len mod module mul neg "
     u"pos "
     "pow radd rdiv rfloordiv rmod rmul rpow rsub rtruediv slots sub truediv"},
    {u"bool",
     u"abs add and bool ceil divmod float floor floordiv getnewargs index int invert lshift mod "
     u"mul "
     "neg or pos pow radd rand rdivmod rfloordiv rlshift rmod rmul ror round rpow rrshift rshift "
     "rsub rtruediv rxor sub truediv trunc xor"},
    {u"builtin_function_or_method", u"call module name qualname self text_signature"},
    {u"bytes", u"add bytes contains getitem getnewargs iter len mod mul rmod rmul"},
    {u"dict", u"class_getitem contains delitem getitem ior iter len or reversed ror setitem"},
    {u"float",
     u"abs add bool ceil divmod float floor floordiv getformat getnewargs int mod mul neg pos pow "
     "radd rdivmod rfloordiv rmod rmul round rpow rsub rtruediv sub truediv trunc"},
    {u"function",
     u"annotations builtins call closure code defaults dict get globals kwdefaults module name "
     "qualname"},
    {u"generator", u"del iter name next qualname"},
    {u"int",
     u"abs add and bool ceil divmod float floor floordiv getnewargs index int invert lshift mod "
     u"mul "
     "neg or pos pow radd rand rdivmod rfloordiv rlshift rmod rmul ror round rpow rrshift rshift "
     "rsub rtruediv rxor sub truediv trunc xor"},
    {u"list",
     u"add class_getitem contains delitem getitem iadd imul iter len mul reversed rmul setitem"},
    {u"range", u"bool contains getitem iter len reversed"},
    {u"str", u"add contains getitem getnewargs iter len mod mul rmod rmul"},
    {u"tuple", u"add class_getitem contains getitem getnewargs iter len mul rmul"},
};

bool isWordOf(QStringView words, QStringView word)
{
    return words.split(u' ').contains(word);
}

/// Whether `base` has `name`, which isInternal(); of a type that is not listed, any.
bool hasHidden(const Value &base, QStringView name)
{
    const QStringView inner = name.sliced(2, name.size() - 4);
    if (isWordOf(everyObject, inner))
        return true;
    const QString type = typeName(base);
    const auto *row = std::ranges::find(hiddenNames, QStringView(type), &HiddenNames::type);
    return row == std::end(hiddenNames) || isWordOf(row->names, inner);
}

Value unsafe(const Runtime &runtime, const Value &base, const QString &name)
{
    auto why = make<UndefinedData>();
    why->hint = QStringLiteral("access to attribute '%1' of '%2' object is unsafe.")
                    .arg(name, runtime.typeName(base));
    why->owner = base;
    why->name = Value(name);
    why->unsafe = true;
    return Value::undefined(why);
}

/// getattr(base, name), or Missing.
Value attributeOnly(Runtime &runtime, const Value &base, const QString &name)
{
    if (isInternal(name))
        return hasHidden(base, name) ? unsafe(runtime, base, name) : Value();
    if (isInternalOf(base, name))
        return unsafe(runtime, base, name);
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
        return unsafe(runtime, base, name);
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
    const UndefinedData *why = base.undefinedReason();
    if (runtime.options().undefined != UndefinedKind::Chainable || (why && why->lenient))
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
        return isInternal(name) && hasHidden(base, name) ? unsafe(runtime, base, name)
                                                         : undefinedMemberOf(runtime, base);
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
        return (runtime.computesConstants() || slice->isFolded) && !canBeSliced(base, *slice)
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
