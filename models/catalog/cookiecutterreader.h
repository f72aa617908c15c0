#pragma once

#include "models/catalog/templatereader.h"

namespace waymark {

/// Reads a Cookiecutter template (version 2 or 1), without its sidecar; `files` has the nested
/// ones. Problems name `file` and their place in it.
[[nodiscard]] Template readCookiecutterTemplate(const QByteArray &content, const QString &file,
                                                const TemplateFiles &files);

} // namespace waymark
