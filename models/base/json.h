#pragma once

#include "models/base/problem.h"
#include "models/base/value.h"

#include <QByteArray>

namespace waymark {

inline constexpr int maximumJsonDepth = 512;

/// The one JSON text (RFC 8259) that `text` holds as UTF-8; a byte order mark before it is skipped.
/// Order, integers of any size and 1 apart from 1.0 are kept; a key twice in one object, a number
/// beyond a double, a lone surrogate and depth beyond maximumJsonDepth are errors with their place.
[[nodiscard]] Result<Value> parseJson(QByteArrayView text, const QString &file = {});

enum class JsonLayout : quint8 {
    Compact, ///< One line, no blanks.
    Indented, ///< Two spaces a level; empty lists and maps stay on one line; no final newline.
};

/// `value` as JSON in UTF-8, without loss: parseJson() gives an equal value. A float that has no
/// fraction is written with ".0" (or an exponent); NaN and infinities, which JSON cannot hold, as
/// null.
[[nodiscard]] QByteArray toJson(const Value &value, JsonLayout layout = JsonLayout::Compact);

/// `text` as a JSON string, with its quotes.
[[nodiscard]] QByteArray jsonString(QStringView text);

/// The shortest digits that read back as `value`, as JavaScript's Number::toString gives them for a
/// finite number: "1", "0.1", "1e+21".
[[nodiscard]] QByteArray shortestDigits(double value);

} // namespace waymark
