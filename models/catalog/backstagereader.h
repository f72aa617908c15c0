#pragma once

#include "models/catalog/template.h"

namespace waymark {

/// Whether `content` wants to be a Backstage template, even if it cannot be read.
[[nodiscard]] bool looksLikeTemplate(const QByteArray &content);

/// Reads a Backstage template, `scaffolder.backstage.io/v1beta3`, without its sidecar. Problems
/// name `file` and their place in it.
[[nodiscard]] Template readBackstageTemplate(const QByteArray &content, const QString &file);

} // namespace waymark
