#pragma once

#include "models/jinja/function.h"
#include "models/jinja/regexobject.h"

#include <QString>

#include <span>

namespace waymark::jinja::javascript {

[[nodiscard]] QString toLowerCase(const QString &text);
[[nodiscard]] QString toUpperCase(const QString &text);
[[nodiscard]] QString trimmed(QStringView text);
/// String.prototype.replace() with a regular expression: `$1`, `$&` and so on mean what they do
/// there.
[[nodiscard]] Value replaced(Runtime &runtime, const QString &text, RegexObject &regex,
                             const QString &replacement);

[[nodiscard]] std::span<const FunctionRow> stringMethods();
[[nodiscard]] std::span<const FunctionRow> stringReplaceMethods();
[[nodiscard]] std::span<const FunctionRow> stringRegexMethods();
[[nodiscard]] std::span<const FunctionRow> stringSearchMethods();
[[nodiscard]] std::span<const FunctionRow> stringSpacingMethods();
[[nodiscard]] std::span<const FunctionRow> stringUnicodeMethods();
[[nodiscard]] std::span<const FunctionRow> regexMethods();
[[nodiscard]] std::span<const FunctionRow> arrayMethods();
[[nodiscard]] std::span<const FunctionRow> arrayCallbackMethods();
[[nodiscard]] std::span<const FunctionRow> arrayChangingMethods();
[[nodiscard]] std::span<const FunctionRow> arrayCopyMethods();
[[nodiscard]] std::span<const FunctionRow> arrayFindingMethods();
[[nodiscard]] std::span<const FunctionRow> arrayIteratorMethods();
[[nodiscard]] std::span<const FunctionRow> arrayReducingMethods();
[[nodiscard]] std::span<const FunctionRow> arraySortingMethods();
[[nodiscard]] std::span<const FunctionRow> objectMethods();
[[nodiscard]] std::span<const FunctionRow> localeMethods();
[[nodiscard]] std::span<const FunctionRow> arrayLocaleMethods();
[[nodiscard]] std::span<const FunctionRow> numberLocaleMethods();
[[nodiscard]] std::span<const FunctionRow> numberMethods();

/// The integer that JavaScript makes of argument `i`, cut to `low` … `high`; `fallback` where it is
/// undefined.
[[nodiscard]] double integerArgument(Call &call, size_t i, double fallback);
/// The same as a position in something of `size`, where less than 0 counts from the end.
[[nodiscard]] qsizetype relativeIndex(Call &call, size_t i, qsizetype size, qsizetype fallback);
[[nodiscard]] qsizetype clampedIndex(Call &call, size_t i, qsizetype size, qsizetype fallback);

} // namespace waymark::jinja::javascript
