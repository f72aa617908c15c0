#include "models/jinja/boundmethod.h"
#include "models/jinja/dialects/javascript.h"
#include "models/jinja/macro.h"
#include "models/jinja/methods/registry.h"
#include "models/jinja/regexobject.h"
#include "models/jinja/slice.h"

#include <cmath>
#include <optional>

namespace waymark::jinja::javascript {
namespace {

/// The name of the method table that a value's methods are in.
QString prototypeOf(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Text:
        return QStringLiteral("string");
    case Value::Type::Int:
    case Value::Type::Float:
        return QStringLiteral("number");
    case Value::Type::Bool:
        return QStringLiteral("boolean");
    case Value::Type::List:
    case Value::Type::Tuple:
        return QStringLiteral("array");
    case Value::Type::Dict:
        return QStringLiteral("object");
    case Value::Type::Object:
        if (value.as<RegexObject>())
            return QStringLiteral("regexp");
        return isObject(value) || !value.object().isCallable() ? QStringLiteral("object")
                                                               : QStringLiteral("function");
    default:
        return {};
    }
}

const Function *compatMethod(Runtime &runtime, const Value &base, const QString &name)
{
    if (!runtime.options().jinjaCompat)
        return nullptr;
    const bool isMap = isObject(base) || !truthy(runtime, base); // obj || {}
    const QString type = base.isSequence() ? QStringLiteral("array")
        : isMap                            ? QStringLiteral("object")
                                           : QString();
    return type.isEmpty() ? nullptr : jinjaCompatMethods().find(type, name);
}

/// The index that a property's name is, if it is one.
std::optional<qsizetype> indexOf(const Value &key, const QString &text)
{
    if (key.is(Value::Type::Int))
        return key.integer() >= 0 ? std::optional<qsizetype>(key.integer()) : std::nullopt;
    bool isNumber = false;
    const qsizetype index = text.toLongLong(&isNumber);
    return isNumber && index >= 0 && QString::number(index) == text ? std::optional(index)
                                                                    : std::nullopt;
}

Value ownProperty(Runtime &runtime, const Value &base, const Value &key)
{
    if (base.isSequence() && key.is(Value::Type::Int)) { // the common way
        const auto &items = base.items().items;
        const qint64 index = key.integer();
        return index >= 0 && index < static_cast<qint64>(items.size())
            ? items[static_cast<size_t>(index)]
            : Value();
    }
    const QString name = key.isText() ? key.text() : toText(runtime, key);
    if (base.is(Value::Type::Dict)) {
        const Value *value = base.dict().find(name);
        return value ? *value : Value();
    }
    if (base.is(Value::Type::Object))
        return base.object().attribute(runtime, name);
    if (!base.isSequence() && !base.isText())
        return {};
    const qsizetype size
        = base.isText() ? base.text().size() : static_cast<qsizetype>(base.items().items.size());
    if (name == u"length")
        return static_cast<qint64>(size);
    if (base.isMarkup() && name == u"val")
        return base.text();
    const auto index = indexOf(key, name);
    if (!index || *index >= size || base.isMarkup())
        return {};
    return base.isText() ? Value(QString(base.text()[*index]))
                         : base.items().items[static_cast<size_t>(*index)];
}

/// nunjucks' sliceLookup(), with its end one further than Python's.
Value sliced(Runtime &runtime, const Value &base, const SliceObject &slice)
{
    const Value size = base.isUndefined() || base.isNone()
        ? Value(0)
        : attribute(runtime, base, QStringLiteral("length"));
    const double length = toNumber(runtime, size);
    const auto part = [&](const Value &value, double fallback) {
        return value.isMissing() || value.isNone() ? fallback : toNumber(runtime, value);
    };
    const double step = part(slice.step, 1);
    double start = part(slice.start, step < 0 ? length - 1 : 0);
    double stop = part(slice.stop, step < 0 ? -1 : length);
    if (!slice.stop.isMissing() && !slice.stop.isNone() && stop < 0)
        stop += length;
    if (start < 0)
        start += length;
    auto result = make<ListData>();
    if (step == 0 || std::isnan(step) || std::isnan(start))
        runtime.fail(FailureKind::Limit, QStringLiteral("a slice never ends"));
    for (double i = start; i >= 0 && i <= length; i += step) {
        if ((step > 0 && i >= stop) || (step < 0 && i <= stop))
            break;
        runtime.chargeItems(static_cast<qsizetype>(result->items.size()) + 1);
        result->items.push_back(item(runtime, base, number(i)));
    }
    return Value::list(result);
}

} // namespace

