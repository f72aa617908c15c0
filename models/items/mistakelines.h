#pragma once

#include "models/base/problem.h"
#include "models/items/linemark.h"

#include <QByteArray>
#include <QMap>

namespace waymark {

/// The lines of one file of a template that its problems are about, each with those around it.
struct MistakeLines
{
    QString file = {}; ///< As its problems name it.
    QByteArray text = {}; ///< Empty: no problem has a place.
    QList<int> numbers = {}; ///< Of each line in its file; 0: something is left out there.
    QList<LineMark> marks = {}; ///< By line of `text`.
    int errors = 0; ///< In the whole file.

    friend bool operator==(const MistakeLines &, const MistakeLines &) = default;
};

/// Those of the file that the first of `problems` with a place is in. `files` are contents by the
/// names that problems give; of a file that is not among them, or became another since, the
/// excerpts of its problems are all there is.
[[nodiscard]] MistakeLines mistakeLines(const QList<Problem> &problems,
                                        const QMap<QString, QByteArray> &files = {});

} // namespace waymark
