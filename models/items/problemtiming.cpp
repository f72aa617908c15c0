#include "models/items/problemtiming.h"

#include <algorithm>

namespace waymark {

void ProblemTiming::type(const AnswerPath &path, qint64 now)
{
    if (!m_shown.contains(path))
        m_due.insert(path, now + pause);
}

void ProblemTiming::leave(const AnswerPath &path)
{
    m_due.remove(path);
    m_shown.insert(path);
}

void ProblemTiming::leaveAll(const QList<AnswerPath> &paths)
{
    for (const AnswerPath &path : paths)
        leave(path);
}

bool ProblemTiming::settle(qint64 now)
{
    QList<AnswerPath> ended;
    for (const auto &[path, due] : m_due.asKeyValueRange()) {
        if (due <= now)
            ended += path;
    }
    leaveAll(ended);
    return !ended.isEmpty();
}

std::optional<qint64> ProblemTiming::next() const
{
    const auto soonest = std::ranges::min_element(m_due);
    return soonest == m_due.end() ? std::nullopt : std::optional(*soonest);
}

void ProblemTiming::keepOnly(const QSet<AnswerPath> &wrong)
{
    m_shown.intersect(wrong);
}

} // namespace waymark
