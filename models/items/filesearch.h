#pragma once

#include "models/plan/plan.h"

#include <stop_token>

namespace waymark {

/// A line of a planned file that holds what is looked for.
struct FoundLine
{
    QString key = {};
    QByteArray path = {};
    QString place = {}; ///< "deploy/base/deployment.yaml:38"
    int line = 1; ///< From 1, as the column.
    int column = 1;
    QString text = {}; ///< Of the line, without the blanks around it.

    friend bool operator==(const FoundLine &, const FoundLine &) = default;
};

/// Where `needle` is looked for.
struct SearchedFiles
{
    QList<PlannedFile> files = {};
    ShownPaths shownPaths = {};
};

/// The first `most` lines that hold `needle`, upper and lower case being one; an empty one is found
/// nowhere. Files that hold a secret, or no text, are not looked into. Ends early once `stop` is
/// requested.
[[nodiscard]] QList<FoundLine> foundLines(const SearchedFiles &searched, const QString &needle,
                                          int most, const std::stop_token &stop = {});

} // namespace waymark
