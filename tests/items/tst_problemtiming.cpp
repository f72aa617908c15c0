#include "models/items/problemtiming.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestProblemTiming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPauseTells()
    {
        ProblemTiming timing;
        timing.type(name, 1000);
        QCOMPARE(timing.next(), 1800);
        QVERIFY(!timing.settle(1799));
        QVERIFY(!timing.isShown(name));
        QVERIFY(timing.settle(1800));
        QVERIFY(timing.isShown(name));
        QCOMPARE(timing.next(), std::nullopt);
        QVERIFY(!timing.settle(9000));
    }

    void typingOnBeginsThePauseAnew()
    {
        ProblemTiming timing;
        timing.type(name, 0);
        timing.type(name, 500);
        QVERIFY(!timing.settle(800));
        QVERIFY(timing.settle(1300));
    }

    void leavingTellsAtOnce()
    {
        ProblemTiming timing;
        timing.type(name, 0);
        timing.leave(name);
        QVERIFY(timing.isShown(name));
        QCOMPARE(timing.next(), std::nullopt);
    }

    void whatIsToldStaysWhileItIsWrong()
    {
        ProblemTiming timing;
        timing.leave(name);
        timing.type(name, 0);
        QVERIFY(timing.isShown(name));
        QCOMPARE(timing.next(), std::nullopt);
        timing.keepOnly({name});
        QVERIFY(timing.isShown(name));
    }

    void whatIsRightIsForgotten()
    {
        ProblemTiming timing;
        timing.leaveAll({name, owner});
        timing.keepOnly({owner});
        QVERIFY(!timing.isShown(name));
        QVERIFY(timing.isShown(owner));
        timing.type(name, 0);
        QVERIFY(!timing.isShown(name));
    }

    void theSoonestIsNext()
    {
        ProblemTiming timing;
        timing.type(name, 700);
        timing.type(owner, 100);
        QCOMPARE(timing.next(), 900);
        QVERIFY(timing.settle(1000));
        QVERIFY(timing.isShown(owner));
        QVERIFY(!timing.isShown(name));
        QCOMPARE(timing.next(), 1500);
    }

private:
    const AnswerPath name = {u"name"_s};
    const AnswerPath owner = {u"owner"_s};
};

QTEST_GUILESS_MAIN(TestProblemTiming)
#include "tst_problemtiming.moc"
