#pragma once

#include "models/base/value.h"

#include <QStringList>

#include <optional>

namespace waymark {

/// The place that `step`, a number from 0, names in a list of `size` items; nothing: none.
[[nodiscard]] std::optional<qsizetype> indexIn(qsizetype size, QStringView step);

/// The value at `path` in `value`: keys of maps, and numbers from 0 in lists. Null where there is
/// none; valid until `value` changes.
[[nodiscard]] const Value *valueAt(const Value &value, const QStringList &path);

/// `key` as a step of a JSON Pointer (RFC 6901): "/" before it, "~" and "/" in it escaped.
[[nodiscard]] QString pointerStep(QStringView key);
/// `path` as a JSON Pointer.
[[nodiscard]] QString pointerOf(const QStringList &path);
/// The path that the JSON Pointer `pointer` means; nothing: it is none.
[[nodiscard]] std::optional<QStringList> pathOf(QStringView pointer);

} // namespace waymark
