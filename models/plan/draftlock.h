#pragma once

#include "models/plan/folder.h"

#include <QDateTime>

namespace waymark {

class FileSystem;

/// Who edits a draft: a process of a machine.
struct DraftEditor
{
    qint64 process = 0;
    QString host = {};
    QDateTime since = {}; ///< UTC.

    [[nodiscard]] static DraftEditor self(); ///< This process, from now on.
    /// Whether it may still be at work: on another machine, nobody knows.
    [[nodiscard]] bool mayBeAlive() const;
    friend bool operator==(const DraftEditor &, const DraftEditor &) = default;
};

/// That one process alone edits a draft, as long as this lives. The operating system lets go of the
/// lock of a process that ends, however it does; its file then counts for nothing.
class DraftLock
{
public:
    /// Locks the draft `id` in `folder` with the file `id`.lock. Fails with "draft.locked" where
    /// another has it; a machine that cannot be asked keeps a lock for a day.
    [[nodiscard]] static Result<DraftLock> take(FileSystem &fileSystem, const Folder &folder,
                                                const QString &id, const DraftEditor &self);
    /// Who has, or had, the draft `id`.
    [[nodiscard]] static std::optional<DraftEditor> editorOf(const Folder &folder,
                                                             const QString &id);

    DraftLock(DraftLock &&other) noexcept;
    DraftLock &operator=(DraftLock &&) = delete;
    ~DraftLock();

    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] const Folder &folder() const { return m_folder; }
    /// Whether it holds: nobody removed its file, or the folder, behind its back.
    [[nodiscard]] bool isCurrent() const;

private:
    DraftLock(FileSystem &fileSystem, Folder folder, Descriptor file, QString id);

    FileSystem *m_fileSystem;
    Folder m_folder;
    Descriptor m_file;
    QString m_id;
};

} // namespace waymark
