#pragma once

#include <QList>
#include <QtTypes>

namespace waymark {

/// A program that was started, and all that it has started in turn: what ends together. Descendants
/// that left its group, or all where it leads none of its own, are looked for in /proc, on Linux.
class ProcessGroup
{
public:
    ProcessGroup(qint64 leader, bool hasOwnGroup);

    void terminate(); ///< Asks them to end.
    void kill(); ///< Ends them.
    /// Ends all but the leader, which stands still. Whether there was any.
    [[nodiscard]] bool killDescendants() const;
    /// Ends those of the group whose leader has ended, with nothing else to do: its number may be
    /// another's by now.
    void killFollowers() const;
    /// Whether the leader stands still, as far as the system tells.
    [[nodiscard]] bool isStopped() const;
    [[nodiscard]] bool isEmpty() const;

private:
    void find();
    void signalAll(int signal);

    qint64 m_leader;
    bool m_hasOwnGroup;
    bool m_isFound = false;
    QList<qint64> m_members; // beside those of the group
};

} // namespace waymark
