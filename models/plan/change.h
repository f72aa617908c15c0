#pragma once

#include "models/base/filemode.h"
#include "models/base/problem.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace waymark {

/// What becomes of one file of a destination.
enum class ChangeClass : quint8 {
    New,
    Unchanged, ///< Template and destination agree.
    Updated, ///< The destination's file is replaced.
    Merged,
    Conflict,
    Kept, ///< The destination's file stays, though the template has another.
    Renamed,
    Deleted,
    Blocked, ///< Cannot be written: its problems say why.
    Declined, ///< The user does not want it.
    NotNeeded, ///< The template leaves it out for these answers.
};

/// "new", "not needed": the word of plans, on paper and in JSON. It is not translated.
[[nodiscard]] QLatin1StringView changeClassName(ChangeClass kind);

/// One file of a plan: what stands at `path` now and what an apply leaves there.
struct Change
{
    QByteArray path = {}; ///< Relative to the destination, with '/'.
    ChangeClass kind = ChangeClass::New;
    std::optional<FileMode> mode = {}; ///< After an apply; none: nothing is there then.
    std::optional<FileMode> oldMode = {}; ///< Before it; none: nothing is there now.
    QByteArray content = {}; ///< After an apply; of a link, where it points.
    QByteArray oldContent = {};
    QList<Problem> problems = {};

    /// Whether an apply changes anything at `path`.
    [[nodiscard]] bool isWritten() const;

    friend bool operator==(const Change &, const Change &) = default;
};

} // namespace waymark