bool hasOwn(Runtime &runtime, const Value &base, const QString &name)
{
    const Value map = plain(base);
    if (map.is(Value::Type::Dict))
        return map.dict().find(name) != nullptr;
    return (base.isText() || base.isSequence())
        && !ownProperty(runtime, base, Value(name)).isMissing();
}

bool isObject(const Value &value)
{
    return value.is(Value::Type::Dict) || value.isMarkup()
        || (value.is(Value::Type::Object) && !value.object().plain().isMissing());
}

Value plain(const Value &value)
{
    if (value.isMarkup()) { // what a SafeString has of its own
        auto dict = make<DictData>();
        dict->insert(QStringLiteral("val"), Value(value.text()));
        dict->insert(QStringLiteral("length"), Value(static_cast<qint64>(value.text().size())));
        return {dict};
    }
    return value.is(Value::Type::Object) ? value.object().plain() : value;
}

bool isEntryFirst(const Options &options, const QString &name)
{
    return !options.jinjaCompat || !jinjaCompatMethods().find(QStringLiteral("object"), name);
}

const Function *method(Runtime &runtime, const Value &base, const QString &name)
{
    if (const Function *compat = compatMethod(runtime, base, name))
        return compat;
    if (base.isUndefined() || base.isNone())
        return nullptr;
    if (base.is(Value::Type::Dict) && base.dict().find(name))
        return nullptr;
    return javaScriptMethods().find(prototypeOf(base), name);
}

Value attribute(Runtime &runtime, const Value &base, const QString &name)
{
    return item(runtime, base, Value(name));
}

Value item(Runtime &runtime, const Value &base, const Value &key)
{
    if (const auto *slice = key.as<SliceObject>())
        return sliced(runtime, base, *slice);
    if (key.isText()) {
        if (const Function *found = method(runtime, base, key.text()))
            return {Reference<Object>(make<BoundMethod>(*found, base))};
    }
    if (base.isUndefined() || base.isNone())
        return Value::undefined();
    Value value = ownProperty(runtime, base, key);
    if (value.isMissing())
        return Value::undefined();
    return value;
}

void failCall(Runtime &runtime, const Value &callee, const QString &name)
{
    const QString reason = truthy(runtime, callee) ? QStringLiteral("which is not a function")
                                                   : QStringLiteral("which is undefined or falsey");
    runtime.fail(FailureKind::Type, QStringLiteral("Unable to call `%1`, %2").arg(name, reason));
}

std::optional<qsizetype> length(Runtime & /*runtime*/, const Value &value)
{
    if (value.isText())
        return value.text().size();
    if (value.isSequence())
        return static_cast<qsizetype>(value.items().items.size());
    if (value.is(Value::Type::Dict))
        return value.dict().size();
    return std::nullopt;
}

bool isIterable(const Value &value)
{
    return value.isSequence() || value.isText();
}

std::vector<Value> indexed(Runtime &runtime, const Value &value)
{
    if (value.isSequence() || (value.isText() && !value.isMarkup()))
        return items(runtime, value);
    std::vector<Value> result;
    const double size = toNumber(runtime, attribute(runtime, value, QStringLiteral("length")));
    for (qint64 i = 0; static_cast<double>(i) < size; ++i) {
        runtime.chargeItems(1);
        result.push_back(item(runtime, value, Value(i)));
    }
    return result;
}

std::vector<Value> items(Runtime &runtime, const Value &value)
{
    if (value.isSequence()) {
        runtime.chargeItems(static_cast<qsizetype>(value.items().items.size()));
        return value.items().items;
    }
    if (!value.isText())
        runtime.fail(FailureKind::Type,
                     QStringLiteral("%1 is not iterable").arg(toText(runtime, value)));
    runtime.chargeItems(value.text().size());
    std::vector<Value> units;
    units.reserve(static_cast<size_t>(value.text().size()));
    for (const QChar unit : value.text()) {
        units.emplace_back(QString(unit));
        units.back().setTags(runtime.tagTable().flattened(value.tags()));
    }
    return units;
}

} // namespace waymark::jinja::javascript
