#pragma once

#include "models/catalog/templatereader.h"

namespace waymark {

/// Reads a Copier template, whose file `texts` has, without its sidecar. Problems name `file` (or a
/// file that it includes) and their place in it.
[[nodiscard]] Template readCopierTemplate(const TemplateTexts &texts, const QString &file);

} // namespace waymark
