#pragma once

#include "models/git/commit.h"

#include <stop_token>

namespace waymark::git {

/// Writes the commit object of `request` with tree and message of `made`, signed as configured.
[[nodiscard]] Result<ObjectId> writeCommit(const Repository &repository,
                                           const CommitRequest &request, const CommitMade &made,
                                           const std::stop_token &stop);

} // namespace waymark::git
