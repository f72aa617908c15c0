#pragma once

#include "models/catalog/placeholders.h"

namespace waymark {

/// Whether `content` wants to be a Backstage template, even if it cannot be read.
[[nodiscard]] bool looksLikeTemplate(const QByteArray &content);

/// Reads a Backstage template, `scaffolder.backstage.io/v1beta3`, without its sidecar; what its
/// placeholders stand for comes from `files`. Problems name `file` and their place in it.
[[nodiscard]] Template readBackstageTemplate(const QByteArray &content, const QString &file,
                                             const PlaceholderFiles &files = {});

} // namespace waymark
