#pragma once

#include "models/plan/change.h"
#include "models/plan/snapshot.h"

namespace waymark {

/// Says what becomes of the path of `change`, whose new content is known, by what stands `there`:
/// its class and old content are set, and why it cannot be, where it cannot. A new service changes
/// no file that is there; of a few that every repository has, and of those that `yield` to it, the
/// one that is there is kept, unless `takesGolden`.
void meetDestination(Change &change, const SnapshotEntry &there, bool takesGolden,
                     bool yields = false);

} // namespace waymark
