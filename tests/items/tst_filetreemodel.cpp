#include "models/items/filetreemodel.h"

#include "tests/items/itemtesting.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

Plan planOf(const QByteArrayList &paths)
{
    Plan plan;
    for (const QByteArray &path : paths)
        plan.files += PlannedFile{.change = {.path = path}};
    return plan;
}

Problem at(Severity severity, int line)
{
    return {.severity = severity, .message = u"m"_s, .position = SourcePosition{line, 1}};
}

} // namespace

class TestFileTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldersComeFirstAndAreFlattened()
    {
        FileTreeModel model;
        const QAbstractItemModelTester tester(&model);
        model.setPlan(
            planOf({"Makefile", ".editorconfig", "cmd/server/main.go", "README.md",
                    "deploy/base/b.yaml", "deploy/base/a.yaml", "deploy/overlays/dev/k.yaml",
                    "deploy/overlays/prod/k.yaml", "internal/api/v1/api.go", "internal/doc.go"}));
        QCOMPARE(outline(model),
                 u"cmd/server\n"
                 "  main.go\n"
                 "deploy/base\n"
                 "  a.yaml\n"
                 "  b.yaml\n"
                 "deploy/overlays/dev\n"
                 "  k.yaml\n"
                 "deploy/overlays/prod\n"
                 "  k.yaml\n"
                 "internal\n"
                 "  api/v1\n"
                 "    api.go\n"
                 "  doc.go\n"
                 ".editorconfig\n"
                 "Makefile\n"
                 "README.md\n"_s);
        QCOMPARE(model.filesInOrder().first(), "cmd/server/main.go"_ba);
        QCOMPARE(model.filesInOrder().size(), 10);
        const QModelIndex folder = model.index(4, 0, {});
        QCOMPARE(folder.data(FileTreeModel::PathRole).toByteArray(), "internal"_ba);
        QVERIFY(folder.data(FileTreeModel::IsFolderRole).toBool());
    }

    void onlyWhatDiffersIsAnnounced_data()
    {
        QTest::addColumn<QByteArrayList>("before");
        QTest::addColumn<QByteArrayList>("after");
        QTest::addColumn<QString>("signals_");
        QTest::newRow("a file more")
            << QByteArrayList{"a/x"} << QByteArrayList{"a/x", "a/y"} << u"1 inserted"_s;
        QTest::newRow("a folder's one file has another name")
            << QByteArrayList{"a/x"} << QByteArrayList{"a/y"} << u"1 removed, 1 inserted"_s;
        QTest::newRow("a folder more beside it")
            << QByteArrayList{"a/b/x"} << QByteArrayList{"a/b/x", "a/c/x"} << u"2 inserted"_s;
        QTest::newRow("a file in the folder around it")
            << QByteArrayList{"a/b/x"} << QByteArrayList{"a/b/x", "a/y"}
            << u"1 moved, 2 inserted, 1 changed"_s;
        QTest::newRow("that file goes again")
            << QByteArrayList{"a/b/x", "a/y"} << QByteArrayList{"a/b/x"}
            << u"2 removed, 1 moved, 1 changed"_s;
        QTest::newRow("a file becomes a folder")
            << QByteArrayList{"a"} << QByteArrayList{"a/x"} << u"1 removed, 2 inserted"_s;
    }

    void onlyWhatDiffersIsAnnounced()
    {
        QFETCH(const QByteArrayList, before);
        QFETCH(const QByteArrayList, after);
        QFETCH(const QString, signals_);
        FileTreeModel model;
        const QAbstractItemModelTester tester(&model);
        model.setPlan(planOf(before));
        const Signals announced(model);
        model.setPlan(planOf(after));
        QCOMPARE(announced.text(), signals_);
    }

    void selectionAndExpansionOutliveAKeystroke()
    {
        FileTreeModel model;
        model.setPlan(planOf({"deploy/base/a.yaml", "deploy/base/b.yaml"}));
        const QPersistentModelIndex open = model.index(0, 0);
        const QPersistentModelIndex selected = model.indexOfFile("deploy/base/b.yaml");
        model.setPlan(planOf({"deploy/base/b.yaml", "deploy/base/c.yaml", "deploy/readme"}));
        QCOMPARE(open.data().toString(), u"base"_s);
        QCOMPARE(open.parent().data().toString(), u"deploy"_s);
        QCOMPARE(selected.data(FileTreeModel::PathRole).toByteArray(), "deploy/base/b.yaml"_ba);
    }

    void classesAndProblemsAreShownAndSummedUp()
    {
        Plan plan = planOf({"a/x", "a/y", "b"});
        plan.files[0].change.kind = ChangeClass::NotNeeded;
        plan.files[1].change.problems
            = {at(Severity::Error, 1), at(Severity::Warning, 2), at(Severity::Note, 3)};
        plan.files[2].change.kind = ChangeClass::Updated;
        FileTreeModel model;
        const QAbstractItemModelTester tester(&model);
        model.setPlan(plan);
        QCOMPARE(spokenOutline(model),
                 u"a, folder, 1 error, 1 warning\n"
                 "  x, not needed with these answers\n"
                 "  y, added, 1 error, 1 warning\n"
                 "b, modified\n"_s);
        QVERIFY(model.indexOfFile("a/x").data(FileTreeModel::NotNeededRole).toBool());
        QCOMPARE(model.indexOfFile("b").data(FileTreeModel::ChangeRole).toInt(),
                 int(ChangeClass::Updated));
        QCOMPARE(model.indexOfFile("a/y").data(FileTreeModel::ErrorsRole).toInt(), 1);
        QCOMPARE(model.indexOfFile("a/y").data(FileTreeModel::WarningsRole).toInt(), 1);
    }

    void aFolderSaysWhatHappensToAllInIt()
    {
        Plan plan = planOf({"deploy/base/a", "deploy/base/b", "deploy/c", "infra/d", "infra/e"});
        FileTreeModel model;
        const QAbstractItemModelTester tester(&model);
        const auto change = [&model](int folder) {
            return model.index(folder, 0).data(FileTreeModel::ChangeRole);
        };
        model.setPlan(plan);
        QCOMPARE(change(0), QVariant(int(ChangeClass::New)));
        QCOMPARE(model.index(0, 0).data(FileTreeModel::ChangeTextRole).toString(), u"added"_s);
        plan.files[1].change.kind = ChangeClass::NotNeeded; // two folders below
        plan.files[3].change.kind = ChangeClass::Declined;
        plan.files[4].change.kind = ChangeClass::Declined;
        model.setPlan(plan);
        QCOMPARE(change(0), QVariant());
        QVERIFY(!model.index(0, 0).data(FileTreeModel::NotNeededRole).toBool());
        QCOMPARE(change(1), QVariant(int(ChangeClass::Declined)));
        QCOMPARE(spokenOutline(model),
                 u"deploy, folder\n"
                 "  base, folder\n"
                 "    a, added\n"
                 "    b, not needed with these answers\n"
                 "  c, added\n"
                 "infra, folder, left out\n"
                 "  d, left out\n"
                 "  e, left out\n"_s);
    }

    void linkedLinesAreCounted()
    {
        FileTreeModel model;
        model.setPlan(planOf({"a/x", "a/y", "b"}));
        const Signals announced(model);
        model.setLinked({{"a/x", 1}, {"a/y", 3}}, u"Memory per copy"_s);
        QCOMPARE(announced.text(), u"2 changed"_s);
        QCOMPARE(spokenOutline(model),
                 u"a, folder, added, 4 lines from Memory per copy\n"
                 "  x, added, 1 line from Memory per copy\n"
                 "  y, added, 3 lines from Memory per copy\n"
                 "b, added\n"_s);
        QCOMPARE(model.indexOfFile("a/y").data(FileTreeModel::LinkedTextRole).toString(),
                 u"3 lines from Memory per copy"_s);
        model.setLinked({}, {});
        QCOMPARE(model.indexOfFile("a/y").data(FileTreeModel::LinkedRole).toInt(), 0);
    }

    void whatIsNotCurrentSaysSo()
    {
        FileTreeModel model;
        model.setPlan(planOf({"a/x", "b"}));
        model.setUnsettled({"a/x"}, {"b"});
        QCOMPARE(spokenOutline(model),
                 u"a, folder, added, not current\n"
                 "  x, added, not current\n"
                 "b, added, not final\n"_s);
        QVERIFY(model.indexOfFile("a/x").data(FileTreeModel::NotCurrentRole).toBool());
        QVERIFY(!model.indexOfFile("a/x").data(FileTreeModel::NotFinalRole).toBool());
        QVERIFY(model.indexOfFile("b").data(FileTreeModel::NotFinalRole).toBool());
    }

    void aPathThatHoldsASecretIsShownMasked()
    {
        Plan plan = planOf({"a/t0p.txt"});
        plan.shownPaths = {{"a/t0p.txt", "a/******.txt"}};
        FileTreeModel model;
        model.setPlan(plan);
        QCOMPARE(outline(model), u"a\n  ******.txt\n"_s);
    }

    void aNameThatIsNoUtf8IsShown()
    {
        FileTreeModel model;
        model.setPlan(planOf({"caf\xe9.txt", "\xff/x"}));
        QCOMPARE(outline(model), u"\uFFFD\n  x\ncaf\uFFFD.txt\n"_s);
        QVERIFY(model.indexOfFile("caf\xe9.txt").isValid());
    }

    void anyPlanFollowsAnyOther()
    {
        FileTreeModel model;
        const QAbstractItemModelTester tester(&model);
        QRandomGenerator random(5);
        const QByteArrayList names = {"a", "b", "c"};
        for (int round = 0; round < 200; ++round) {
            QSet<QByteArray> paths;
            const int count = random.bounded(12);
            for (int i = 0; i < count; ++i) {
                QByteArray path;
                for (int depth = random.bounded(4); depth > 0; --depth)
                    path += names.at(random.bounded(3)) + '/';
                paths += path + "f" + QByteArray::number(random.bounded(3));
            }
            model.setPlan(planOf(paths.values()));
            FileTreeModel fresh;
            fresh.setPlan(planOf(paths.values()));
            QCOMPARE(outline(model), outline(fresh));
            QCOMPARE(model.filesInOrder().size(), paths.size());
        }
    }
};

QTEST_MAIN(TestFileTreeModel)
#include "tst_filetreemodel.moc"
