#include "models/items/numberstep.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace waymark {
namespace {

double numberOf(const std::optional<Value> &value, double otherwise)
{
    if (!value)
        return otherwise;
    if (const Integer *integer = value->toInteger())
        return integer->toDouble();
    return value->toFloat() ? *value->toFloat() : otherwise;
}

QString written(double number)
{
    return QString::number(number, 'g', 15);
}

} // namespace

QString steppedNumber(const FormField &field, const QString &text, int steps)
{
    const Parameter::Limits &limits = field.parameter.limits;
    const bool isWhole = field.kind == FieldKind::Integer;
    const double step = std::abs(numberOf(limits.multipleOf, 1));
    constexpr double endless = std::numeric_limits<double>::infinity();
    const double least
        = std::max(numberOf(limits.minimum, -endless),
                   numberOf(limits.exclusiveMinimum, -endless) + (isWhole ? 1 : step));
    const double most = std::min(numberOf(limits.maximum, endless),
                                 numberOf(limits.exclusiveMaximum, endless) - (isWhole ? 1 : step));
    bool isNumber = false;
    const double typed = text.trimmed().toDouble(&isNumber);
    if (!isNumber || !std::isfinite(typed)) {
        const double start = numberOf(field.parameter.defaultValue, 0);
        return written(std::clamp(start, least, std::max(least, most)));
    }
    const double further = typed + steps * step;
    const double onStep
        = steps > 0 ? std::floor(further / step) * step : std::ceil(further / step) * step;
    const double next = limits.multipleOf ? onStep : further;
    if (next < least)
        return written(limits.multipleOf ? std::ceil(least / step) * step : least);
    if (next > most)
        return written(limits.multipleOf ? std::floor(most / step) * step : most);
    return written(next);
}

} // namespace waymark
