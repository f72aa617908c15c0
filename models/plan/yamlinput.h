#pragma once

#include "models/base/problem.h"
#include "models/jinja/taggedvalue.h"
#include "models/yaml/javascriptyaml.h"

namespace waymark {

/// The options of JavaScript's YAML that the map `given` names; others stay as they are. An error
/// where a number is none that the package takes, or would make lines without an end.
[[nodiscard]] Result<JavaScriptYaml> yamlOptions(const jinja::TaggedValue &given);

} // namespace waymark
