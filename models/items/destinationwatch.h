#pragma once

#include "models/items/sessionsurroundings.h"
#include "models/jobs/snapshotjob.h"
#include "models/plan/plan.h"

namespace waymark {

/// What the folder that a service goes to is. It is looked at off this thread whenever another one
/// is named; what was interrupted there is put right first.
class DestinationWatch final : public QObject
{
    Q_OBJECT

public:
    explicit DestinationWatch(const SessionSurroundings &around, QObject *parent = nullptr);

    void setFolder(const QString &folder); ///< Absolute. looked() follows where it is another one.
    void lookAgain(); ///< looked() follows.
    /// Looks whether everything is as `plan` says; checked() follows.
    void check(const Plan &plan);
    /// For `problem`, which somebody else found, no service can go there until it is looked again.
    void refuse(const Problem &problem);
    void stop();
    void forget(); ///< There is no folder.

    [[nodiscard]] const QString &folder() const { return m_folder; }
    /// What was seen last; as long as nothing was, or where no service can go, an absent folder.
    [[nodiscard]] const DestinationSnapshot &snapshot() const { return m_snapshot; }
    /// Why no service can go there.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// Whom git would say that a commit there is by; empty: it does not know.
    [[nodiscard]] const QString &author() const { return m_author; }
    /// Another number whenever something may have changed there.
    [[nodiscard]] int look() const { return m_look; }
    [[nodiscard]] bool isLooking() const { return m_isLooking; }

Q_SIGNALS:
    void looked();
    /// That something was put right there which had been interrupted.
    void recovered(const waymark::Problem &note);
    /// What is not as the plan said; nothing: all is.
    void checked(const std::optional<waymark::Problem> &change);

private:
    void take(const Snapshot &snapshot);
    void ask(bool recovers);

    const QString m_stateFolder;
    SnapshotJob m_job;
    QString m_folder;
    DestinationSnapshot m_snapshot;
    std::optional<Problem> m_problem;
    std::optional<DestinationSnapshot> m_planned; ///< That is to be checked.
    QString m_author;
    int m_look = 0;
    bool m_isLooking = false;
    bool m_hasRecovered = false;
};

} // namespace waymark
