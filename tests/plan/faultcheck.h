#pragma once

#include "tests/plan/faultbench.h"

namespace waymark::testing {

/// Lets Waymark find no git to ask for the identity, which saves two processes an apply.
class WithoutPrograms
{
public:
    WithoutPrograms() { qputenv("PATH", "/nonexistent"); }
    ~WithoutPrograms() { end(); }
    Q_DISABLE_COPY_MOVE(WithoutPrograms)
    void end() const { qputenv("PATH", m_path); }

private:
    QByteArray m_path = qgetenv("PATH");
};

/// A plan has one commit, whenever it is made.
inline void fixDates()
{
    for (const char *name : {"GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"})
        qputenv(name, "1700000000 +0000");
}

/// Does `run` with the fault that was planned, here or in a process that it ends, and compares
/// with what was `before` and is to be `after`, as found and after a recovery.
template<typename Run>
void checkFault(const FaultBench &bench, CountingFileSystem &fileSystem, const QString &destination,
                Run run, const QStringList &before, const QStringList &after)
{
    const bool isKilled = fileSystem.fault() == CountingFileSystem::Fault::Exit;
    bool succeeded = false;
    if (isKilled)
        inChild(run);
    else
        succeeded = run();
    fileSystem.plan(CountingFileSystem::Fault::None, 0);
    QStringList found = bench.picture(); // what a failure to clean up leaves, the next run removes
    found.removeIf([](const QString &line) { return line.contains(u".waymark-"); });
    if (!isKilled)
        QCOMPARE(found, succeeded ? after : before);
    VERIFY_RESULT(Writer(fileSystem, bench.bench().state()).recover(destination));
    const QStringList recovered = bench.picture();
    QCOMPARE(recovered, succeeded || (isKilled && recovered != before) ? after : before);
    QCOMPARE(bench.leftovers(), QStringList());
}

} // namespace waymark::testing
