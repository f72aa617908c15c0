#include "models/plan/branchrules.h"

#include "models/git/library.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestBranchRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBranchThatCannotBeMadeIsRefused_data()
    {
        QTest::addColumn<QString>("branch");
        QTest::addColumn<QString>("code"); // empty: it can
        QTest::newRow("another") << u"add-orders"_s << u""_s;
        QTest::newRow("with a folder") << u"add/orders"_s << u""_s;
        QTest::newRow("a name that begins like one that is there") << u"mainly"_s << u""_s;
        QTest::newRow("in another alphabet") << u"füge-hinzu"_s << u""_s;
        QTest::newRow("empty") << u""_s << u"write.branch"_s;
        QTest::newRow("with a blank") << u"a b"_s << u"write.branch"_s;
        QTest::newRow("with two dots") << u"a..b"_s << u"write.branch"_s;
        QTest::newRow("an option") << u"-x"_s << u"write.branch"_s;
        QTest::newRow("HEAD") << u"HEAD"_s << u"write.branch"_s;
        QTest::newRow("a lock") << u"x.lock"_s << u"write.branch"_s;
        QTest::newRow("one that is there") << u"main"_s << u"write.branch-exists"_s;
        QTest::newRow("below one that is there") << u"main/x"_s << u"write.branch-exists"_s;
        QTest::newRow("a folder of one that is there") << u"team"_s << u"write.branch-exists"_s;
    }

    void aBranchThatCannotBeMadeIsRefused()
    {
        QFETCH(const QString, branch);
        QFETCH(const QString, code);
        const auto problem = checkBranch(branch, {"main", "team/x"});
        QCOMPARE(problem ? problem->code : QString(), code);
        QVERIFY(!problem || problem->message.contains(branch));
        QVERIFY(!problem || problem->hint.contains(u"--branch"));
    }

    void theBranchInTheWayIsTheOneToRemove()
    {
        const auto problem = checkBranch(u"team"_s, {"team/it's"});
        QVERIFY(problem);
        QVERIFY2(problem->hint.contains(u"git branch -d 'team/it'\\''s'"),
                 qPrintable(problem->hint));
    }

    void aDetachedHeadIsToldWithTheWayOut()
    {
        const Problem problem = detachedHead(u"/srv/r"_s);
        QCOMPARE(problem.code, u"destination.detached"_s);
        QCOMPARE(problem.file, u"/srv/r"_s);
        QVERIFY(problem.hint.contains(u"git switch"));
    }

private:
    git::Library m_library;
};

QTEST_APPLESS_MAIN(TestBranchRules)
#include "tst_branchrules.moc"
