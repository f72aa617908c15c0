#include "models/items/timetext.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestTimeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTimeIsToldByItsDistance_data()
    {
        QTest::addColumn<qint64>("secondsAgo");
        QTest::addColumn<QString>("text");
        QTest::newRow("at once") << qint64(0) << u"just now"_s;
        QTest::newRow("almost a minute") << qint64(59) << u"just now"_s;
        QTest::newRow("a minute") << qint64(60) << u"1 minute ago"_s;
        QTest::newRow("minutes") << qint64(5 * 60 + 30) << u"5 minutes ago"_s;
        QTest::newRow("an hour") << qint64(3600) << u"1 hour ago"_s;
        QTest::newRow("hours") << qint64(23 * 3600) << u"23 hours ago"_s;
        QTest::newRow("a day") << qint64(24 * 3600) << u"1 day ago"_s;
        QTest::newRow("days") << qint64(6 * 24 * 3600) << u"6 days ago"_s;
        QTest::newRow("a week") << qint64(7 * 24 * 3600) << u"12 May"_s;
        QTest::newRow("another year") << qint64(366 * 24 * 3600) << u"18 May 2025"_s;
        QTest::newRow("a clock that was a little ahead") << qint64(-30) << u"just now"_s;
        QTest::newRow("a clock that was wrong") << qint64(-2 * 24 * 3600) << u"21 May"_s;
    }

    void aTimeIsToldByItsDistance()
    {
        QFETCH(const qint64, secondsAgo);
        QFETCH(const QString, text);
        const QDateTime now(QDate(2026, 5, 19), QTime(12, 0), QTimeZone::UTC);
        QCOMPARE(timeText(now.addSecs(-secondsAgo), now), text);
    }
};

QTEST_GUILESS_MAIN(TestTimeText)
#include "tst_timetext.moc"
