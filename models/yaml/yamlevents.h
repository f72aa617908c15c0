#pragma once

#include "models/yaml/yamloutline.h"
#include "models/yaml/yamlreading.h"

namespace waymark {

/// The tree of the document that `outline` describes, as yaml-cpp reads it: its events must be the
/// outline's steps one by one, since yaml-cpp alone takes much for YAML that is none. Throws
/// YamlFault.
[[nodiscard]] YamlNode treeOfEvents(const YamlOutline &outline, YamlReading &reading);

} // namespace waymark
