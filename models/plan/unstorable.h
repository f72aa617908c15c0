#pragma once

#include "models/git/tree.h"
#include "models/plan/rendering.h"
#include "models/plan/snapshot.h"

namespace waymark {

/// What of the files of `rendering`, and of the service record, decides how git stores them: their
/// paths and modes, and the content of those that hold attributes. It has no other content.
[[nodiscard]] QList<git::File> filesToStore(const Rendering &rendering);

/// `snapshot` with those of `files` that a commit would refuse. Looks at settings and attributes;
/// writes nothing and starts nothing.
[[nodiscard]] Result<DestinationSnapshot> withUnstorable(DestinationSnapshot snapshot,
                                                         const QList<git::File> &files);

} // namespace waymark
