#include "models/jinja/filters/nunjucksproperties.h"

#include "models/jinja/dialects/javascript.h"

#include <QString>

namespace waymark::jinja {

bool isNothing(const Value &value)
{
    return value.isUndefined() || value.isNone();
}

/// item[attr] of JavaScript: undefined and null have nothing.
Value propertyOf(const Call &call, const Value &item, const Value &name)
{
    if (isNothing(item)) {
        call.runtime().fail(FailureKind::Type,
                            QStringLiteral("Cannot read properties of %1 (reading '%2')")
                                .arg(call.runtime().text(item), call.runtime().text(name)));
    }
    return call.runtime().item(item, name);
}

/// lib.getAttrGetter(): own properties only, with dots.
Value ownPropertyOf(const Call &call, const Value &item, const Value &path)
{
    if (!call.runtime().truthy(path))
        return item;
    Value current = item;
    for (const QString &part : call.runtime().text(path).split(u'.')) {
        if (isNothing(current)) {
            call.runtime().fail(FailureKind::Type,
                                QStringLiteral("Cannot convert undefined or null to object"));
        }
        if (!javascript::hasOwn(call.runtime(), current, part))
            return Value::undefined();
        current = call.runtime().item(current, Value(part));
    }
    return current;
}

} // namespace waymark::jinja
