#pragma once

#include "models/plan/descriptor.h"
#include "models/plan/snapshot.h"

#include <QByteArrayList>

namespace waymark {

/// An open folder. What is below it is reached without following a link.
class Folder
{
public:
    /// The folder at `path`, whose own links are followed: a user wrote it.
    [[nodiscard]] static Result<Folder> open(const QString &path);
    /// The folder `path` below this one (empty: this one again); none where no folder is there.
    [[nodiscard]] Result<std::optional<Folder>> find(const QByteArray &path) const;

    [[nodiscard]] int descriptor() const { return m_descriptor.number(); }
    [[nodiscard]] QString path() const { return m_path; } ///< As it was opened, for messages.
    [[nodiscard]] FileIdentity identity() const;
    /// Sorted, without "." and "..".
    [[nodiscard]] Result<QByteArrayList> names() const;
    /// Whether something, even a link to nowhere, has this path.
    [[nodiscard]] bool contains(const QByteArray &path) const;
    /// What stands at `path`, with its content; `entry.obstacle` is not looked for.
    [[nodiscard]] Result<SnapshotEntry> entry(const QByteArray &path) const;
    /// Of the file or folder `path`; none where nothing is there.
    [[nodiscard]] std::optional<FileIdentity> identityOf(const QByteArray &path) const;
    /// Whether a move from here to `other` is one step.
    [[nodiscard]] bool isOnSameMount(const Folder &other) const;

private:
    Folder(Descriptor descriptor, QString path)
        : m_descriptor(std::move(descriptor))
        , m_path(std::move(path))
    {
    }

    Descriptor m_descriptor;
    QString m_path;
};

/// "services" of "services/orders", empty of "services".
[[nodiscard]] QByteArray parentOf(const QByteArray &path);
/// "orders" of "services/orders".
[[nodiscard]] QByteArray nameOf(const QByteArray &path);
/// `path` below `folder`, where either may be empty.
[[nodiscard]] QByteArray joined(const QByteArray &folder, const QByteArray &path);

} // namespace waymark
