#include "tests/plan/planbench.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::PlanBench;
using testing::SmallTemplate;

namespace {

using Alter = std::function<void(PlanBench &)>;

PlanBench usual()
{
    PlanBench bench(SmallTemplate::asking({"name", "unseen"})
                        .file("skeleton/f", "${{ values.name }}\n")
                        .file("skeleton/README.md", "# x\n"),
                    "{name: orders}");
    bench.inRepository();
    return bench;
}

QByteArray hashAfter(const Alter &alter)
{
    PlanBench bench = usual();
    alter(bench);
    return bench.plan().hash;
}

/// A plan of one file, to be changed in its parts.
Plan tiny()
{
    Plan plan;
    PlannedFile file;
    file.change
        = {.path = "a", .kind = ChangeClass::New, .mode = FileMode::Regular, .content = "1"};
    plan.files = {file};
    return plan;
}

TemplateCommand oneCommand()
{
    return {.name = u"task 1"_s,
            .scriptName = "a.sh",
            .script = "touch a",
            .words = {u"ls"_s, u"-a"_s},
            .environment = {{u"STAGE"_s, u"task"_s}}};
}

} // namespace

Q_DECLARE_METATYPE(Alter)

class TestPlanHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHashHas64Digits()
    {
        const QByteArray hash = usual().plan().hash;
        QCOMPARE(hash.size(), 64);
        QVERIFY(std::ranges::all_of(
            hash, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }));
        QCOMPARE(contentHash("abc"),
                 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_ba);
    }

    void whatAnApplyDoesChangesIt_data()
    {
        QTest::addColumn<Alter>("alter");
        QTest::newRow("an answer") << Alter([](PlanBench &b) { b.answer("{name: shop}"); });
        QTest::newRow("an answer that only the record has")
            << Alter([](PlanBench &b) { b.answer("{name: orders, unseen: x}"); });
        QTest::newRow("the seed, in the record")
            << Alter([](PlanBench &b) { b.request.render.seed = "00"; });
        QTest::newRow("the clock, in the record")
            << Alter([](PlanBench &b) { b.request.render.now = b.request.render.now.addSecs(1); });
        QTest::newRow("the tree of the template") << Alter([](PlanBench &b) {
            b.request.identity.tree = "0000000000000000000000000000000000000000";
        });
        QTest::newRow("the template's version")
            << Alter([](PlanBench &b) { b.request.identity.ref = u"v2"_s; });
        QTest::newRow("no record") << Alter([](PlanBench &b) { b.request.wishes.record = false; });
        QTest::newRow("no commit") << Alter([](PlanBench &b) { b.request.wishes.commit = false; });
        QTest::newRow("the message")
            << Alter([](PlanBench &b) { b.request.wishes.message = u"x"_s; });
        QTest::newRow("the branch")
            << Alter([](PlanBench &b) { b.request.wishes.branch = u"x"_s; });
        QTest::newRow("sign-off") << Alter([](PlanBench &b) { b.request.wishes.signOff = true; });
        QTest::newRow("the commit that it stands on") << Alter([](PlanBench &b) {
            b.destination.repository->head = "1111111111111111111111111111111111111111";
        });
        QTest::newRow("the branch that is checked out")
            << Alter([](PlanBench &b) { b.destination.repository->branch = u"other"_s; });
        QTest::newRow("a folder of the repository")
            << Alter([](PlanBench &b) { b.destination.repository->prefix = "services/x"; });
        QTest::newRow("the kind of the destination")
            << Alter([](PlanBench &b) { b.destination.kind = DestinationKind::UnbornRepository; });
        QTest::newRow("a file that is there")
            << Alter([](PlanBench &b) { b.put("README.md", "mine"); });
        QTest::newRow("the same file that is there")
            << Alter([](PlanBench &b) { b.put("README.md", "# x\n"); });
        QTest::newRow("golden instead of the file that is there") << Alter([](PlanBench &b) {
            b.put("README.md", "mine");
            b.request.wishes.golden = {u"README.md"_s};
        });
        QTest::newRow("a file of the template") << Alter([](PlanBench &b) {
            b.request.loaded.tree
                = TemplateTree(QList<TemplateFile>{{.path = "skeleton/f", .content = "other"}});
        });
        QTest::newRow("a mode in the template") << Alter([](PlanBench &b) {
            b.request.loaded.tree = TemplateTree(
                QList<TemplateFile>{{.path = "skeleton/f",
                                     .mode = FileMode::Executable,
                                     .content = "${{ values.name }}\n"},
                                    {.path = "skeleton/README.md", .content = "# x\n"}});
        });
        QTest::newRow("an empty folder in the template") << Alter([](PlanBench &b) {
            b.request.loaded.tree = TemplateTree(b.request.loaded.tree.files(), {"skeleton/empty"});
        });
    }

    void whatAnApplyDoesChangesIt()
    {
        QFETCH(const Alter, alter);
        QVERIFY(hashAfter(alter) != usual().plan().hash);
    }

    void everyChangeHasAnotherHash()
    {
        whatAnApplyDoesChangesIt_data();
        QSet<QByteArray> hashes{usual().plan().hash};
        const QList<QByteArray> names{"shop", "a", "b", ""};
        for (const QByteArray &name : names)
            hashes += hashAfter([&](PlanBench &b) { b.answer("{name: '" + name + "'}"); });
        QCOMPARE(hashes.size(), 5);
    }

    void whatAnApplyDoesNotDoLeavesIt_data()
    {
        QTest::addColumn<Alter>("alter");
        QTest::newRow("where the destination is")
            << Alter([](PlanBench &b) { b.destination.path = u"/home/ada/orders"_s; });
        QTest::newRow("where its repository is") << Alter([](PlanBench &b) {
            b.destination.repository->root = u"/home/ada"_s;
            b.destination.repository->gitFolder = u"/home/ada/.git"_s;
        });
        QTest::newRow("which folder it is")
            << Alter([](PlanBench &b) { b.destination.identity = {.device = 1, .inode = 2}; });
        QTest::newRow("the order of the answers")
            << Alter([](PlanBench &b) { b.answer("{name: orders}"); });
        QTest::newRow("an answer that nobody asked for")
            << Alter([](PlanBench &b) { b.answer("{name: orders, nosuch: 1}"); });
        QTest::newRow("who would depart from the path, if somebody did")
            << Alter([](PlanBench &b) { b.request.wishes.owner = u"Grace"_s; });
        QTest::newRow("a reason for what is golden")
            << Alter([](PlanBench &b) { b.request.wishes.reasons = {{u"name"_s, u"x"_s}}; });
        QTest::newRow("a file beside those of the plan")
            << Alter([](PlanBench &b) { b.put("other", "x"); });
    }

    void whatAnApplyDoesNotDoLeavesIt()
    {
        QFETCH(const Alter, alter);
        QCOMPARE(hashAfter(alter), usual().plan().hash);
    }

    void withoutARecordOnlyTheFilesCount()
    {
        const auto without = [](const QByteArray &answers) {
            return hashAfter([&](PlanBench &b) {
                b.request.wishes.record = false;
                b.answer(answers);
            });
        };
        QCOMPARE(without("{name: orders, unseen: x}"), without("{name: orders}"));
        QVERIFY(without("{name: shop}") != without("{name: orders}"));
    }

    void everyPartOfAFileCounts_data()
    {
        QTest::addColumn<Change>("change");
        const Change change = tiny().files.first().change;
        const auto row = [&](const char *name, const std::function<void(Change &)> &alter) {
            Change other = change;
            alter(other);
            QTest::newRow(name) << other;
        };
        row("path", [](Change &c) { c.path = "b"; });
        row("class", [](Change &c) { c.kind = ChangeClass::Updated; });
        row("mode", [](Change &c) { c.mode = FileMode::Executable; });
        row("no mode", [](Change &c) { c.mode = {}; });
        row("mode before", [](Change &c) { c.oldMode = FileMode::Regular; });
        row("content", [](Change &c) { c.content = "2"; });
        row("content before", [](Change &c) { c.oldContent = "1"; });
    }

    void everyPartOfAFileCounts()
    {
        QFETCH(const Change, change);
        Plan plan = tiny();
        plan.files.first().change = change;
        QVERIFY(planHash(plan) != planHash(tiny()));
    }

    void listsOfFieldsAreNotMixedUp()
    {
        Plan folders = tiny();
        folders.folders = {"a", "b"};
        Plan one = tiny();
        one.folders = {"ab"};
        QVERIFY(planHash(folders) != planHash(one));
        Plan files = tiny();
        files.files += files.files;
        QVERIFY(planHash(files) != planHash(tiny()));
        Plan message = tiny();
        message.message = u"a"_s;
        Plan branch = tiny();
        branch.branch = u"a"_s;
        QVERIFY(planHash(message) != planHash(branch));
    }

    void everyPartOfACommandCounts_data()
    {
        QTest::addColumn<TemplateCommand>("command");
        const auto row = [](const char *name, const std::function<void(TemplateCommand &)> &alter) {
            TemplateCommand other = oneCommand();
            alter(other);
            QTest::newRow(name) << other;
        };
        row("its name", [](TemplateCommand &c) { c.name = u"task 2"_s; });
        row("when it runs",
            [](TemplateCommand &c) { c.moment = TemplateCommand::Moment::BeforeFiles; });
        row("its script's name", [](TemplateCommand &c) { c.scriptName = "b.sh"; });
        row("its script", [](TemplateCommand &c) { c.script = "touch b"; });
        row("a word", [](TemplateCommand &c) { c.words = {u"ls"_s, u"-l"_s}; });
        row("how words are parted", [](TemplateCommand &c) { c.words = {u"ls -a"_s}; });
        row("its folder", [](TemplateCommand &c) { c.workingDirectory = u"docs"_s; });
        row("its environment",
            [](TemplateCommand &c) { c.environment = {{u"STAGE"_s, u"other"_s}}; });
    }

    void everyPartOfACommandCounts()
    {
        QFETCH(const TemplateCommand, command);
        Plan plan = tiny();
        plan.commands = exactHash({command});
        Plan usual = tiny();
        usual.commands = exactHash({oneCommand()});
        QVERIFY(planHash(plan) != planHash(usual));
        QVERIFY(planHash(plan) != planHash(tiny()));
    }

    void commandsHaveAHashWhereThereAreSome()
    {
        QCOMPARE(exactHash({}), QByteArray());
        QCOMPARE(exactHash({oneCommand()}).size(), 64);
        QVERIFY(exactHash({oneCommand(), oneCommand()}) != exactHash({oneCommand()}));
    }

    void problemsAreNotHashed()
    {
        Plan plan = tiny();
        plan.problems = {{.message = u"x"_s}};
        plan.files.first().change.problems = plan.problems;
        QCOMPARE(planHash(plan), planHash(tiny()));
    }
};

QTEST_APPLESS_MAIN(TestPlanHash)
#include "tst_planhash.moc"
