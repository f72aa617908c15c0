#include "models/plan/keeping.h"

#include "models/base/utf8.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

/// Moves `changed`, which somebody wrote among the arriving files, to a folder of their own in
/// `home`, or, where that is on another disk, in the destination.
Result<QString> keep(FileSystem &fileSystem, const Folder &home, const Places &places,
                     const QList<Difference> &changed)
{
    const Folder &from = places.arriving;
    const bool isNear = home.isOnSameMount(from);
    const QByteArray digits = QByteArray::number(QRandomGenerator::system()->generate(), 16);
    const auto kept = makeFolders(fileSystem, isNear ? home : places.root,
                                  (isNear ? "kept-" : ".waymark-kept-") + digits);
    if (!kept)
        return std::unexpected(kept.error());
    for (const Difference &file : changed) {
        if (!from.contains(file.path))
            continue;
        const auto parent = makeFolders(fileSystem, *kept, parentOf(file.path));
        if (!parent)
            return std::unexpected(parent.error());
        if (const auto moved = moveEntry(fileSystem, from, *kept, file.path); !moved)
            return std::unexpected(moved.error());
    }
    return kept->path();
}

} // namespace

Result<QList<Problem>> keepChanged(FileSystem &fileSystem, const Folder &home,
                                   const Journal &journal, const Places &places)
{
    if (journal.action == Journal::Action::Undo)
        return QList<Problem>();
    auto changed = differences(places.arriving, journal.arrivals, journal.files, journal.folders);
    if (!changed)
        return std::unexpected(changed.error());
    changed->removeIf([&](const Difference &file) { return !places.arriving.contains(file.path); });
    if (changed->isEmpty())
        return QList<Problem>();
    const auto kept = keep(fileSystem, home, places, *changed);
    if (!kept)
        return std::unexpected(kept.error());
    const QString file = displayed(changed->first().path);
    return QList<Problem>{
        {.severity = Severity::Warning,
         .code = u"write.changed"_s,
         .message
         = tr("“%1” was changed before it could be taken back: it is in “%2”.").arg(file, *kept),
         .file = file}};
}

} // namespace waymark
