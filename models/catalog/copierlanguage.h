#pragma once

#include "models/catalog/copierfile.h"

namespace waymark {

/// Takes `_envops` and `_jinja_extensions` out of `file` into `language`, with what Copier always
/// has: its own extensions, and final newlines are kept. What it would not take is told, and so is
/// every extension that is Python code of somebody else's.
void readCopierLanguage(CopierFile &file, jinja::Options &language);

} // namespace waymark
