#include "tests/plan/planbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::classes;
using testing::codes;
using testing::fileOf;
using testing::PlanBench;
using testing::recordOf;
using testing::SmallTemplate;

namespace {

/// A template with a file of each kind that may be in a destination already.
SmallTemplate usual()
{
    return SmallTemplate::asking({"name", "a"})
        .file("skeleton/README.md", "# ${{ values.name }}\n")
        .file("skeleton/LICENSE", "free\n")
        .file("skeleton/.gitignore", "bin\n")
        .file("skeleton/main.go", "package ${{ values.name }}\n")
        .file("skeleton/run", "#!/bin/sh\n", FileMode::Executable)
        .file("skeleton/{% if values.a %}extra{% endif %}", "1\n");
}

constexpr auto orders = "{name: orders}";

} // namespace

class TestPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDestinationWithoutFilesGetsThemAll_data()
    {
        QTest::addColumn<DestinationKind>("kind");
        QTest::newRow("absent") << DestinationKind::Absent;
        QTest::newRow("empty") << DestinationKind::Empty;
        QTest::newRow("unborn repository") << DestinationKind::UnbornRepository;
        QTest::newRow("fresh clone") << DestinationKind::FreshClone;
        QTest::newRow("folder in a repository") << DestinationKind::RepositoryFolder;
    }

    void aDestinationWithoutFilesGetsThemAll()
    {
        QFETCH(const DestinationKind, kind);
        PlanBench bench(usual(), orders);
        if (kind == DestinationKind::FreshClone)
            bench.inRepository();
        else if (kind == DestinationKind::RepositoryFolder)
            bench.inRepository("services/orders");
        bench.destination.kind = kind;
        const Plan plan = bench.plan();
        QCOMPARE(classes(plan),
                 (QStringList{u".gitignore: new"_s, u"LICENSE: new"_s, u"README.md: new"_s,
                              u"extra: not needed"_s, u"main.go: new"_s, u"run: new"_s}));
        QCOMPARE(fileOf(plan, ".waymark.yaml").change.kind, ChangeClass::New);
        QVERIFY(!plan.isBlocked());
        QCOMPARE(plan.allProblems().size(), 0);
        QCOMPARE(plan.count(ChangeClass::New), 6);
        QCOMPARE(plan.branch,
                 kind == DestinationKind::RepositoryFolder ? u"add-orders"_s
                     : kind == DestinationKind::FreshClone ? u"main"_s
                                                           : QString());
        QCOMPARE(plan.destination, bench.destination);
        QCOMPARE(fileOf(plan, "run").change.mode, FileMode::Executable);
        QVERIFY(!fileOf(plan, "run").change.oldMode);
        QCOMPARE(fileOf(plan, "main.go").change.content, "package orders\n"_ba);
        QCOMPARE(fileOf(plan, "main.go").templatePath, "skeleton/main.go"_ba);
    }

    void aFileThatIsThereMeetsTheTemplates_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<FileMode>("mode");
        QTest::addColumn<QStringList>("golden");
        QTest::addColumn<ChangeClass>("kind");
        const QStringList none;
        QTest::newRow("the same") << "README.md"_ba << "# orders\n"_ba << FileMode::Regular << none
                                  << ChangeClass::Unchanged;
        QTest::newRow("the same program") << "run"_ba << "#!/bin/sh\n"_ba << FileMode::Executable
                                          << none << ChangeClass::Unchanged;
        QTest::newRow("another README")
            << "README.md"_ba << "mine\n"_ba << FileMode::Regular << none << ChangeClass::Kept;
        QTest::newRow("another licence")
            << "LICENSE"_ba << "mine\n"_ba << FileMode::Regular << none << ChangeClass::Kept;
        QTest::newRow("other ignored files")
            << ".gitignore"_ba << "mine\n"_ba << FileMode::Regular << none << ChangeClass::Kept;
        QTest::newRow("an executable README") << "README.md"_ba << "# orders\n"_ba
                                              << FileMode::Executable << none << ChangeClass::Kept;
        QTest::newRow("another README, golden wanted")
            << "README.md"_ba << "mine\n"_ba << FileMode::Regular << QStringList{u"README.md"_s}
            << ChangeClass::Updated;
        QTest::newRow("another README, another one golden")
            << "README.md"_ba << "mine\n"_ba << FileMode::Regular << QStringList{u"LICENSE"_s}
            << ChangeClass::Kept;
        QTest::newRow("another source")
            << "main.go"_ba << "mine\n"_ba << FileMode::Regular << none << ChangeClass::Blocked;
        QTest::newRow("another source, golden wanted")
            << "main.go"_ba << "mine\n"_ba << FileMode::Regular << QStringList{u"main.go"_s}
            << ChangeClass::Blocked;
        QTest::newRow("another mode")
            << "run"_ba << "#!/bin/sh\n"_ba << FileMode::Regular << none << ChangeClass::Blocked;
        QTest::newRow("a link") << "main.go"_ba << "package orders\n"_ba << FileMode::Link << none
                                << ChangeClass::Blocked;
    }

    void aFileThatIsThereMeetsTheTemplates()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, content);
        QFETCH(const FileMode, mode);
        QFETCH(const QStringList, golden);
        QFETCH(const ChangeClass, kind);
        PlanBench bench(usual(), orders);
        bench.inRepository();
        bench.put(path, content, mode);
        bench.request.wishes.golden = golden;
        const Plan plan = bench.plan();
        const Change change = fileOf(plan, path).change;
        QCOMPARE(change.kind, kind);
        QCOMPARE(change.oldContent, content);
        QCOMPARE(change.oldMode, mode);
        QCOMPARE(plan.isBlocked(), kind == ChangeClass::Blocked);
        QCOMPARE(codes(change.problems),
                 kind == ChangeClass::Blocked ? QStringList{u"destination.differs"_s}
                                              : QStringList());
        QCOMPARE(plan.deviations.size(), kind == ChangeClass::Kept ? 1 : 0);
        if (kind == ChangeClass::Kept)
            QCOMPARE(change.content, content);
    }

    void aDeclinedFileIsNotWrittenAndIsADeviation()
    {
        PlanBench bench(usual(), orders);
        bench.request.wishes.declined = {"main.go", "extra", "nowhere"};
        const QByteArray before = bench.plan().hash;
        const Plan plan = bench.plan();
        QVERIFY(!plan.isBlocked());
        const PlannedFile file = fileOf(plan, "main.go");
        QCOMPARE(file.change.kind, ChangeClass::Declined);
        QVERIFY(!file.change.mode && !file.change.isWritten());
        QCOMPARE(file.rendered->content, "package orders\n"_ba);
        QCOMPARE(fileOf(plan, "extra").change.kind, ChangeClass::NotNeeded);
        QCOMPARE(plan.deviations.size(), 1);
        QCOMPARE(plan.deviations.first().file, u"main.go"_s);
        QCOMPARE(plan.deviations.first().reason, u"It was not wanted."_s);
        QCOMPARE(recordOf(plan).deviations, plan.deviations);
        bench.request.wishes.declined.clear();
        QCOMPARE_NE(bench.plan().hash, before);
    }

    void whatIsWrongWithADeclinedFileIsNoMatter_data()
    {
        QTest::addColumn<QByteArray>("there"); // in the file's place
        QTest::addColumn<ChangeClass>("kind");
        QTest::newRow("nothing there") << ""_ba << ChangeClass::Declined;
        QTest::newRow("another file there") << "mine\n"_ba << ChangeClass::Kept;
        QTest::newRow("the same there") << "package orders\n"_ba << ChangeClass::Unchanged;
    }

    void whatIsWrongWithADeclinedFileIsNoMatter()
    {
        QFETCH(const QByteArray, there);
        QFETCH(const ChangeClass, kind);
        PlanBench bench(usual(), orders);
        bench.inRepository();
        if (!there.isEmpty())
            bench.put("main.go", there);
        bench.request.wishes.declined = {"main.go"};
        const Plan plan = bench.plan();
        const Change change = fileOf(plan, "main.go").change;
        QCOMPARE(change.kind, kind);
        QCOMPARE(change.content, change.oldContent);
        QVERIFY(!plan.isBlocked());
        QCOMPARE(plan.deviations.size(), kind == ChangeClass::Unchanged ? 0 : 1);
    }

    void theRecordIsDeclinedWithoutAWord()
    {
        PlanBench bench(usual(), orders);
        bench.request.wishes.declined = {recordPath.toByteArray()};
        const Plan plan = bench.plan();
        QCOMPARE(fileOf(plan, recordPath.toByteArray()).change.kind, ChangeClass::Declined);
        QVERIFY(plan.deviations.isEmpty());
        QVERIFY(!plan.isBlocked());
    }

    void decliningAllIsAProblem()
    {
        PlanBench bench(usual(), orders);
        for (const PlannedFile &file : bench.plan().files)
            bench.request.wishes.declined += file.change.path;
        QCOMPARE(codes(bench.plan().allProblems()), QStringList{u"plan.nothing"_s});
    }

    void aKeptFileIsADeviation()
    {
        PlanBench bench(usual(), orders);
        bench.inRepository();
        bench.put("README.md", "mine\n");
        const Plan plan = bench.plan();
        const RecordedDeviation expected{.file = u"README.md"_s,
                                         .reason = u"It was there before."_s,
                                         .owner = u"Ada <ada@example.org>"_s,
                                         .since = QDate(2026, 11, 24)};
        QCOMPARE(plan.deviations, QList{expected});
        QCOMPARE(recordOf(plan).deviations, QList{expected});
        const PlannedFile file = fileOf(plan, "README.md");
        QVERIFY(file.provenance.stretches.empty());
        QVERIFY(!file.change.isWritten());
    }

    void whatIsInTheWayBlocksAFile()
    {
        PlanBench bench(usual(), orders);
        bench.inRepository();
        bench.destination.entries.insert(
            "main.go",
            {.type = SnapshotEntry::Type::Folder,
             .obstacle = Problem{.code = u"destination.obstacle"_s,
                                 .message = u"A folder is in the way."_s}});
        const Plan plan = bench.plan();
        QCOMPARE(fileOf(plan, "main.go").change.kind, ChangeClass::Blocked);
        QCOMPARE(codes(plan.allProblems()), QStringList{u"destination.obstacle"_s});
        QVERIFY(plan.isBlocked());
    }

    void theRecordTellsHowItWasMade()
    {
        const PlanBench bench(
            SmallTemplate("{properties: {name: {}, port: {type: integer, default: 80}, "
                          "none: {}, public: {type: boolean, default: false}}}")
                .file("skeleton/f", "1"),
            "{public: true, name: orders}");
        const Plan plan = bench.plan();
        const ServiceRecord record = recordOf(plan);
        QCOMPARE(record.version, 1);
        QCOMPARE(record.made, bench.request.identity);
        QCOMPARE(Value(record.answers),
                 Value(testing::map("{name: orders, port: 80, public: true}")));
        QCOMPARE(record.secrets, QStringList());
        QCOMPARE(record.seed, "9f2c"_ba);
        QCOMPARE(record.renderedAt, bench.request.render.now);
        QCOMPARE(Value(plan.answers), Value(record.answers));
        QCOMPARE(plan.seed, record.seed);
        QCOMPARE(fileOf(plan, ".waymark.yaml").templatePath, QByteArray());
    }

    void thereIsNoRecordWhereNoneIsWanted()
    {
        PlanBench bench(usual(), orders);
        bench.request.wishes.record = false;
        const Plan plan = bench.plan();
        QCOMPARE(fileOf(plan, ".waymark.yaml").change.path, "missing"_ba);
        QCOMPARE(plan.count(ChangeClass::New), 5);
    }

    void aServiceThatIsThereKeepsItsRecord()
    {
        PlanBench bench(usual(), orders);
        bench.inRepository();
        bench.put(".waymark.yaml", "version: 1\n");
        const Plan plan = bench.plan();
        QCOMPARE(fileOf(plan, ".waymark.yaml").change.kind, ChangeClass::Blocked);
        QVERIFY(plan.isBlocked());
    }

    void deviationsNameWhoAndWhy()
    {
        PlanBench bench(
            SmallTemplate("{properties: {name: {}, memory: {type: integer, default: "
                          "256}, size: {default: small}, pin: {default: x, 'ui:widget': "
                          "password}}}")
                .file("skeleton/f", "1")
                .sidecar("version: 2.0.0\n"),
            "{name: orders, memory: 512, size: large, pin: y}");
        bench.request.wishes.reasons = {{u"memory"_s, u"large exports"_s}};
        const Plan plan = bench.plan();
        QCOMPARE(plan.deviations.size(), 2);
        const RecordedDeviation first{.answer = u"memory"_s,
                                      .golden = 256,
                                      .value = 512,
                                      .reason = u"large exports"_s,
                                      .owner = u"Ada <ada@example.org>"_s,
                                      .since = QDate(2026, 11, 24)};
        QCOMPARE(plan.deviations.first(), first);
        QCOMPARE(plan.deviations.last().answer, u"size"_s);
        QCOMPARE(plan.deviations.last().reason, QString());
        QCOMPARE(recordOf(plan).deviations, plan.deviations);
        QCOMPARE(plan.message,
                 u"Create orders from small\n\nDepartures from the golden path:\n"
                 "- memory: large exports\n- size: no reason given"_s);
    }

    void theMessageSaysWhatWasMadeOfWhat_data()
    {
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QString>("ref");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("message");
        QTest::newRow("a name") << "{name: shop}"_ba << u""_s << u""_s
                                << u"Create shop from small"_s;
        QTest::newRow("a version")
            << "{name: shop}"_ba << u"v1.2.0"_s << u""_s << u"Create shop from small v1.2.0"_s;
        QTest::newRow("without a name it is the folder's")
            << "{}"_ba << u""_s << u""_s << u"Create orders from small"_s;
        QTest::newRow("a name of two lines")
            << "{name: \"a\\nb\"}"_ba << u""_s << u""_s << u"Create a b from small"_s;
        QTest::newRow("given") << "{name: shop}"_ba << u"v1"_s << u"Mine\n\nbody"_s
                               << u"Mine\n\nbody"_s;
    }

    void theMessageSaysWhatWasMadeOfWhat()
    {
        QFETCH(const QByteArray, answers);
        QFETCH(const QString, ref);
        QFETCH(const QString, given);
        QFETCH(const QString, message);
        PlanBench bench(usual(), answers);
        bench.request.identity.ref = ref;
        bench.request.wishes.message = given;
        QCOMPARE(bench.plan().message, message);
    }

    void aFolderInARepositoryGetsABranch_data()
    {
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("branch");
        QTest::newRow("of the name") << "{name: shop}"_ba << u""_s << u"add-shop"_s;
        QTest::newRow("of the folder") << "{}"_ba << u""_s << u"add-orders"_s;
        QTest::newRow("of a name with blanks") << "{name: My Shop}"_ba << u""_s << u"add-my-shop"_s;
        QTest::newRow("of a name with signs") << "{name: 'a..b~c'}"_ba << u""_s << u"add-a-b-c"_s;
        QTest::newRow("as it was given") << "{name: shop}"_ba << u"topic/x"_s << u"topic/x"_s;
    }

    void aFolderInARepositoryGetsABranch()
    {
        QFETCH(const QByteArray, answers);
        QFETCH(const QString, given);
        QFETCH(const QString, branch);
        PlanBench bench(usual(), answers);
        bench.inRepository("services/orders");
        bench.request.wishes.branch = given;
        QCOMPARE(bench.plan().branch, branch);
    }

    void wishesAreCarriedOn()
    {
        PlanBench bench(usual(), orders);
        bench.request.wishes.commit = false;
        bench.request.wishes.signOff = true;
        bench.request.wishes.branch = u"b"_s;
        const Plan plan = bench.plan();
        QVERIFY(!plan.commits);
        QVERIFY(plan.signOff);
        QCOMPARE(plan.branch, u"b"_s);
    }

    void theSameRequestGivesTheSamePlan()
    {
        const PlanBench bench(usual(), orders);
        const Plan a = bench.plan();
        const Plan b = bench.plan();
        QCOMPARE(a.hash, b.hash);
        QCOMPARE(a.files.size(), b.files.size());
        for (qsizetype i = 0; i < a.files.size(); ++i)
            QCOMPARE(a.files.at(i).change, b.files.at(i).change);
    }

    void filesAreSorted()
    {
        const Plan plan = PlanBench(usual(), orders).plan();
        QByteArrayList paths;
        for (const PlannedFile &file : plan.files)
            paths += file.change.path;
        QVERIFY(std::ranges::is_sorted(paths));
    }

    void everyPathIsLookedAt()
    {
        const LoadedTemplate loaded = usual().file("skeleton/..", "x").loaded();
        const Rendering rendering = render(loaded, SmallTemplate::request(loaded, orders));
        QCOMPARE(pathsToObserve(rendering),
                 (QByteArrayList{".gitignore", ".waymark.yaml", "LICENSE", "README.md", "main.go",
                                 "run"}));
        QCOMPARE(pathsToObserve({}), QByteArrayList{".waymark.yaml"});
    }

    void whatIsNotNeededNamesTheAnswer()
    {
        const PlannedFile file = fileOf(PlanBench(usual(), orders).plan(), "extra");
        QCOMPARE(file.change.kind, ChangeClass::NotNeeded);
        QCOMPARE(file.presence.control, QStringList{u"a"_s});
        QVERIFY(!file.change.mode);
        QCOMPARE(file.templatePath, "skeleton/{% if values.a %}extra{% endif %}"_ba);
    }
};

QTEST_APPLESS_MAIN(TestPlanner)
#include "tst_planner.moc"
