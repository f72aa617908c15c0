#pragma once

#include "models/base/value.h"
#include "models/yaml/yaml.h"

#include <optional>

namespace waymark {

/// The whole number that `text` stands for by `schema`; nothing: none.
[[nodiscard]] std::optional<Value> integerOf(QStringView text, YamlSchema schema);

/// The number with a fraction that `text` stands for by `schema`; nothing: none.
[[nodiscard]] std::optional<Value> floatOf(QStringView text, YamlSchema schema);

/// Whether YAML 1.1 takes `text` for a date, with or without a time.
[[nodiscard]] bool isTimestamp(QStringView text);

} // namespace waymark
