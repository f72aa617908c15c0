#pragma once

#include "models/yaml/yamloutline.h"
#include "models/yaml/yamlreading.h"

namespace waymark {

/// The tree of the document that `outline` describes: yaml-cpp reads it, and its events must be the
/// outline's steps one by one, since yaml-cpp alone takes much for YAML that is none. What is wrong
/// with the contents is reported to `reading`; throws YamlFault where there is no tree.
[[nodiscard]] YamlNode buildTree(const YamlOutline &outline, YamlReading &reading);

} // namespace waymark
