#pragma once

#include "models/yaml/yamldocument.h"

namespace waymark {

/// Where in the file the place `inner` in the text of `scalar` stands: exact for a text on one line
/// without escapes and for `|` blocks, else the start of `scalar`.
[[nodiscard]] SourcePosition placeInText(const YamlDocument &document, const YamlNode &scalar,
                                         SourcePosition inner);

} // namespace waymark
