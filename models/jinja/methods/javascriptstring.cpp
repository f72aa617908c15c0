#include "models/jinja/methods/javascripttext.h"

#include "models/jinja/dialects/javascript.h"
#include "models/jinja/lexer.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace waymark::jinja::javascript {

QString toLowerCase(const QString &text)
{
    return text.toLower();
}

QString toUpperCase(const QString &text)
{
    return text.toUpper();
}

QString trimmed(QStringView text)
{
    while (!text.isEmpty() && isJavaScriptSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isJavaScriptSpace(text.back()))
        text.chop(1);
    return text.toString();
}

double integerArgument(Call &call, size_t i, double fallback)
{
    if (call[i].isUndefined())
        return fallback;
    const double number = toNumber(call.runtime(), call[i]);
    return std::isnan(number) ? 0 : std::trunc(number);
}

qsizetype relativeIndex(Call &call, size_t i, qsizetype size, qsizetype fallback)
{
    const auto limit = static_cast<double>(size);
    const double index = integerArgument(call, i, static_cast<double>(fallback));
    return static_cast<qsizetype>(index < 0 ? std::max(index + limit, 0.0)
                                            : std::min(index, limit));
}

qsizetype clampedIndex(Call &call, size_t i, qsizetype size, qsizetype fallback)
{
    const double index = integerArgument(call, i, static_cast<double>(fallback));
    return static_cast<qsizetype>(std::clamp(index, 0.0, static_cast<double>(size)));
}

namespace {

Value charAt(Call &call)
{
    const double index = integerArgument(call, 1, 0);
    const bool isInside = index >= 0 && index < static_cast<double>(call[0].text().size());
    return isInside ? QString(call[0].text()[static_cast<qsizetype>(index)]) : QString();
}

Value at(Call &call)
{
    const auto size = static_cast<double>(call[0].text().size());
    double index = integerArgument(call, 1, 0);
    if (index < 0)
        index += size;
    const bool isInside = index >= 0 && index < size;
    return isInside ? Value(QString(call[0].text()[static_cast<qsizetype>(index)]))
                    : Value::undefined();
}

Value charCodeAt(Call &call)
{
    const double index = integerArgument(call, 1, 0);
    const bool isInside = index >= 0 && index < static_cast<double>(call[0].text().size());
    return isInside
        ? Value(static_cast<qint64>(call[0].text()[static_cast<qsizetype>(index)].unicode()))
        : Value(std::nan(""));
}

Value codePointAt(Call &call)
{
    const QString &text = call[0].text();
    const double index = integerArgument(call, 1, 0);
    if (index < 0 || index >= static_cast<double>(text.size()))
        return Value::undefined();
    const auto i = static_cast<qsizetype>(index);
    const bool isPair
        = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
    return static_cast<qint64>(isPair ? QChar::surrogateToUcs4(text[i], text[i + 1])
                                      : text[i].unicode());
}

Value concat(Call &call)
{
    QString text = call[0].text();
    for (const Value &part : call.rest()) {
        text += call.runtime().text(part);
        call.runtime().chargeText(text.size());
    }
    return text;
}

Value toLower(Call &call)
{
    return toLowerCase(call[0].text());
}
Value toUpper(Call &call)
{
    return toUpperCase(call[0].text());
}
Value toString(Call &call)
{
    return call[0].text();
}
Value trim(Call &call)
{
    return trimmed(call[0].text());
}

Value trimStart(Call &call)
{
    QStringView text = call[0].text();
    while (!text.isEmpty() && isJavaScriptSpace(text.front()))
        text = text.sliced(1);
    return text.toString();
}

Value trimEnd(Call &call)
{
    QStringView text = call[0].text();
    while (!text.isEmpty() && isJavaScriptSpace(text.back()))
        text.chop(1);
    return text.toString();
}

Value padded(Call &call, bool atStart)
{
    const QString &text = call[0].text();
    const double wanted = integerArgument(call, 1, 0);
    const QString filler = call[2].isUndefined() ? QStringLiteral(" ") : call.text(2);
    const double missing = wanted - static_cast<double>(text.size());
    if (missing <= 0 || filler.isEmpty())
        return text;
    call.runtime().chargeText(wanted > 1e15 ? qsizetype(1e15) : static_cast<qsizetype>(wanted));
    const auto count = static_cast<qsizetype>(missing);
    const QString padding = filler.repeated(count / filler.size() + 1).first(count);
    return atStart ? padding + text : text + padding;
}

Value padStart(Call &call)
{
    return padded(call, true);
}
Value padEnd(Call &call)
{
    return padded(call, false);
}

Value repeat(Call &call)
{
    const double count = integerArgument(call, 1, 0);
    if (count < 0 || std::isinf(count))
        call.runtime().fail(FailureKind::Value,
                            QStringLiteral("Invalid count value: %1").arg(call.text(1)));
    const double size = count * static_cast<double>(call[0].text().size());
    call.runtime().chargeText(size > 1e15 ? qsizetype(1e15) : static_cast<qsizetype>(size));
    return call[0].text().isEmpty() ? QString()
                                    : call[0].text().repeated(static_cast<qsizetype>(count));
}

Value slice(Call &call)
{
    const QString &text = call[0].text();
    const qsizetype start = relativeIndex(call, 1, text.size(), 0);
    const qsizetype end = relativeIndex(call, 2, text.size(), text.size());
    return start < end ? text.sliced(start, end - start) : QString();
}

Value substring(Call &call)
{
    const QString &text = call[0].text();
    const qsizetype from = clampedIndex(call, 1, text.size(), 0);
    const qsizetype to = clampedIndex(call, 2, text.size(), text.size());
    return text.sliced(std::min(from, to), std::abs(to - from));
}

Value substr(Call &call)
{
    const QString &text = call[0].text();
    const qsizetype start = relativeIndex(call, 1, text.size(), 0);
    return text.sliced(start, clampedIndex(call, 2, text.size() - start, text.size() - start));
}

Value localeCompare(Call &call)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Collator> collator(
        icu::Collator::createInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status))
        call.runtime().fail(FailureKind::Runtime, QStringLiteral("no collation is installed"));
    const QString other = call.text(1);
    const icu::UnicodeString a(call[0].text().utf16(), static_cast<int32_t>(call[0].text().size()));
    const icu::UnicodeString b(other.utf16(), static_cast<int32_t>(other.size()));
    return static_cast<qint64>(collator->compare(a, b, status));
}

