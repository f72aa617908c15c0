#pragma once

#include "models/jinja/runtime.h"

#include <optional>

namespace waymark::jinja {

/// Those parameters of json.dumps() that templates reach.
struct JsonStyle
{
    std::optional<QString> indent = {}; ///< Of one level; none: all on one line.
    bool sortsKeys = false;
    bool isAscii = true;
    std::optional<QString> comma = {}; ///< Between items; none: as Python has it by default.
    QString colon = QStringLiteral(": ");
};

/// json.dumps(value, …): ASCII only, with Python's names for what JSON has no number for.
[[nodiscard]] QString pythonJson(Runtime &runtime, const Value &value, const JsonStyle &style);
/// `indent` as a number of blanks.
[[nodiscard]] QString jsonIndent(Runtime &runtime, const Value &indent);

} // namespace waymark::jinja
