#pragma once

#include "models/catalog/templatereader.h"

namespace waymark {

/// Reads a Copier template, without its sidecar; `files` has what its file includes. Problems name
/// `file` and their place in it.
[[nodiscard]] Template readCopierTemplate(const QByteArray &content, const QString &file,
                                          const TemplateFiles &files);

} // namespace waymark
