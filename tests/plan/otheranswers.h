#pragma once

#include "models/plan/rendering.h"

namespace waymark::testing {

/// Whether these answers are none that the template can do with.
inline bool isBroken(const Rendering &rendering)
{
    return !rendering.problems.isEmpty();
}

/// Answers to try instead of `now`; an empty one: none.
inline QList<std::optional<Value>> otherAnswers(const Parameter &parameter, const Value &now)
{
    QList<std::optional<Value>> others;
    for (const ParameterChoice &choice : parameter.choices)
        others += choice.value;
    switch (parameter.type) {
    case Parameter::Type::Boolean:
        others = {Value(true), Value(false)};
        break;
    case Parameter::Type::Integer:
    case Parameter::Type::Number:
        for (const auto &limit : {parameter.limits.minimum, parameter.limits.maximum}) {
            if (limit)
                others += limit;
        }
        others += Value(77);
        break;
    case Parameter::Type::Text:
        others += Value(now.textOr() + u'x');
        others += Value(QStringLiteral("zz9"));
        break;
    case Parameter::Type::Sequence:
    case Parameter::Type::Anything:
        others += Value(List());
        others += Value(List{QStringLiteral("zz9")});
        break;
    default:
        break;
    }
    others += std::nullopt;
    others.removeAll(std::optional(now));
    return others;
}

/// `request` with another answer.
inline RenderRequest changed(RenderRequest request, const QString &name,
                             const std::optional<Value> &answer)
{
    if (answer)
        request.form.setAnswer({name}, *answer);
    else
        request.form.removeAnswer({name});
    return request;
}

} // namespace waymark::testing
