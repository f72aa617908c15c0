#include "models/catalog/jsonvalues.h"

#include "models/base/json.h"

#include <algorithm>
#include <cmath>

namespace waymark {
namespace {

bool isSameMap(const Map &a, const Map &b)
{
    return a.size() == b.size() && std::ranges::all_of(a, [&](const Map::Entry &entry) {
               const Value *other = b.find(entry.key);
               return other && isSameJson(entry.value, *other);
           });
}

double toDouble(const Value &number)
{
    return number.toInteger() ? number.toInteger()->toDouble() : *number.toFloat();
}

/// `value` with whole numbers as integers and the keys of maps sorted.
Value normalized(const Value &value)
{
    if (const double *number = value.toFloat(); number && isWholeNumber(value))
        return *Integer::truncated(*number);
    if (const List *list = value.toList()) {
        List result;
        for (const Value &each : *list)
            result.append(normalized(each));
        return result;
    }
    if (!value.toMap())
        return value;
    QStringList keys = value.toMap()->keys();
    std::ranges::sort(keys);
    Map result;
    for (const QString &key : std::as_const(keys))
        result.insert(key, normalized(*value.toMap()->find(key)));
    return result;
}

} // namespace

bool isSameJson(const Value &a, const Value &b)
{
    if (isNumber(a) && isNumber(b))
        return compareNumbers(a, b) == 0;
    if (a.toMap() && b.toMap())
        return isSameMap(*a.toMap(), *b.toMap());
    if (a.toList() && b.toList())
        return std::ranges::equal(*a.toList(), *b.toList(), isSameJson);
    return a == b;
}

QByteArray canonicalJson(const Value &value)
{
    return toJson(normalized(value));
}

bool isNumber(const Value &value)
{
    return value.toInteger() || value.toFloat();
}

bool isWholeNumber(const Value &value)
{
    const double *number = value.toFloat();
    return value.toInteger()
        || (number && std::isfinite(*number) && std::trunc(*number) == *number);
}

std::partial_ordering compareNumbers(const Value &a, const Value &b)
{
    if (!isNumber(a) || !isNumber(b))
        return std::partial_ordering::unordered;
    if (a.toInteger() && b.toInteger())
        return *a.toInteger() <=> *b.toInteger();
    if (a.toInteger())
        return a.toInteger()->compare(*b.toFloat());
    if (b.toInteger())
        return 0 <=> b.toInteger()->compare(*a.toFloat());
    return *a.toFloat() <=> *b.toFloat();
}

bool isMultipleOf(const Value &value, const Value &step)
{
    if (value.toInteger() && step.toInteger())
        return step.toInteger()->isZero()
            || Integer::floorModulo(*value.toInteger(), *step.toInteger()).isZero();
    const double times = toDouble(value) / toDouble(step);
    if (!std::isfinite(times))
        return false;
    return std::abs(times - std::round(times)) <= 1e-9 * std::max(1.0, std::abs(times));
}

qsizetype codePoints(QStringView text)
{
    return text.size() - std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
}

QString plainText(const Value &value)
{
    return value.toText() ? *value.toText() : QString::fromUtf8(toJson(value));
}

} // namespace waymark
