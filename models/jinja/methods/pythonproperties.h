#pragma once

#include "models/jinja/value.h"

#include <QString>

namespace waymark::jinja {

/// An attribute of a value that is no method: the parts of a number or a range, the names of a
/// named tuple. Missing where there is none of that name.
[[nodiscard]] Value pythonProperty(const Value &base, const QString &name);

} // namespace waymark::jinja
