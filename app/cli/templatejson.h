#pragma once

#include "models/base/value.h"
#include "models/catalog/catalog.h"
#include "models/catalog/form.h"
#include "models/plan/rendering.h"

namespace waymark::cli {

/// `loaded`, of which `form` is its form without an answer and `rendering` what it makes with its
/// defaults: the members that resources/schemas/waymark-show.schema.json describes.
[[nodiscard]] Map asJson(const LoadedTemplate &loaded, const Form &form,
                         const Rendering &rendering);

/// The README of a template; empty where there is none.
[[nodiscard]] QString documentationOf(const TemplateTree &tree);

} // namespace waymark::cli
