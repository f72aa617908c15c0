#include "models/items/madefilesmodel.h"

#include "tests/items/itemtesting.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

class TestMadeFilesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesStandInTheirFolders()
    {
        MadeFilesModel model;
        const QAbstractItemModelTester tester(&model);
        model.setFiles({"README.md", "deploy/base/hpa.yaml", "deploy/base/service.yaml"},
                       {"big.txt"});
        QCOMPARE(outline(model),
                 u"deploy/base\n  hpa.yaml\n  service.yaml\nbig.txt\nREADME.md\n"_s);
        const QModelIndex folder = model.index(0, 0);
        QVERIFY(folder.data(MadeFilesModel::IsFolderRole).toBool());
        QCOMPARE(folder.data(MadeFilesModel::PathRole).toByteArray(), QByteArray("deploy/base"));
        QVERIFY(!folder.data(MadeFilesModel::OtherAnswersRole).toBool());
    }

    void aScreenReaderHearsWhatIsNotAlwaysMade()
    {
        MadeFilesModel model;
        model.setFiles({"a/b"}, {"big.txt"});
        QCOMPARE(spokenOutline(model), u"a, folder\n  b\nbig.txt, with other answers\n"_s);
        QCOMPARE(model.index(1, 0).data(MadeFilesModel::NoteRole).toString(),
                 u"with other answers"_s);
    }

    void aPathThatIsMadeAnywayIsThereOnce()
    {
        MadeFilesModel model;
        model.setFiles({"a"}, {"a"});
        QCOMPARE(spokenOutline(model), u"a\n"_s);
    }

    void whatIsTheSameStays()
    {
        MadeFilesModel model;
        const QAbstractItemModelTester tester(&model);
        model.setFiles({"a/x", "b"}, {});
        const Signals signals_(model);
        model.setFiles({"a/x", "a/y", "b"}, {});
        QCOMPARE(signals_.text(), u"1 inserted"_s);
        QVERIFY(model.roleNames().values().contains("otherAnswers"));
    }
};

QTEST_MAIN(TestMadeFilesModel)
#include "tst_madefilesmodel.moc"
