#include "models/plan/moves.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// The outermost part of `path` that is not in `root`; `path` itself where all is there.
QByteArray outermostMissing(const Folder &root, const QByteArray &path)
{
    for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        if (!root.contains(path.first(slash)))
            return path.first(slash);
    }
    return path;
}

Result<> moveOut(FileSystem &fileSystem, const Places &places, const QByteArray &unit)
{
    if (places.departed.contains(unit) || !places.root.contains(unit))
        return {};
    const auto parent = makeFolders(fileSystem, places.departed, parentOf(unit));
    if (!parent)
        return std::unexpected(parent.error());
    return moveEntry(fileSystem, places.root, places.departed, unit);
}

} // namespace

Result<std::optional<Places>> placesOf(FileSystem &fileSystem, const Journal &journal)
{
    auto root = Folder::open(journal.root);
    if (!root || root->identity() != journal.identity)
        return std::nullopt;
    auto staging = Folder::open(journal.staging);
    if (!staging)
        return std::unexpected(staging.error());
    auto arriving = makeFolders(fileSystem, *staging, "new");
    if (!arriving)
        return std::unexpected(arriving.error());
    auto departed = makeFolders(fileSystem, *staging, "old");
    if (!departed)
        return std::unexpected(departed.error());
    return Places{std::move(*root), std::move(*staging), std::move(*arriving),
                  std::move(*departed)};
}

QByteArrayList arrivalsInto(const Folder &root, const QList<StoredFile> &files,
                            const QByteArrayList &folders)
{
    QByteArrayList units;
    const auto add = [&](const QByteArray &path) {
        const QByteArray unit = outermostMissing(root, path);
        if (!units.contains(unit))
            units += unit;
    };
    for (const StoredFile &file : files)
        add(file.path);
    for (const QByteArray &folder : folders) {
        if (!root.contains(folder))
            add(folder);
    }
    std::ranges::sort(units);
    if (units.removeAll(".git") > 0)
        units += ".git";
    return units;
}

QByteArrayList foldersMade(const QList<StoredFile> &files, const QByteArrayList &folders)
{
    QSet<QByteArray> made;
    const auto add = [&](QByteArray path) {
        for (; !path.isEmpty() && !made.contains(path); path = parentOf(path))
            made.insert(path);
    };
    for (const StoredFile &file : files)
        add(parentOf(file.path));
    for (const QByteArray &folder : folders)
        add(folder);
    QByteArrayList sorted(made.cbegin(), made.cend());
    std::ranges::sort(sorted);
    return sorted;
}

Result<> moveForward(FileSystem &fileSystem, const Places &places, const Journal &journal)
{
    for (const QByteArray &unit : journal.departures) {
        if (const auto moved = moveOut(fileSystem, places, unit); !moved)
            return moved;
    }
    for (const QByteArray &unit : journal.arrivals) {
        if (!places.arriving.contains(unit))
            continue;
        if (const auto moved = moveEntry(fileSystem, places.arriving, places.root, unit); !moved)
            return moved;
    }
    return {};
}

} // namespace waymark
