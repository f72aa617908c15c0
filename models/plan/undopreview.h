#pragma once

#include "models/base/problem.h"

#include <QByteArrayList>

namespace waymark {

/// What an undo would do to a destination, by paths below it; sorted.
struct UndoPreview
{
    QString destination = {}; ///< Absolute.
    QByteArrayList removed = {}; ///< Files and links that go.
    QByteArrayList restored = {}; ///< Those that become what they were before the apply.
};

/// What Writer::undo() of `destination` would take away as long as everything is as the last apply
/// left it. Reads only, and refuses what undo() does not find ("undo.nothing", "undo.other").
[[nodiscard]] Result<UndoPreview> previewUndo(const QString &destination,
                                              const QString &stateFolder);

} // namespace waymark
