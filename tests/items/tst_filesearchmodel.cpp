#include "models/items/filesearchmodel.h"
#include "tests/items/itemtesting.h"

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
        FileSearchModel found;
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
        FileSearchModel found;
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
        FileSearchModel found;
        found.find(u"one"_s, planOf({secret, fileOf("b.bin", QByteArray("one\0", 4))}));
        QCOMPARE(found.rowCount(), 0);
    }

    void thereIsAnEndToTheList()
    {
        FileSearchModel found;
        found.find(u"x"_s, planOf({fileOf("a.txt", QByteArray("x\n").repeated(1000))}));
        QCOMPARE(found.rowCount(), FileSearchModel::mostLines);
        QVERIFY(found.summary().startsWith(u"The first"));
    }

    void rowsThatStayAreNotMadeAgain()
    {
        FileSearchModel found;
        found.find(u"o"_s, planOf({fileOf("a.txt", "one\ntwo\n")}));
        const Signals announced(found);
        found.find(u"on"_s, planOf({fileOf("a.txt", "one\ntwo\n")}));
        QCOMPARE(announced.text(), u"1 removed"_s);
    }
};

QTEST_MAIN(TestFileSearchModel)
#include "tst_filesearchmodel.moc"
