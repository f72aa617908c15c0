#pragma once

#include "models/base/problem.h"
#include "models/base/value.h"

namespace waymark {

// How Copier makes answers of what was given or written as a default. What cannot be one is an
// error in Python's words, without place.

/// A truth value of anything: a number by whether it is 0, a word of YAML's ("yes", "off", "~"),
/// else what Python's bool() says.
[[nodiscard]] bool copierBool(const Value &value);

/// `value` as an answer of `type`: "str", "int", "float", "bool", "json", "yaml" or "path".
[[nodiscard]] Result<Value> copierCast(const QString &type, const Value &value);

/// What `text` holds as YAML 1.1, as PyYAML's safe_load reads it.
[[nodiscard]] Result<Value> copierYaml(const QString &text);

/// The items of the YAML list `text`, each as it is written: "[1, 'b']" gives "1" and "b".
[[nodiscard]] Result<List> copierYamlList(const QString &text);

/// a == b in Python: 1 is 1.0 and True, and maps have no order.
[[nodiscard]] bool pythonEqual(const Value &a, const Value &b);

/// str(value), and repr(value).
[[nodiscard]] QString pythonText(const Value &value);
[[nodiscard]] QString pythonRepr(const Value &value);

} // namespace waymark
