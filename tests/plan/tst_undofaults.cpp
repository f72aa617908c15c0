#include "tests/plan/faultcheck.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using Fault = CountingFileSystem::Fault;

/// Whatever fails in an undo, and wherever its process ends: afterwards all is as the apply left
/// it, or as before that.
class TestUndoFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_git.configure(identityText);
        fixDates();
    }

    void aFailureChangesNothing_data() { FaultBench::kinds(); }
    void aFailureChangesNothing() { undoWith(Fault::Once); }

    void aKilledUndoIsFinishedOrTakenBack_data() { FaultBench::kinds(); }
    void aKilledUndoIsFinishedOrTakenBack() { undoWith(Fault::Exit); }

private:
    void undoWith(Fault fault)
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
        const QStringList after = bench.picture();
        fileSystem.plan(Fault::None, 0);
        VERIFY_RESULT(writer.undo(path));
        const int calls = fileSystem.count();
        VERIFY_RESULT(writer.apply(request));
        const auto run = [&] { return writer.undo(path).has_value(); };
        for (int call = 1; call <= calls; ++call) {
            fileSystem.plan(fault, call);
            checkFault(bench, fileSystem, path, run, after, before);
            if (QTest::currentTestFailed())
                return qWarning("at call %d of %d", call, calls);
            if (bench.picture() == before)
                VERIFY_RESULT(writer.apply(request));
        }
        programs.end();
        QCOMPARE(bench.complaints(), "");
    }

    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestUndoFaults)
#include "tst_undofaults.moc"
