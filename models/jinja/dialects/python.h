#pragma once

#include "models/jinja/operators.h"
#include "models/jinja/runtime.h"
#include "models/jinja/slice.h"

#include <QString>

namespace waymark::jinja::python {

// The rules of Python 3 for values, with the messages of its errors.

[[nodiscard]] bool truthy(Runtime &runtime, const Value &value);
/// str(value).
[[nodiscard]] QString toText(Runtime &runtime, const Value &value);
[[nodiscard]] QString repr(Runtime &runtime, const Value &value);
[[nodiscard]] QString floatText(double value);
/// The same to `out`, which has room for longestFloat; gives the end.
[[nodiscard]] char *writeFloat(double value, char *out);
[[nodiscard]] QString quoted(QStringView text);
/// type(value).__name__.
[[nodiscard]] QString typeName(const Value &value);
/// jinja2.utils.object_type_repr(): "list object", "markupsafe.Markup object", "None".
[[nodiscard]] QString describedType(const Runtime &runtime, const Value &value);

[[nodiscard]] bool equal(Runtime &runtime, const Value &a, const Value &b);
[[nodiscard]] bool compare(Runtime &runtime, Comparison how, const Value &a, const Value &b);
[[nodiscard]] bool contains(Runtime &runtime, const Value &container, const Value &value);
[[nodiscard]] Value binary(Runtime &runtime, BinaryOperator op, const Value &a, const Value &b);
[[nodiscard]] Value unary(Runtime &runtime, UnaryOperator op, const Value &operand);

/// SandboxedEnvironment.getattr() and getitem().
[[nodiscard]] Value attribute(Runtime &runtime, const Value &base, const QString &name);
[[nodiscard]] Value item(Runtime &runtime, const Value &base, const Value &key);
/// Whether base[slice] is no TypeError; a step of 0 is Python's ValueError.
[[nodiscard]] bool canBeSliced(const Value &base, const SliceObject &slice);
/// base[slice] of Python itself.
[[nodiscard]] Value sliced(Runtime &runtime, const Value &base, const SliceObject &slice);
[[nodiscard]] bool isEntryFirst(const Options &options, const QString &name);
[[nodiscard]] const Function *method(Runtime &runtime, const Value &base, const QString &name);
[[noreturn]] void failCall(Runtime &runtime, const Value &callee, const QString &name);
/// len(value), or nothing where it has none.
[[nodiscard]] std::optional<qsizetype> length(Runtime &runtime, const Value &value);
[[nodiscard]] bool isIterable(const Value &value);
[[nodiscard]] std::vector<Value> items(Runtime &runtime, const Value &value);
/// markupsafe.escape().
[[nodiscard]] QString escape(QStringView text);

} // namespace waymark::jinja::python