Value normalize(Call &call)
{
    const QString form = call[1].isUndefined() ? QStringLiteral("NFC") : call.text(1);
    static const QStringList forms = {QStringLiteral("NFD"), QStringLiteral("NFC"),
                                      QStringLiteral("NFKD"), QStringLiteral("NFKC")};
    const qsizetype index = forms.indexOf(form);
    if (index < 0) {
        call.runtime().fail(
            FailureKind::Value,
            QStringLiteral("The normalization form should be one of NFC, NFD, NFKC, NFKD."));
    }
    return call[0].text().normalized(static_cast<QString::NormalizationForm>(index));
}

constexpr FunctionRow rows[] = {
    {u"at", "at(self, index)", at},
    {u"charAt", "charAt(self, index)", charAt},
    {u"charCodeAt", "charCodeAt(self, index)", charCodeAt},
    {u"codePointAt", "codePointAt(self, index)", codePointAt},
    {u"concat", "concat(self, *parts)", concat},
    {u"localeCompare", "localeCompare(self, other)", localeCompare},
    {u"normalize", "normalize(self, form)", normalize},
    {u"padEnd", "padEnd(self, length, filler)", padEnd},
    {u"padStart", "padStart(self, length, filler)", padStart},
    {u"repeat", "repeat(self, count)", repeat},
    {u"slice", "slice(self, start, end)", slice},
    {u"substr", "substr(self, start, length)", substr},
    {u"substring", "substring(self, start, end)", substring},
    {u"toLocaleLowerCase", "toLocaleLowerCase(self)", toLower, Flow::Characters},
    {u"toLocaleUpperCase", "toLocaleUpperCase(self)", toUpper, Flow::Characters},
    {u"toLowerCase", "toLowerCase(self)", toLower, Flow::Characters},
    {u"toString", "toString(self)", toString, Flow::Characters},
    {u"toUpperCase", "toUpperCase(self)", toUpper, Flow::Characters},
    {u"trim", "trim(self)", trim, Flow::Lines},
    {u"trimEnd", "trimEnd(self)", trimEnd, Flow::Lines},
    {u"trimLeft", "trimLeft(self)", trimStart, Flow::Lines},
    {u"trimRight", "trimRight(self)", trimEnd, Flow::Lines},
    {u"trimStart", "trimStart(self)", trimStart, Flow::Lines},
    {u"valueOf", "valueOf(self)", toString, Flow::Characters},
};

} // namespace

std::span<const FunctionRow> stringMethods()
{
    return rows;
}

} // namespace waymark::jinja::javascript
