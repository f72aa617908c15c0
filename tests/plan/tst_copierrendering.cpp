#include "models/plan/planhash.h"
#include "models/plan/planner.h"
#include "models/plan/rendermemory.h"
#include "tests/catalog/copiertesting.h"
#include "tests/plan/renderingpicture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

struct Made
{
    LoadedTemplate loaded;
    Rendering rendering;
};

Made made(const QByteArray &yaml, QList<TemplateFile> files, const QByteArray &answers = "{}",
          const QList<QByteArray> &folders = {}, const TemplateRevision &revision = {})
{
    Made result;
    result.loaded.entry.source = {.name = u"tests"_s, .folder = u"/t"_s};
    result.loaded.entry.definition = testing::copierTemplate(yaml, {}, revision);
    for (const Problem &problem : result.loaded.entry.definition.problems)
        qWarning("%s", qPrintable(problem.toString()));
    files += {.path = "copier.yml", .content = yaml};
    result.loaded.tree = TemplateTree(files, folders);
    result.rendering = render(result.loaded,
                              atItsOccasion({.form = Form(result.loaded.entry.definition.form,
                                                          testing::answersOf(answers)),
                                             .now = QDateTime({2026, 2, 3}, {4, 5}, QTimeZone::UTC),
                                             .seed = "9f2c",
                                             .destination = u"/srv/orders"_s}));
    return result;
}

} // namespace

