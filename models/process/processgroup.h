#pragma once

#include <QList>
#include <QtTypes>

namespace waymark {

/// A program that was started, and all that it has started in turn: what ends together. Where the
/// program leads no group of its own, its descendants are looked for in /proc, on Linux.
class ProcessGroup
{
public:
    ProcessGroup(qint64 leader, bool hasOwnGroup);

    void terminate(); ///< Asks them to end.
    void kill(); ///< Ends them.
    [[nodiscard]] bool isEmpty() const;

private:
    void signalAll(int signal);

    qint64 m_leader;
    bool m_hasOwnGroup;
    QList<qint64> m_members; // where there is no group
};

} // namespace waymark
