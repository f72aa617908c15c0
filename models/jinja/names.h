#pragma once

#include "models/jinja/ast.h"

#include <QStringView>

namespace waymark::jinja {

/// Whether `name` is read anywhere in `body`, macros in it included, blocks not
/// (jinja2.compiler.find_undeclared).
[[nodiscard]] bool usesName(const Body &body, QStringView name);

} // namespace waymark::jinja
