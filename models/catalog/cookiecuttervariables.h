#pragma once

#include "models/catalog/cookiecuttersettings.h"
#include "models/catalog/questionnaire.h"

namespace waymark {

/// The question for the variable `name` of `settings`, whose value before it is rendered is `raw`.
[[nodiscard]] Parameter variableParameter(const CookiecutterSettings &settings, const QString &name,
                                          const Value &raw);

/// One variable as it is before it is rendered: the template's value, or what stands in its place.
struct RawVariable
{
    QString name;
    Value value; ///< Of a choice, all that can be chosen; the first counts.
    Value usual; ///< The same, had nothing been given for it.
    bool isGiven = false;
    Value given = {};
    std::optional<Problem> problem = {}; ///< Why what was given does not suit it.
};

/// The variables of `settings` with `defaults`, then `given`, in the place of the template's
/// values, as Cookiecutter's extra context and the default context of its users overwrite them.
[[nodiscard]] QList<RawVariable> overwrittenVariables(const CookiecutterSettings &settings,
                                                      const Map &defaults, const Map &given);

/// Whether nobody is asked for a variable of this name.
[[nodiscard]] inline bool isPrivateVariable(const QString &name)
{
    return name.startsWith(u'_');
}
/// Whether a variable of this name stays as it is written.
[[nodiscard]] inline bool isUnrenderedVariable(const QString &name)
{
    return name.startsWith(u'_') && !name.startsWith(u"__");
}

} // namespace waymark
