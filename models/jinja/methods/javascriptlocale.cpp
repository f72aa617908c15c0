#include "models/jinja/methods/javascripttext.h"

#include "models/jinja/dialects/javascript.h"

#include <QLocale>

#include <cmath>

namespace waymark::jinja::javascript {
namespace {

// toLocaleString() as it is where nobody chose a language: that of en-US.

/// The shortest decimal digits that mean `value`, and how many of them stand before the point.
struct Decimal
{
    QString digits;
    qsizetype point = 0;
};

Decimal decimalOf(double value)
{
    const QString text = QString::number(value, 'e', QLocale::FloatingPointShortest);
    const qsizetype e = text.indexOf(u'e');
    return {text.first(e).remove(u'.'), text.sliced(e + 1).toLongLong() + 1};
}

/// Rounds half up to `places` behind the point.
void round(Decimal &decimal, qsizetype places)
{
    const qsizetype kept = decimal.point + places;
    if (kept >= decimal.digits.size())
        return;
    const bool roundsUp = kept >= 0 && decimal.digits[kept] >= u'5';
    decimal.digits.truncate(std::max<qsizetype>(kept, 0));
    if (!roundsUp)
        return;
    qsizetype last = decimal.digits.size() - 1;
    for (; last >= 0 && decimal.digits[last] == u'9'; --last)
        decimal.digits[last] = u'0';
    if (last >= 0) {
        decimal.digits[last] = QChar(decimal.digits[last].unicode() + 1);
    } else {
        decimal.digits.prepend(u'1');
        ++decimal.point;
    }
}

QString grouped(double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    const QString sign = std::signbit(value) ? QStringLiteral("-") : QString();
    if (std::isinf(value))
        return sign + u'∞';
    constexpr qsizetype mostPlaces = 3;
    Decimal decimal = decimalOf(std::abs(value));
    round(decimal, mostPlaces);
    QString whole
        = decimal.digits.first(std::clamp<qsizetype>(decimal.point, 0, decimal.digits.size()));
    QString fraction = decimal.digits.sliced(whole.size());
    fraction.prepend(QString(std::clamp<qsizetype>(-decimal.point, 0, mostPlaces), u'0'));
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    whole = whole.leftJustified(std::max<qsizetype>(decimal.point, 0), u'0');
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
        whole.insert(at, u',');
    const QString shown = whole.isEmpty() ? QStringLiteral("0") : whole;
    return sign + (fraction.isEmpty() ? shown : shown + u'.' + fraction);
}

void refuseLocale(Call &call)
{
    if (!call[1].isUndefined() || !call[2].isUndefined()) {
        call.runtime().fail(FailureKind::Value,
                            QStringLiteral("toLocaleString() knows no other language than en-US"));
    }
}

Value numberToLocale(Call &call)
{
    refuseLocale(call);
    return grouped(call[0].toDouble());
}

Value toLocale(Call &call)
{
    return call.text(0);
}

QString localeText(Runtime &runtime, const Value &list, int depth)
{
    constexpr int deepest = 100;
    if (depth > deepest)
        runtime.fail(FailureKind::Limit, QStringLiteral("Maximum call stack size exceeded"));
    QString text;
    bool isFirst = true;
    for (const Value &item : list.items().items) {
        if (!std::exchange(isFirst, false))
            text += u',';
        if (item.isSequence())
            text += localeText(runtime, item, depth + 1);
        else if (isNumber(item))
            text += grouped(item.toDouble());
        else if (!item.isUndefined() && !item.isNone())
            text += runtime.text(item);
        runtime.chargeText(text.size());
    }
    return text;
}

Value arrayToLocale(Call &call)
{
    refuseLocale(call);
    return localeText(call.runtime(), call[0], 0);
}

constexpr FunctionRow objectRows[] = {
    {u"toLocaleString", "toLocaleString(self)", toLocale, Flow::Items},
};
constexpr FunctionRow numberRows[] = {
    {u"toLocaleString", "toLocaleString(self, locales, options)", numberToLocale},
};
constexpr FunctionRow arrayRows[] = {
    {u"toLocaleString", "toLocaleString(self, locales, options)", arrayToLocale},
};

} // namespace

std::span<const FunctionRow> localeMethods()
{
    return objectRows;
}

std::span<const FunctionRow> numberLocaleMethods()
{
    return numberRows;
}

std::span<const FunctionRow> arrayLocaleMethods()
{
    return arrayRows;
}

} // namespace waymark::jinja::javascript
