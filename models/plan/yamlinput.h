#pragma once

#include "models/jinja/taggedvalue.h"
#include "models/yaml/javascriptyaml.h"

namespace waymark {

/// The options of JavaScript's YAML that the map `given` names; others stay as they are.
[[nodiscard]] JavaScriptYaml yamlOptions(const jinja::TaggedValue &given);

} // namespace waymark
