#include "models/plan/workspace.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

RenderedFile movableFile(const QByteArray &path, const QByteArray &content = "1")
{
    return {.path = path, .content = content, .templatePath = "t/" + path};
}

Workspace holding(const QByteArrayList &files, const QByteArrayList &folders = {})
{
    Workspace workspace;
    for (const QByteArray &path : files)
        workspace.addFile(movableFile(path), {}, u"One"_s);
    for (const QByteArray &path : folders)
        workspace.addFolder(path, {});
    return workspace;
}

Rendering madeOf(const Workspace &workspace)
{
    Rendering rendering;
    workspace.collectInto(rendering);
    return rendering;
}

/// The paths of all files, and of all folders without one with a "/" behind.
QByteArrayList pathsHeld(const Workspace &workspace)
{
    QByteArrayList paths;
    const Rendering rendering = madeOf(workspace);
    for (const RenderedFile &file : rendering.files)
        paths += file.path;
    for (const QByteArray &folder : rendering.folders)
        paths += folder + '/';
    return paths;
}

jinja::Sources decidedBy(const QString &answer)
{
    return {{}, {answer}};
}

jinja::Sources namedBy(const QString &answer)
{
    return {{answer}, {}};
}

} // namespace

/// What steps do with files that others made.
class TestWorkspaceMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAndFoldersAreMoved_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArrayList>("paths");
        const auto row
            = [](const char *name, const QByteArray &from, const QByteArray &to,
                 const QByteArrayList &paths) { QTest::newRow(name) << from << to << paths; };
        row("a file", "a", "b", {"a-b", "b", "d/e/f", "d/g", "d.x", "d/empty/"});
        row("into a folder that is not there", "a", "n/m/a",
            {"a-b", "d/e/f", "d/g", "d.x", "n/m/a", "d/empty/"});
        row("out of a folder", "d/g", "g", {"a", "a-b", "d/e/f", "d.x", "g", "d/empty/"});
        row("the last file of a folder", "d/e/f", "f",
            {"a", "a-b", "d/g", "d.x", "f", "d/e/", "d/empty/"});
        row("a folder", "d", "n", {"a", "a-b", "d.x", "n/e/f", "n/g", "n/empty/"});
        row("a folder in a folder", "d/e", "e", {"a", "a-b", "d/g", "d.x", "e/f", "d/empty/"});
        row("an empty folder", "d/empty", "d/full", {"a", "a-b", "d/e/f", "d/g", "d.x", "d/full/"});
        row("what is not there", "x", "y", {"a", "a-b", "d/e/f", "d/g", "d.x", "d/empty/"});
    }

    void filesAndFoldersAreMoved()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(QByteArrayList, paths);
        Workspace workspace = holding({"a", "a-b", "d/e/f", "d/g", "d.x"}, {"d", "d/empty"});
        workspace.move(from, to, to, {});
        QByteArrayList found = pathsHeld(workspace);
        std::ranges::sort(found);
        std::ranges::sort(paths);
        QCOMPARE(found, paths);
    }

    void aMovedFileStaysWhatItIs()
    {
        Workspace workspace;
        RenderedFile file = movableFile("d/run", "r");
        file.mode = FileMode::Executable;
        file.presence = decidedBy(u"a"_s);
        workspace.addFile(file, {}, u"One"_s);
        workspace.move("d", "e", "e", namedBy(u"b"_s));
        const RenderedFile *moved = workspace.file("e/run");
        QVERIFY(moved);
        QCOMPARE(moved->path, "e/run"_ba);
        QCOMPARE(moved->content, "r"_ba);
        QCOMPARE(moved->mode, FileMode::Executable);
        QCOMPARE(moved->templatePath, "t/d/run"_ba);
        QCOMPARE(moved->presence, (jinja::Sources{{u"b"_s}, {u"a"_s}}));
        QVERIFY(!workspace.file("d/run"));
    }

    void aMoveIsShownWithoutSecrets_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("shown");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("shownTo"); // of "new"
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("shownTarget"); // empty: as it is
        const auto row = [](const char *name, const QByteArrayList &columns) {
            QTest::newRow(name) << columns.at(0) << columns.at(1) << columns.at(2) << columns.at(3)
                                << columns.at(4) << columns.at(5);
        };
        row("nothing is hidden", {"d/f", "d/f", "d", "new", "new/f", ""});
        row("where it goes", {"d/f", "d/f", "d", "***", "new/f", "***/f"});
        row("the name below", {"d/key", "d/***", "d", "new", "new/key", "new/***"});
        row("both", {"d/key", "d/***", "d", "*****", "new/key", "*****/***"});
        row("the name that goes", {"key/f", "***/f", "key", "new", "new/f", ""});
        row("the file itself", {"d/key", "d/***", "d/key", "new", "new", ""});
        row("a secret of several names hides what is below it",
            {"d/a/b/f", "d/***/f", "d/a", "new", "new/b/f", "new/******"});
        row("and not what is gone with it", {"d/a/b", "d/***", "d/a/b", "new", "new", ""});
    }

    void aMoveIsShownWithoutSecrets()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, shown);
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, shownTo);
        QFETCH(const QByteArray, target);
        QFETCH(const QByteArray, shownTarget);
        Workspace workspace = holding({path});
        workspace.show(path, shown);
        workspace.move(from, "new", shownTo, {});
        QVERIFY(workspace.file(target));
        const Rendering rendering = madeOf(workspace);
        QCOMPARE(rendering.shownPaths.value(target), shownTarget);
    }

    void foldersThatAreLeftAreShownWithoutSecrets_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("shown");
        QTest::addColumn<ShownPaths>("folders"); // that are left, where they differ
        QTest::newRow("nothing is hidden") << "d/e/f"_ba << "d/e/f"_ba << ShownPaths();
        QTest::newRow("the file alone") << "d/e/key"_ba << "d/e/***"_ba << ShownPaths();
        QTest::newRow("the innermost")
            << "d/key/f"_ba << "d/***/f"_ba << ShownPaths{{"d/key", "d/***"}};
        QTest::newRow("the outermost")
            << "key/e/f"_ba << "***/e/f"_ba << ShownPaths{{"key", "***"}, {"key/e", "***/e"}};
        QTest::newRow("of several names") << "d/a/b/f"_ba << "d/***/f"_ba
                                          << ShownPaths{{"d/a", "d/******"}, {"d/a/b", "d/******"}};
    }

    void foldersThatAreLeftAreShownWithoutSecrets()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, shown);
        QFETCH(const ShownPaths, folders);
        Workspace workspace = holding({path});
        workspace.show(path, shown);
        workspace.remove(path, {});
        ShownPaths found = madeOf(workspace).shownPaths;
        found.remove(path);
        QCOMPARE(found, folders);
    }

    void aRemovedFileCouldComeBack()
    {
        Workspace workspace = holding({"d/f", "g"});
        workspace.remove("d/f", namedBy(u"a"_s));
        workspace.remove("g", {});
        workspace.remove("nosuch", decidedBy(u"a"_s));
        const Rendering rendering = madeOf(workspace);
        QVERIFY(rendering.files.isEmpty());
        QCOMPARE(rendering.folders, QByteArrayList{"d"});
        QCOMPARE(rendering.leftOut.size(), 1); // "g" goes with any answer
        QCOMPARE(rendering.leftOut.first().path, "d/f"_ba);
        QCOMPARE(rendering.leftOut.first().templatePath, "t/d/f"_ba);
        QCOMPARE(rendering.leftOut.first().because, decidedBy(u"a"_s));
    }

    void whatIsWrittenAgainIsNotLeftOut()
    {
        Workspace workspace = holding({"f"});
        workspace.remove("f", decidedBy(u"a"_s));
        workspace.write(movableFile("f", "2"));
        const Rendering rendering = madeOf(workspace);
        QVERIFY(rendering.leftOut.isEmpty());
        QCOMPARE(rendering.files.size(), 1);
        QCOMPARE(rendering.files.first().content, "2"_ba);
        QVERIFY(rendering.files.first().presence.isEmpty());
        QVERIFY(rendering.problems.isEmpty()); // nothing is made twice
    }

    void aFolderIsRemovedWithAllInIt_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<QByteArrayList>("paths");
        QTest::newRow("with files and folders") << "d"_ba << QByteArrayList{"a", "d-x/f", "d.y/"};
        QTest::newRow("one inside")
            << "d/e"_ba << QByteArrayList{"a", "d-x/f", "d/g", "d.y/", "d/empty/"};
        QTest::newRow("an empty one")
            << "d/empty"_ba << QByteArrayList{"a", "d-x/f", "d/e/f", "d/g", "d.y/"};
        QTest::newRow("a file is none")
            << "a"_ba << QByteArrayList{"a", "d-x/f", "d/e/f", "d/g", "d.y/", "d/empty/"};
    }

    void aFolderIsRemovedWithAllInIt()
    {
        QFETCH(const QByteArray, folder);
        Workspace workspace
            = holding({"a", "d-x/f", "d/e/f", "d/g"}, {"d", "d.y", "d/e", "d/empty"});
        workspace.removeFolder(folder, decidedBy(u"q"_s));
        QTEST(pathsHeld(workspace), "paths");
        const Rendering rendering = madeOf(workspace);
        QCOMPARE(rendering.files.size() + rendering.leftOut.size(), 4);
        for (const LeftOutFile &file : rendering.leftOut)
            QCOMPARE(file.because, decidedBy(u"q"_s));
    }

    void whatAFileDependsOnIsAdded()
    {
        Workspace workspace = holding({"f", "g"});
        workspace.dependOn("f", namedBy(u"b"_s));
        workspace.dependOn("f", decidedBy(u"a"_s));
        workspace.dependOn("nosuch", decidedBy(u"a"_s));
        QCOMPARE(workspace.file("f")->presence, (jinja::Sources{{}, {u"a"_s, u"b"_s}}));
        QVERIFY(workspace.file("g")->presence.isEmpty());
        QCOMPARE(workspace.filePaths(), (QByteArrayList{"f", "g"}));
    }

    void foldersAreKnownByWhatIsInThem_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("isThere");
        QTest::newRow("the whole") << ""_ba << true;
        QTest::newRow("made") << "m"_ba << true;
        QTest::newRow("around a file") << "d"_ba << true;
        QTest::newRow("around it further in") << "d/e"_ba << true;
        QTest::newRow("a file") << "d/e/f"_ba << false;
        QTest::newRow("the start of a name") << "d/e/"_ba << false;
        QTest::newRow("the start of another's name") << "dx"_ba << false;
        QTest::newRow("above one that was made") << "k"_ba << false;
    }

    void foldersAreKnownByWhatIsInThem()
    {
        QFETCH(const QByteArray, path);
        const Workspace workspace = holding({"d/e/f", "dxy/z"}, {"m", "k/l"});
        QTEST(workspace.hasFolder(path), "isThere");
        QCOMPARE(workspace.folderPaths(), (QByteArrayList{"d", "d/e", "dxy", "k", "k/l", "m"}));
    }

    void aProblemIsToldOnceInItsOrder()
    {
        Workspace workspace;
        const auto problem = [](const QString &message) {
            return Problem{.code = u"template.x"_s, .message = message};
        };
        for (const QString &message : {u"b"_s, u"a"_s, u"b"_s})
            workspace.tell(problem(message));
        Rendering rendering;
        rendering.problems = {problem(u"before"_s)};
        workspace.collectInto(rendering);
        QStringList messages;
        for (const Problem &told : std::as_const(rendering.problems))
            messages += told.message;
        QCOMPARE(messages, (QStringList{u"before"_s, u"b"_s, u"a"_s}));
    }

    void whatIsAddedIsCounted_data()
    {
        QTest::addColumn<PlanLimits>("limits");
        QTest::addColumn<bool>("fits");
        const quint64 four = 4 * quint64(PlanBudget::stepsOfAFile);
        QTest::newRow("just") << PlanLimits{.steps = four, .bytes = 6, .files = 4} << true;
        QTest::newRow("steps") << PlanLimits{.steps = four - 1} << false;
        QTest::newRow("bytes") << PlanLimits{.bytes = 5} << false;
        QTest::newRow("paths") << PlanLimits{.files = 3} << false;
    }

    void whatIsAddedIsCounted()
    {
        QFETCH(const PlanLimits, limits);
        QFETCH(const bool, fits);
        Workspace workspace{PlanBudget(limits)};
        workspace.addFile(movableFile("a", "123"), {}, u"One"_s);
        workspace.addFile(movableFile("b", "12"), {}, u"One"_s);
        workspace.addFile(movableFile("b", "1"), {}, u"Two"_s); // it was known
        workspace.addFolder("d", {});
        workspace.addFolder("d", {});
        workspace.leaveOut({.path = "c", .because = decidedBy(u"x"_s)}, {});
        workspace.leaveOut({.path = "e", .because = {}}, {}); // it is never made
        QCOMPARE(workspace.budget().check().has_value(), fits);
    }
};

QTEST_APPLESS_MAIN(TestWorkspaceMoves)
#include "tst_workspacemoves.moc"
