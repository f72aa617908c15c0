#pragma once

#include "models/base/problem.h"
#include "models/plan/snapshot.h"

#include <QByteArrayList>

#include <utility>

namespace waymark {

/// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int number = -1)
        : m_number(number)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    ~Descriptor();

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    /// Closes it; what was written may turn out lost only then.
    [[nodiscard]] int close();
    /// Its number, which the caller closes.
    [[nodiscard]] int release() { return std::exchange(m_number, -1); }

private:
    int m_number;
};

/// Why the last system call failed, as a problem with the file `path`, from errno. `what` says what
/// was tried.
[[nodiscard]] std::unexpected<Error> systemFailure(const QString &what, const QString &path);

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
