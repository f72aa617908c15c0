#include "models/items/wordparts.h"

#include <algorithm>
#include <utility>

namespace waymark {
namespace {

constexpr qsizetype mostCompared = 40'000; ///< Pairs of words: beyond it, all between is different.

/// A word, or one letter of another kind; UTF-16 units of its line.
struct Piece
{
    qsizetype start = 0;
    qsizetype end = 0;
};

bool isOfWord(QChar letter)
{
    return letter.isLetterOrNumber() || letter == u'_' || letter.isSurrogate();
}

QList<Piece> piecesOf(QStringView line, qsizetype from, qsizetype to)
{
    QList<Piece> pieces;
    for (qsizetype at = from; at < to;) {
        qsizetype end = at + 1;
        while (end < to && isOfWord(line.at(at)) && isOfWord(line.at(end)))
            ++end;
        pieces += Piece{at, end};
        at = end;
    }
    return pieces;
}

QStringView textOf(QStringView line, const Piece &piece)
{
    return line.sliced(piece.start, piece.end - piece.start);
}

void add(QList<MarkedColumns> &parts, qsizetype start, qsizetype end)
{
    if (start < end)
        parts += {.start = int(start) + 1, .end = int(end) + 1};
}

/// One line of two that are compared, with what is left of it.
struct Side
{
    QStringView line;
    QList<Piece> pieces;
};

/// For each pair of pieces, how many of those from there on are alike, in order.
class AlikeBehind
{
public:
    AlikeBehind(const Side &before, const Side &after)
        : m_width(after.pieces.size() + 1)
        , m_counts((before.pieces.size() + 1) * m_width)
    {
        for (qsizetype i = before.pieces.size() - 1; i >= 0; --i) {
            for (qsizetype j = after.pieces.size() - 1; j >= 0; --j) {
                const bool isSame = textOf(before.line, before.pieces.at(i))
                    == textOf(after.line, after.pieces.at(j));
                m_counts[i * m_width + j]
                    = isSame ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
            }
        }
    }

    [[nodiscard]] int at(qsizetype i, qsizetype j) const { return m_counts.at(i * m_width + j); }

private:
    const qsizetype m_width;
    QList<int> m_counts;
};

/// A run of pieces that are the same on both sides: where it begins on either, and how many.
struct Run
{
    qsizetype before = 0;
    qsizetype after = 0;
    qsizetype count = 0;
};

/// Runs that hold a word: signs alone tie nothing together.
QList<Run> commonRuns(const Side &before, const Side &after)
{
    QList<Run> runs;
    if (before.pieces.size() * after.pieces.size() > mostCompared)
        return runs;
    const AlikeBehind alike(before, after);
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < before.pieces.size() && j < after.pieces.size()) {
        const bool isSame
            = textOf(before.line, before.pieces.at(i)) == textOf(after.line, after.pieces.at(j));
        if (isSame) {
            if (runs.isEmpty() || runs.last().before + runs.last().count != i
                || runs.last().after + runs.last().count != j)
                runs += Run{i, j, 0};
            ++runs.last().count;
            ++i;
            ++j;
        } else if (alike.at(i + 1, j) >= alike.at(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
    runs.removeIf([&](const Run &run) {
        return std::ranges::none_of(
            before.pieces.sliced(run.before, run.count),
            [&](const Piece &piece) { return isOfWord(before.line.at(piece.start)); });
    });
    return runs;
}

/// How far both lines begin, and end, alike.
std::pair<qsizetype, qsizetype> alikeEnds(QStringView before, QStringView after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before.at(head) == after.at(head))
        ++head;
    if (head > 0 && before.at(head - 1).isHighSurrogate())
        --head;
    qsizetype tail = 0;
    while (tail < shorter - head
           && before.at(before.size() - 1 - tail) == after.at(after.size() - 1 - tail))
        ++tail;
    if (tail > 0 && before.at(before.size() - tail).isLowSurrogate())
        --tail;
    return {head, tail};
}

} // namespace

WordParts differentParts(const QString &before, const QString &after)
{
    const auto [head, tail] = alikeEnds(before, after);
    const qsizetype beforeEnd = before.size() - tail;
    const qsizetype afterEnd = after.size() - tail;
    const Side left{before, piecesOf(before, head, beforeEnd)};
    const Side right{after, piecesOf(after, head, afterEnd)};
    WordParts parts;
    qsizetype common = QStringView(before).first(head).trimmed().size() + tail;
    qsizetype beforeAt = head;
    qsizetype afterAt = head;
    for (const Run &run : commonRuns(left, right)) {
        const qsizetype start = left.pieces.at(run.before).start;
        const qsizetype end = left.pieces.at(run.before + run.count - 1).end;
        add(parts.before, beforeAt, start);
        add(parts.after, afterAt, right.pieces.at(run.after).start);
        common += end - start;
        beforeAt = end;
        afterAt = right.pieces.at(run.after + run.count - 1).end;
    }
    add(parts.before, beforeAt, beforeEnd);
    add(parts.after, afterAt, afterEnd);
    return 2 * common < std::min(before.size(), after.size()) ? WordParts() : parts;
}

} // namespace waymark
