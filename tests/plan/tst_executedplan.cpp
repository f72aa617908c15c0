#include "models/plan/executedrendering.h"
#include "models/plan/writerequest.h"
#include "tests/plan/planbench.h"
#include "tests/support/randomvalues.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::classes;
using testing::codes;
using testing::fileOf;
using testing::PlanBench;
using testing::SmallTemplate;

namespace {

using Tree = QMap<QByteArray, TemplateFile>;

SmallTemplate withFiles()
{
    return SmallTemplate::asking({"name"})
        .file("skeleton/README.md", "# ${{ values.name }}\n")
        .file("skeleton/main.go", "package ${{ values.name }}\n")
        .file("skeleton/run", "#!/bin/sh\n", FileMode::Executable);
}

/// What hooks would find.
Tree treeOf(const Rendering &rendering)
{
    Tree tree;
    for (const RenderedFile &file : rendering.files)
        tree.insert(file.path, {.path = file.path, .mode = file.mode, .content = file.content});
    return tree;
}

/// The rendering of `bench` as if one hook had left `tree`.
Rendering afterHook(const PlanBench &bench, const Tree &tree)
{
    Rendering before = render(bench.request.loaded, bench.request.render);
    before.commands = {{.name = u"hook"_s, .templatePath = "hooks/hook"}};
    return executedRendering(before,
                             {.tree = TemplateTree(tree.values()), .gitFolders = {}, .runs = {}},
                             SecretMask(bench.request.render.form))
        .rendering;
}

/// Its plan, for a destination where nothing else is.
Plan executedPlan(const PlanBench &bench, const Tree &tree)
{
    return makePlan(bench.request, afterHook(bench, tree), bench.destination);
}

Tree madeBy(const PlanBench &bench)
{
    return treeOf(render(bench.request.loaded, bench.request.render));
}

/// Changes some files of `tree` as a hook might.
Tree altered(Tree tree, QRandomGenerator &random)
{
    static const QByteArrayList names{"a",     "b/c",       "b/d",     "e",
                                      "f/g/h", "README.md", "main.go", "run"};
    const int steps = random.bounded(6);
    for (int i = 0; i < steps; ++i) {
        const QByteArray &name = names.at(random.bounded(names.size()));
        const FileMode mode = random.bounded(2) == 0 ? FileMode::Regular : FileMode::Executable;
        if (random.bounded(3) == 0)
            tree.remove(name);
        else
            tree.insert(name,
                        {.path = name,
                         .mode = mode,
                         .content = QByteArray::number(random.bounded(3)) + '\n'});
    }
    return tree;
}

/// `before` with `changes` applied to it.
Tree applying(Tree before, const QList<Change> &changes)
{
    for (const Change &change : changes) {
        if (change.mode)
            before.insert(change.path,
                          {.path = change.path, .mode = *change.mode, .content = change.content});
        else
            before.remove(change.path);
    }
    return before;
}

constexpr auto called = "{name: orders}";

} // namespace

