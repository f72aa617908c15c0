#pragma once

#include "models/yaml/yamlreading.h"

#include <optional>

namespace waymark {

/// What keeps all of `bytes` from being read as text, if anything does: their size, or an encoding
/// that is not UTF-8.
[[nodiscard]] std::optional<Problem> encodingProblem(const QByteArray &bytes,
                                                     const YamlOptions &options);

/// Reports every character that YAML forbids; whether there are any.
[[nodiscard]] bool reportForbidden(YamlReading &reading);

} // namespace waymark