class TestCopierRendering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAreCopiedOrRendered()
    {
        const Made one = made("name: x\n",
                              {{.path = "a.txt.jinja", .content = "{{ name }}\n"},
                               {.path = "b.txt", .content = "{{ name }}"},
                               {.path = "{{ name }}/c", .content = "c"}});
        QCOMPARE(testing::picture(one.rendering),
                 (QStringList{u"a.txt=x\n"_s, u"b.txt={{ name }}"_s, u"x/c=c"_s}));
        QCOMPARE(testing::problemsOf(one.rendering), QStringList());
    }

    void everyByteOfATemplateKnowsItsAnswers()
    {
        const Made one = made("name: x\nslug: \"{{ name }}\"\n",
                              {{.path = "a.jinja", .content = "n={{ slug }}"}});
        const RenderedFile file = testing::fileOf(one.rendering, "a");
        QCOMPARE(file.provenance.templates, QStringList{u"/t/a.jinja"_s});
        QCOMPARE(file.provenance.between(2, 3).data, (QStringList{u"name"_s, u"slug"_s}));
        QCOMPARE(file.provenance.between(0, 2).data, QStringList());
    }

    void whatIsLeftOutSaysWhichAnswersCouldBringIt()
    {
        const Made one
            = made("docs: no\nkind: lib\nlist: {type: yaml, default: []}\n"
                   "_exclude: [copier.yml, \"{% if kind == 'lib' %}main{% endif %}\"]\n",
                   {{.path = "{% if docs %}docs{% endif %}/a", .content = "a"},
                    {.path = "main", .content = "m"},
                    {.path = "{% yield x from list %}{{ x }}{% endyield %}", .content = "x"}});
        QCOMPARE(testing::leftOut(one.rendering),
                 (QStringList{u"copier.yml: kind"_s, u"main: kind"_s,
                              u"{% if docs %}docs{% endif %}/a: docs"_s,
                              u"{% yield x from list %}{{ x }}{% endyield %}: list"_s}));
    }

    void presenceDependsOnNamesAndLoops()
    {
        const Made one = made("list: {type: yaml, default: [a]}\n",
                              {{.path = "{% yield x from list %}{{ x }}{% endyield %}.txt.jinja",
                                .content = "{{ x }}"}});
        const RenderedFile file = testing::fileOf(one.rendering, "a.txt");
        QVERIFY(file.presence.names(u"list"_s));
        QCOMPARE(file.provenance.all().data, QStringList{u"list"_s});
    }

    void tasksAreNamedAndNotRun()
    {
        const Made one
            = made("name: it's\n_tasks:\n  - echo {{ name }}\n  - [touch, \"{{ name }}\"]\n"
                   "  - {command: never, when: \"{{ name == 'y' }}\"}\n"
                   "  - {command: make, working_directory: \"sub {{ _copier_operation }}\"}\n"
                   "_migrations:\n  - {version: v2, command: \"move {{ _version_to }}\"}\n",
                   {{.path = "a", .content = "a"}});
        QStringList commands;
        for (const UndoneAction &action : one.rendering.undone) {
            commands += action.command;
            QCOMPARE(action.place.severity, Severity::Note);
            QCOMPARE(action.place.file, u"/t/copier.yml"_s);
        }
        QCOMPARE(commands,
                 (QStringList{u"echo it's"_s, u"touch 'it'\"'\"'s'"_s, u"cd 'sub copy' && make"_s,
                              u"move "_s}));
        QCOMPARE(one.rendering.undone.first().place.position->line, 3);
        QVERIFY(one.rendering.undone.last().isExpected);
        QVERIFY(!one.rendering.undone.last().isRunnable);
        const QList<TemplateCommand> &runnable = one.rendering.commands;
        QCOMPARE(runnable.size(), 3); // no migration
        QCOMPARE(runnable.at(0).words, (QStringList{u"/bin/sh"_s, u"-c"_s, u"echo it's"_s}));
        QCOMPARE(runnable.at(1).words, (QStringList{u"touch"_s, u"it's"_s}));
        QCOMPARE(runnable.at(2).workingDirectory, u"sub copy"_s);
        QCOMPARE(runnable.at(2).environment.value(u"STAGE"_s), u"task"_s);
        QCOMPARE(runnable.at(2).templatePath, "copier.yml"_ba);
    }

    void aTaskThatKnowsASecretShowsNothingOfIt()
    {
        const Made one = made("pw: {type: str, secret: true, default: hunter2-hunter2}\n"
                              "name: x\n_tasks:\n  - login {{ pw }}\n  - echo {{ name }}\n"
                              "  - echo {{ gone|nope }}\n",
                              {});
        QCOMPARE(one.rendering.undone.first().command, u"login ******"_s);
        QVERIFY(!one.rendering.undone.first().reason.contains(u"hunter2"_s));
        QCOMPARE(one.rendering.commands.first().words.last(), u"login hunter2-hunter2"_s);
        QVERIFY(one.rendering.commands.first().dependsOnSecret);
        QVERIFY(!one.rendering.commands.at(1).dependsOnSecret);
        QVERIFY(!one.rendering.commands.at(1).problem);
        QVERIFY(one.rendering.commands.at(2).problem);
        QCOMPARE(one.rendering.undone.at(2).command, u"echo {{ gone|nope }}"_s);
    }

    void aSecretThatIsAnArgumentIsWarnedOf()
    {
        const Made one = made("pw: {type: str, secret: true, default: hunter2-hunter2}\n"
                              "name: x\n_tasks:\n  - [login, \"{{ pw }}\"]\n"
                              "  - [login, \"{{ name }}\"]\n  - login <<<{{ pw }}\n",
                              {});
        QCOMPARE(one.rendering.problems.size(), 1);
        const Problem &problem = one.rendering.problems.first();
        QCOMPARE(problem.severity, Severity::Warning);
        QCOMPARE(problem.code, u"template.secret-argument"_s);
        QVERIFY(problem.position);
        QVERIFY2(!problem.toString().contains(u"hunter2"_s), qPrintable(problem.toString()));
    }

    void messagesAreShown()
    {
        const Made one = made("name: x\n_message_after_copy: Made {{ name }}.\n", {});
        QCOMPARE(one.rendering.texts, QStringList{u"Made x."_s});
        const Made other = made("name: x\n_message_after_copy: \"Made {{ name|gone }}.\"\n", {});
        QCOMPARE(other.rendering.problems.size(), 1);
        QCOMPARE(other.rendering.problems.first().severity, Severity::Warning);
    }

    void hostileTemplatesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("link"); // of "out", empty: there is none
        QTest::addColumn<QString>("problem");
        const auto row
            = [](const char *name, const char *yaml, const char *link, const char *problem) {
                  QTest::newRow(name)
                      << QByteArray(yaml) << QByteArray(link) << QString::fromUtf8(problem);
              };
        row("a subdirectory above", "_subdirectory: ..\n", "",
            "“_subdirectory” leads out of the template: “..”.");
        row("a subdirectory by way of another", "_subdirectory: a/../../b\n", "",
            "“_subdirectory” leads out of the template: “a/../../b”.");
        row("an absolute subdirectory", "_subdirectory: /etc\n", "",
            "“_subdirectory” leads out of the template: “/etc”.");
        row("a subdirectory that an answer names", "a: ../x\n_subdirectory: \"{{ a }}\"\n", "",
            "“_subdirectory” leads out of the template: “../x”.");
        row("no subdirectory", "_subdirectory: gone\n", "",
            "There is no folder “gone” in the template.");
        row("a link out of the template", "a: b\n", "../../etc/passwd",
            "This link leads out of the template, or in a circle.");
        row("an absolute link", "a: b\n", "/etc/passwd",
            "This link leads out of the template, or in a circle.");
        row("a link to itself", "a: b\n", "out",
            "This link leads out of the template, or in a circle.");
        row("a link to the folder it is in", "a: b\n", ".",
            "Links to folders lead in a circle, or folders are too deep.");
        row("a link to nothing", "a: b\n", "gone", "This link leads to nothing.");
    }

    void hostileTemplatesAreRefused()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QByteArray, link);
        QFETCH(const QString, problem);
        QList<TemplateFile> files{{.path = "x", .content = "x"}};
        if (!link.isEmpty())
            files += {.path = "out", .mode = FileMode::Link, .content = link};
        const Made one = made(yaml, files);
        QCOMPARE(one.rendering.problems.size(), 1);
        QCOMPARE(one.rendering.problems.first().message, problem);
    }

    void namesThatLeadOutAreRefused()
    {
        for (const char *to : {"../../x", "/etc/x", "a/../../x"}) {
            const Made one
                = made("to: " + QByteArray(to) + '\n', {{.path = "{{ to }}", .content = "x"}});
            QCOMPARE(one.rendering.files.size(), 1);
            QVERIFY(one.rendering.files.first().problems.first().message.contains(
                u"leads out of the service"));
        }
    }

    void everyNameThatLeadsOutIsTold()
    {
        const Made one
            = made("to: {type: yaml, default: [../x, /etc/x, a/../../x, fine]}\n",
                   {{.path = "{% yield t from to %}{{ t }}{% endyield %}", .content = "x"}});
        QStringList messages;
        for (const RenderedFile &file : one.rendering.files) {
            for (const Problem &problem : file.problems)
                messages += problem.message;
        }
        const QString out = u"Its name leads out of the service: “%1”."_s;
        QCOMPARE(messages,
                 (QStringList{out.arg(u"../x"), out.arg(u"/etc/x"), out.arg(u"a/../../x")}));
        QCOMPARE(testing::fileOf(one.rendering, "fine").content, "x"_ba);
    }

    void anEmptyFolderWithoutANameIsTold_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<QString>("message");
        QTest::newRow("it leads out")
            << "{{ to }}"_ba << u"Its name leads out of the service: “../x”."_s;
        QTest::newRow("in another")
            << "a/{{ to }}/{{ to }}"_ba << u"Its name leads out of the service: “a/../x/../x”."_s;
        QTest::newRow("it cannot be rendered") << "{{ to.b.c }}"_ba << u"In the name of the "_s;
    }

    void anEmptyFolderWithoutANameIsTold()
    {
        QFETCH(const QByteArray, folder);
        QFETCH(const QString, message);
        const Made one = made("to: ../x\n", {}, "{}", {folder});
        const Problem problem = one.rendering.problems.value(0);
        QVERIFY2(problem.message.startsWith(message), qPrintable(problem.toString()));
        QCOMPARE(problem.file, u"/t/"_s + QString::fromUtf8(folder));
        QCOMPARE(problem.severity, Severity::Error);
        const Made filled
            = made("to: ../x\n", {{.path = folder + "/f", .content = "x"}}, "{}", {folder});
        QCOMPARE(filled.rendering.problems, QList<Problem>());
        QCOMPARE(filled.rendering.files.size(), 1);
        QVERIFY(!filled.rendering.files.first().problems.isEmpty());
    }

    void aFolderThatIsNamedByASecretIsShownWithoutIt()
    {
        const Made one = made("pw: {type: str, secret: true, default: q9z7}\n", {}, "{}",
                              {"{{ pw }}", "{{ pw }}/in-{{ pw|upper }}"});
        QCOMPARE(one.rendering.folders, QByteArrayList{"q9z7/in-Q9Z7"});
        QCOMPARE(one.rendering.shownPaths.value("q9z7/in-Q9Z7"), "******/in-******"_ba);
        QCOMPARE(one.rendering.shownPaths.value("q9z7"), "******"_ba);
    }

    void aNameThatIsNoTextIsAProblemOfItsFile()
    {
        const Made one
            = made("a: b\n",
                   {{.path = "caf\xe9", .content = "x"}, {.path = "{{ a.b.c }}", .content = "x"}});
        QCOMPARE(one.rendering.files.size(), 2);
        QVERIFY(!one.rendering.files.first().problems.isEmpty());
        QVERIFY(one.rendering.files.last().problems.first().message.startsWith(
            u"In the name of the file: "));
    }

    void aTemplateThatIsNoTextIsAProblem()
    {
        const Made one = made("a: b\n", {{.path = "x.jinja", .content = "caf\xe9"}});
        QCOMPARE(testing::fileOf(one.rendering, "x").problems.first().code, u"template.encoding"_s);
    }

    void aCheckoutHasWhatACloneHas()
    {
        const Made one
            = made("a: b\n", {{.path = "built.log", .content = "x"}}, "{}", {"empty"},
                   {.description = u"v1"_s, .commit = QString(40, u'a'), .ignored = {"built.log"}});
        QCOMPARE(one.rendering.files.size(), 0);
        QCOMPARE(one.rendering.folders, QByteArrayList());
        const Made other = made("a: b\n", {}, "{}", {"empty"});
        QCOMPARE(other.rendering.folders, QByteArrayList{"empty"});
    }

    void aPatternThatTakesTooLongIsNamedWhereItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("of what is left out") << "_exclude"_ba;
        QTest::newRow("of what is kept") << "_skip_if_exists"_ba;
    }
    void aPatternThatTakesTooLongIsNamedWhereItIsWritten()
    {
        QFETCH(const QByteArray, key);
        const QByteArray pattern = QByteArray("*a").repeated(20) + 'b';
        const Made one = made("n: a\n" + key + ": ['" + pattern + "']\n",
                              {{.path = QByteArray(200, 'a') + "bx", .content = "x"}});
        QCOMPARE(one.rendering.problems.size(), 1);
        const Problem &problem = one.rendering.problems.first();
        QCOMPARE(problem.code, u"regex.limit"_s);
        QVERIFY(problem.message.contains(QString::fromUtf8(pattern)));
        QVERIFY(problem.file.endsWith(u"copier.yml"));
        QCOMPARE(problem.position.value_or(SourcePosition{}).line, 2);
    }

    void filesTogetherHaveALimit()
    {
        Made one = made("n: a\n", {});
        QList<TemplateFile> files;
        for (int i = 0; i < 40; ++i)
            files += {.path = QByteArray::number(i) + ".jinja",
                      .content = "{% for i in range(20) %}{{ n }}{{ i }}{% endfor %}"};
        one.loaded.tree = TemplateTree(files, {});
        RenderRequest request = atItsOccasion({.form = Form(one.loaded.entry.definition.form),
                                               .now = QDateTime::fromSecsSinceEpoch(0),
                                               .seed = "0"});
        request.limits.output = 2000;
        const QList<Problem> problems = render(one.loaded, request).problems;
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().code, u"template.limit"_s);
        const std::stop_source stop;
        stop.request_stop();
        request.stop = stop.get_token();
        QCOMPARE(render(one.loaded, request).problems.first().code, u"template.cancelled"_s);
    }

    void ofTwoFilesTheLaterStaysUnlessItIsToBeKept()
    {
        const QList<TemplateFile> files{{.path = "a", .content = "first"},
                                        {.path = "{{ n }}", .content = "second"}};
        const Made one = made("n: a\n", files);
        QCOMPARE(testing::picture(one.rendering), QStringList{u"a=second"_s});
        QCOMPARE(one.rendering.problems.first().code, u"template.twice"_s);
        const Made kept = made("n: a\n_skip_if_exists: [a]\n", files);
        QCOMPARE(testing::picture(kept.rendering), QStringList{u"a=first"_s});
    }

    void filesReadWhatIsAtTheDestination()
    {
        const QTemporaryDir scratch;
        const auto write = [&scratch](const QByteArray &content) {
            QFile file(scratch.filePath(u"parent.yml"_s));
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        };
        QVERIFY(write("name: first\n"));
        const Made one = made("file: parent\n_external_data: {up: \"{{ file }}.yml\"}\n"
                              "_message_after_copy: \"{{ _external_data.up.name }}!\"\n",
                              {{.path = "a.jinja", .content = "{{ file }}"},
                               {.path = "{{ _external_data.up.name }}.txt", .content = "x"},
                               {.path = "b.jinja", .content = "{{ _external_data.up.name }}"}});
        RenderMemory memory;
        const RenderRequest request{.form = Form(one.loaded.entry.definition.form),
                                    .now = {},
                                    .seed = "9f2c",
                                    .destination = scratch.path()};
        const Rendering first = render(one.loaded, request, memory);
        QCOMPARE(testing::picture(first),
                 (QStringList{u"a=parent"_s, u"b=first"_s, u"first.txt=x"_s}));
        QCOMPARE(first.texts, QStringList{u"first!"_s});
        QVERIFY(testing::fileOf(first, "b").provenance.all().names(u"file"_s));
        QVERIFY(write("name: second\n"));
        const Rendering second = render(one.loaded, request, memory);
        QCOMPARE(testing::picture(second),
                 (QStringList{u"a=parent"_s, u"b=second"_s, u"second.txt=x"_s}));
        QCOMPARE(memory.renderedAgain(), QByteArrayList{"b"});
    }

    void filesReadWhatTheTemplateMadeBefore()
    {
        const QByteArray yaml = "name: x\n_external_data: {made: m.yml}\n";
        const TemplateFile file{.path = "m.yml.jinja", .content = "name: {{ name }}"};
        const QByteArray reading = "{{ _external_data.made.name }}";
        const Made behind = made(yaml, {file, {.path = "z.jinja", .content = reading}});
        QCOMPARE(testing::picture(behind.rendering), (QStringList{u"m.yml=name: x"_s, u"z=x"_s}));
        const Made before = made(yaml,
                                 {file,
                                  {.path = "a.jinja", .content = reading},
                                  {.path = "z.jinja", .content = reading}});
        QCOMPARE(testing::picture(before.rendering),
                 (QStringList{u"a="_s, u"m.yml=name: x"_s, u"z="_s})); // it is read once
    }

    void whatLeadsOutOfTheServiceIsToldWhereItIsRead()
    {
        const QByteArray yaml = "name: x\n_external_data:\n  out: ../{{ name }}\n";
        const Made one = made(yaml,
                              {{.path = "a.jinja", .content = "a{{ _external_data.out.b }}"},
                               {.path = "b.jinja", .content = "{{ _external_data.out.c }}"}});
        QCOMPARE(one.rendering.problems.size(), 1);
        const Problem problem = one.rendering.problems.first();
        QCOMPARE(problem.code, u"template.external-data"_s);
        QCOMPARE(problem.file, u"/t/copier.yml"_s);
        QCOMPARE(problem.position->line, 3);
        QVERIFY(problem.message.contains(u"“../x”"_s));
        const Made other = made(yaml, {{.path = "a.jinja", .content = "a"}});
        QCOMPARE(other.rendering.problems, QList<Problem>());
        const Made include
            = made(yaml,
                   {{.path = "a.jinja", .content = "{% include 'part.jinja' %}"},
                    {.path = "part.jinja", .content = "{{ _external_data.out.b }}"}});
        QCOMPARE(include.rendering.problems.size(), 1);
        const Made task = made(yaml + "_tasks:\n  - echo {{ _external_data.out.b }}\n", {});
        QCOMPARE(task.rendering.problems.size(), 1);
    }

    void allFilesTogetherHaveABudget()
    {
        QList<TemplateFile> files;
        for (int i = 10; i < 30; ++i)
            files
                += {.path = "f" + QByteArray::number(i) + ".jinja", .content = "{{ 'x' * 1900 }}"};
        const Made one = made("name: x\n", files);
        QCOMPARE(one.rendering.problems, QList<Problem>());
        const Rendering limited = render(one.loaded,
                                         {.form = Form(one.loaded.entry.definition.form),
                                          .now = {},
                                          .seed = "9f2c",
                                          .limits = {.output = 2000}});
        QCOMPARE(limited.problems.size(), 1);
        QCOMPARE(limited.problems.first().code, u"template.limit"_s);
        QCOMPARE(limited.problems.first().file, u"/t/f26.jinja"_s); // 17 of 1,900 are too many
    }

    void whatIsToBeKeptYieldsToAFileThatIsThere()
    {
        const Made one = made("n: a\n_skip_if_exists: [\"{{ n }}\", \"/dir/*.txt\"]\n",
                              {{.path = "a.jinja", .content = "{{ n }}"},
                               {.path = "b", .content = "b"},
                               {.path = "dir/c.txt", .content = "c"},
                               {.path = "dir/d", .content = "d"}});
        DestinationSnapshot there{.kind = DestinationKind::FreshClone};
        for (const char *path : {"a", "b", "dir/c.txt"}) {
            there.entries.insert(path,
                                 {.type = SnapshotEntry::Type::File,
                                  .mode = FileMode::Executable,
                                  .hash = contentHash("mine"),
                                  .content = "mine"});
        }
        const PlanRequest request{
            .loaded = one.loaded,
            .identity = {.name = u"small"_s},
            .render = {.form = Form(one.loaded.entry.definition.form), .now = {}, .seed = "9f2c"},
            .wishes = {.commit = false}};
        const Plan plan = makePlan(request, one.rendering, there);
        QMap<QByteArray, ChangeClass> kinds;
        for (const PlannedFile &file : plan.files)
            kinds.insert(file.change.path, file.change.kind);
        QCOMPARE(kinds.value("a"), ChangeClass::Kept);
        QCOMPARE(kinds.value("b"), ChangeClass::Blocked);
        QCOMPARE(kinds.value("dir/c.txt"), ChangeClass::Kept);
        QCOMPARE(kinds.value("dir/d"), ChangeClass::New);
        QCOMPARE(plan.deviations, QList<RecordedDeviation>()); // the template means it
        PlanRequest declined = request;
        declined.wishes.declined = {"a"};
        QCOMPARE(makePlan(declined, one.rendering, there).deviations.size(), 1);
    }
};

QTEST_APPLESS_MAIN(TestCopierRendering)
#include "tst_copierrendering.moc"
