#pragma once

#include "models/jinja/object.h"
#include "models/jinja/runtime.h"

#include <span>

namespace waymark::jinja {

/// What the fields of a format name: items by place, and a mapping.
struct FormatArguments
{
    std::span<const Value> positional = {};
    Value mapping = {};
};

/// str.format and str.format_map in Jinja2's sandbox (jinja2.sandbox.SandboxedFormatter): fields
/// look attributes and items up as templates do. Where `format` is markup, what is put in is
/// escaped.
[[nodiscard]] Value fieldFormatted(Runtime &runtime, const Value &format,
                                   const FormatArguments &arguments);

} // namespace waymark::jinja
