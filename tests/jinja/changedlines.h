#pragma once

#include "models/jinja/engine.h"

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <vector>

/// What differs between two outputs, line by line, and whether provenance names the reason.
namespace tracing {

using waymark::jinja::Rendered;

struct Line
{
    QByteArray text;
    qsizetype start = 0;
    qsizetype end = 0;
};

[[nodiscard]] inline std::vector<Line> linesOf(const QByteArray &bytes)
{
    std::vector<Line> lines;
    qsizetype start = 0;
    while (start < bytes.size()) {
        const qsizetype newline = bytes.indexOf('\n', start);
        const qsizetype end = newline < 0 ? bytes.size() : newline + 1;
        lines.push_back({bytes.mid(start, end - start), start, end});
        start = end;
    }
    return lines;
}

/// For each line of `a`, whether a longest common subsequence with `b` keeps it; and where in `a`
/// each line of `b` that is not kept would stand.
struct Alignment
{
    std::vector<bool> kept;
    std::vector<size_t> insertions;
};

[[nodiscard]] inline Alignment aligned(const std::vector<Line> &a, const std::vector<Line> &b)
{
    std::vector<std::vector<int>> length(a.size() + 1, std::vector<int>(b.size() + 1));
    for (size_t i = a.size(); i-- > 0;) {
        for (size_t j = b.size(); j-- > 0;) {
            length[i][j] = a[i].text == b[j].text ? length[i + 1][j + 1] + 1
                                                  : std::max(length[i + 1][j], length[i][j + 1]);
        }
    }
    Alignment result{std::vector<bool>(a.size()), {}};
    size_t i = 0;
    size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i].text == b[j].text) {
            result.kept[i++] = true;
            ++j;
        } else if (length[i + 1][j] >= length[i][j + 1]) {
            ++i;
        } else {
            result.insertions.push_back(i);
            ++j;
        }
    }
    for (; j < b.size(); ++j)
        result.insertions.push_back(i);
    return result;
}

/// Empty where every line of `a` that `b` has not, and every place of `a` where `b` has more, names
/// `answer`; else what does not.
[[nodiscard]] inline QString unnamedIn(const Rendered &a, const Rendered &b, const QString &answer)
{
    const std::vector<Line> lines = linesOf(a.bytes);
    const Alignment alignment = aligned(lines, linesOf(b.bytes));
    for (size_t i = 0; i < lines.size(); ++i) {
        if (!alignment.kept[i] && !a.provenance.between(lines[i].start, lines[i].end).names(answer))
            return QStringLiteral("%1 changes the line %2")
                .arg(answer, QString::fromUtf8(lines[i].text));
    }
    for (const size_t line : alignment.insertions) {
        const qsizetype at = line < lines.size() ? lines[line].start : a.bytes.size();
        // The new line may as well stand in front of the line that changes with it, or behind it.
        const qsizetype from = line > 0 ? lines[line - 1].start : 0;
        const qsizetype to = line < lines.size() ? lines[line].end : a.bytes.size();
        if (!a.provenance.between(at, at).names(answer)
            && !a.provenance.between(from, to).names(answer))
            return QStringLiteral("%1 adds a line at byte %2").arg(answer).arg(at);
    }
    return {};
}

[[nodiscard]] inline QString unnamedChange(const Rendered &before, const Rendered &after,
                                           const QString &answer)
{
    const QString lost = unnamedIn(before, after, answer);
    return lost.isEmpty() ? unnamedIn(after, before, answer) : lost;
}

} // namespace tracing
