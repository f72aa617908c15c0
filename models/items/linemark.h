#pragma once

#include <QString>

namespace waymark {

/// What a view should show about one line of a file.
struct LineMark
{
    enum class Kind : quint8 { Linked, Error, Warning, Added, Removed, Current };

    /// A part of a line, from a 1-based column on as in SourcePosition. Of no count: the whole
    /// line.
    struct Columns
    {
        int first = 1;
        int count = 0;

        friend bool operator==(const Columns &, const Columns &) = default;
    };

    int line = 1; ///< 1-based, as in SourcePosition.
    Kind kind = Kind::Linked;
    QString note = {}; ///< A few words for the end of the line.
    Columns columns = {};

    friend bool operator==(const LineMark &, const LineMark &) = default;
};

} // namespace waymark
