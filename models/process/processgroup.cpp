#include "models/process/processgroup.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <csignal>
#include <optional>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// One line of the system's table of processes.
struct Process
{
    qint64 id = 0;
    qint64 parent = 0;
    qint64 group = 0;
    bool isStopped = false;
    bool hasEnded = false; // and nobody has asked for its exit code yet
};

/// Nothing where there is none of this number, or no /proc as Linux has it.
std::optional<Process> processOf(const QString &id)
{
    QFile file(u"/proc/%1/stat"_s.arg(id));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    // "id (name) state parent group …", where the name may hold brackets and blanks
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.sliced(text.lastIndexOf(')') + 1).split(' ');
    return Process{.id = id.toLongLong(),
                   .parent = fields.value(2).toLongLong(),
                   .group = fields.value(3).toLongLong(),
                   .isStopped = fields.value(1) == "T",
                   .hasEnded = fields.value(1) == "Z"};
}

/// Empty where there is no /proc as Linux has it.
QList<Process> allProcesses()
{
    QList<Process> processes;
    const QStringList names = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const auto process = name.toLongLong() == 0 ? std::nullopt : processOf(name);
        if (process)
            processes += *process;
    }
    return processes;
}

QList<qint64> withDescendants(qint64 leader, const QList<Process> &processes)
{
    QList<qint64> members{leader};
    for (qsizetype i = 0; i < members.size(); ++i) {
        for (const Process &process : processes) {
            if (process.parent == members.at(i))
                members += process.id;
        }
    }
    return members;
}

bool exists(qint64 target)
{
    return ::kill(static_cast<pid_t>(target), 0) == 0;
}

} // namespace

ProcessGroup::ProcessGroup(qint64 leader, bool hasOwnGroup)
    : m_leader(leader)
    , m_hasOwnGroup(hasOwnGroup)
{
}

void ProcessGroup::terminate()
{
    signalAll(SIGTERM);
    signalAll(SIGCONT); // one that is stopped could not end
}

void ProcessGroup::kill()
{
    signalAll(SIGKILL);
}

bool ProcessGroup::killDescendants() const
{
    const QList<Process> processes = allProcesses();
    const QList<qint64> members = withDescendants(m_leader, processes);
    bool areThere = false;
    for (const Process &process : processes) {
        if (process.hasEnded || process.id == m_leader || !members.contains(process.id))
            continue;
        areThere = true;
        ::kill(static_cast<pid_t>(process.id), SIGKILL);
    }
    return areThere;
}

bool ProcessGroup::isStopped() const
{
    const auto leader = processOf(QString::number(m_leader));
    return leader && leader->isStopped;
}

void ProcessGroup::killFollowers() const
{
    ::kill(static_cast<pid_t>(-m_leader), SIGKILL);
}

bool ProcessGroup::isEmpty() const
{
    const bool isGroupThere = m_hasOwnGroup && exists(-m_leader);
    if (!isGroupThere && std::ranges::none_of(m_members, exists))
        return true;
    const QList<Process> processes = allProcesses();
    return !processes.isEmpty() && std::ranges::none_of(processes, [this](const Process &process) {
        const bool isInGroup = m_hasOwnGroup && process.group == m_leader;
        return (isInGroup || m_members.contains(process.id)) && !process.hasEnded;
    });
}

/// While the leader stands still, so that it cannot start another that nobody has seen.
void ProcessGroup::find()
{
    ::kill(static_cast<pid_t>(m_leader), SIGSTOP);
    const QList<Process> processes = allProcesses();
    m_members = withDescendants(m_leader, processes);
    m_isFound = true;
    if (!m_hasOwnGroup)
        return;
    for (const Process &process : processes) {
        if (process.group == m_leader)
            m_members.removeOne(process.id);
    }
    m_members.removeOne(m_leader);
}

void ProcessGroup::signalAll(int signal)
{
    if (!m_isFound)
        find();
    if (m_hasOwnGroup)
        ::kill(static_cast<pid_t>(-m_leader), signal);
    for (const qint64 member : std::as_const(m_members))
        ::kill(static_cast<pid_t>(member), signal);
}

} // namespace waymark
