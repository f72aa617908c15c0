#include "views/widgets/codesearch.h"

#include <algorithm>

namespace waymark {
namespace {

/// Units of text that are looked through between two looks at the clock.
constexpr qsizetype slice = 200'000;

} // namespace

CodeSearch::CodeSearch(QStringView text, const QString &needle, Qt::CaseSensitivity sensitivity)
    : m_text(needle.isEmpty() ? QStringView() : text)
    , m_matcher(needle, sensitivity)
{
}

bool CodeSearch::work(const QDeadlineTimer &until)
{
    while (!isFinished()) {
        const qsizetype end = std::min(m_at + slice, m_text.size());
        const QStringView part = m_text.first(std::min(end + length() - 1, m_text.size()));
        qsizetype found = m_matcher.indexIn(part, m_at);
        while (found >= 0) {
            m_starts.push_back(int(found));
            m_at = found + length();
            found = m_at < end ? m_matcher.indexIn(part, m_at) : -1;
        }
        m_at = std::max(m_at, end);
        if (until.hasExpired())
            break;
    }
    return !isFinished();
}

int CodeSearch::indexOf(int offset) const
{
    const auto found = std::ranges::lower_bound(m_starts, offset);
    return found != m_starts.end() && *found == offset ? int(found - m_starts.begin()) + 1 : 0;
}

std::span<const int> CodeSearch::startsIn(int first, int end) const
{
    const auto from = std::ranges::lower_bound(m_starts, first - length() + 1);
    const auto to = std::ranges::lower_bound(m_starts, end);
    return from < to ? std::span(from, to) : std::span<const int>();
}

std::optional<ColumnRange> CodeSearch::forward(int offset) const
{
    if (m_text.isEmpty())
        return std::nullopt;
    qsizetype found = m_matcher.indexIn(m_text, offset);
    if (found < 0)
        found = m_matcher.indexIn(m_text);
    if (found < 0)
        return std::nullopt;
    return ColumnRange{int(found), int(found) + length()};
}

std::optional<ColumnRange> CodeSearch::backward(int offset) const
{
    if (m_text.isEmpty())
        return std::nullopt;
    const QString pattern = needle();
    qsizetype found
        = m_text.first(std::max(offset, 0)).lastIndexOf(QStringView(pattern), sensitivity());
    if (found < 0)
        found = m_text.lastIndexOf(QStringView(pattern), sensitivity());
    if (found < 0)
        return std::nullopt;
    return ColumnRange{int(found), int(found) + length()};
}

} // namespace waymark
