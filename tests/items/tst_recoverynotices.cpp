#include "models/items/recoverynotices.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

class TestRecoveryNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereThereWasNothingToDoNothingIsSaid()
    {
        QVERIFY(noticesOf({}, u"/srv/orders"_s).isEmpty());
    }

    void whatWasPutRightIsSaid_data()
    {
        QTest::addColumn<bool>("ofUndo");
        QTest::addColumn<QString>("message");
        QTest::newRow("an apply")
            << false << u"An apply that was interrupted in /srv/orders has been put right."_s;
        QTest::newRow("an undo")
            << true << u"An undo that was interrupted in /srv/orders has been put right."_s;
    }

    void whatWasPutRightIsSaid()
    {
        QFETCH(const bool, ofUndo);
        QFETCH(const QString, message);
        const Problem kept{.code = u"undo.kept"_s, .message = u"notes.txt is kept."_s};
        const Problem secret{.code = u"git.kept-secret"_s, .message = u"It stands in git."_s};
        const QList<Problem> notices = noticesOf(
            {.what = Recovery::TakenBack, .isOfUndo = ofUndo, .notes = {kept}, .left = {secret}},
            u"/srv/orders"_s);
        QCOMPARE(notices.size(), 3);
        QCOMPARE(notices.first(), kept);
        QCOMPARE(notices.at(1), secret);
        QCOMPARE(notices.last().message, message);
        QCOMPARE(notices.last().severity, Severity::Note);
        QCOMPARE(notices.last().file, u"/srv/orders"_s);
    }
};

QTEST_GUILESS_MAIN(TestRecoveryNotices)
#include "tst_recoverynotices.moc"
