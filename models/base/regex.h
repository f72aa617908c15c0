#pragma once

#include "models/base/problem.h"
#include "models/base/regexsyntax.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace waymark {

/// Where a match and its groups stand, in UTF-16 units. Group 0 is the whole match.
struct RegexMatch
{
    struct Span
    {
        qsizetype start = -1; ///< -1: the group took no part.
        qsizetype end = -1;
        [[nodiscard]] bool isValid() const { return start >= 0; }
        friend bool operator==(const Span &, const Span &) = default;
    };
    QList<Span> groups;

    [[nodiscard]] QStringView in(QStringView subject, qsizetype group = 0) const;
};

/// A compiled pattern that cannot run away: the search for a match ends after a fixed number of
/// steps at one place (about 20 ms), or when many places take too long together (a quarter of a
/// second of CPU time, and one for each million units), with the error "regex.limit" instead of
/// trying for ever. What differs from the originals: a group in a repetition keeps its last match
/// in JavaScript too, and one that looks behind needs a bounded length (255). Cheap to copy.
class Regex
{
public:
    [[nodiscard]] static Result<Regex> compile(const QString &pattern, RegexSyntax syntax,
                                               RegexOptions options = {});

    /// The first match at or behind `from`.
    [[nodiscard]] Result<std::optional<RegexMatch>> match(QStringView subject,
                                                          qsizetype from = 0) const;
    /// A match that starts just at `from` (Python's Pattern.match).
    [[nodiscard]] Result<std::optional<RegexMatch>> matchAt(QStringView subject,
                                                            qsizetype from = 0) const;
    /// A match of all of `subject` (Python's Pattern.fullmatch).
    [[nodiscard]] Result<std::optional<RegexMatch>> fullMatch(QStringView subject) const;
    /// All matches that do not overlap, from left to right; at most `limit`, 0: all. Empty ones are
    /// found as Python 3.7 and later finds them (one may stand right behind another match, not two
    /// at one place), for JavaScript as its matchAll (behind an empty one it goes on a character
    /// later).
    [[nodiscard]] Result<QList<RegexMatch>> globalMatch(QStringView subject,
                                                        qsizetype limit = 0) const;

    [[nodiscard]] int groupCount() const; ///< Without group 0.

private:
    struct Code;
    explicit Regex(std::shared_ptr<const Code> code)
        : m_code(std::move(code))
    {
    }
    std::shared_ptr<const Code> m_code;
};

} // namespace waymark
