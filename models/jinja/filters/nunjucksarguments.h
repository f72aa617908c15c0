#pragma once

#include "models/jinja/dialects/javascript.h"
#include "models/jinja/function.h"

#include <QString>

#include <vector>

namespace waymark::jinja {

// What Nunjucks' filters do with their arguments before they start.

/// null, undefined and false as an empty text, as filters.js' normalize(); what else is no text has
/// not the method `method` and is refused.
[[nodiscard]] inline QString textOrEmpty(const Call &call, size_t i, const char *method)
{
    const Value &value = call[i];
    const bool isNothing = value.isUndefined() || value.isNone()
        || (value.is(Value::Type::Bool) && !value.boolean());
    if (!value.isText() && !isNothing) {
        call.runtime().fail(
            FailureKind::Type,
            QStringLiteral("str.%1 is not a function").arg(QLatin1StringView(method)));
    }
    return value.isText() ? value.text() : QString();
}

/// The text; anything else has not the method `method` and is refused.
[[nodiscard]] inline QString onlyText(const Call &call, size_t i, const char *method)
{
    if (!call[i].isText()) {
        call.runtime().fail(
            FailureKind::Type,
            QStringLiteral("str.%1 is not a function").arg(QLatin1StringView(method)));
    }
    return call[i].text();
}

/// The array; anything else has not the method `method` and is refused.
[[nodiscard]] inline const std::vector<Value> &onlyArray(const Call &call, size_t i,
                                                         const char *method)
{
    if (!call[i].isSequence()) {
        call.runtime().fail(
            FailureKind::Type,
            QStringLiteral("arr.%1 is not a function").arg(QLatin1StringView(method)));
    }
    return call[i].items().items;
}

/// What indexing from 0 to `length` finds: items, or the units of a text. undefined and null are
/// refused.
[[nodiscard]] inline std::vector<Value> elements(const Call &call, size_t i)
{
    const Value &value = call[i];
    if (value.isUndefined() || value.isNone()) {
        call.runtime().fail(FailureKind::Type,
                            QStringLiteral("Cannot read properties of %1 (reading 'length')")
                                .arg(javascript::toText(call.runtime(), value)));
    }
    return javascript::indexed(call.runtime(), value);
}

[[nodiscard]] inline double numberOr(const Call &call, size_t i, double fallback)
{
    return call.truthy(i) ? javascript::toNumber(call.runtime(), call[i]) : fallback;
}

[[nodiscard]] inline Value newArray(std::vector<Value> items)
{
    return Value::list(make<ListData>(std::move(items)));
}

} // namespace waymark::jinja
