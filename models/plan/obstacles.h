#pragma once

#include "models/plan/folder.h"

#include <QHash>

namespace waymark {

/// What stands in the way of a file at `path` ("destination.obstacle").
[[nodiscard]] Problem obstacleAt(const QByteArray &path, const QString &message,
                                 const QString &hint);

/// Looks for what keeps files from being made in a destination; each folder of it is read once.
class Obstacles
{
public:
    explicit Obstacles(const Folder &root)
        : m_root(root)
    {
    }

    /// What is in the way of a file at `path`: a file, link or folder, or a name on the way that
    /// differs in letter case or Unicode form only.
    [[nodiscard]] Result<std::optional<Problem>> to(const QByteArray &path);
    /// The name in `folder` that differs from `name` in letter case or Unicode form only.
    [[nodiscard]] Result<std::optional<QByteArray>> alike(const QByteArray &folder,
                                                          const QByteArray &name);

private:
    using Known = QHash<QString, QByteArray>; // by how the least exact system compares it
    [[nodiscard]] Result<Known> read(const QByteArray &folder) const;

    const Folder &m_root;
    QHash<QByteArray, Known> m_folders;
};

} // namespace waymark
