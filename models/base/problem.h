#pragma once

#include "models/base/sourceposition.h"

#include <QString>

#include <expected>
#include <optional>

namespace waymark {

enum class Severity : quint8 { Note, Warning, Error };

/// Something wrong in a form, a template, a file or a request, in words its reader can act on.
struct Problem
{
    Severity severity = Severity::Error;
    QString code = {}; ///< Stable, dotted, for scripts: "yaml.duplicate-key".
    QString message = {}; ///< One sentence or two, translated, no trailing newline.
    QString file = {}; ///< Where it is, if it is in a file, as its reader knows that file,
    std::optional<SourcePosition> position = {}; ///< and at which place in it.
    /// The line of `position`, without its line end; without a position, what a program printed.
    QString excerpt = {};
    int excerptColumn = 0; ///< Where in `excerpt` the place is, if that was cut; 0: at its column.
    QString hint = {}; ///< The way out: what to do now.

    /// "file:line:column: message", then the excerpt with a caret below it and the hint, each on
    /// its own line where there is one.
    [[nodiscard]] QString toString() const;
    /// The first line of toString().
    [[nodiscard]] QString headline() const;
    /// This problem, at `place` of `text`: position and excerpt are filled in.
    [[nodiscard]] Problem pointingAt(QStringView text, SourcePosition place) const;

    friend bool operator==(const Problem &, const Problem &) = default;
};

/// Why something could not be done: the one problem that stands in its way.
struct Error
{
    Problem problem;

    [[nodiscard]] QString toString() const { return problem.toString(); }

    friend bool operator==(const Error &, const Error &) = default;
};

template<typename T = void>
using Result = std::expected<T, Error>;

/// What a function that returns a Result returns when it fails: `return failure({.message = …});`
[[nodiscard]] inline std::unexpected<Error> failure(Problem problem)
{
    return std::unexpected(Error{std::move(problem)});
}

/// The place `offset` UTF-16 units into `text`.
[[nodiscard]] SourcePosition positionOf(QStringView text, qsizetype offset);

/// The line of `position` in `text` without its line end, as an excerpt shows it: cut around the
/// column to at most 160 UTF-16 units, and without controls that a terminal would obey. `column`
/// (from 1) is moved along with the cut.
struct Excerpt
{
    QString text;
    int column = 1;
};
[[nodiscard]] Excerpt excerptOf(QStringView text, SourcePosition position);

} // namespace waymark
