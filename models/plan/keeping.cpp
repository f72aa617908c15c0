#include "models/plan/keeping.h"

#include "models/base/utf8.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

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

/// Where what is different is now: one warning a file, as far as that stays readable.
QList<Problem> notesOf(const QList<Difference> &changed, const Journal &journal,
                       const QString &kept)
{
    constexpr qsizetype shown = 10;
    QSet<QByteArray> planned;
    for (const StoredFile &file : journal.files)
        planned.insert(file.path);
    QList<Problem> notes;
    for (const Difference &difference : changed.first(std::min(changed.size(), shown))) {
        const QString file = displayed(difference.path);
        const QString text = planned.contains(difference.path)
            ? tr("“%1” was changed before it could be taken back: it is in “%2”.")
            : tr("“%1” was added before the rest was taken back: it is in “%2”.");
        notes += Problem{.severity = Severity::Warning,
                         .code = u"write.changed"_s,
                         .message = text.arg(file, kept),
                         .file = file};
    }
    if (changed.size() > shown)
        notes += Problem{
            .severity = Severity::Warning,
            .code = u"write.changed"_s,
            .message
            = tr("And %1 more are in “%2”.").arg(QString::number(changed.size() - shown), kept),
            .file = kept};
    return notes;
}

} // namespace

Result<QList<Problem>> keepChanged(FileSystem &fileSystem, const Folder &home,
                                   const Journal &journal, const Places &places)
{
    auto changed = differences(places.arriving, journal.arrivals, journal.files, journal.folders);
    if (!changed)
        return std::unexpected(changed.error());
    changed->removeIf([&](const Difference &file) { return !places.arriving.contains(file.path); });
    if (changed->isEmpty())
        return QList<Problem>();
    const auto kept = keep(fileSystem, home, places, *changed);
    if (!kept)
        return std::unexpected(kept.error());
    return notesOf(*changed, journal, *kept);
}

} // namespace waymark
