#include "models/plan/undopreview.h"

#include "models/plan/undonote.h"

#include <algorithm>

namespace waymark {
namespace {

/// The paths of `files`, counted from `prefix`; those elsewhere are left out.
QByteArrayList pathsBelow(const QByteArray &prefix, const QList<StoredFile> &files)
{
    const QByteArray start = prefix.isEmpty() ? QByteArray() : prefix + '/';
    QByteArrayList paths;
    for (const StoredFile &file : files) {
        if (file.path.startsWith(start))
            paths += file.path.sliced(start.size());
    }
    std::ranges::sort(paths);
    return paths;
}

} // namespace

Result<UndoPreview> previewUndo(const QString &destination, const QString &stateFolder)
{
    const auto note = findNote(destination, stateFolder);
    if (!note)
        return std::unexpected(note.error());
    if (const auto fits = checkNote(*note, destination); !fits)
        return std::unexpected(fits.error());
    const Journal &journal = (*note)->journal;
    UndoPreview preview{.destination = journal.destination,
                        .removed = pathsBelow(journal.prefix, journal.files),
                        .restored = pathsBelow(journal.prefix, journal.departed)};
    preview.removed.removeIf(
        [&preview](const QByteArray &path) { return preview.restored.contains(path); });
    return preview;
}

} // namespace waymark
