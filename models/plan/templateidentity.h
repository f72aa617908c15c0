#pragma once

#include "models/catalog/catalog.h"
#include "models/plan/record.h"

namespace waymark {

/// Which template `loaded` is, for a record: ours by its version, one in a clean checkout by its
/// commit, any other by the tree of what was read. Starts nothing.
[[nodiscard]] Result<TemplateIdentity> identityOf(const LoadedTemplate &loaded);

} // namespace waymark
