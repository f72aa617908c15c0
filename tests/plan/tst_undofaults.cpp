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

    void anInterruptedUndoIsToldByTheNext_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<bool>("commit");
        QTest::newRow("what goes as a whole") << u"a/b/orders"_s << true;
        QTest::newRow("plain files") << u"orders"_s << false;
        QTest::newRow("a repository that goes") << u"empty"_s << true;
        QTest::newRow("a folder in a repository") << u"repo/a/orders"_s << true;
    }

    void anInterruptedUndoIsToldByTheNext()
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
        int finished = 0;
        for (int call = 1; call <= calls; ++call) {
            fileSystem.plan(Fault::Exit, call);
            inChild([&] { std::ignore = writer.undo(path); });
            fileSystem.plan(Fault::None, 0);
            const auto next = writer.undo(path);
            if (!next) { // nothing was left but its lock
                QCOMPARE(next.error().problem.code, u"undo.nothing"_s);
                QCOMPARE(bench.picture(), before);
            } else if (next->recovered.what != Recovery::Nothing) {
                QVERIFY(next->recovered.isOfUndo);
                const bool isFinished = next->recovered.what == Recovery::Finished;
                finished += isFinished ? 1 : 0;
                QCOMPARE(next->destination, path);
                QCOMPARE(bench.picture(), isFinished ? before : after);
            }
            QVERIFY2(bench.leftovers().isEmpty(), qPrintable(bench.leftovers().join(u' ')));
            if (bench.picture() == before)
                VERIFY_RESULT(writer.apply(request));
        }
        QVERIFY(finished > 0);
    }

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
