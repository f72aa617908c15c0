#pragma once

#include "views/widgets/codesteps.h"

#include <QDeadlineTimer>
#include <QStringMatcher>

#include <optional>
#include <span>
#include <vector>

namespace waymark {

/// Finds a text in another, from its start in slices. Offsets are UTF-16 units.
class CodeSearch
{
public:
    CodeSearch() = default;
    /// `text` must stay until the next search begins.
    CodeSearch(QStringView text, const QString &needle, Qt::CaseSensitivity sensitivity);

    [[nodiscard]] QString needle() const { return m_matcher.pattern(); }
    [[nodiscard]] Qt::CaseSensitivity sensitivity() const { return m_matcher.caseSensitivity(); }

    /// Looks on; true while there is more to look at.
    bool work(const QDeadlineTimer &until);
    [[nodiscard]] bool isFinished() const { return m_at >= m_text.size(); }

    /// Of the matches found so far, which do not overlap.
    [[nodiscard]] int count() const { return int(m_starts.size()); }
    /// The how manieth match starts at `offset`, from 1; 0: none that is known.
    [[nodiscard]] int indexOf(int offset) const;
    /// The starts of the known matches that end behind `first` and start before `end`.
    [[nodiscard]] std::span<const int> startsIn(int first, int end) const;
    [[nodiscard]] int length() const { return int(m_matcher.pattern().size()); }

    /// The first match from `offset` on, and from the text's start after its end.
    [[nodiscard]] std::optional<ColumnRange> forward(int offset) const;
    /// The last match that ends at `offset` or before, and from the text's end before its start.
    [[nodiscard]] std::optional<ColumnRange> backward(int offset) const;

private:
    QStringView m_text;
    QStringMatcher m_matcher;
    std::vector<int> m_starts;
    qsizetype m_at = 0; // up to there it was looked
};

} // namespace waymark
