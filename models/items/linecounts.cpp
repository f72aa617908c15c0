#include "models/items/linecounts.h"

#include "models/git/patch.h"
#include "models/plan/binarytest.h"

namespace waymark {
namespace {

int linesIn(const QByteArray &content)
{
    const bool isOpen = !content.isEmpty() && !content.endsWith('\n');
    return int(content.count('\n')) + (isOpen ? 1 : 0);
}

/// The lines that begin so in the hunks of a patch.
LineCounts countedIn(const QByteArray &patch)
{
    LineCounts counts;
    bool isInHunk = false;
    for (const QByteArray &line : patch.split('\n')) {
        isInHunk = isInHunk || line.startsWith("@@");
        counts.added += isInHunk && line.startsWith('+') ? 1 : 0;
        counts.removed += isInHunk && line.startsWith('-') ? 1 : 0;
    }
    return counts;
}

} // namespace

LineCounts lineCounts(const Change &change)
{
    if (!change.isWritten())
        return {};
    if (isBinary(change.content) || isBinary(change.oldContent))
        return {.isBinary = true};
    if (!change.oldMode)
        return {.added = linesIn(change.content)};
    if (!change.mode)
        return {.removed = linesIn(change.oldContent)};
    const auto patch = git::patch("file", git::PatchSide{*change.oldMode, change.oldContent},
                                  git::PatchSide{*change.mode, change.content});
    return patch ? countedIn(*patch) : LineCounts();
}

} // namespace waymark
