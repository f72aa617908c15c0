#include "models/plan/cookiecutterproject.h"

#include "tests/plan/renderingpicture.h"

#include <QTest>

using namespace waymark;
using namespace Qt::StringLiterals;
using namespace waymark::testing;

namespace {

Rendering collected(CookiecutterProject project)
{
    Rendering rendering;
    project.collectInto(rendering);
    return rendering;
}

} // namespace

class TestCookiecutterProject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldersAreMadeWithThoseAroundThem()
    {
        CookiecutterProject project;
        QVERIFY(project.addFolder("a/b", {}));
        QVERIFY(project.hasFolder("a"));
        QVERIFY(!project.addFolder("a", {}));
        QVERIFY(!project.addFolder("", {}));
        QVERIFY(project.addFolder("a/c", {}));
        project.addFile({.path = "a/c/f"});
        QCOMPARE(collected(project).folders, QByteArrayList{"a/b"});
    }

    void theLaterOfTwoFilesStays()
    {
        CookiecutterProject project;
        project.addFile({.path = "f", .content = "1", .templatePath = "t1"});
        project.addFile({.path = "f", .content = "1", .templatePath = "t2"});
        QCOMPARE(collected(project).problems.size(), 0);
        project.addFile({.path = "f", .content = "2", .templatePath = "t3"});
        const Rendering rendering = collected(project);
        QCOMPARE(picture(rendering), QStringList{u"f=2"_s});
        QCOMPARE(rendering.problems.size(), 1);
        QCOMPARE(rendering.problems.first().code, u"template.twice"_s);
        QCOMPARE(rendering.problems.first().severity, Severity::Warning);
    }

    void aFileNeedsItsFolder()
    {
        CookiecutterProject project;
        project.addFile({.path = "a/f"});
        QCOMPARE(fileOf(collected(project), "a/f").problems.value(0).code, u"template.no-folder"_s);
    }

    void whatIsTakenAwayIsGone()
    {
        CookiecutterProject project;
        project.addFolder("a/b", {});
        project.addFolder("ab", {});
        project.addFile({.path = "a/f"});
        project.addFile({.path = "a/b/g"});
        project.addFile({.path = "ab/h"});
        project.removeBelow("a");
        QVERIFY(!project.hasFolder("a") && !project.hasFolder("a/b"));
        QCOMPARE(picture(collected(project)), QStringList{u"ab/h="_s});
    }

    void whatIsMadeIsNotLeftOut()
    {
        CookiecutterProject project;
        const jinja::Sources because{.data = {}, .control = {u"x"_s}};
        project.leaveOut({.path = "f", .templatePath = "t", .because = because});
        project.leaveOut({.path = "g", .templatePath = "u", .because = because});
        project.leaveOut({.path = "h", .templatePath = "v", .because = {}});
        project.addFile({.path = "f"});
        project.leaveOut({.path = "f", .templatePath = "t", .because = because});
        QCOMPARE(leftOut(collected(project)), QStringList{u"g: x"_s});
    }

    void aProblemIsToldOnce()
    {
        CookiecutterProject project;
        project.tell({.message = u"m"_s});
        project.tell({.message = u"m"_s});
        QCOMPARE(collected(project).problems.size(), 1);
    }
};

QTEST_MAIN(TestCookiecutterProject)

#include "tst_cookiecutterproject.moc"
