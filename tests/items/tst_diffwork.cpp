#include "models/items/diffwork.h"
#include "tests/jobs/heldexecutor.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

QByteArray large(char letter)
{
    return QByteArray("line\n").repeated(DiffWork::mostAtOnce / 5) + letter + '\n';
}

Comparison lastOf(const QSignalSpy &ready)
{
    return ready.last().first().value<Comparison>();
}

} // namespace

class TestDiffWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSmallIsComparedAtOnce()
    {
        HeldExecutor held;
        DiffWork work(held.executor());
        const QSignalSpy ready(&work, &DiffWork::ready);
        work.compare({.before = "a\nb\n", .after = "a\nc\n"});
        QCOMPARE(held.count(), 0);
        QCOMPARE(ready.size(), 1);
        QVERIFY(!work.isWorking());
        QCOMPARE(lastOf(ready).unified, diffText("a\nb\n", "a\nc\n"));
        QVERIFY(lastOf(ready).sides.after.numbers.isEmpty());
        work.compare({.before = "a\nb\n", .after = "a\nc\n", .isBeside = true});
        QCOMPARE(lastOf(ready).sides.after.text, "a\nc\n"_ba);
        work.compare({.before = "a\n", .after = "a\n", .isBeside = true});
        QVERIFY2(lastOf(ready).sides.after.numbers.isEmpty(), "nothing differs");
    }

    void whatIsLargeIsComparedElsewhere()
    {
        HeldExecutor held;
        DiffWork work(held.executor());
        const QSignalSpy ready(&work, &DiffWork::ready);
        const DiffRequest request{.before = large('a'), .after = large('b'), .isBeside = true};
        work.compare(request);
        QVERIFY(work.isWorking());
        QCOMPARE(ready.size(), 0);
        held.runFirst();
        QVERIFY(!work.isWorking());
        QCOMPARE(ready.size(), 1);
        QCOMPARE(lastOf(ready).unified, comparisonOf(request).unified);
        QCOMPARE(lastOf(ready).sides.changes, comparisonOf(request).sides.changes);
        QCOMPARE(lastOf(ready).unified.changes.size(), 1);
    }

    void theNewestWins()
    {
        HeldExecutor held;
        DiffWork work(held.executor());
        const QSignalSpy ready(&work, &DiffWork::ready);
        work.compare({.before = large('a'), .after = large('b')});
        work.compare({.before = large('a'), .after = large('c')});
        work.compare({.before = large('a'), .after = large('d')});
        held.runFirst();
        QCOMPARE(ready.size(), 0);
        held.runFirst();
        QCOMPARE(held.count(), 0);
        QCOMPARE(ready.size(), 1);
        QVERIFY(lastOf(ready).unified.text.endsWith("d\n"));
    }

    /// Another file is looked at meanwhile: what comes late is not taken for it.
    void whatIsSmallDropsWhatIsStillCompared()
    {
        HeldExecutor held;
        DiffWork work(held.executor());
        const QSignalSpy ready(&work, &DiffWork::ready);
        work.compare({.before = large('a'), .after = large('b')});
        work.compare({.before = "a\n", .after = "b\n"});
        QCOMPARE(ready.size(), 1);
        held.runFirst();
        QCOMPARE(ready.size(), 1);
        QVERIFY(!work.isWorking());
    }
};

QTEST_GUILESS_MAIN(TestDiffWork)
#include "tst_diffwork.moc"
