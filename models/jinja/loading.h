#pragma once

#include <QString>

namespace waymark::jinja {

/// Nunjucks takes "./name" and "../name" from where the template `from` stands that names them.
[[nodiscard]] QString resolvedName(const QString &name, const QString &from);

} // namespace waymark::jinja
