#include "models/items/linecounter.h"
#include "models/items/reviewmodel.h"
#include "tests/jobs/heldexecutor.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

PlannedFile fileAt(const QByteArray &path, const QByteArray &content, const QByteArray &old)
{
    PlannedFile file{.change = {.path = path,
                                .kind = ChangeClass::Updated,
                                .mode = FileMode::Regular,
                                .oldMode = FileMode::Regular,
                                .content = content,
                                .oldContent = old}};
    return file;
}

QByteArray large()
{
    return QByteArray("line\n").repeated(LineCounter::mostAtOnce / 5);
}

Plan planOf(const QList<PlannedFile> &files)
{
    Plan plan;
    plan.files = files;
    return plan;
}

} // namespace

class TestLineCounter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallFilesAreCountedAtOnce()
    {
        HeldExecutor held;
        LineCounter counter(held.executor());
        counter.count(planOf({fileAt("a", "1\n2\n3\n", "1\n")}));
        QCOMPARE(held.count(), 0);
        QVERIFY(!counter.isCounting());
        QCOMPARE(counter.of("a"), (LineCounts{.added = 2}));
        QCOMPARE(counter.of("nowhere"), LineCounts());
    }

    void largeFilesAreCountedElsewhereAndOnce()
    {
        HeldExecutor held;
        LineCounter counter(held.executor());
        const QSignalSpy counted(&counter, &LineCounter::counted);
        const Plan plan
            = planOf({fileAt("a", "1\n", "2\n"), fileAt("b", large() + "x\n", large())});
        counter.count(plan);
        QCOMPARE(counter.of("a"), (LineCounts{.added = 1, .removed = 1}));
        QCOMPARE(counter.of("b"), LineCounts());
        QVERIFY(counter.isCounting());
        held.runFirst();
        QCOMPARE(counted.size(), 1);
        QCOMPARE(counter.of("b"), (LineCounts{.added = 1}));
        counter.count(plan);
        QCOMPARE(held.count(), 0);
        QCOMPARE(counter.of("b"), (LineCounts{.added = 1}));
    }

    void theNewestPlanIsCounted()
    {
        HeldExecutor held;
        LineCounter counter(held.executor());
        const QSignalSpy counted(&counter, &LineCounter::counted);
        counter.count(planOf({fileAt("b", large() + "x\n", large())}));
        counter.count(planOf({fileAt("b", large() + "x\ny\n", large())}));
        held.runFirst();
        QCOMPARE(counted.size(), 0);
        held.runFirst();
        QCOMPARE(counted.size(), 1);
        QCOMPARE(counter.of("b"), (LineCounts{.added = 2}));
        counter.count(planOf({fileAt("b", large() + "z\n", large())}));
        counter.count({}); // nothing is to be counted any more
        held.runFirst();
        QCOMPARE(counted.size(), 1);
        QCOMPARE(counter.of("b"), LineCounts());
    }

    void theReviewShowsWhatIsCountedLate()
    {
        HeldExecutor held;
        ReviewModel model(held.executor());
        model.setPlan(planOf({fileAt("b", large() + "x\n", large())}));
        QCOMPARE(model.total(), LineCounts());
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        held.runFirst();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.total(), (LineCounts{.added = 1}));
        QCOMPARE(model.index(1).data(ReviewModel::AddedRole).toInt(), 1);
    }
};

QTEST_MAIN(TestLineCounter)
#include "tst_linecounter.moc"
