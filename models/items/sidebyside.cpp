#include "models/items/sidebyside.h"

#include "models/base/textcontext.h"
#include "models/plan/plan.h"

#include <algorithm>

namespace waymark {
namespace {

using Kind = LineMark::Kind;

constexpr int shortHash = 7; ///< Digits, as git shortens a commit.

constexpr TextContext translated("SideBySide");

/// Puts the lines of one text into two columns.
class Columns
{
public:
    explicit Columns(const DiffText &diff)
        : m_diff(diff)
        , m_texts(diff.text.split('\n'))
    {
    }

    SideBySide run()
    {
        const qsizetype count = m_diff.lines.size();
        for (qsizetype at = 0; at < count;) {
            if (!m_diff.lines.at(at).isChanged()) {
                add(m_sides.before, at, m_diff.lines.at(at).before);
                add(m_sides.after, at, m_diff.lines.at(at).after);
                ++at;
                continue;
            }
            const qsizetype goes = runEnd(at, true);
            const qsizetype comes = runEnd(goes, false);
            addChange(at, goes, comes);
            at = comes;
        }
        return std::move(m_sides);
    }

private:
    /// Behind the lines from `at` on that go (or come).
    [[nodiscard]] qsizetype runEnd(qsizetype at, bool goes) const
    {
        while (at < m_diff.lines.size() && m_diff.lines.at(at).isChanged()
               && (m_diff.lines.at(at).after == 0) == goes)
            ++at;
        return at;
    }

    void addChange(qsizetype first, qsizetype middle, qsizetype end)
    {
        if (m_diff.changes.contains(int(first) + 1))
            m_sides.changes += int(m_sides.before.numbers.size()) + 1;
        for (qsizetype i = 0; i < std::max(middle - first, end - middle); ++i) {
            if (first + i < middle)
                add(m_sides.before, first + i, m_diff.lines.at(first + i).before);
            else
                fill(m_sides.before);
            if (middle + i < end)
                add(m_sides.after, middle + i, m_diff.lines.at(middle + i).after);
            else
                fill(m_sides.after);
        }
    }

    /// The line `at` of what is compared, which is the line `number` of this side.
    void add(SideBySide::Side &side, qsizetype at, int number)
    {
        side.text += m_texts.at(at) + '\n';
        side.numbers += number;
        const auto marks = std::ranges::equal_range(m_diff.marks, int(at) + 1, {}, &LineMark::line);
        for (LineMark mark : marks) {
            mark.line = int(side.numbers.size());
            side.marks += mark;
        }
    }

    static void fill(SideBySide::Side &side)
    {
        side.text += '\n';
        side.numbers += 0;
        side.marks += {.line = int(side.numbers.size()), .kind = Kind::Filler};
    }

    const DiffText &m_diff;
    const QByteArrayList m_texts;
    SideBySide m_sides;
};

} // namespace

QList<LineMark> SideBySide::moved(const QList<LineMark> &marks) const
{
    QList<LineMark> there;
    for (LineMark mark : marks) {
        const qsizetype at = mark.line < 1 ? -1 : after.numbers.indexOf(mark.line);
        if (at < 0)
            continue;
        mark.line = int(at) + 1;
        there += mark;
    }
    return there;
}

SideBySide sideBySide(const DiffText &diff)
{
    return Columns(diff).run();
}

QString beforeText(const Plan &plan)
{
    const auto &repository = plan.destination.repository;
    if (!repository || repository->head.isEmpty())
        return translated("as it is there");
    const QString commit = QString::fromLatin1(repository->head.first(shortHash));
    return repository->branch.isEmpty() ? commit
                                        : translated("%1 at %2").arg(repository->branch, commit);
}

QString afterText(const Plan &plan)
{
    return plan.commits ? translated("what you will commit") : translated("what will be written");
}

} // namespace waymark
