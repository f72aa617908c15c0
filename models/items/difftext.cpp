#include "models/items/difftext.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/items/counted.h"
#include "models/items/difflines.h"
#include "models/items/wordparts.h"

#include <algorithm>
#include <utility>

namespace waymark {
namespace {

constexpr int context = 3; ///< Lines around a change, as git has them.
using Kind = LineMark::Kind;

constexpr TextContext translated("DiffText");

/// Puts the lines of both texts below each other.
class Merger
{
public:
    explicit Merger(const DifferentLines &found)
        : m_found(found)
    {
    }

    [[nodiscard]] QList<DiffLine> lines()
    {
        while (m_before < m_found.goes.size() || m_after < m_found.comes.size()) {
            if (m_before < m_found.goes.size() && m_found.goes.at(m_before))
                m_lines += DiffLine{.before = ++m_before};
            else if (m_after < m_found.comes.size() && m_found.comes.at(m_after))
                m_lines += DiffLine{.after = ++m_after};
            else
                m_lines += DiffLine{.before = ++m_before, .after = ++m_after};
        }
        return m_lines;
    }

private:
    const DifferentLines &m_found;
    QList<DiffLine> m_lines;
    int m_before = 0;
    int m_after = 0;
};

/// Which lines are near enough to a change to be shown.
QList<bool> shownLines(const QList<DiffLine> &lines)
{
    QList<bool> shown(lines.size(), false);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!lines.at(i).isChanged())
            continue;
        const qsizetype end = std::min<qsizetype>(i + context + 1, lines.size());
        for (qsizetype at = std::max<qsizetype>(0, i - context); at < end; ++at)
            shown[at] = true;
    }
    if (!shown.contains(true))
        return QList<bool>(lines.size(), true);
    const QList<bool> near = shown;
    for (qsizetype i = 0; i < near.size(); ++i) { // one line takes no more room than its gap
        const bool isBehind = i == 0 || near.at(i - 1);
        const bool isBefore = i + 1 == near.size() || near.at(i + 1);
        if (isBehind && isBefore)
            shown[i] = true;
    }
    return shown;
}

/// Writes the text with its marks.
class DiffWriter
{
public:
    explicit DiffWriter(const DifferentLines &found)
        : m_found(found)
    {
    }

    void write(const QList<DiffLine> &lines, const QList<bool> &shown)
    {
        int hidden = 0;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (!shown.at(i)) {
                ++hidden;
                continue;
            }
            addGap(std::exchange(hidden, 0));
            add(lines.at(i));
        }
        addGap(hidden);
        markParts();
    }

    [[nodiscard]] DiffText taken() { return std::move(m_diff); }

