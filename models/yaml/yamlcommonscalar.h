#pragma once

#include "models/yaml/yamltoken.h"

#include <QByteArrayView>

namespace waymark {

/// Whether every reader of YAML takes the scalar `token`, which is `source`, for the same: it
/// stands on one line, or is a block whose indentation its first line shows. `isInFlow`: it stands
/// between brackets.
[[nodiscard]] bool isCommonScalar(const YamlToken &token, QByteArrayView source, bool isInFlow);

} // namespace waymark
