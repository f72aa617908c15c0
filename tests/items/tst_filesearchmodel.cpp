#include "models/items/filesearchmodel.h"
#include "tests/items/itemtesting.h"
#include "tests/jobs/heldexecutor.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

PlannedFile fileOf(const QByteArray &path, const QByteArray &content)
{
    PlannedFile file;
    file.change.path = path;
    file.change.content = content;
    return file;
}

Plan planOf(const QList<PlannedFile> &files)
{
    Plan plan;
    plan.files = files;
    return plan;
}

} // namespace

class TestFileSearchModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachLineIsFoundOnce()
    {
        FileSearchModel found(HeldExecutor::immediate());
        const QAbstractItemModelTester tester(&found);
        const Plan plan = planOf({fileOf("a.txt", "one\n  Two two\nthree\n"),
                                  fileOf("b/c.txt", "two"), fileOf("d.txt", "none")});
        found.find(u"TWO"_s, plan);
        QCOMPARE(spokenOutline(found), u"a.txt:2, Two two\nb/c.txt:1, two\n"_s);
        QCOMPARE(found.index(0).data(FileSearchModel::ColumnRole).toInt(), 3);
        QCOMPARE(found.index(1).data(FileSearchModel::FileRole).toByteArray(),
                 QByteArray("b/c.txt"));
        QCOMPARE(found.summary(), u"2 lines in 2 files"_s);
    }

    void nothingIsFoundOfNothing()
    {
        FileSearchModel found(HeldExecutor::immediate());
        found.find({}, planOf({fileOf("a.txt", "one\n")}));
        QCOMPARE(found.rowCount(), 0);
        QCOMPARE(found.summary(), QString());
        found.find(u"other"_s, planOf({fileOf("a.txt", "one\n")}));
        QCOMPARE(found.summary(), u"No matches"_s);
    }

    void secretsAndBytesAreNotLookedInto()
    {
        PlannedFile secret = fileOf("s.txt", "one");
        secret.dependsOnSecret = true;
        FileSearchModel found(HeldExecutor::immediate());
        found.find(u"one"_s, planOf({secret, fileOf("b.bin", QByteArray("one\0", 4))}));
        QCOMPARE(found.rowCount(), 0);
    }

    void thereIsAnEndToTheList()
    {
        FileSearchModel found(HeldExecutor::immediate());
        found.find(u"x"_s, planOf({fileOf("a.txt", QByteArray("x\n").repeated(1000))}));
        QCOMPARE(found.rowCount(), FileSearchModel::mostLines);
        QVERIFY(found.summary().startsWith(u"The first"));
    }

    void theNewestSearchWins()
    {
        HeldExecutor held;
        FileSearchModel found(held.executor());
        const QSignalSpy finished(&found, &FileSearchModel::finished);
        const Plan plan = planOf({fileOf("a.txt", "one\ntwo\n")});
        found.find(u"one"_s, plan);
        QCOMPARE(found.summary(), u"Searching"_s);
        QCOMPARE(found.rowCount(), 0);
        found.find(u"none"_s, plan);
        found.find(u"two"_s, plan);
        held.runFirst(); // it was told to stop
        QCOMPARE(finished.size(), 0);
        QCOMPARE(held.count(), 1); // what lay between never began
        held.runFirst();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(spokenOutline(found), u"a.txt:2, two\n"_s);
        QCOMPARE(found.summary(), u"1 line in 1 file"_s);
    }

    void anEmptyNeedleEndsASearch()
    {
        HeldExecutor held;
        FileSearchModel found(held.executor());
        found.find(u"one"_s, planOf({fileOf("a.txt", "one\n")}));
        found.find({}, planOf({fileOf("a.txt", "one\n")}));
        held.runFirst();
        QCOMPARE(found.rowCount(), 0);
        QVERIFY(!found.isSearching());
    }

    void rowsThatStayAreNotMadeAgain()
    {
        FileSearchModel found(HeldExecutor::immediate());
        found.find(u"o"_s, planOf({fileOf("a.txt", "one\ntwo\n")}));
        const Signals announced(found);
        found.find(u"on"_s, planOf({fileOf("a.txt", "one\ntwo\n")}));
        QCOMPARE(announced.text(), u"1 removed"_s);
    }
};

QTEST_MAIN(TestFileSearchModel)
#include "tst_filesearchmodel.moc"
