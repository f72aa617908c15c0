#pragma once

#include "models/plan/plan.h"

namespace waymark {

/// The command of git that brings what is checked out to one of `remotes`: to "origin", where that
/// is one of them, else to the first. Of none, one in which the address is still to be named. It is
/// called `branch` there (empty: as here).
[[nodiscard]] QString pushCommand(const QStringList &remotes, const QString &branch = {});

/// `undone`, as it is done by hand where `plan` puts the service. Only what becomes a repository of
/// its own that has no remote goes where the template says; all else is pushed as its repository
/// is, and what is not committed is not pushed. For a folder of a repository, no link leads into
/// the one that the template would publish. No command is told twice. `plan` has its destination
/// and branch.
[[nodiscard]] QList<UndoneAction> doneByHand(QList<UndoneAction> undone, const Plan &plan);

/// Whether a step of `plan` that is not run tells how what was made is pushed.
[[nodiscard]] bool tellsHowToPush(const Plan &plan);

} // namespace waymark
