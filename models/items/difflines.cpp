#include "models/items/difflines.h"

#include "models/git/patch.h"

#include <algorithm>

namespace waymark {
namespace {

QByteArrayList linesOf(const QByteArray &text)
{
    if (text.isEmpty())
        return {};
    QByteArrayList lines = text.split('\n');
    if (text.endsWith('\n'))
        lines.removeLast();
    return lines;
}

bool isOpen(const QByteArray &text)
{
    return !text.isEmpty() && !text.endsWith('\n');
}

/// The first line, from 1, that a side of a hunk's head names: 40 of "-40,3". Git writes the line
/// before the hunk where it has none of that side.
int startOf(const QByteArray &side)
{
    const qsizetype comma = side.indexOf(',');
    const int start = side.sliced(1, (comma < 0 ? side.size() : comma) - 1).toInt();
    return comma >= 0 && side.sliced(comma + 1) == "0" ? start + 1 : start;
}

void mark(QList<bool> &lines, int line)
{
    if (line >= 1 && line <= lines.size())
        lines[line - 1] = true;
}

void readHunks(const QByteArray &patch, DifferentLines &found)
{
    int before = 0; // no hunk yet
    int after = 0;
    for (const QByteArray &line : patch.split('\n')) {
        if (line.startsWith("@@")) {
            const QByteArrayList head = line.split(' ');
            before = head.size() > 2 ? startOf(head.at(1)) : 0;
            after = head.size() > 2 ? startOf(head.at(2)) : 0;
        } else if (before == 0 && after == 0) {
            continue;
        } else if (line.startsWith('-')) {
            mark(found.goes, before++);
        } else if (line.startsWith('+')) {
            mark(found.comes, after++);
        } else if (line.startsWith(' ')) {
            ++before;
            ++after;
        }
    }
}

} // namespace

DifferentLines differentLines(const QByteArray &before, const QByteArray &after)
{
    DifferentLines found{.before = linesOf(before),
                         .after = linesOf(after),
                         .goes = {},
                         .comes = {},
                         .isBeforeOpen = isOpen(before),
                         .isAfterOpen = isOpen(after)};
    found.goes.resize(found.before.size());
    found.comes.resize(found.after.size());
    if (before == after)
        return found;
    const auto patch
        = git::patch("file", git::PatchSide{.content = before}, git::PatchSide{.content = after});
    readHunks(patch.value_or(QByteArray()), found);
    const bool isNothing = !found.goes.contains(true) && !found.comes.contains(true);
    if (isNothing || found.goes.count(false) != found.comes.count(false)) { // git saw no text in it
        found.goes.fill(true);
        found.comes.fill(true);
    }
    return found;
}

} // namespace waymark
