#pragma once

#include "models/base/problem.h"

#include <QString>

#include <optional>

namespace waymark::jinja {

enum class FailureKind : quint8 {
    Syntax, ///< The template cannot be read.
    Undefined, ///< UndefinedError
    Type, ///< TypeError
    Value, ///< ValueError, and the rest of Python's and JavaScript's own
    Division, ///< ZeroDivisionError
    Overflow, ///< OverflowError
    Key, ///< KeyError, IndexError
    Runtime, ///< TemplateRuntimeError, FilterArgumentError
    Security, ///< SecurityError
    NotFound, ///< TemplateNotFound
    Limit, ///< A budget is used up.
    Cancelled,
};

/// Thrown to unwind from an error to where the render or the compilation began, and caught only
/// there.
struct Failure
{
    FailureKind kind = FailureKind::Runtime;
    QString message = {};
    QString hint = {};
    qsizetype offset = -1; ///< In the template that is being read; unknown while one runs.
    std::optional<Problem> problem = {}; ///< All of it, with the place where it happened.
};

/// "template.syntax", "template.undefined", …
[[nodiscard]] QString codeOf(FailureKind kind);

} // namespace waymark::jinja
