#pragma once

#include "models/items/draftsmodel.h"
#include "models/jobs/worker.h"

namespace waymark {

/// The drafts that are kept, as a list, and what can be done with those that nobody has open. All
/// of it off the thread that owns this; what is done is done in order, each of it.
class DraftShelf final : public QObject
{
    Q_OBJECT

public:
    explicit DraftShelf(DraftStore store, const Worker::Executor &execute = {},
                        QObject *parent = nullptr);

    [[nodiscard]] DraftsModel &drafts() { return m_drafts; }
    void read(); ///< drafts() follows.
    void rename(const QString &id, const QString &name);
    void remove(const QString &id);
    /// Puts right what an apply that was killed left at or beside the destinations of drafts that
    /// nobody has open, and tells of it. `stateFolder`: where undo is kept.
    void recover(const QString &stateFolder);

Q_SIGNALS:
    void changed(); ///< Something was done; drafts() follows.
    void problemFound(const waymark::Problem &problem);

private:
    /// What it returns is told.
    using Task = std::function<Result<QList<Problem>>(const DraftStore &store)>;

    void run(Task task);
    void runNext();

    const DraftStore m_store;
    DraftsModel m_drafts;
    QList<Task> m_tasks; ///< The first one runs.
    Worker m_reader;
    Worker m_worker;
};

/// Calls the draft `id` so. "draft.locked" where somebody has it open.
[[nodiscard]] Result<> renameDraft(const DraftStore &store, const QString &id, const QString &name);
/// Removes the draft `id`, in the same way, also one that cannot be read.
[[nodiscard]] Result<> removeDraft(const DraftStore &store, const QString &id);
/// What DraftShelf::recover() does; returns what is to be told of it. A destination that is at work
/// or cannot be read stays as it is, until somebody looks at it.
[[nodiscard]] Result<QList<Problem>> recoverDestinations(const DraftStore &store,
                                                         const QString &stateFolder);

} // namespace waymark
