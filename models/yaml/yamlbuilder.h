#pragma once

#include "models/yaml/yamloutline.h"
#include "models/yaml/yamlreading.h"

namespace waymark {

/// The tree of the document that `outline` describes. A common document is taken from the outline
/// alone, which is several times faster; all others are read by yaml-cpp too, whose events must be
/// the outline's steps. What is wrong with the contents is reported to `reading`; throws YamlFault
/// where there is no tree.
[[nodiscard]] YamlNode buildTree(const YamlOutline &outline, YamlReading &reading);

} // namespace waymark
