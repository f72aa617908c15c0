#include "models/plan/executedrendering.h"
#include "models/plan/planhash.h"
#include "tests/plan/renderingpicture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

constexpr auto secretText = "hunter2-hunter2";

/// A form with a secret, and what is rendered with it.
Form withPassword()
{
    const auto read = FormSchema::read(
        Map{{u"properties"_s,
             Map{{u"password"_s, Map{{u"type"_s, u"string"_s}, {u"ui:field"_s, u"Secret"_s}}},
                 {u"name"_s, Map{{u"type"_s, u"string"_s}}}}}});
    return Form(read.schema,
                {{u"password"_s, QString::fromLatin1(secretText)}, {u"name"_s, u"o"_s}});
}

RenderedFile rendered(const QByteArray &path, const QByteArray &content, const QString &answer = {})
{
    RenderedFile file{.path = path, .content = content, .templatePath = "t/" + path};
    if (!answer.isEmpty())
        file.provenance = {.templates = {u"t"_s},
                           .answers = {{}, {.data = {answer}}},
                           .stretches = {{.end = content.size(), .answers = 1}}};
    return file;
}

Rendering threeFiles()
{
    Rendering rendering;
    rendering.files = {rendered("a", "a\n", u"name"_s), rendered("b", "b\n"),
                       rendered("key", "k\n", u"password"_s)};
    rendering.folders = {"empty"};
    rendering.leftOut = {{.path = "c", .templatePath = "t/c", .because = {.control = {u"name"_s}}}};
    rendering.commands
        = {{.name = u"hooks/post_gen_project.sh"_s, .templatePath = "hooks/post_gen_project.sh"}};
    rendering.undone
        = {{.step = u"post_gen_project"_s,
            .action = u"hooks/post_gen_project.sh"_s,
            .isRunnable = true},
           {.step = u"pre_prompt"_s, .action = u"hooks/pre_prompt.sh"_s, .isRunnable = true}};
    return rendering;
}

/// The same without the file that holds the secret.
Rendering twoPlainFiles()
{
    Rendering rendering = threeFiles();
    rendering.files.removeLast();
    return rendering;
}

ExecutedRendering executed(const Rendering &before, const QList<TemplateFile> &files,
                           const QList<QByteArray> &folders = {},
                           const QByteArrayList &gitFolders = {})
{
    return executedRendering(
        before, {.tree = TemplateTree(files, folders), .gitFolders = gitFolders, .runs = {}},
        SecretMask(withPassword()));
}

QStringList changesOf(const ExecutedRendering &executed)
{
    QStringList lines;
    for (const Change &change : executed.changes)
        lines += QString(changeClassName(change.kind)) + u' ' + QString::fromUtf8(change.path);
    return lines;
}

} // namespace

