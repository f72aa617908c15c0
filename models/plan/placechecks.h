#pragma once

#include "models/plan/plan.h"

namespace waymark {

/// What is to tell of where `plan` puts a service and commits it: what an apply would refuse, and
/// what does not work where it goes. `plan` has its files, destination and branch.
[[nodiscard]] QList<Problem> checkPlace(const Plan &plan);

/// What stands in the way of every commit at `destination`, or may: an author that git does not
/// know, a repository without a branch that is checked out.
[[nodiscard]] QList<Problem> checkCommitPlace(const DestinationSnapshot &destination);

/// That the commit goes to another branch than the one that a step of the template makes the
/// default ("place.default-branch"), which its pipelines may count on, and that the repository has
/// no such branch. For plans whose branch nobody named.
[[nodiscard]] QList<Problem> checkDefaultBranch(const Plan &plan);

} // namespace waymark
