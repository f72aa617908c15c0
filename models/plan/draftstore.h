#pragma once

#include "models/plan/draft.h"
#include "models/plan/draftlock.h"

namespace waymark {

/// One draft as it is kept.
struct StoredDraft
{
    QString id = {}; ///< The name of its file, without its ending.
    std::optional<Draft> draft = {}; ///< Nothing: it cannot be read,
    std::optional<Problem> problem = {}; ///< and why.
    std::optional<DraftEditor> editor = {}; ///< Who has it open, this process too.

    friend bool operator==(const StoredDraft &, const StoredDraft &) = default;
};

/// The drafts in a folder, a file each. A file is replaced in one step, so whatever happens while
/// it is saved, the draft before or behind is there, whole; and only by who has its lock, so no
/// draft of another is ever lost. What cannot be read is never written, only removed.
class DraftStore
{
public:
    /// `fileSystem` has to live longer. `folder` is made when a draft begins.
    DraftStore(FileSystem &fileSystem, QString folder, DraftEditor self = DraftEditor::self());

    /// All drafts, the one that was saved last first, those that cannot be read behind. No folder
    /// is no drafts.
    [[nodiscard]] Result<QList<StoredDraft>> list() const;
    /// "draft.missing", "draft.unreadable"
    [[nodiscard]] Result<Draft> read(const QString &id) const;

    /// The lock of a new draft, called after `name`; its file comes with the first save().
    [[nodiscard]] Result<DraftLock> begin(const QString &name) const;
    /// The lock of a draft that is there and can be read; "draft.locked" where another has it.
    [[nodiscard]] Result<DraftLock> open(const QString &id) const;
    /// The lock of a draft that is there, whether or not it can be read: for remove() alone.
    [[nodiscard]] Result<DraftLock> openToRemove(const QString &id) const;
    /// "draft.lock-lost" where the lock was taken away: then begin() another and save there.
    [[nodiscard]] Result<> save(const DraftLock &lock, const Draft &draft) const;
    [[nodiscard]] Result<> remove(const DraftLock &lock) const;

private:
    [[nodiscard]] Result<Draft> readIn(const Folder &folder, const QString &id) const;
    [[nodiscard]] QString pathOf(const QString &id) const;
    [[nodiscard]] static Result<> checkLock(const DraftLock &lock);

    FileSystem &m_fileSystem;
    QString m_folder;
    DraftEditor m_self;
};

} // namespace waymark
