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
        u"__class__",    u"__delattr__",     u"__dir__",       u"__doc__",         u"__eq__",
        u"__format__",   u"__ge__",          u"__getattribute__", u"__getstate__", u"__gt__",
        u"__hash__",     u"__init__",        u"__init_subclass__", u"__le__",      u"__lt__",
        u"__ne__",       u"__new__",         u"__reduce__",    u"__reduce_ex__",   u"__repr__",
        u"__setattr__",  u"__sizeof__",      u"__str__",       u"__subclasshook__",
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

/// slice.indices(size).
struct Indices
{
    qint64 start = 0;
    qint64 stop = 0;
    qint64 step = 1;
    [[nodiscard]] qint64 count() const { return RangeData(start, stop, step).size(); }
};

std::optional<qint64> sliceIndex(Runtime &runtime, const Value &value)
{
    if (value.isMissing() || value.isNone())
        return std::nullopt;
    if (!value.isIntegral()) {
        if (value.isUndefined())
            runtime.failUndefined(value);
        runtime.fail(
            FailureKind::Type,
            QStringLiteral("slice indices must be integers or None or have an __index__ method"));
    }
    const Integer integer = value.toInteger();
    constexpr qint64 most = std::numeric_limits<qint64>::max() / 4;
    return integer.toInt64() ? std::clamp(*integer.toInt64(), -most, most)
        : integer.sign() < 0 ? -most
                             : most;
}

Indices indicesOf(Runtime &runtime, const SliceObject &slice, qint64 size)
{
    Indices result;
    result.step = sliceIndex(runtime, slice.step).value_or(1);
    if (result.step == 0)
        runtime.fail(FailureKind::Value, QStringLiteral("slice step cannot be zero"));
    const bool descends = result.step < 0;
    const qint64 lower = descends ? -1 : 0;
    const qint64 upper = descends ? size - 1 : size;
    const auto clamped = [&](const Value &part, qint64 fallback) {
        const auto index = sliceIndex(runtime, part);
        if (!index)
            return fallback;
        return std::clamp(*index < 0 ? *index + size : *index, lower, upper);
    };
    result.start = clamped(slice.start, descends ? upper : lower);
    result.stop = clamped(slice.stop, descends ? lower : upper);
    return result;
}

Value slicedText(Runtime &runtime, const Value &base, const SliceObject &slice)
{
    const QString &text = base.text();
    const Indices indices = indicesOf(runtime, slice, codePointCount(text));
    QString result;
    if (indices.step == 1) {
        result = codePoints(text, indices.start, std::max<qint64>(0, indices.stop - indices.start));
    } else {
        const QList<uint> points = text.toUcs4();
        QList<uint> chosen;
        for (qint64 i = 0; i < indices.count(); ++i)
            chosen.append(points[indices.start + i * indices.step]);
        result = QString::fromUcs4(reinterpret_cast<const char32_t *>(chosen.constData()),
                                   chosen.size());
    }
    return base.isMarkup() ? Value::markup(result) : Value(result);
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
    if (const auto *slice = key.as<SliceObject>())
        return sliced(runtime, base, *slice);
    Value value = itemOnly(runtime, base, key);
    if (value.isMissing() && key.isText())
        value = attributeOnly(runtime, base, key.text());
    return value.isMissing() ? runtime.undefinedMember(base, key) : value;
}

Value sliced(Runtime &runtime, const Value &base, const SliceObject &slice)
{
    if (base.isText())
        return slicedText(runtime, base, slice);
    if (base.is(Value::Type::Dict))
        runtime.fail(FailureKind::Type, QStringLiteral("unhashable type: 'slice'"));
    if (!base.isSequence() && !base.is(Value::Type::Range)) {
        runtime.fail(FailureKind::Type,
                     QStringLiteral("'%1' object is not subscriptable").arg(typeName(base)));
    }
    if (base.is(Value::Type::Range)) {
        const RangeData &range = base.range();
        const Indices indices = indicesOf(runtime, slice, range.size());
        return {make<RangeData>(range.at(indices.start), range.at(indices.stop),
                                range.step * indices.step)};
    }
    const auto &items = base.items().items;
    const Indices indices = indicesOf(runtime, slice, static_cast<qint64>(items.size()));
    runtime.chargeItems(indices.count());
    auto result = make<ListData>();
    for (qint64 i = 0; i < indices.count(); ++i)
        result->items.push_back(items[static_cast<size_t>(indices.start + i * indices.step)]);
    return base.is(Value::Type::List) ? Value::list(result) : Value::tuple(result);
}

void failCall(Runtime &runtime, const Value &callee, const QString & /*name*/)
{
    if (callee.isUndefined())
        runtime.failUndefined(callee);
    runtime.fail(FailureKind::Type,
                 QStringLiteral("'%1' object is not callable").arg(typeName(callee)));
}

std::optional<qsizetype> length(Runtime &runtime, const Value &value)
{
    switch (value.type()) {
    case Value::Type::Text:
        return codePointCount(value.text());
    case Value::Type::List:
    case Value::Type::Tuple:
        return static_cast<qsizetype>(value.items().items.size());
    case Value::Type::Dict:
        return value.dict().size();
    case Value::Type::Range:
        return value.range().size();
    case Value::Type::Undefined:
        if (runtime.isStrict(value))
            runtime.failUndefined(value);
        return 0;
    case Value::Type::Object:
        return value.object().length(runtime);
    default:
        return std::nullopt;
    }
}

bool isIterable(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Text:
    case Value::Type::List:
    case Value::Type::Tuple:
    case Value::Type::Dict:
    case Value::Type::Range:
    case Value::Type::Undefined:
        return true;
    case Value::Type::Object:
        return value.object().isIterable();
    default:
        return false;
    }
}

std::vector<Value> items(Runtime &runtime, const Value &value)
{
    std::vector<Value> result;
    switch (value.type()) {
    case Value::Type::List:
    case Value::Type::Tuple:
        return value.items().items;
    case Value::Type::Dict:
        for (const DictData::Entry &entry : value.dict().entries())
            result.push_back(entry.key);
        return result;
    case Value::Type::Text: {
        const QString &text = value.text();
        runtime.chargeItems(text.size());
        for (qsizetype i = 0; i < text.size(); i += result.back().text().size()) {
            result.emplace_back(
                codePoints(QStringView(text).sliced(i, qMin<qsizetype>(2, text.size() - i)), 0, 1));
            result.back().setTags(runtime.tagTable().flattened(value.tags()));
        }
        return result;
    }
    case Value::Type::Range:
        runtime.chargeItems(value.range().size());
        for (qint64 i = 0; i < value.range().size(); ++i) {
            result.emplace_back(value.range().at(i));
            result.back().setTags(value.tags());
        }
        return result;
    case Value::Type::Undefined:
        if (runtime.isStrict(value))
            runtime.failUndefined(value);
        return result;
    default:
        break;
    }
    if (!isIterable(value))
        runtime.fail(FailureKind::Type,
                     QStringLiteral("'%1' object is not iterable").arg(typeName(value)));
    const Value iterator = value.object().iterator(runtime);
    for (;;) {
        Value next = iterator.object().next(runtime);
        if (next.isMissing())
            return result;
        runtime.charge(1);
        result.push_back(std::move(next));
    }
}

} // namespace waymark::jinja::python
