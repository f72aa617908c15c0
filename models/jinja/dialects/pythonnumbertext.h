#pragma once

#include "models/jinja/dialects/pythonformatspec.h"

namespace waymark::jinja {

/// A number on its way into a format.
struct NumberText
{
    bool isNegative = false;
    QString prefix = {}; ///< "0x"
    QString digits = {}; ///< Before the point; zeros go before them.
    QString rest = {};
};

/// `number` with its sign, its separators and what fills it up, as `spec` has it.
[[nodiscard]] QString laidOut(Runtime &runtime, const FormatSpec &spec, const NumberText &number);

/// format(value, spec) of a float, or of an integer as one.
[[nodiscard]] QString formattedFloat(Runtime &runtime, const Value &value, const FormatSpec &spec);

/// Fails where values like `value` have no such type of format.
[[noreturn]] void failFormatCode(Runtime &runtime, const FormatSpec &spec, const Value &value);

} // namespace waymark::jinja
