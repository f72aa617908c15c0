#pragma once

#include "models/yaml/yamloutline.h"

namespace waymark {

/// What the scalar `step`, which is `source`, holds; a plain one stands on one line.
[[nodiscard]] QString scalarText(const YamlStep &step, QByteArrayView source);

} // namespace waymark
