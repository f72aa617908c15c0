#pragma once

#include "models/jinja/function.h"

#include <span>

namespace waymark::jinja {

// The methods of str, by family.

[[nodiscard]] std::span<const FunctionRow> pythonCaseMethods();
[[nodiscard]] std::span<const FunctionRow> pythonSearchMethods();
[[nodiscard]] std::span<const FunctionRow> pythonSplitMethods();
[[nodiscard]] std::span<const FunctionRow> pythonPaddingMethods();
[[nodiscard]] std::span<const FunctionRow> pythonReplaceMethods();
[[nodiscard]] std::span<const FunctionRow> pythonTranslateMethods();
[[nodiscard]] std::span<const FunctionRow> pythonFormatMethods();
[[nodiscard]] std::span<const FunctionRow> pythonEncodeMethods();
/// What only markup has.
[[nodiscard]] std::span<const FunctionRow> pythonMarkupMethods();

// And of the other types.
[[nodiscard]] std::span<const FunctionRow> pythonListMethods();
[[nodiscard]] std::span<const FunctionRow> pythonTupleMethods();
[[nodiscard]] std::span<const FunctionRow> pythonRangeMethods();
[[nodiscard]] std::span<const FunctionRow> pythonDictMethods();
[[nodiscard]] std::span<const FunctionRow> pythonIntMethods();
[[nodiscard]] std::span<const FunctionRow> pythonToBytesMethods(); ///< The other way, of int.
[[nodiscard]] std::span<const FunctionRow> pythonFloatMethods();
[[nodiscard]] std::span<const FunctionRow> pythonBytesMethods();
[[nodiscard]] std::span<const FunctionRow> pythonBytesCaseMethods();
[[nodiscard]] std::span<const FunctionRow> pythonBytesKindMethods();
[[nodiscard]] std::span<const FunctionRow> pythonBytesPaddingMethods();
[[nodiscard]] std::span<const FunctionRow> pythonBytesTableMethods();
[[nodiscard]] std::span<const FunctionRow> pythonBytesHexMethods();
[[nodiscard]] std::span<const FunctionRow> pythonBytesSearchMethods();
[[nodiscard]] std::span<const FunctionRow> pythonBytesEditMethods();
[[nodiscard]] std::span<const FunctionRow> pythonBytesSplitMethods();

/// `value`, a text, as the method of `receiver` is to see it: escaped where that is markup.
[[nodiscard]] Value forReceiver(Runtime &runtime, const Value &receiver, const Value &value);
/// `text.replace(old, replacement, count)`; a negative count is all. The parts keep what they come
/// from.
[[nodiscard]] Value pythonReplaced(Runtime &runtime, const Value &text, const Value &old,
                                   const Value &replacement, qint64 count);
/// A part of a text, with what it comes from.
[[nodiscard]] Value partOf(Runtime &runtime, const Value &text, qsizetype start, qsizetype length);
/// dict.update(source): a map, or pairs of a key and a value.
void updateDict(Runtime &runtime, DictData &dict, const Value &source);
/// A new list of `items`.
[[nodiscard]] Value listOf(std::vector<Value> items);
[[nodiscard]] Value tupleOf(std::vector<Value> items);

} // namespace waymark::jinja
