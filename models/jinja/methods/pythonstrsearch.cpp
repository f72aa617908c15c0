#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/methods/pythonfamilies.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace waymark::jinja {
namespace {

/// The part of a text in which a method looks, by its arguments start and end.
struct Searched
{
    QStringView text = {};
    qsizetype offset = 0; ///< Of the part, in code points.
    bool isValid = true; ///< The part does not begin behind its end.
};

Searched searchedPart(Call &call, std::span<const Value> arguments)
{
    const QStringView text = call[0].text();
    const qint64 length = codePointCount(text);
    const auto bound = [&](size_t i, qint64 fallback) {
        return i < arguments.size() ? asSliceBound(call.runtime(), arguments[i], fallback)
                                    : fallback;
    };
    const qint64 given = bound(1, 0);
    const qint64 end = clampedBound(bound(2, std::numeric_limits<qint64>::max()), length);
    const qint64 start = given < 0 ? clampedBound(given, length) : given;
    if (start > end)
        return {.isValid = false};
    const qsizetype first = unitOf(text, start);
    return {text.sliced(first, unitOf(text, end) - first), start};
}

const QString &searchedText(Call &call, const Value &value)
{
    if (!value.isText()) {
        call.runtime().fail(
            FailureKind::Type,
            QStringLiteral("must be str, not %1").arg(call.runtime().typeName(value)));
    }
    return value.text();
}

qsizetype lastIndexOf(QStringView text, QStringView wanted)
{
    return wanted.isEmpty() ? text.size() : text.lastIndexOf(wanted, -1);
}

/// The place of the first or last occurrence, in code points.
std::optional<qint64> found(Call &call, bool isLast)
{
    const auto arguments = parsedArguments(call, 1, 3);
    const Searched searched = searchedPart(call, arguments); // whose bounds are looked at first
    const QString &wanted = searchedText(call, arguments[0]);
    call.runtime().chargeText(call[0].text().size());
    if (!searched.isValid)
        return std::nullopt;
    const qsizetype at
        = isLast ? lastIndexOf(searched.text, wanted) : searched.text.indexOf(wanted);
    if (at < 0)
        return std::nullopt;
    return searched.offset + codePointCount(searched.text.first(at));
}

template<bool isLast>
Value find(Call &call)
{
    return {found(call, isLast).value_or(-1)};
}

template<bool isLast>
Value index(Call &call)
{
    const auto at = found(call, isLast);
    if (!at)
        call.runtime().fail(FailureKind::Value, QStringLiteral("substring not found"));
    return {*at};
}

Value count(Call &call)
{
    const auto arguments = parsedArguments(call, 1, 3);
    const Searched searched = searchedPart(call, arguments); // whose bounds are looked at first
    const QString &wanted = searchedText(call, arguments[0]);
    call.runtime().chargeText(call[0].text().size());
    if (!searched.isValid)
        return {0};
    if (wanted.isEmpty())
        return {codePointCount(searched.text) + 1};
    qint64 result = 0;
    for (qsizetype at = searched.text.indexOf(wanted); at >= 0;
         at = searched.text.indexOf(wanted, at + wanted.size()))
        ++result;
    return {result};
}

template<bool atStart>
Value hasAffix(Call &call)
{
    const auto arguments = parsedArguments(call, 1, 3);
    const Value &wanted = arguments[0];
    const Searched searched = searchedPart(call, arguments);
    const auto fits = [&](const Value &affix) {
        const bool isThere = affix.text().isEmpty() // a null view begins with nothing
            || (atStart ? searched.text.startsWith(affix.text())
                        : searched.text.endsWith(affix.text()));
        return searched.isValid && isThere;
    };
    const Runtime &runtime = call.runtime();
    if (wanted.isText())
        return {fits(wanted)};
    if (!wanted.is(Value::Type::Tuple)) {
        const auto message = QStringLiteral("%1 first arg must be str or a tuple of str, not %2");
        runtime.fail(FailureKind::Type, message.arg(methodName(call), runtime.typeName(wanted)));
    }
    for (const Value &affix : wanted.items().items) {
        if (!affix.isText()) {
            const auto message = QStringLiteral("tuple for %1 must only contain str, not %2");
            runtime.fail(FailureKind::Type, message.arg(methodName(call), runtime.typeName(affix)));
        }
        if (fits(affix))
            return {true};
    }
    return {false};
}

constexpr FunctionRow rows[] = {
    {u"count", "str.count(self, *args, **kwargs)", count},
    {u"endswith", "str.endswith(self, *args, **kwargs)", hasAffix<false>},
    {u"find", "str.find(self, *args, **kwargs)", find<false>},
    {u"index", "str.index(self, *args, **kwargs)", index<false>},
    {u"rfind", "str.rfind(self, *args, **kwargs)", find<true>},
    {u"rindex", "str.rindex(self, *args, **kwargs)", index<true>},
    {u"startswith", "str.startswith(self, *args, **kwargs)", hasAffix<true>},
};

} // namespace

std::span<const FunctionRow> pythonSearchMethods()
{
    return rows;
}

} // namespace waymark::jinja