class TestExecutedRendering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatStaysKeepsAllThatIsKnownOfIt()
    {
        const Rendering before = threeFiles();
        const auto after = executed(before,
                                    {{.path = "a", .content = "a\n"},
                                     {.path = "b", .content = "b\n"},
                                     {.path = "key", .content = "k\n"}},
                                    {"empty"});
        QCOMPARE(changesOf(after), QStringList());
        QCOMPARE(picture(after.rendering), picture(before));
        QCOMPARE(fileOf(after.rendering, "a").provenance.all().data, QStringList{u"name"_s});
        QCOMPARE(after.rendering.folders, QByteArrayList{"empty"});
        QCOMPARE(leftOut(after.rendering), QStringList{u"c: name"_s});
    }

    void whatStaysAtTheDestinationIsNoChange()
    {
        const QList<RenderedFile> kept{{.path = "b", .content = "their own\n"}};
        const auto after = [&kept](const QByteArray &content) {
            return executedRendering(twoPlainFiles(),
                                     {.tree = TemplateTree({{.path = "a", .content = "a\n"},
                                                            {.path = "b", .content = content}}),
                                      .gitFolders = {},
                                      .runs = {}},
                                     SecretMask(withPassword()), kept);
        };
        QCOMPARE(changesOf(after("their own\n")), QStringList());
        QCOMPARE(fileOf(after("their own\n").rendering, "b").content, "b\n"_ba);
        QCOMPARE(changesOf(after("their own, and more\n")), QStringList{u"updated b"_s});
        QCOMPARE(changesOf(after("b\n")), QStringList{u"updated b"_s});
    }

    void whatIsKeptIsThatOfTheDestination()
    {
        Plan plan;
        const auto file = [](const QByteArray &path, ChangeClass kind, const QByteArray &own) {
            PlannedFile made;
            made.change = {.path = path,
                           .kind = kind,
                           .mode = FileMode::Regular,
                           .oldMode = FileMode::Regular,
                           .oldContent = own};
            return made;
        };
        plan.files = {file("empty", ChangeClass::Kept, ""), file("kept", ChangeClass::Kept, "own"),
                      file("large", ChangeClass::Kept, ""), file("new", ChangeClass::New, "")};
        plan.destination.entries = {{"empty", {.hash = contentHash({})}},
                                    {"kept", {.hash = contentHash("own"), .content = "own"}},
                                    {"large", {.hash = "of more than is read"}}};
        Rendering kept;
        kept.files = keptFiles(plan);
        QCOMPARE(picture(kept), (QStringList{u"empty="_s, u"kept=own"_s}));
    }

    void whatChangedIsSorted()
    {
        const auto after = executed(threeFiles(),
                                    {{.path = "0", .content = "new"},
                                     {.path = "a", .content = "changed\n"},
                                     {.path = "b", .mode = FileMode::Executable, .content = "b\n"}},
                                    {"other"});
        QCOMPARE(changesOf(after),
                 (QStringList{u"new 0"_s, u"updated a"_s, u"updated b"_s, u"deleted key"_s}));
        QCOMPARE(picture(after.rendering), (QStringList{u"0=new"_s, u"a=changed\n"_s, u"b=b\n"_s}));
        QCOMPARE(after.rendering.folders, QByteArrayList{"other"});
        QCOMPARE(after.changes.at(1).oldContent, "a\n"_ba);
        QCOMPARE(after.changes.at(2).mode, FileMode::Executable);
        QCOMPARE(after.changes.at(2).oldMode, FileMode::Regular);
        QVERIFY(!after.changes.at(3).mode);
    }

    void aChangedFileDependsOnWhatItDependedOn()
    {
        const auto after = executed(twoPlainFiles(), {{.path = "a", .content = "changed\n"}});
        const RenderedFile file = fileOf(after.rendering, "a");
        QCOMPARE(file.provenance.between(0, 3).data, QStringList{u"name"_s});
        QCOMPARE(file.templatePath, "t/a"_ba);
        QCOMPARE(after.secret, QByteArrayList());
        const auto secret = executed(threeFiles(), {{.path = "key", .content = "changed\n"}});
        QCOMPARE(fileOf(secret.rendering, "key").provenance.all().data, QStringList{u"password"_s});
        QCOMPARE(secret.secret, QByteArrayList{"key"});
    }

    void aNewFileComesFromTheHook()
    {
        const auto after = executed(twoPlainFiles(), {{.path = "new", .content = "n"}});
        QCOMPARE(fileOf(after.rendering, "new").templatePath, "hooks/post_gen_project.sh"_ba);
        QVERIFY(fileOf(after.rendering, "new").provenance.all().isEmpty());
    }

    void whatAHookTookAwayIsNotNeededAndWhatItMadeIs()
    {
        const auto after = executed(
            threeFiles(), {{.path = "b", .content = "b\n"}, {.path = "c", .content = "c"}});
        QCOMPARE(leftOut(after.rendering), (QStringList{u"a: "_s, u"key: "_s}));
        QCOMPARE(picture(after.rendering), (QStringList{u"b=b\n"_s, u"c=c"_s}));
    }

    void aHookThatKnowsASecretMayWriteItAnywhere()
    {
        Rendering before = twoPlainFiles();
        before.commands.first().dependsOnSecret = true;
        const auto after = executed(before,
                                    {{.path = "a", .content = "a\n"},
                                     {.path = "b", .content = "x"},
                                     {.path = "n", .content = "y"}});
        QVERIFY(!SecretMask(withPassword()).covers(fileOf(after.rendering, "a").provenance.all()));
        for (const char *path : {"b", "n"})
            QVERIFY(
                SecretMask(withPassword()).covers(fileOf(after.rendering, path).provenance.all()));
        QCOMPARE(after.secret, (QByteArrayList{"b", "n"}));
    }

    void aHookThatFindsASecretMayWriteItAnywhere_data()
    {
        QTest::addColumn<RenderedFile>("file");
        QTest::newRow("in a file") << rendered("key", "k\n", u"password"_s);
        QTest::newRow("written out") << rendered("key", QByteArray("p=") + secretText);
        QTest::newRow("in a path") << rendered(secretText, "k\n");
        RenderedFile there = rendered("key", "k\n");
        there.presence = {.control = {u"password"_s}};
        QTest::newRow("in there being a file") << there;
        RenderedFile link = rendered("key", secretText);
        link.mode = FileMode::Link;
        QTest::newRow("in where a link points") << link;
    }

    void aHookThatFindsASecretMayWriteItAnywhere()
    {
        QFETCH(const RenderedFile, file);
        Rendering before = twoPlainFiles();
        before.files += file;
        // The same turned around, or in base64: nothing of it is found in the text.
        const auto after = executed(before,
                                    {{.path = "a", .content = "a\n"},
                                     {.path = "b", .content = "2retnuh-2retnuh"},
                                     {.path = "n", .content = "aHVudGVyMg=="}});
        for (const char *path : {"b", "n"}) {
            QVERIFY(after.secret.contains(path));
            QVERIFY(
                SecretMask(withPassword()).covers(fileOf(after.rendering, path).provenance.all()));
        }
        QVERIFY(!after.secret.contains("a"));
    }

    void aSecretThatIsWrittenOutIsSeen()
    {
        const auto after
            = executed(threeFiles(), {{.path = "b", .content = QByteArray("p=") + secretText}});
        QVERIFY(after.secret.contains("b"));
    }

    void whatHasRunIsNoLongerUndone()
    {
        const auto after = executed(threeFiles(), {});
        QCOMPARE(after.rendering.undone.size(), 1);
        QCOMPARE(after.rendering.undone.first().step, u"pre_prompt"_s);
        QVERIFY(after.rendering.commands.isEmpty());
    }

    void aRecordThatIsGoneIsNoneAnyMore()
    {
        Rendering before = threeFiles();
        before.madeRecord = "b";
        QCOMPARE(executed(before, {{.path = "b", .content = "other"}}).rendering.madeRecord,
                 "b"_ba);
        QVERIFY(executed(before, {}).rendering.madeRecord.isEmpty());
    }

    void repositoriesAreNoted()
    {
        const auto after = executed(threeFiles(), {}, {}, {".git", "sub/.git"});
        QCOMPARE(after.notes.size(), 2);
        QCOMPARE(after.notes.first().severity, Severity::Note);
        QVERIFY(after.notes.last().message.contains(u"sub/.git"_s));
    }

    void whatIsKeptIsNotShownAsChanged()
    {
        const auto changeOf = [](const QByteArray &path, ChangeClass kind) {
            Change change;
            change.path = path;
            change.kind = kind;
            return change;
        };
        Plan plan;
        plan.files += PlannedFile{.change = changeOf("kept", ChangeClass::Kept)};
        plan.files += PlannedFile{.change = changeOf("made", ChangeClass::New)};
        const QList<Change> changes = withoutKept({changeOf("gone", ChangeClass::Deleted),
                                                   changeOf("kept", ChangeClass::Updated),
                                                   changeOf("made", ChangeClass::Updated)},
                                                  plan);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.first().path, "gone"_ba);
        QCOMPARE(changes.last().path, "made"_ba);
    }
};

QTEST_APPLESS_MAIN(TestExecutedRendering)
#include "tst_executedrendering.moc"
