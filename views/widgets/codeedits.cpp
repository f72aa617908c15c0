#include "views/widgets/codeedits.h"

#include <algorithm>
#include <vector>

namespace waymark {
namespace {

/// More differences than that are not looked for one by one.
constexpr int mostSteps = 200;

/// The lines of both texts from `line` on that differ, `count` of each.
struct Middle
{
    const CodeText &before;
    const CodeText &after;
    int line;
    int oldCount;
    int newCount;

    [[nodiscard]] bool isEqual(int x, int y) const
    {
        return x < oldCount && y < newCount && before.line(line + x) == after.line(line + y);
    }
};

/// How far each diagonal reaches, by steps: E. Myers, "An O(ND) difference algorithm".
class Reaches
{
public:
    explicit Reaches(int steps)
        : m_far(size_t(steps) * 2 + 3, 0)
        , m_middle(steps + 1)
    {
    }

    int &at(int diagonal) { return m_far[size_t(qsizetype(m_middle) + diagonal)]; }

    /// Whether the diagonal is reached from the one above, by a line that is inserted.
    bool isInserting(int diagonal, int steps)
    {
        return diagonal == -steps || (diagonal != steps && at(diagonal - 1) < at(diagonal + 1));
    }

private:
    std::vector<int> m_far;
    int m_middle;
};

/// What each step began with, or nothing when there are too many.
std::vector<Reaches> stepsThrough(const Middle &middle)
{
    const int most = std::min(mostSteps, middle.oldCount + middle.newCount);
    Reaches reaches(most);
    std::vector<Reaches> trace;
    for (int steps = 0; steps <= most; ++steps) {
        trace.push_back(reaches);
        for (int k = -steps; k <= steps; k += 2) {
            int x = reaches.isInserting(k, steps) ? reaches.at(k + 1) : reaches.at(k - 1) + 1;
            if (steps == 0)
                x = 0;
            while (middle.isEqual(x, x - k))
                ++x;
            reaches.at(k) = x;
            if (x >= middle.oldCount && x - k >= middle.newCount)
                return trace;
        }
    }
    return {};
}

/// Puts an edit of one line before the others.
void prepend(QList<LineEdit> &edits, LineEdit edit)
{
    if (!edits.isEmpty()) {
        LineEdit &next = edits.first();
        if (edit.line + edit.removed == next.line && edit.newLine + edit.inserted == next.newLine) {
            next = {edit.line, edit.removed + next.removed, edit.newLine,
                    edit.inserted + next.inserted};
            return;
        }
    }
    edits.prepend(edit);
}

QList<LineEdit> editsOf(const Middle &middle)
{
    const LineEdit whole{middle.line, middle.oldCount, middle.line, middle.newCount};
    if (middle.oldCount == 0 || middle.newCount == 0)
        return {whole};
    std::vector<Reaches> trace = stepsThrough(middle);
    if (trace.empty())
        return {whole};
    QList<LineEdit> edits;
    int x = middle.oldCount;
    int y = middle.newCount;
    for (int steps = int(trace.size()) - 1; steps > 0; --steps) {
        Reaches &reaches = trace[size_t(steps)];
        const bool isInserting = reaches.isInserting(x - y, steps);
        const int k = x - y + (isInserting ? 1 : -1);
        x = reaches.at(k);
        y = x - k;
        prepend(edits,
                {middle.line + x, isInserting ? 0 : 1, middle.line + y, isInserting ? 1 : 0});
    }
    return edits;
}

/// Units that are compared at once.
constexpr qsizetype block = 4096;

/// How many units both texts begin with.
qsizetype samePrefix(QStringView a, QStringView b)
{
    const qsizetype most = std::min(a.size(), b.size());
    qsizetype at = 0;
    while (at + block <= most && a.sliced(at, block) == b.sliced(at, block))
        at += block;
    while (at < most && a[at] == b[at])
        ++at;
    return at;
}

/// How many units both texts end with.
qsizetype sameSuffix(QStringView a, QStringView b)
{
    const qsizetype most = std::min(a.size(), b.size());
    qsizetype same = 0;
    while (same + block <= most
           && a.last(same + block).first(block) == b.last(same + block).first(block))
        same += block;
    while (same < most && a[a.size() - 1 - same] == b[b.size() - 1 - same])
        ++same;
    return same;
}

/// How many lines start in the last `units` of a text.
int linesIn(const CodeText &text, int units)
{
    const int offset = text.size() - units;
    const int line = text.placeOf(offset).line;
    return text.lineCount() - line - (text.startOf(line) < offset ? 1 : 0);
}

} // namespace

QList<LineEdit> lineEdits(const CodeText &before, const CodeText &after)
{
    const int shorter = std::min(before.lineCount(), after.lineCount());
    const auto prefix = int(samePrefix(before.text(), after.text()));
    int first = std::min(before.placeOf(prefix).line, after.placeOf(prefix).line);
    while (first < shorter && before.line(first) == after.line(first))
        ++first;
    const auto suffix = int(sameSuffix(before.text(), after.text()));
    int same = std::min({linesIn(before, suffix), linesIn(after, suffix), shorter - first});
    while (same < shorter - first
           && before.line(before.lineCount() - 1 - same)
               == after.line(after.lineCount() - 1 - same))
        ++same;
    const Middle middle{before, after, first, before.lineCount() - first - same,
                        after.lineCount() - first - same};
    if (middle.oldCount == 0 && middle.newCount == 0)
        return {};
    return editsOf(middle);
}

int movedLine(const QList<LineEdit> &edits, int line)
{
    int moved = line;
    for (const LineEdit &edit : edits) {
        if (edit.line > line)
            break;
        if (line < edit.line + edit.removed) {
            const int last = edit.newLine + std::max(edit.inserted - 1, 0);
            return std::min(edit.newLine + line - edit.line, last);
        }
        moved = line - edit.line - edit.removed + edit.newLine + edit.inserted;
    }
    return moved;
}

TextPlace movedPlace(const QList<LineEdit> &edits, const CodeText &before, const CodeText &after,
                     TextPlace place)
{
    const TextPlace moved = after.clamped({movedLine(edits, place.line), place.column});
    const QStringView was = before.line(place.line);
    const QStringView is = after.line(moved.line);
    const auto differing = std::ranges::mismatch(was, is);
    if (differing.in1 - was.begin() >= place.column)
        return moved;
    const QStringView tail = was.sliced(place.column);
    return is.endsWith(tail) ? TextPlace{moved.line, int(is.size() - tail.size())} : moved;
}

} // namespace waymark
