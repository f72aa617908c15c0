#include "models/plan/moves.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int maximumDepth = 200;

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

/// Compares a folder with what an apply left in it.
class Comparison
{
public:
    Comparison(const Folder &folder, const QList<StoredFile> &files, const QByteArrayList &folders)
        : m_folder(folder)
        , m_folders(folders.cbegin(), folders.cend())
    {
        for (const StoredFile &file : files)
            m_files.insert(file.path, file);
    }

    [[nodiscard]] Result<> look(const QByteArray &path, int depth = 0);
    [[nodiscard]] QList<Difference> finish(const QByteArrayList &units);

private:
    [[nodiscard]] Result<> lookInto(const QByteArray &path, int depth);
    void add(const QByteArray &path, const QString &message);

    const Folder &m_folder;
    QHash<QByteArray, StoredFile> m_files; // those not seen yet
    QSet<QByteArray> m_folders; // likewise
    QList<Difference> m_differences;
};

void Comparison::add(const QByteArray &path, const QString &message)
{
    m_differences += Difference{.path = path, .message = message};
}

Result<> Comparison::look(const QByteArray &path, int depth)
{
    if (path == ".git")
        return {};
    if (path.isEmpty())
        return lookInto(path, depth);
    const auto entry = m_folder.entry(path);
    if (!entry)
        return std::unexpected(entry.error());
    if (entry->type == SnapshotEntry::Type::Absent)
        return {};
    if (entry->type == SnapshotEntry::Type::Folder && m_folders.remove(path))
        return lookInto(path, depth);
    if (!m_files.contains(path)) {
        m_differences += Difference{
            .path = path, .message = tr("This was not made by the last apply."), .isAdded = true};
        return {};
    }
    const StoredFile file = m_files.take(path);
    if (entry->mode != file.mode || entry->hash != file.hash)
        add(path, tr("This file changed since the last apply."));
    return {};
}

Result<> Comparison::lookInto(const QByteArray &path, int depth)
{
    const auto folder = m_folder.find(path);
    if (!folder || !*folder || depth > maximumDepth) {
        add(path, tr("This folder could not be read."));
        return {};
    }
    const auto names = (*folder)->names();
    if (!names)
        return std::unexpected(names.error());
    for (const QByteArray &name : *names) {
        if (const auto looked = look(joined(path, name), depth + 1); !looked)
            return looked;
    }
    return {};
}

QList<Difference> Comparison::finish(const QByteArrayList &units)
{
    const auto isBelow = [&](const QByteArray &path) {
        return std::ranges::any_of(units, [&](const QByteArray &unit) {
            return unit.isEmpty() || path == unit || path.startsWith(unit + '/');
        });
    };
    QByteArrayList missing = m_files.keys() + QByteArrayList(m_folders.values());
    std::ranges::sort(missing);
    for (const QByteArray &path : std::as_const(missing)) {
        if (isBelow(path))
            add(path, tr("This is no longer there."));
    }
    return m_differences;
}

} // namespace

Result<QList<Difference>> differences(const Folder &folder, const QByteArrayList &units,
                                      const QList<StoredFile> &files, const QByteArrayList &folders)
{
    Comparison comparison(folder, files, folders);
    for (const QByteArray &unit : units) {
        if (const auto looked = comparison.look(unit); !looked)
            return std::unexpected(looked.error());
    }
    return comparison.finish(units);
}

} // namespace waymark
