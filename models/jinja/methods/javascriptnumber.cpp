#include "models/jinja/methods/javascripttext.h"

#include "models/jinja/dialects/javascript.h"
#include "models/jinja/dialects/javascriptradix.h"

#include <QLocale>

#include <cmath>

namespace waymark::jinja::javascript {
namespace {

[[noreturn]] void failRange(Call &call, const QString &message)
{
    call.runtime().fail(FailureKind::Value, message);
}

Value toFixed(Call &call)
{
    const double digits = integerArgument(call, 1, 0);
    if (digits < 0 || digits > 100)
        failRange(call, QStringLiteral("toFixed() digits argument must be between 0 and 100"));
    const double value = call[0].toDouble();
    if (!(std::abs(value) < 1e21))
        return numberText(value);
    const double shown = value == 0 ? 0 : value; // no "-0"
    return QString::number(shown, 'f', static_cast<int>(digits));
}

Value toPrecision(Call &call)
{
    const double value = call[0].toDouble();
    const double precision = integerArgument(call, 1, 0);
    if (call[1].isUndefined() || !std::isfinite(value))
        return numberText(value);
    if (precision < 1 || precision > 100)
        failRange(call, QStringLiteral("toPrecision() argument must be between 1 and 100"));
    const auto digits = static_cast<int>(precision);
    const QString scientific = QString::number(value, 'e', digits - 1);
    const int exponent = scientific.sliced(scientific.indexOf(u'e') + 1).toInt();
    if (exponent >= -6 && exponent < digits)
        return QString::number(value, 'f', std::max(0, digits - 1 - exponent));
    return scientific.first(scientific.indexOf(u'e') + 1) + (exponent < 0 ? u'-' : u'+')
        + QString::number(std::abs(exponent));
}

Value toString(Call &call)
{
    const double base = integerArgument(call, 1, 10);
    if (base < 2 || base > 36)
        failRange(call, QStringLiteral("toString() radix must be between 2 and 36"));
    const double value = call[0].toDouble();
    if (base == 10 || !std::isfinite(value))
        return call.text(0);
    return inRadix(value, static_cast<int>(base));
}

Value toExponential(Call &call)
{
    const double value = call[0].toDouble();
    const double digits = integerArgument(call, 1, 0);
    if (!std::isfinite(value))
        return numberText(value);
    if (digits < 0 || digits > 100)
        failRange(call, QStringLiteral("toExponential() argument must be between 0 and 100"));
    const int precision
        = call[1].isUndefined() ? QLocale::FloatingPointShortest : static_cast<int>(digits);
    const QString text = QString::number(value == 0 ? 0 : value, 'e', precision);
    const qsizetype e = text.indexOf(u'e') + 1;
    const int exponent = text.sliced(e).toInt();
    return text.first(e) + (exponent < 0 ? u'-' : u'+') + QString::number(std::abs(exponent));
}

Value objectToString(Call &call)
{
    return call.text(0);
}

Value hasOwnProperty(Call &call)
{
    return hasOwn(call.runtime(), call[0], call.text(1));
}

Value isEnumerable(Call &call)
{
    const QString name = call.text(1);
    const bool isLength = name == u"length" && !call[0].is(Value::Type::Dict);
    return !isLength && hasOwn(call.runtime(), call[0], name);
}

Value isPrototypeOf(Call & /*call*/)
{
    return false;
}

Value valueOf(Call &call)
{
    return call[0];
}

constexpr FunctionRow numberRows[] = {
    {u"toExponential", "toExponential(self, digits)", toExponential},
    {u"toFixed", "toFixed(self, digits)", toFixed},
    {u"toPrecision", "toPrecision(self, precision)", toPrecision},
    {u"toString", "toString(self, radix)", toString},
    {u"valueOf", "valueOf(self)", valueOf},
};
constexpr FunctionRow objectRows[] = {
    {u"hasOwnProperty", "hasOwnProperty(self, name)", hasOwnProperty, Flow::Items},
    {u"isPrototypeOf", "isPrototypeOf(self, other)", isPrototypeOf, Flow::Items},
    {u"propertyIsEnumerable", "propertyIsEnumerable(self, name)", isEnumerable, Flow::Items},
    {u"toString", "toString(self)", objectToString, Flow::Items},
    {u"valueOf", "valueOf(self)", valueOf, Flow::Items},
};

} // namespace

std::span<const FunctionRow> numberMethods()
{
    return numberRows;
}

std::span<const FunctionRow> objectMethods()
{
    return objectRows;
}

} // namespace waymark::jinja::javascript
