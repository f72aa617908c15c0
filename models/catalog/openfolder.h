#pragma once

#include "models/base/problem.h"

#include <QByteArray>
#include <QList>

namespace waymark {

/// One name in a folder, as the bytes that the disk has for it.
struct FolderEntry
{
    enum class Kind : quint8 { File, Executable, Folder, Link, Other };

    QByteArray name;
    Kind kind = Kind::File;
    friend bool operator==(const FolderEntry &, const FolderEntry &) = default;
};

/// An open folder that is read name by name, so that no link, not even one that is put there
/// meanwhile, leads out of it. Movable, not copyable.
class OpenFolder
{
public:
    /// `path` is the user's own way to the folder: links on it are followed.
    [[nodiscard]] static Result<OpenFolder> open(const QString &path);
    OpenFolder(OpenFolder &&other) noexcept;
    OpenFolder &operator=(OpenFolder &&other) noexcept;
    ~OpenFolder();
    Q_DISABLE_COPY(OpenFolder)

    /// The folder `name` in this one; a link is an error.
    [[nodiscard]] Result<OpenFolder> folder(const QByteArray &name) const;
    /// Everything in it, sorted by name, byte by byte.
    [[nodiscard]] Result<QList<FolderEntry>> entries() const;
    /// The content of the file `name`; a link, a device and more than `limit` bytes are errors.
    [[nodiscard]] Result<QByteArray> file(const QByteArray &name, qint64 limit) const;
    /// Where the link `name` leads to.
    [[nodiscard]] Result<QByteArray> link(const QByteArray &name) const;

    /// How problems name `name` in this folder.
    [[nodiscard]] QString shown(const QByteArray &name) const;

private:
    OpenFolder(int handle, QString path)
        : m_handle(handle)
        , m_path(std::move(path))
    {
    }
    [[nodiscard]] std::unexpected<Error> failed(const QByteArray &name, int code) const;

    int m_handle = -1;
    QString m_path;
};

} // namespace waymark
