#pragma once

#include "models/yaml/schemavalidator.h"

namespace waymark {

/// The schema of a `waymark.yaml`, as it ships with Waymark.
[[nodiscard]] const SchemaValidator &sidecarSchema();
/// The schema of a `waymark-index.yaml`, with that of sidecars in it.
[[nodiscard]] const SchemaValidator &indexSchema();

} // namespace waymark
