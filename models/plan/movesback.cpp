#include "models/plan/moves.h"

#include <algorithm>

namespace waymark {
namespace {

bool isAt(const QByteArray &path, const QByteArray &unit)
{
    return unit.isEmpty() || path == unit || path.startsWith(unit + '/');
}

/// Moves one file or folder back that moved as a whole.
Result<> moveUnit(FileSystem &fileSystem, const Places &places, const QByteArray &unit)
{
    if (places.arriving.contains(unit) || !places.root.contains(unit))
        return {};
    return moveEntry(fileSystem, places.root, places.arriving, unit);
}

void removeIfEmpty(FileSystem &fileSystem, const Folder &root, const QByteArray &folder)
{
    const auto parent = root.find(parentOf(folder));
    if (parent && *parent)
        fileSystem.removeFolder((*parent)->descriptor(), nameOf(folder).constData());
}

/// Moves the files of the folder `unit` back one by one, since some of `staying` are in it. What
/// somebody else put there stays with them.
Result<> moveAround(FileSystem &fileSystem, const Places &places, const Journal &journal,
                    const QByteArray &unit, const QByteArrayList &staying)
{
    for (const StoredFile &file : journal.files) {
        if (!isAt(file.path, unit) || staying.contains(file.path))
            continue;
        const auto parent = makeFolders(fileSystem, places.arriving, parentOf(file.path));
        if (!parent)
            return std::unexpected(parent.error());
        if (const auto moved = moveUnit(fileSystem, places, file.path); !moved)
            return moved;
    }
    for (auto folder = journal.folders.crbegin(); folder != journal.folders.crend(); ++folder) {
        if (isAt(*folder, unit))
            removeIfEmpty(fileSystem, places.root, *folder);
    }
    return {};
}

} // namespace

Result<> moveBack(FileSystem &fileSystem, const Places &places, const Journal &journal,
                  const QByteArrayList &staying)
{
    for (auto unit = journal.arrivals.crbegin(); unit != journal.arrivals.crend(); ++unit) {
        const bool isWhole = std::ranges::none_of(
            staying, [unit](const QByteArray &path) { return isAt(path, *unit); });
        const auto moved = isWhole ? moveUnit(fileSystem, places, *unit)
                                   : moveAround(fileSystem, places, journal, *unit, staying);
        if (!moved)
            return moved;
    }
    for (auto unit = journal.departures.crbegin(); unit != journal.departures.crend(); ++unit) {
        if (!places.departed.contains(*unit) || staying.contains(*unit))
            continue;
        if (const auto moved = moveEntry(fileSystem, places.departed, places.root, *unit); !moved)
            return moved;
    }
    return {};
}

} // namespace waymark
