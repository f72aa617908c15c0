#include "models/jinja/containers.h"

#include "models/jinja/object.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <limits>

namespace waymark::jinja {
namespace {

size_t hashOfNumber(const Value &key)
{
    if (key.is(Value::Type::BigInt))
        return qHash(key.toInteger(), 0);
    if (!key.is(Value::Type::Float))
        return qHash(key.integer());
    const double number = key.real();
    if (std::floor(number) == number && std::abs(number) < 0x1p63)
        return qHash(static_cast<qint64>(number));
    if (const auto whole = std::floor(number) == number ? Integer::truncated(number) : std::nullopt)
        return qHash(*whole, 0);
    return qHash(number);
}

bool sameNumber(const Value &a, const Value &b)
{
    if (a.is(Value::Type::Float) && b.is(Value::Type::Float))
        return a.real() == b.real();
    if (a.is(Value::Type::Float))
        return b.toInteger().compare(a.real()) == 0;
    if (b.is(Value::Type::Float))
        return a.toInteger().compare(b.real()) == 0;
    return a.toInteger() == b.toInteger();
}

} // namespace

qint64 RangeData::size() const
{
    __extension__ using Wide = __int128; // no difference of two ends overflows it
    const Wide span = step > 0 ? Wide(stop) - start : Wide(start) - stop;
    if (span <= 0)
        return 0;
    const Wide count = (span - 1) / (step > 0 ? Wide(step) : -Wide(step)) + 1;
    return static_cast<qint64>(std::min(count, Wide(std::numeric_limits<qint64>::max())));
}

bool isHashable(const Value &key)
{
    switch (key.type()) {
    case Value::Type::List:
    case Value::Type::Dict:
        return false;
    case Value::Type::Tuple:
        return std::ranges::all_of(key.items().items, isHashable);
    default:
        return true;
    }
}

size_t hashOf(const Value &key)
{
    switch (key.type()) {
    case Value::Type::Text:
        return qHash(key.text());
    case Value::Type::Bool:
    case Value::Type::Int:
    case Value::Type::Float:
    case Value::Type::BigInt:
        return hashOfNumber(key);
    case Value::Type::Tuple: {
        size_t hash = 1;
        for (const Value &item : key.items().items)
            hash = qHashMulti(hash, hashOf(item));
        return hash;
    }
    case Value::Type::Object:
        return key.object().hash();
    default:
        return static_cast<size_t>(key.type());
    }
}

bool sameKey(const Value &a, const Value &b)
{
    if (a.isText() || b.isText())
        return a.isText() && b.isText() && a.text() == b.text();
    if (a.isNumber() || b.isNumber())
        return a.isNumber() && b.isNumber() && sameNumber(a, b);
    if (a.is(Value::Type::Tuple) && b.is(Value::Type::Tuple))
        return std::ranges::equal(a.items().items, b.items().items, sameKey);
    if (a.is(Value::Type::Object) && b.is(Value::Type::Object))
        return a.object().equals(b.object());
    return a.isSame(b);
}

} // namespace waymark::jinja
