#pragma once

#include "models/git/handles.h"
#include "models/git/identity.h"

namespace waymark::git {

class Repository;

[[nodiscard]] Person toPerson(const git_signature &signature);

[[nodiscard]] Result<Handle<git_commit>> lookUpCommit(const Repository &repository,
                                                      const ObjectId &id);

} // namespace waymark::git
