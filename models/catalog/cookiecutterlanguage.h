#pragma once

#include "models/base/problem.h"
#include "models/base/value.h"
#include "models/jinja/options.h"

#include <QStringList>

namespace waymark {

/// Something that a value of a `cookiecutter.json` asks for and that cannot be had; `path` leads to
/// it.
struct VariableProblem
{
    QStringList path;
    Problem problem;
};

/// The language in which a Cookiecutter template is written.
struct CookiecutterLanguage
{
    jinja::Options options;
    QList<VariableProblem> problems;
};

/// That of a template with these `variables`: Jinja2 as Cookiecutter sets it up, with what
/// `_extensions` and `_jinja2_env_vars` ask for.
[[nodiscard]] CookiecutterLanguage cookiecutterLanguage(const Map &variables);

/// Whether Python takes `value` for true.
[[nodiscard]] bool isTrueInPython(const Value &value);

} // namespace waymark
