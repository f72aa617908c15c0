#pragma once

#include "models/base/problem.h"
#include "models/base/value.h"

#include <QList>

namespace waymark {

/// "note", "warning", "error": the word of JSON documents. It is not translated.
[[nodiscard]] QLatin1StringView severityName(Severity severity);

/// `problem` as every JSON document of Waymark holds it: severity, code and message, then file,
/// line, column and hint where there are some. The excerpt is left out.
[[nodiscard]] Map problemToJson(const Problem &problem);
[[nodiscard]] List problemsToJson(const QList<Problem> &problems);

} // namespace waymark
