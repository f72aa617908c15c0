#include "models/jinja/sourcetext.h"

#include <algorithm>

namespace waymark::jinja {

SourceText::SourceText(QString name, QString text)
    : m_name(std::move(name))
    , m_text(std::move(text))
    , m_lineStarts({0})
{
    for (qsizetype at = m_text.indexOf(u'\n'); at >= 0; at = m_text.indexOf(u'\n', at + 1))
        m_lineStarts.push_back(at + 1);
}

SourcePosition SourceText::position(qsizetype offset) const
{
    const auto next = std::ranges::upper_bound(m_lineStarts, offset);
    const auto line = std::distance(m_lineStarts.begin(), next);
    return {static_cast<int>(line), static_cast<int>(offset - *std::prev(next)) + 1};
}

Problem SourceText::located(const Problem &problem, qsizetype offset) const
{
    Problem located = problem.pointingAt(m_text, position(offset));
    located.file = m_name;
    return located;
}

} // namespace waymark::jinja
