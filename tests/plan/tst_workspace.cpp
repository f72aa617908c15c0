#include "models/plan/workspace.h"

#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::SmallTemplate;

namespace {

RenderedFile fileOf(const QByteArray &path, const QByteArray &content,
                    const QByteArray &templatePath = "t")
{
    return {.path = path, .content = content, .templatePath = templatePath};
}

Precedence first()
{
    return {};
}
Precedence plain()
{
    return {.isLater = true};
}
Precedence replacing()
{
    return {.isLater = true, .isWanted = true};
}

Rendering collected(const Workspace &workspace)
{
    Rendering rendering;
    workspace.collectInto(rendering);
    return rendering;
}

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofTwoFilesOneStays_data()
    {
        QTest::addColumn<Precedence>("precedence");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QByteArray>("stays");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("a step that does not replace") << first() << "2"_ba << "1"_ba << true;
        QTest::newRow("fetch:plain") << plain() << "2"_ba << "2"_ba << true;
        QTest::newRow("a step that replaces") << replacing() << "2"_ba << "2"_ba << false;
        QTest::newRow("the same again") << first() << "1"_ba << "1"_ba << false;
        QTest::newRow("the same again, plain") << plain() << "1"_ba << "1"_ba << false;
    }

    void ofTwoFilesOneStays()
    {
        QFETCH(const Precedence, precedence);
        QFETCH(const QByteArray, second);
        QFETCH(const QByteArray, stays);
        QFETCH(const bool, isTold);
        Workspace workspace;
        workspace.addFile(fileOf("f", "1", "one/f"), first(), u"One"_s);
        workspace.addFile(fileOf("f", second, "two/f"), precedence, u"Two"_s);
        const Rendering rendering = collected(workspace);
        QCOMPARE(rendering.files.size(), 1);
        QCOMPARE(rendering.files.first().content, stays);
        QCOMPARE(rendering.problems.size(), isTold ? 1 : 0);
        if (!isTold)
            return;
        const Problem problem = rendering.problems.first();
        QCOMPARE(problem.severity, Severity::Warning);
        QCOMPARE(problem.code, u"template.twice"_s);
        QCOMPARE(problem.file, u"f"_s);
        for (const char *part : {"one/f", "two/f", "Two"})
            QVERIFY2(problem.message.contains(QLatin1StringView(part)),
                     qPrintable(problem.message));
        QVERIFY(!problem.hint.isEmpty());
    }

    void anotherModeIsAnotherFile()
    {
        Workspace workspace;
        RenderedFile executable = fileOf("f", "1");
        executable.mode = FileMode::Executable;
        workspace.addFile(fileOf("f", "1"), first(), u"One"_s);
        workspace.addFile(executable, first(), u"Two"_s);
        QCOMPARE(collected(workspace).problems.size(), 1);
    }

    void theSameIsToldOnce()
    {
        Workspace workspace;
        workspace.addFile(fileOf("f", "1"), first(), u"One"_s);
        for (int i = 0; i < 3; ++i)
            workspace.addFile(fileOf("f", "2"), first(), u"Two"_s);
        QCOMPARE(collected(workspace).problems.size(), 1);
    }

    void whatAFileLosesToIsPartOfItsPresence()
    {
        Workspace workspace;
        workspace.addFile(fileOf("f", "1"), first(), u"One"_s);
        workspace.addFile(fileOf("f", "2"), {.because = {{}, {u"replace"_s}}}, u"Two"_s);
        QCOMPARE(collected(workspace).files.first().presence.control, QStringList{u"replace"_s});
    }

    void aFileThatIsNotMadeIsNoted()
    {
        Workspace workspace;
        const jinja::Sources because{{}, {u"a"_s}};
        workspace.leaveOut({.path = "f", .templatePath = "t", .because = because}, first());
        workspace.leaveOut({.path = "f", .templatePath = "t", .because = {{}, {u"b"_s}}}, first());
        workspace.leaveOut({.path = "g", .templatePath = "t", .because = {}}, first());
        const Rendering rendering = collected(workspace);
        QCOMPARE(rendering.leftOut.size(), 1);
        QCOMPARE(rendering.leftOut.first().path, "f"_ba);
        QCOMPARE(rendering.leftOut.first().because.control, (QStringList{u"a"_s, u"b"_s}));
    }

    void aFileThatIsMadeAfterAllIsNotLeftOut_data()
    {
        QTest::addColumn<Precedence>("precedence");
        QTest::addColumn<QStringList>("control");
        QTest::newRow("the other would have come first") << first() << QStringList{u"a"_s};
        QTest::newRow("it would have replaced the other") << replacing() << QStringList();
    }

    void aFileThatIsMadeAfterAllIsNotLeftOut()
    {
        QFETCH(const Precedence, precedence);
        QFETCH(const QStringList, control);
        Workspace workspace;
        workspace.leaveOut({.path = "f", .templatePath = "t", .because = {{}, {u"a"_s}}}, first());
        workspace.addFile(fileOf("f", "1"), precedence, u"One"_s);
        const Rendering rendering = collected(workspace);
        QVERIFY(rendering.leftOut.isEmpty());
        QCOMPARE(rendering.files.first().presence.control, control);
    }

    void aFileThatWouldBeReplacedDependsOnThat_data()
    {
        QTest::addColumn<Precedence>("precedence");
        QTest::addColumn<QStringList>("control");
        QTest::newRow("it would stay") << first() << QStringList();
        QTest::newRow("it would go") << plain() << QStringList{u"a"_s};
    }

    void aFileThatWouldBeReplacedDependsOnThat()
    {
        QFETCH(const Precedence, precedence);
        QFETCH(const QStringList, control);
        Workspace workspace;
        workspace.addFile(fileOf("f", "1"), first(), u"One"_s);
        workspace.leaveOut({.path = "f", .templatePath = "t", .because = {{}, {u"a"_s}}},
                           precedence);
        const Rendering rendering = collected(workspace);
        QVERIFY(rendering.leftOut.isEmpty());
        QCOMPARE(rendering.files.first().presence.control, control);
    }

    void onlyFoldersWithoutAnythingAreMade()
    {
        Workspace workspace;
        for (const char *folder : {"a", "a/b", "c", "c-d", "e"})
            workspace.addFolder(folder, {});
        workspace.addFile(fileOf("c/f", "1"), first(), u"One"_s);
        QCOMPARE(collected(workspace).folders, (QByteArrayList{"a/b", "c-d", "e"}));
    }

    void onlyPathsThatAreShownOtherwiseAreNoted()
    {
        Workspace workspace;
        workspace.show("a", "a");
        workspace.show("b", "******");
        QCOMPARE(collected(workspace).shownPaths, (ShownPaths{{"b", "******"}}));
    }

    void stepsThatCollideAreToldInARendering()
    {
        const Rendering rendering
            = SmallTemplate("{}",
                            "[{action: 'fetch:template', input: {url: ./one}}, {action: "
                            "'fetch:template', name: Second, input: {url: ./two}}]",
                            "{text: [{content: done}]}")
                  .file("one/f", "1")
                  .file("two/f", "2")
                  .rendered();
        QCOMPARE(rendering.files.first().content, "1"_ba);
        QCOMPARE(rendering.problems.size(), 1);
        QVERIFY(rendering.problems.first().message.contains(u"“Second”"));
        QCOMPARE(rendering.texts, QStringList{u"done"_s}); // the output is not lost for it
    }
};

QTEST_APPLESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
