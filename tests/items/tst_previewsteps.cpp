#include "models/items/previewsteps.h"
#include "tests/items/itemtesting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

FileTreeModel *filled(FileTreeModel *files, const QByteArrayList &paths,
                      const QByteArray &notNeeded = {})
{
    Plan plan;
    for (const QByteArray &path : paths) {
        PlannedFile file;
        file.change.path = path;
        file.change.kind = path == notNeeded ? ChangeClass::NotNeeded : ChangeClass::New;
        plan.files += file;
    }
    files->setPlan(plan);
    return files;
}

} // namespace

class TestPreviewSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsReadStaysShown()
    {
        FileTreeModel files;
        filled(&files, {"README.md", "a.txt", "b/c.txt"});
        QCOMPARE(fileToShow(files, "b/c.txt", true), QByteArray("b/c.txt"));
        QCOMPARE(fileToShow(files, "gone.txt", true), QByteArray("README.md"));
    }

    void theFieldsFirstFileIsFound()
    {
        FileTreeModel files;
        filled(&files, {"README.md", "a.txt", "b/c.txt"});
        QCOMPARE(linkedFile(files, "README.md"), QByteArray());
        files.setLinked({{"a.txt", 2}, {"b/c.txt", 1}}, u"Port"_s);
        QCOMPARE(linkedFile(files, "README.md"), QByteArray("b/c.txt")); // folders stand first
        QCOMPARE(linkedFile(files, "a.txt"), QByteArray("a.txt"));
        QCOMPARE(linkedFile(files, {}), QByteArray("b/c.txt"));
    }

    void whatNobodyWantsGivesWayToWhatIsSoonerRead()
    {
        FileTreeModel files;
        filled(&files, {".waymark.yaml"});
        QCOMPARE(fileToShow(files, {}, false), QByteArray(".waymark.yaml"));
        filled(&files, {".waymark.yaml", "b.txt"});
        QCOMPARE(fileToShow(files, ".waymark.yaml", true), QByteArray(".waymark.yaml"));
        QCOMPARE(fileToShow(files, ".waymark.yaml", false), QByteArray("b.txt"));
        filled(&files, {".waymark.yaml", "a.txt", "b.txt"});
        QCOMPARE(fileToShow(files, "b.txt", false), QByteArray("b.txt")); // nothing jumps
        filled(&files, {".waymark.yaml", "README.md", "a.txt", "b.txt"});
        QCOMPARE(fileToShow(files, "b.txt", false), QByteArray("README.md"));
    }

    void theFirstFileIsOneThatIsRead_data()
    {
        QTest::addColumn<QByteArrayList>("paths");
        QTest::addColumn<QByteArray>("notNeeded");
        QTest::addColumn<QByteArray>("first");
        const auto row
            = [](const char *name, const QByteArrayList &paths, const QByteArray &notNeeded,
                 const QByteArray &first) { QTest::newRow(name) << paths << notNeeded << first; };
        row("the README", {".a", "README.de.md", "README.md", "a.txt"}, {}, "README.md");
        row("a README in another language", {".a", "README.de.md", "a.txt"}, {}, "README.de.md");
        row("a folder of that name is none", {"a/b.txt", "readme/c.txt"}, {}, "a/b.txt");
        row("no README: the first", {"b.txt", "c.txt"}, {}, "b.txt");
        row("hidden ones are passed over", {".a/b.yaml", ".c", "d/.e", "f.txt"}, {}, "f.txt");
        row("those that are not needed too", {"README.md", "b.txt"}, "README.md", "b.txt");
        row("hidden ones only", {".a/b.yaml", ".c"}, {}, ".a/b.yaml");
        row("nothing is needed", {"a.txt"}, "a.txt", "a.txt");
        row("no file", {}, {}, {});
    }

    void theFirstFileIsOneThatIsRead()
    {
        QFETCH(const QByteArrayList, paths);
        QFETCH(const QByteArray, notNeeded);
        QFETCH(const QByteArray, first);
        FileTreeModel files;
        filled(&files, paths, notNeeded);
        QCOMPARE(fileToShow(files, {}, false), first);
    }

    void filesAreGoneThroughInARing()
    {
        FileTreeModel files;
        filled(&files, {"a.txt", "b.txt", "c/d.txt"});
        QCOMPARE(fileBeside(files, "c/d.txt", 1), QByteArray("a.txt"));
        QCOMPARE(fileBeside(files, "a.txt", 1), QByteArray("b.txt"));
        QCOMPARE(fileBeside(files, "c/d.txt", -1), QByteArray("b.txt"));
        const FileTreeModel none;
        QCOMPARE(fileBeside(none, "a.txt", 1), QByteArray());
    }

    void aLineSaysWhereItComesFrom()
    {
        FormModel form;
        form.setTemplate(asking("[{properties: {memory: {type: integer, title: Memory per copy},"
                                " size: {type: string, title: Size}}}]"));
        const LineOrigin written{.answers = {u"memory"_s},
                                 .conditions = {u"size"_s},
                                 .templateFile = u"deploy.yaml"_s,
                                 .position = {31, 4}};
        QCOMPARE(fieldOf(written, form), AnswerPath{u"memory"_s});
        QCOMPARE(originText(written, form), u"From Memory per copy · deploy.yaml:31"_s);
        const LineOrigin own{.templateFile = u"/t/go/skeleton/a.yaml"_s, .position = {2, 1}};
        QCOMPARE(originText(own, form, u"/t/go"_s), u"skeleton/a.yaml:2"_s);
        const LineOrigin shared{.templateFile = u"/t/parts/a.yaml"_s, .position = {2, 1}};
        QCOMPARE(originText(shared, form, u"/t/go"_s), u"parts/a.yaml:2"_s);
        const LineOrigin decided{.conditions = {u"size"_s}};
        QCOMPARE(fieldOf(decided, form), AnswerPath{u"size"_s});
        QCOMPARE(originText(decided, form), u"Here because of Size"_s);
        const LineOrigin unknown{.answers = {u"gone"_s}};
        QCOMPARE(fieldOf(unknown, form), AnswerPath());
        QCOMPARE(originText(unknown, form), QString());
    }
};

QTEST_MAIN(TestPreviewSteps)
#include "tst_previewsteps.moc"
