#pragma once

#include "models/jinja/runtime.h"
#include "models/jinja/taggedvalue.h"

namespace waymark::jinja {

/// Data on its way into a render: lists and maps are copied, texts shared.
[[nodiscard]] Value fromTagged(Runtime &runtime, const TaggedValue &value);
/// The same of data that outlives the render: its texts are lent.
[[nodiscard]] Value lentFromTagged(Runtime &runtime, const TaggedValue &value);
/// And back. Iterators, sets and other objects that are data become lists or maps; a function or
/// another thing that no data can hold becomes its text.
[[nodiscard]] TaggedValue toTagged(Runtime &runtime, const Value &value);

} // namespace waymark::jinja
