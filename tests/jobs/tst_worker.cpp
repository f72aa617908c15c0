#include "tests/jobs/heldexecutor.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::HeldExecutor;

namespace {

/// A work that writes down, in the owner's thread, that it was done.
Worker::Work noting(QStringList &notes, const QString &note)
{
    return [&notes, note](const std::stop_token &, const Worker::Report &) -> Worker::Delivery {
        return [&notes, note] { notes += note; };
    };
}

/// The same, going on until it is to stop.
Worker::Work notingOnceStopped(QStringList &notes, const QString &note)
{
    return [&notes, note](const std::stop_token &stop, const Worker::Report &) -> Worker::Delivery {
        std::atomic_bool isStopped = false;
        const std::stop_callback wake(stop, [&isStopped] {
            isStopped = true;
            isStopped.notify_all();
        });
        isStopped.wait(false);
        return [&notes, note] { notes += note; };
    };
}

} // namespace

class TestWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWorkIsDoneAndDelivered()
    {
        QStringList notes;
        Worker worker(HeldExecutor::immediate(), Worker::Late::Dropped);
        QSignalSpy running(&worker, &Worker::runningChanged);
        worker.start(noting(notes, u"a"_s));
        QCOMPARE(notes, QStringList{u"a"_s});
        QCOMPARE(running.size(), 2);
        QVERIFY(running.first().first().toBool());
        QVERIFY(!running.last().first().toBool());
        QVERIFY(!worker.isRunning());
    }

    void theNewestWins()
    {
        QStringList notes;
        HeldExecutor held;
        Worker worker(held.executor(), Worker::Late::Dropped);
        worker.start(noting(notes, u"a"_s));
        worker.start(noting(notes, u"b"_s));
        worker.start(noting(notes, u"c"_s));
        QCOMPARE(held.count(), 1); // only one at a time
        held.runFirst();
        QCOMPARE(notes, QStringList());
        QCOMPARE(held.count(), 1);
        held.runFirst();
        QCOMPARE(notes, QStringList{u"c"_s});
        QCOMPARE(held.count(), 0);
        QVERIFY(!worker.isRunning());
    }

    void whatIsStoppedIsDropped()
    {
        QStringList notes;
        HeldExecutor held;
        Worker worker(held.executor(), Worker::Late::Dropped);
        worker.start(noting(notes, u"a"_s));
        worker.start(noting(notes, u"b"_s));
        worker.stop();
        held.runFirst();
        QCOMPARE(held.count(), 0);
        QCOMPARE(notes, QStringList());
        worker.start(noting(notes, u"c"_s));
        held.runFirst();
        QCOMPARE(notes, QStringList{u"c"_s});
    }

    void whatMustBeToldIsToldLate()
    {
        QStringList notes;
        HeldExecutor held;
        Worker worker(held.executor(), Worker::Late::Delivered);
        worker.start(noting(notes, u"a"_s));
        worker.stop();
        held.runFirst();
        QCOMPARE(notes, QStringList{u"a"_s});
    }

    void aWorkSeesThatItIsToStop()
    {
        bool wasAsked = false;
        HeldExecutor held;
        Worker worker(held.executor(), Worker::Late::Dropped);
        worker.start([&](const std::stop_token &stop, const Worker::Report &) -> Worker::Delivery {
            wasAsked = stop.stop_requested();
            return {};
        });
        worker.stop();
        held.runFirst();
        QVERIFY(wasAsked);
    }

    void reportsComeWhileItRuns()
    {
        QStringList notes;
        Worker worker(HeldExecutor::immediate(), Worker::Late::Dropped);
        worker.start(
            [&](const std::stop_token &, const Worker::Report &report) -> Worker::Delivery {
                report([&] { notes += u"half"_s; });
                return [&] { notes += u"all"_s; };
            });
        QCOMPARE(notes, (QStringList{u"half"_s, u"all"_s}));
    }

    void reportsOfWhatIsToStopAreDropped()
    {
        QStringList notes;
        HeldExecutor held;
        Worker worker(held.executor(), Worker::Late::Dropped);
        worker.start(
            [&](const std::stop_token &, const Worker::Report &report) -> Worker::Delivery {
                report([&] { notes += u"half"_s; });
                return {};
            });
        worker.stop();
        held.runFirst();
        QCOMPARE(notes, QStringList());
    }

    void aDeliveryMayStartTheNext()
    {
        QStringList notes;
        Worker worker(HeldExecutor::immediate(), Worker::Late::Dropped);
        worker.start([&](const std::stop_token &, const Worker::Report &) -> Worker::Delivery {
            return [&] {
                notes += u"a"_s;
                worker.start(noting(notes, u"b"_s));
            };
        });
        QCOMPARE(notes, (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(!worker.isRunning());
    }

    void workIsDoneInAnotherThreadAndDeliveredInThis()
    {
        Qt::HANDLE workedIn = nullptr;
        Qt::HANDLE reportedIn = nullptr;
        Qt::HANDLE deliveredIn = nullptr;
        Worker worker;
        worker.start(
            [&](const std::stop_token &, const Worker::Report &report) -> Worker::Delivery {
                workedIn = QThread::currentThreadId();
                report([&] { reportedIn = QThread::currentThreadId(); });
                return [&] { deliveredIn = QThread::currentThreadId(); };
            });
        QTRY_VERIFY(deliveredIn);
        QVERIFY(workedIn != QThread::currentThreadId());
        QCOMPARE(reportedIn, QThread::currentThreadId());
        QCOMPARE(deliveredIn, QThread::currentThreadId());
    }

    void manyRequestsEndInTheNewest()
    {
        QStringList notes;
        Worker worker;
        constexpr int count = 200;
        for (int i = 0; i < count; ++i) {
            worker.start(i % 2 == 0 ? notingOnceStopped(notes, QString::number(i))
                                    : noting(notes, QString::number(i)));
            if (i % 7 == 0)
                QCoreApplication::sendPostedEvents();
        }
        QTRY_VERIFY(!worker.isRunning());
        QVERIFY(!notes.isEmpty());
        QCOMPARE(notes.last(), QString::number(count - 1));
        for (const QString &note : std::as_const(notes))
            QCOMPARE(note.toInt() % 2, 1); // those that only end when they are stopped are late
    }

    void destroyingItStopsAndWaits()
    {
        QStringList notes;
        std::atomic_bool hasEnded = false;
        {
            Worker worker;
            worker.start([&](const std::stop_token &stop,
                             const Worker::Report &report) -> Worker::Delivery {
                const Worker::Delivery delivery = notingOnceStopped(notes, u"late"_s)(stop, report);
                hasEnded = true;
                return delivery;
            });
        }
        QVERIFY(hasEnded);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(notes, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestWorker)
#include "tst_worker.moc"
