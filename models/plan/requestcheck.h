#pragma once

#include "models/plan/writer.h"

namespace waymark {

/// The rules of paths and links once more, and that nothing is blocked: nothing that a planner
/// overlooks gets past here. The first problem of `request`.
[[nodiscard]] Result<> checkRequest(const WriteRequest &request);

} // namespace waymark
