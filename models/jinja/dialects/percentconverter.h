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

/// What a format is: markup escapes what is put in; bytes take bytes, and stand here as the text of
/// the same codes.
enum class PercentKind : quint8 { Text, Markup, Bytes };

/// Makes text of values by one conversion.
class PercentConverter
{
public:
    PercentConverter(Runtime &runtime, const PercentConversion &conversion, PercentKind kind)
        : m_runtime(runtime)
        , m_conversion(conversion)
        , m_escapes(kind == PercentKind::Markup)
        , m_isBytes(kind == PercentKind::Bytes)
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
    [[nodiscard]] QString byteOf(const Value &value) const;
    [[nodiscard]] QString bytesText(const Value &value) const;
    [[nodiscard]] QString signOf(bool isNegative) const;
    [[nodiscard]] Converted convertedInteger(const Integer &value) const;
    [[nodiscard]] Converted convertedFloat(double value) const;
    [[nodiscard]] QString padded(const Converted &converted) const;

    Runtime &m_runtime;
    const PercentConversion &m_conversion;
    bool m_escapes;
    bool m_isBytes;
};

} // namespace waymark::jinja
