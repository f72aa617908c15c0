#include "models/jinja/dialects/python.h"

#include "models/jinja/dialects/codepoints.h"
#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonbytes.h"

#include <algorithm>
#include <cmath>
#include <compare>

namespace waymark::jinja::python {
namespace {

constexpr int deepestComparison = 200;

std::partial_ordering compareNumbers(const Value &a, const Value &b)
{
    const bool areSmall = !a.is(Value::Type::BigInt) && !b.is(Value::Type::BigInt);
    const bool isFloatA = a.is(Value::Type::Float);
    const bool isFloatB = b.is(Value::Type::Float);
    if (areSmall && !isFloatA && !isFloatB)
        return a.integer() <=> b.integer();
    if (isFloatA && isFloatB)
        return a.real() <=> b.real();
    if (isFloatA)
        return 0 <=> b.toInteger().compare(a.real());
    if (isFloatB)
        return a.toInteger().compare(b.real());
    return a.toInteger() <=> b.toInteger();
}

class Equality
{
public:
    explicit Equality(Runtime &runtime)
        : m_runtime(runtime)
    {
    }

    bool of(const Value &a, const Value &b, int depth)
    {
        m_runtime.charge(1);
        if (depth > deepestComparison) {
            m_runtime.fail(FailureKind::Limit,
                           QStringLiteral("maximum recursion depth exceeded in comparison"));
        }
        for (const Value *undefined : {&a, &b}) {
            if (undefined->isUndefined() && m_runtime.isStrict(*undefined))
                m_runtime.failUndefined(*undefined);
        }
        if (a.isNumber() && b.isNumber())
            return compareNumbers(a, b) == 0;
        if (a.type() != b.type())
            return false;
        switch (a.type()) {
        case Value::Type::List:
        case Value::Type::Tuple:
            return std::ranges::equal(
                a.items().items, b.items().items,
                [&](const Value &x, const Value &y) { return of(x, y, depth + 1); });
        case Value::Type::Dict:
            return ofDicts(a.dict(), b.dict(), depth);
        case Value::Type::Range:
            return ofRanges(a.range(), b.range());
        case Value::Type::Object:
            return a.object().equals(b.object());
        default:
            return a.isSame(b);
        }
    }

private:
    bool ofDicts(const DictData &a, const DictData &b, int depth)
    {
        return a.size() == b.size()
            && std::ranges::all_of(a.entries(), [&](const DictData::Entry &entry) {
                   const Value *other = b.find(entry.key);
                   return other && of(entry.value, *other, depth + 1);
               });
    }

    static bool ofRanges(const RangeData &a, const RangeData &b)
    {
        const qint64 size = a.size();
        return size == b.size() && (size == 0 || a.start == b.start)
            && (size < 2 || a.step == b.step);
    }

    Runtime &m_runtime;
};

bool holds(Comparison how, std::partial_ordering order)
{
    switch (how) {
    case Comparison::Less:
        return order < 0;
    case Comparison::LessOrEqual:
        return order <= 0;
    case Comparison::Greater:
        return order > 0;
    case Comparison::GreaterOrEqual:
        return order >= 0;
    }
    Q_UNREACHABLE_RETURN(false);
}

QString signOf(Comparison how)
{
    static constexpr QStringView signs[] = {u"<", u"<=", u">", u">="};
    return signs[static_cast<size_t>(how)].toString();
}

bool containsItem(Runtime &runtime, const std::vector<Value> &items, const Value &value)
{
    return std::ranges::any_of(items, [&](const Value &item) {
        return (item.isSame(value) && !item.isUndefined()) || equal(runtime, item, value);
    });
}

bool rangeContains(const RangeData &range, const Value &value)
{
    if (!value.isNumber())
        return false;
    const double number = value.toDouble();
    if (std::floor(number) != number || std::abs(number) >= 0x1p63)
        return false;
    const qint64 integer
        = value.is(Value::Type::Float) ? static_cast<qint64>(number) : value.integer();
    const bool isInside = range.step > 0 ? integer >= range.start && integer < range.stop
                                         : integer <= range.start && integer > range.stop;
    return isInside && (integer - range.start) % range.step == 0;
}

} // namespace

bool equal(Runtime &runtime, const Value &a, const Value &b)
{
    if (a.isText() && b.isText())
        return a.text() == b.text();
    return Equality(runtime).of(a, b, 0);
}

bool compare(Runtime &runtime, Comparison how, const Value &a, const Value &b)
{
    if (a.isNumber() && b.isNumber())
        return holds(how, compareNumbers(a, b));
    if (a.isText() && b.isText())
        return holds(how, compareCodePoints(a.text(), b.text()) <=> 0);
    const auto *bytesA = a.as<BytesObject>();
    const auto *bytesB = b.as<BytesObject>();
    if (bytesA && bytesB)
        return holds(how, bytesA->bytes().compare(bytesB->bytes()) <=> 0);
    for (const Value *undefined : {&a, &b}) {
        if (undefined->isUndefined())
            runtime.failUndefined(*undefined);
    }
    if (!a.isSequence() || a.type() != b.type()) {
        runtime.fail(FailureKind::Type,
                     QStringLiteral("'%1' not supported between instances of '%2' and '%3'")
                         .arg(signOf(how), typeName(a), typeName(b)));
    }
    const auto &left = a.items().items;
    const auto &right = b.items().items;
    for (size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
        runtime.charge(1);
        if (!equal(runtime, left[i], right[i]))
            return compare(runtime, how, left[i], right[i]);
    }
    return holds(how, left.size() <=> right.size());
}

bool contains(Runtime &runtime, const Value &container, const Value &value)
{
    switch (container.type()) {
    case Value::Type::List:
    case Value::Type::Tuple:
        return containsItem(runtime, container.items().items, value);
    case Value::Type::Dict:
        if (value.isUndefined() && runtime.isStrict(value))
            runtime.failUndefined(value);
        requireHashable(runtime, value);
        return container.dict().find(value) != nullptr;
    case Value::Type::Text:
        if (!value.isText()) {
            runtime.fail(FailureKind::Type,
                         QStringLiteral("'in <string>' requires string as left operand, not %1")
                             .arg(runtime.typeName(value)));
        }
        return container.text().contains(value.text());
    case Value::Type::Range:
        return rangeContains(container.range(), value);
    case Value::Type::Undefined:
        if (runtime.isStrict(container))
            runtime.failUndefined(container);
        return false;
    case Value::Type::Object:
        if (container.object().isIterable())
            return container.object().contains(runtime, value);
        [[fallthrough]];
    default:
        runtime.fail(
            FailureKind::Type,
            QStringLiteral("argument of type '%1' is not iterable").arg(typeName(container)));
    }
}

} // namespace waymark::jinja::python
