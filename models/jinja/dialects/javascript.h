#pragma once

#include "models/base/value.h"
#include "models/jinja/operators.h"
#include "models/jinja/runtime.h"

#include <QString>

namespace waymark::jinja::javascript {

// The rules of JavaScript for values, by the names of ECMA-262 where it has one.

/// The number `value`: in place of an integer where it is one of at most 2⁵³.
[[nodiscard]] Value number(double value);
[[nodiscard]] Value number(const Integer &value);
[[nodiscard]] waymark::Value plainNumber(double value);
[[nodiscard]] bool isNumber(const Value &value);

[[nodiscard]] bool truthy(Runtime &runtime, const Value &value);
[[nodiscard]] double toNumber(Runtime &runtime, const Value &value);
/// Number.prototype.toString().
[[nodiscard]] QString numberText(double value);
/// The same to `out`, which has room for longestFloat; gives the end.
[[nodiscard]] char *writeNumber(double value, char *out);
/// String(value).
[[nodiscard]] QString toText(Runtime &runtime, const Value &value);
/// What a value that is neither text nor integer prints: nothing for undefined and null.
[[nodiscard]] QString printed(Runtime &runtime, const Value &value);
/// typeof.
[[nodiscard]] QString typeOf(const Value &value);
/// A text, number, truth, undefined or null: objects by their text.
[[nodiscard]] Value toPrimitive(Runtime &runtime, const Value &value);

[[nodiscard]] bool strictlyEqual(Runtime &runtime, const Value &a, const Value &b);
[[nodiscard]] bool looselyEqual(Runtime &runtime, const Value &a, const Value &b);
[[nodiscard]] bool compare(Runtime &runtime, Comparison how, const Value &a, const Value &b);
/// nunjucks' inOperator().
[[nodiscard]] bool contains(Runtime &runtime, const Value &container, const Value &value);
[[nodiscard]] Value binary(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b);
[[nodiscard]] Value unary(Runtime &runtime, UnaryOperator op, const Value &operand);

/// Object.prototype.hasOwnProperty().
[[nodiscard]] bool hasOwn(Runtime &runtime, const Value &base, const QString &name);
/// nunjucks' memberLookup(), with that of its Jinja compatibility where the options say so.
[[nodiscard]] Value attribute(Runtime &runtime, const Value &base, const QString &name);
[[nodiscard]] Value item(Runtime &runtime, const Value &base, const Value &key);
[[nodiscard]] bool isEntryFirst(const Options &options, const QString &name);
[[nodiscard]] const Function *method(Runtime &runtime, const Value &base, const QString &name);
[[noreturn]] void failCall(Runtime &runtime, const Value &callee, const QString &name);
[[nodiscard]] std::optional<qsizetype> length(Runtime &runtime, const Value &value);
[[nodiscard]] bool isIterable(const Value &value);
/// What indexing from 0 to its property `length` finds, of what is no array too.
[[nodiscard]] std::vector<Value> indexed(Runtime &runtime, const Value &value);
[[nodiscard]] std::vector<Value> items(Runtime &runtime, const Value &value);
/// nunjucks' lib.escape().
[[nodiscard]] QString escape(QStringView text);
/// The same of its version 3.2.3, which Backstage brings along.
[[nodiscard]] QString escapeWithoutBackslash(QStringView text);

/// Whether nunjucks' lib.isObject() takes it for one: no array, no function, no text.
[[nodiscard]] bool isObject(const Value &value);
/// A loop's `loop` and the like as the map that they are in JavaScript.
[[nodiscard]] Value plain(const Value &value);

} // namespace waymark::jinja::javascript
