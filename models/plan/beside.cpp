#include "models/plan/beside.h"

#include "models/plan/arrival.h"
#include "models/plan/place.h"
#include "models/plan/staging.h"

namespace waymark {
namespace {

/// Puts what `staging` keeps back to `name` in `parent`, if nothing else is there by now.
bool putBack(FileSystem &fileSystem, const Folder &staging, const Folder &parent,
             const QByteArray &name)
{
    if (fileSystem.move(staging.descriptor(), beside::keptName, parent.descriptor(),
                        name.constData())
        != 0)
        return false;
    fileSystem.sync(parent.descriptor()); // if it fails, it is put back once more
    return true;
}

/// What of the staging folder `name` is to be told, once it is gone.
Result<Recovery> recoverOne(FileSystem &fileSystem, const Folder &parent, const QByteArray &name,
                            const QByteArray &destination)
{
    const auto staging = Staging::takeAbandoned(parent, name);
    if (!staging || !*staging)
        return staging ? Result<Recovery>(Recovery()) : std::unexpected(staging.error());
    const Folder &folder = (*staging)->folder();
    const bool isBegun = folder.contains("tree");
    Recovery recovery = {.what = isBegun ? Recovery::TakenBack : Recovery::Nothing};
    if (folder.contains(beside::keptName)) {
        if (!putBack(fileSystem, folder, parent, destination))
            return Recovery();
        recovery.what = Recovery::TakenBack;
        recovery.isOfUndo = true;
    } else if (folder.contains(beside::goneName)) {
        recovery.what = Recovery::Finished;
        recovery.isOfUndo = true;
    }
    const auto ours = (*staging)->isOurs();
    if (!ours)
        return std::unexpected(ours.error());
    if (!*ours)
        return Recovery();
    if (const auto removed = (*staging)->remove(fileSystem); !removed)
        return std::unexpected(removed.error());
    return recovery;
}

} // namespace

bool isLeftBeside(const QString &path)
{
    const Place place = placeOf(path);
    if (place.exists())
        return false;
    const auto parent = Folder::open(place.existing);
    if (!parent)
        return false;
    const auto names
        = Staging::namesIn(*parent, Arrival::stagingPrefix(place.existing, place.path));
    return names && !names->isEmpty();
}

Result<Recovery> recoverBeside(FileSystem &fileSystem, const QString &existing, const QString &path)
{
    Recovery recovery;
    const auto parent = Folder::open(existing);
    if (!parent || path.size() <= existing.size())
        return recovery;
    const QByteArray prefix = Arrival::stagingPrefix(existing, path);
    const auto names = Staging::namesIn(*parent, prefix);
    if (!names)
        return std::unexpected(names.error());
    for (const QByteArray &name : *names) {
        const auto one
            = recoverOne(fileSystem, *parent, name, Arrival::outermostName(existing, path));
        if (!one)
            return one;
        if (one->what != Recovery::Nothing)
            recovery = *one;
    }
    recovery.destination = path;
    return recovery;
}

} // namespace waymark
