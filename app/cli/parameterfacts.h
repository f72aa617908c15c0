#pragma once

#include "models/base/value.h"
#include "models/catalog/template.h"

#include <QStringList>

namespace waymark::cli {

/// "integer", "multiple choice", …: what “show” calls `type`.
[[nodiscard]] QString typeName(Parameter::Type type);

/// "Golden: …" or "Not golden: …" where there is a why, else empty.
[[nodiscard]] QString goldenInWords(const Sidecar::Golden &golden);

/// What the platform team says of the default of `parameter`, where it says something.
[[nodiscard]] std::optional<Sidecar::Golden> goldenOf(const Parameter &parameter,
                                                      const Template &definition);

/// What an answer has to keep to, in short words: "1 to 9", "at most 40 characters".
[[nodiscard]] QStringList limitsInWords(const Parameter &parameter);

/// The same by the names that resources/schemas/waymark-show.schema.json gives them.
[[nodiscard]] Map limitsAsJson(const Parameter::Limits &limits);

} // namespace waymark::cli
