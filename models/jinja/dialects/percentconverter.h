#pragma once

#include "models/jinja/runtime.h"

#include <QString>

namespace waymark::jinja {

/// A conversion of a format, "%-5.2f", as it was read.
struct PercentConversion
{
    bool alignsLeft = false;
    bool hasPlus = false;
    bool hasBlank = false;
    bool isAlternate = false;
    bool fillsZeros = false;
    qint64 width = -1;
    qint64 precision = -1;
    char32_t type = 0;
    qsizetype at = 0; ///< Of the type, in code points.
};

/// Makes text of values by one conversion; where the format `escapes`, it is markup and they are
/// not.
class PercentConverter
{
public:
    PercentConverter(Runtime &runtime, const PercentConversion &conversion, bool escapes)
        : m_runtime(runtime)
        , m_conversion(conversion)
        , m_escapes(escapes)
    {
    }
    /// Fails with Python's message where the value is of no type that the conversion takes.
    [[nodiscard]] QString convert(const Value &value) const;

private:
    struct Converted;
    [[nodiscard]] Converted converted(const Value &value) const;
    [[noreturn]] void failType() const;
    [[nodiscard]] Converted convertedText(const Value &value) const;
    [[nodiscard]] QString typeName(const Value &value) const;
    [[nodiscard]] Integer integerOf(const Value &value) const;
    [[nodiscard]] double realOf(const Value &value) const;
    [[nodiscard]] QString characterOf(const Value &value) const;
    [[nodiscard]] QString signOf(bool isNegative) const;
    [[nodiscard]] Converted convertedInteger(const Integer &value) const;
    [[nodiscard]] Converted convertedFloat(double value) const;
    [[nodiscard]] QString padded(const Converted &converted) const;

    Runtime &m_runtime;
    const PercentConversion &m_conversion;
    bool m_escapes;
};

} // namespace waymark::jinja
