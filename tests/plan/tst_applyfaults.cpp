#include "tests/plan/faultcheck.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using Fault = CountingFileSystem::Fault;

/// Whatever fails in an apply, and wherever its process ends: afterwards all is as before, or as
/// planned.
class TestApplyFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_git.configure(identityText);
        fixDates();
    }

    void aFailureChangesNothing_data() { FaultBench::kinds(); }
    void aFailureChangesNothing() { applyWith(Fault::Once, 1); }

    void aDiskThatFillsChangesNothing_data() { FaultBench::kinds(); }
    void aDiskThatFillsChangesNothing() { applyWith(Fault::FromThereOn, 3); }

    void aKilledApplyIsFinishedOrTakenBack_data() { FaultBench::kinds(); }
    void aKilledApplyIsFinishedOrTakenBack() { applyWith(Fault::Exit, 1); }

private:
    /// Applies with the fault at one call after the other; where it happened all the same, it is
    /// undone.
    void applyWith(Fault fault, int stride)
    {
        QFETCH(const QString, destination);
        QFETCH(const bool, commit);
        const FaultBench bench;
        const WithoutPrograms programs;
        const WriteRequest request = bench.request(destination, commit);
        const QString path = request.destination.path;
        const QStringList before = bench.picture();
        CountingFileSystem fileSystem;
        const Writer writer(fileSystem, bench.bench().state());
        VERIFY_RESULT(writer.apply(request));
        const int calls = fileSystem.count();
        const QStringList after = bench.picture();
        VERIFY_RESULT(writer.undo(path));
        QCOMPARE(bench.picture(), before);
        const auto run = [&] { return writer.apply(request).has_value(); };
        for (int call = 1; call <= calls; call += stride) {
            fileSystem.plan(fault, call, fault == Fault::Once ? EIO : ENOSPC);
            checkFault(bench, fileSystem, path, run, before, after);
            if (QTest::currentTestFailed())
                return qWarning("at call %d of %d", call, calls);
            if (bench.picture() == after)
                VERIFY_RESULT(writer.undo(path));
        }
        programs.end();
        QCOMPARE(bench.complaints(), "");
    }

    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestApplyFaults)
#include "tst_applyfaults.moc"