private:
    void addGap(int hidden)
    {
        if (hidden == 0)
            return;
        append({}, {});
        m_diff.marks
            += {.line = int(m_diff.lines.size()),
                .kind = Kind::Current,
                .note = counted("DiffText", "1 line as before", "%n lines as before", hidden)};
    }

    void add(const DiffLine &line)
    {
        const bool goes = line.after == 0;
        const bool isFirst = m_diff.lines.isEmpty() || !m_diff.lines.last().isChanged();
        append(line, goes ? m_found.before.at(line.before - 1) : m_found.after.at(line.after - 1));
        if (!line.isChanged())
            return;
        const int number = int(m_diff.lines.size());
        if (isFirst)
            m_diff.changes += number;
        const bool isOpen = goes ? m_found.isBeforeOpen && line.before == m_found.before.size()
                                 : m_found.isAfterOpen && line.after == m_found.after.size();
        m_diff.marks += {.line = number,
                         .kind = goes ? Kind::Removed : Kind::Added,
                         .note = isOpen ? translated("no line end") : QString()};
    }

    void append(const DiffLine &line, const QByteArray &text)
    {
        m_diff.lines += line;
        m_diff.text += text;
        m_diff.text += '\n';
    }

    [[nodiscard]] QString textOf(const LineMark &mark) const
    {
        const DiffLine line = m_diff.lines.at(mark.line - 1);
        QByteArray text = mark.kind == Kind::Removed ? m_found.before.at(line.before - 1)
                                                     : m_found.after.at(line.after - 1);
        if (text.endsWith('\r'))
            text.chop(1);
        return displayed(text);
    }

    /// Marks what differs in lines that come in the place of others, in pairs.
    void markParts()
    {
        QList<LineMark> &marks = m_diff.marks;
        qsizetype at = 0;
        while (at < marks.size()) {
            const qsizetype removed = runEnd(at, at, Kind::Removed) - at;
            const qsizetype added = runEnd(at, at + removed, Kind::Added) - at - removed;
            for (qsizetype i = 0; i < std::min(removed, added); ++i) {
                LineMark &before = marks[at + i];
                LineMark &after = marks[at + removed + i];
                const WordParts parts = differentParts(textOf(before), textOf(after));
                before.columns = parts.before;
                after.columns = parts.after;
            }
            at += std::max<qsizetype>(1, removed + added);
        }
    }

    /// Where the marks of `kind` from `at` on end, as long as their lines stand below each other
    /// and that of the mark `first`.
    [[nodiscard]] qsizetype runEnd(qsizetype first, qsizetype at, Kind kind) const
    {
        const QList<LineMark> &marks = m_diff.marks;
        qsizetype end = at;
        while (end < marks.size() && marks.at(end).kind == kind
               && marks.at(end).line - marks.at(first).line == end - first)
            ++end;
        return end;
    }

    const DifferentLines &m_found;
    DiffText m_diff;
};

DiffText asItIs(const QByteArray &text)
{
    DiffText whole{.text = text, .changes = {1}};
    const qsizetype count = text.count('\n') + (text.isEmpty() || text.endsWith('\n') ? 0 : 1);
    for (int line = 1; line <= count; ++line)
        whole.lines += DiffLine{.after = line};
    return whole;
}

} // namespace

QList<int> DiffText::numbers() const
{
    QList<int> numbers;
    numbers.reserve(lines.size());
    for (const DiffLine &line : lines)
        numbers += line.after > 0 ? line.after : line.before;
    return numbers;
}

QList<LineMark> DiffText::moved(const QList<LineMark> &after) const
{
    if (after.isEmpty() || lines.isEmpty())
        return {};
    const int last = std::ranges::max(lines, {}, &DiffLine::after).after;
    QList<int> places(last + 1); // by line of the text after; 0: it is not here
    for (qsizetype i = 0; i < lines.size(); ++i)
        places[lines.at(i).after] = int(i) + 1;
    QList<LineMark> there;
    for (LineMark mark : after) {
        const int line = mark.line < 1 ? 0 : places.value(mark.line);
        if (line == 0)
            continue;
        mark.line = line;
        there += mark;
    }
    return there;
}

int DiffText::lineOf(int after) const
{
    int found = lines.isEmpty() ? 0 : 1;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const int line = lines.at(i).after;
        if (line > after)
            break;
        if (line > 0)
            found = int(i) + 1;
    }
    return found;
}

int nextChange(const QList<int> &changes, int line, bool backwards)
{
    if (backwards) {
        const auto behind = std::ranges::lower_bound(changes, line);
        return behind == changes.begin() ? 0 : *std::prev(behind);
    }
    const auto next = std::ranges::upper_bound(changes, line);
    return next == changes.end() ? 0 : *next;
}

DiffText diffText(const QByteArray &before, const QByteArray &after, DiffText::Extent extent)
{
    if (before.isEmpty())
        return asItIs(after);
    const DifferentLines found = differentLines(before, after);
    const QList<DiffLine> lines = Merger(found).lines();
    const bool isWhole = extent == DiffText::Extent::Whole;
    DiffWriter writer(found);
    writer.write(lines, isWhole ? QList<bool>(lines.size(), true) : shownLines(lines));
    return writer.taken();
}

} // namespace waymark
