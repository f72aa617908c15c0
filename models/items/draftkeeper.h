#pragma once

#include "models/jobs/worker.h"
#include "models/plan/draftstore.h"

#include <QTimer>

namespace waymark {

/// Keeps one draft as it is typed: within a second of each change it is saved, off this thread.
/// What cannot be saved is told once and tried again; where its lock was taken away, it goes on as
/// another draft.
class DraftKeeper final : public QObject
{
    Q_OBJECT

public:
    using Make = std::function<Draft()>;

    /// `make` gives the draft as it is. Without a `store`, nothing is kept.
    DraftKeeper(const DraftStore *store, Worker::Executor execute, Make make,
                QObject *parent = nullptr);

    /// The draft `id`, locked, in place of the one that was kept so far, which is saved. Where it
    /// fails, that one is kept on.
    [[nodiscard]] Result<Draft> open(const QString &id);
    void touch(); ///< Something changed.
    void save(); ///< What changed, at once, off this thread.
    [[nodiscard]] Result<> saveAndWait(); ///< An error: what changed is not kept.
    void release(); ///< From now on, another may edit it; what is not saved is forgotten.
    void discard(); ///< There is no draft any more, until something changes.
    [[nodiscard]] bool isKept() const { return m_isKept; } ///< It was saved, or opened.
    [[nodiscard]] const QString &id() const { return m_id; } ///< Of what is kept; empty: nothing.

Q_SIGNALS:
    void saved();
    void problemFound(const waymark::Problem &problem);

private:
    /// The running thread's, until that is joined.
    struct Kept
    {
        std::shared_ptr<const DraftLock> lock = {}; ///< Null: there is no draft yet.
    };
    struct Outcome
    {
        Result<> done = {};
        std::optional<Problem> lost = {}; ///< The lock was; another was taken.
    };

    [[nodiscard]] static Outcome write(const DraftStore &store, Kept &kept, const Draft &draft);
    void finish(const Outcome &outcome);
    void forget();
    void join();

    const DraftStore *m_store;
    const Worker::Executor m_execute;
    const Make m_make;
    QTimer m_timer;
    bool m_isDirty = false;
    bool m_isSaving = false;
    bool m_isKept = false;
    QString m_id;
    std::optional<Problem> m_told;
    std::shared_ptr<Kept> m_kept = std::make_shared<Kept>();
    std::unique_ptr<Worker> m_worker;
};

} // namespace waymark
