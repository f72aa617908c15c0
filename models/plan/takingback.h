#pragma once

#include "models/plan/moves.h"

namespace waymark {

/// Moves reference, HEAD and index of the repository at `root` as far to where `change` says as
/// nobody else moved them; the locks that its steps left go.
[[nodiscard]] Result<> moveGit(FileSystem &fileSystem, const QString &root,
                               const GitChange &change);

/// Takes back what `journal` describes, reference and files, and removes it from `home`. Files that
/// somebody changed in between are kept in `home`, and files that somebody committed in between
/// stay where they are, as the notes say.
[[nodiscard]] Result<QList<Problem>> takeBackMoves(FileSystem &fileSystem, const Folder &home,
                                                   const Journal &journal, const Places &places);

/// `error`, whose way back failed by `why`: with what the user can do.
[[nodiscard]] Error notTakenBack(Error error, const Error &why);
/// Whether git keeps the secret of the apply of `journal` when that is taken back.
[[nodiscard]] bool keepsSecret(const Journal &journal);
/// That git keeps the secret of an apply that was taken back in the repository at `root`, and how
/// it goes.
[[nodiscard]] Problem keptSecret(const QString &root);
/// `error`, with what `notes` say of its way back.
[[nodiscard]] Error withNotes(Error error, const QList<Problem> &notes);

} // namespace waymark
