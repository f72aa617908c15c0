#pragma once

#include "models/jinja/ast.h"

#include <QStringView>

namespace waymark::jinja {

/// Whether `name` is read anywhere in `body`, macros in it included, blocks not
/// (jinja2.compiler.find_undeclared).
[[nodiscard]] bool usesName(const Body &body, QStringView name);

/// Whether a block in `body` sees the variables around it.
[[nodiscard]] bool hasScopedBlock(const Body &body);

} // namespace waymark::jinja