/// The plan of what hooks left: the same rules as any other.
class TestExecutedPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hooksThatDoNothingChangeNoPlan()
    {
        const PlanBench bench(withFiles(), called);
        QCOMPARE(executedPlan(bench, madeBy(bench)).hash, bench.plan().hash);
    }

    void whatHooksLeftIsPlanned()
    {
        const PlanBench bench(withFiles(), called);
        Tree tree = madeBy(bench);
        tree.remove("run");
        tree["main.go"].content = "package main\n";
        tree.insert("go.sum", {.path = "go.sum", .content = "x\n"});
        const Plan plan = executedPlan(bench, tree);
        QCOMPARE(classes(plan),
                 (QStringList{u"README.md: new"_s, u"go.sum: new"_s, u"main.go: new"_s,
                              u"run: not needed"_s}));
        QCOMPARE(fileOf(plan, "main.go").change.content, "package main\n"_ba);
        QCOMPARE(fileOf(plan, "go.sum").templatePath, "hooks/hook"_ba);
        QVERIFY(plan.hash != bench.plan().hash);
        QVERIFY(!plan.isBlocked());
    }

    void whatIsThereAlreadyIsKept()
    {
        PlanBench bench(withFiles(), called);
        bench.inRepository();
        bench.put("README.md", "mine\n");
        Tree tree = madeBy(bench);
        tree["README.md"].content = "of the hook\n";
        QCOMPARE(fileOf(executedPlan(bench, tree), "README.md").change.kind, ChangeClass::Kept);
        bench.request.wishes.golden = {u"README.md"_s};
        const PlannedFile golden = fileOf(executedPlan(bench, tree), "README.md");
        QCOMPARE(golden.change.kind, ChangeClass::Updated);
        QCOMPARE(golden.change.content, "of the hook\n"_ba);
        tree["README.md"].content = "mine\n";
        QCOMPARE(fileOf(executedPlan(bench, tree), "README.md").change.kind,
                 ChangeClass::Unchanged);
    }

    void aFileThatAHookMadeCanBeDeclined()
    {
        PlanBench bench(withFiles(), called);
        bench.request.wishes.declined = {"go.sum"};
        Tree tree = madeBy(bench);
        tree.insert("go.sum", {.path = "go.sum", .content = "x\n"});
        const Plan plan = executedPlan(bench, tree);
        QCOMPARE(fileOf(plan, "go.sum").change.kind, ChangeClass::Declined);
        QCOMPARE(plan.deviations.size(), 1);
        QCOMPARE(plan.deviations.first().file, u"go.sum"_s);
    }

    void whatNoSystemCanHoldIsBlocked_data()
    {
        QTest::addColumn<TemplateFile>("file");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const TemplateFile &file, const char16_t *code) {
            QTest::newRow(name) << file << QString::fromUtf16(code);
        };
        row("git's own folder", {.path = ".GIT/config", .content = "x"}, u"path.git");
        row("that of a folder below", {.path = "sub/.git/config", .content = "x"}, u"path.git");
        row("a short name of it", {.path = "GIT~1/x", .content = "x"}, u"path.git");
        row("a device", {.path = "con.txt", .content = "x"}, u"path.device");
        row("a character", {.path = "a:b", .content = "x"}, u"path.character");
        row("a control character", {.path = "a\nb", .content = "x"}, u"path.character");
        row("no UTF-8", {.path = "a\xff", .content = "x"}, u"path.encoding");
        row("a name that ends in a dot", {.path = "a.", .content = "x"}, u"path.end");
        row("a name in other letters", {.path = "readme.md", .content = "x"}, u"path.collision");
        row("a link that leads out", {.path = "l", .mode = FileMode::Link, .content = "../x"},
            u"path.link");
        row("a link to a place of the machine",
            {.path = "l", .mode = FileMode::Link, .content = "/etc/passwd"}, u"path.link");
        row("a link for git to read",
            {.path = ".gitignore", .mode = FileMode::Link, .content = "README.md"}, u"path.link");
    }

    void whatNoSystemCanHoldIsBlocked()
    {
        QFETCH(const TemplateFile, file);
        QFETCH(const QString, code);
        const PlanBench bench(withFiles(), called);
        Tree tree = madeBy(bench);
        tree.insert(file.path, file);
        const Plan plan = executedPlan(bench, tree);
        QVERIFY(plan.isBlocked());
        QVERIFY2(codes(plan.allProblems()).contains(code),
                 qPrintable(codes(plan.allProblems()).join(u' ')));
    }

    void aLinkInsideIsNoProblem()
    {
        const PlanBench bench(withFiles(), called);
        Tree tree = madeBy(bench);
        tree.insert("sub/l", {.path = "sub/l", .mode = FileMode::Link, .content = "../README.md"});
        const Plan plan = executedPlan(bench, tree);
        QVERIFY(!plan.isBlocked());
        QCOMPARE(fileOf(plan, "sub/l").change.mode, FileMode::Link);
    }

    void allPathsAreToBeLookedAt()
    {
        const PlanBench bench(withFiles(), called);
        Tree tree = madeBy(bench);
        tree.insert("go.sum", {.path = "go.sum", .content = "x\n"});
        tree.insert(".git/x", {.path = ".git/x", .content = "x\n"}); // which is not even looked at
        const QByteArrayList paths = pathsToObserve(afterHook(bench, tree));
        QVERIFY(paths.contains("go.sum") && paths.contains(".waymark.yaml"));
        QVERIFY(!paths.contains(".git/x"));
    }

    void whatHooksLeftIsTheBaseOfUpdates()
    {
        const PlanBench bench(withFiles(), called);
        Tree tree = madeBy(bench);
        tree["main.go"].content = "package main\n";
        tree.insert("go.sum", {.path = "go.sum", .content = "x\n"});
        tree.remove("run");
        QByteArrayList kept;
        for (const BaseFile &file : writeRequestOf(executedPlan(bench, tree)).base)
            kept += file.path + '=' + file.content;
        QCOMPARE(kept,
                 (QByteArrayList{"README.md=# orders\n", "go.sum=x\n", "main.go=package main\n"}));
    }

    /// Whatever hooks do: what is planned is what they left, and what is told of it is all of it.
    void whatIsToldIsWhatWasDone()
    {
        const PlanBench bench(withFiles(), called);
        const Rendering before = render(bench.request.loaded, bench.request.render);
        const quint32 runs = testing::propertyRuns(200);
        for (quint32 seed = 1; seed <= runs; ++seed) {
            QRandomGenerator random(seed);
            const Tree tree = altered(treeOf(before), random);
            const ExecutedRendering executed = executedRendering(
                before, {.tree = TemplateTree(tree.values()), .gitFolders = {}, .runs = {}},
                SecretMask(bench.request.render.form));
            const QByteArray seedName = "seed " + QByteArray::number(seed);
            QVERIFY2(treeOf(executed.rendering) == tree, seedName.constData());
            QVERIFY2(applying(treeOf(before), executed.changes) == tree, seedName.constData());
            QVERIFY2(std::ranges::is_sorted(executed.rendering.files, {}, &RenderedFile::path),
                     seedName.constData());
            QVERIFY2(std::ranges::none_of(
                         executed.rendering.leftOut,
                         [&tree](const LeftOutFile &file) { return tree.contains(file.path); }),
                     seedName.constData());
            const bool isSame = tree == treeOf(before);
            QVERIFY2(executed.changes.isEmpty() == isSame, seedName.constData());
        }
    }
};

QTEST_APPLESS_MAIN(TestExecutedPlan)
#include "tst_executedplan.moc"
