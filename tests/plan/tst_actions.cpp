#include "models/base/javascriptdata.h"
#include "models/base/json.h"
#include "models/plan/stepaction.h"
#include "tests/plan/smalltemplate.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::fileOf;
using testing::problemsOf;
using testing::SmallTemplate;

namespace {

/// A template that fetches its folder "s" and then runs the action.
SmallTemplate running(const QByteArray &action, const QByteArray &input,
                      const QByteArray &more = {}, const QByteArray &parameters = "{}")
{
    return SmallTemplate(parameters,
                         "[{action: 'fetch:plain', input: {url: ./s}}, {id: x, name: Doing it, "
                         "action: '"
                             + action + "', input: " + input + more + "}]",
                         "{text: [{content: '${{ steps.x.output | dump }}'}]}");
}

/// "path=content" of every file and "path/" of every folder without one; sorted.
QStringList treeOf(const Rendering &rendering)
{
    QStringList lines = testing::picture(rendering);
    for (const QByteArray &folder : rendering.folders)
        lines += QString::fromUtf8(folder) + u'/';
    std::ranges::sort(lines);
    return lines;
}

QStringList sorted(const Value &list)
{
    QStringList lines;
    for (const Value &line : *list.toList())
        lines += line.textOr();
    std::ranges::sort(lines);
    return lines;
}

constexpr auto asked = "{properties: {a: {}, b: {}, go: {type: boolean}}}";

} // namespace

/// What actions make of files. The rows were recorded from the actions themselves: see record.cjs
/// beside them.
class TestActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anActionMakesWhatItsOwnMakes_data()
    {
        QTest::addColumn<Map>("row");
        QFile file(QStringLiteral(WAYMARK_SOURCE_DIR "/tests/plan/actions/rows.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QByteArray &line : file.readAll().trimmed().split('\n')) {
            const auto row = parseJson(line);
            VERIFY_RESULT(row);
            QTest::newRow(qPrintable(row->toMap()->value(u"name").textOr())) << *row->toMap();
        }
    }

    void anActionMakesWhatItsOwnMakes()
    {
        QFETCH(const Map, row);
        SmallTemplate made
            = running(row.value(u"action").textOr().toUtf8(), toJson(row.value(u"input")));
        const Value files = row.value(u"files");
        for (const Map::Entry &file : *files.toMap())
            made.file("s/" + file.key.toUtf8(), file.value.textOr().toUtf8());
        if (files.toMap()->isEmpty())
            made.folder("s");
        const Rendering rendering = made.rendered();
        const bool fails = *row.value(u"fails").toBool();
        QCOMPARE(!rendering.problems.isEmpty(), fails);
        if (fails) {
            QCOMPARE(rendering.problems.first().severity, Severity::Error);
            QCOMPARE(rendering.problems.first().position->line, 8);
            return;
        }
        QCOMPARE(treeOf(rendering), sorted(row.value(u"tree")));
        const Value out = row.value(u"out");
        const QString expected = QString::fromUtf8(toJavaScriptJson(out));
        QCOMPARE(rendering.texts.value(0, u"{}"_s), expected);
    }

    void whatIsWrongIsTold_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *action, const QByteArray &input, const QByteArray &place,
                            const QString &message) {
            QTest::addRow("%s: %s", action, qPrintable(message))
                << QByteArray(action) << input << place << message;
        };
        row("fs:delete", "{files: [../x]}", "[../x]",
            u"“../x” leads out of the service's folder."_s);
        row("fs:delete", "{files: a}", "a}", u"“files” has to be a list of texts."_s);
        row("fs:delete", "{}", "{id", u"“fs:delete” needs “files”."_s);
        row("fs:delete", "{file: [a]}", "file: [a]", u"“fs:delete” takes no “file”."_s);
        row("fs:rename", "{files: [{from: x, to: y}]}", "[{from", u"There is no “x” to rename."_s);
        row("fs:rename", "{files: [{from: a, to: b}]}", "[{from", u"“b” is there already."_s);
        row("fs:rename", "{files: [{from: a}]}", "[{from",
            u"Each of the files to rename needs “from” and “to”."_s);
        row("fs:rename", "{files: [{from: a, to: ../b}]}", "[{from",
            u"“../b” leads out of the service's folder."_s);
        row("fs:rename", "{files: [{from: d, to: d/e}]}", "[{from",
            u"“d” cannot be moved into itself."_s);
        row("fs:rename", "{files: [{from: d, to: a, overwrite: true}]}", "[{from",
            u"Of “d” and “a”, one is a folder and one a file."_s);
        row("fs:rename", "{files: [{from: d, to: ., overwrite: true}]}", "[{from",
            u"Nothing can take the place of the service's own folder."_s);
        row("fs:rename", "{files: [{from: d/c, to: d, overwrite: true}]}", "[{from",
            u"“d/c” cannot take the place of “d”, the folder that it is in."_s);
        row("roadiehq:utils:serialize:yaml", "{data: {x: 1}, options: {indent: 2000000000}}",
            "{indent", u"“indent” has to be a number from 1 to 10."_s);
        row("roadiehq:utils:serialize:yaml", "{data: {x: 1}, options: {indent: 0}}", "{indent",
            u"“indent” has to be a number from 1 to 10."_s);
        row("fs:readdir", "{paths: [x]}", "[x]", u"There is no folder “x” to list."_s);
        row("roadiehq:utils:fs:write", "{path: d, content: x}", "d,",
            u"“d” is a folder; the step would write a file there."_s);
        row("roadiehq:utils:fs:write", "{path: x, content: 1}", "1}",
            u"“content” has to be text."_s);
        row("roadiehq:utils:fs:append", "{path: l, content: x}", "l,",
            u"“l” is a link, and no step follows links."_s);
        row("roadiehq:utils:fs:parse", "{path: x}", "x}",
            u"There is no file “x” that this step could read."_s);
        row("roadiehq:utils:fs:parse", "{path: a, parser: toml}", "toml",
            u"There is no parser “toml”."_s);
        row("roadiehq:utils:fs:replace",
            "{files: [{file: a, find: '(', matchRegex: true, "
            "replaceWith: x}]}",
            "[{file", u"This group has no end."_s);
        row("roadiehq:utils:merge", "{path: x.json, content: {}}", "x.json",
            u"There is no file “x.json” that this step could read."_s);
        row("roadiehq:utils:json:merge", "{path: n.json, content: '{'}", "'{'",
            u"The JSON text ends too early."_s);
        row("roadiehq:utils:json:merge", "{path: a.json, content: {x: 1}}", "a.json",
            u"“a.json:1” cannot be read: "_s);
        row("catalog:write", "{entity: {kind: x}}", "{kind", u"The entity has no “metadata”."_s);
    }

    void whatIsWrongIsTold()
    {
        QFETCH(const QByteArray, action);
        QFETCH(const QByteArray, input);
        QFETCH(const QByteArray, place);
        QFETCH(const QString, message);
        const SmallTemplate made = running(action, input)
                                       .file("s/a", "1")
                                       .file("s/b", "2")
                                       .file("s/a.json", "{")
                                       .file("s/d/c", "3")
                                       .file("s/l", "a", FileMode::Link);
        const Rendering rendering = made.rendered();
        QCOMPARE(rendering.problems.size(), 1);
        const Problem &problem = rendering.problems.first();
        QVERIFY2(problem.message.startsWith(message), qPrintable(problem.message));
        const QByteArray line = made.yaml().split('\n').at(7);
        QCOMPARE(problem.position->line, 8);
        QCOMPARE(problem.position->column, line.lastIndexOf(place) + 1);
    }

    void whatAnotherAnswerCouldMeanDependsOnIt_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("delete") << "fs:delete"_ba << "{files: ['${{ parameters.a }}']}"_ba;
        QTest::newRow("rename") << "fs:rename"_ba
                                << "{files: [{from: '${{ parameters.a }}', to: n}]}"_ba;
        QTest::newRow("another file")
            << "roadiehq:utils:fs:replace"_ba
            << "{files: [{file: '${{ parameters.a }}', find: '1', replaceWith: x}]}"_ba;
        QTest::newRow("another text")
            << "roadiehq:utils:fs:replace"_ba
            << "{files: [{file: keep, find: '${{ parameters.a }}', replaceWith: x}]}"_ba;
    }

    void whatAnotherAnswerCouldMeanDependsOnIt()
    {
        QFETCH(const QByteArray, action);
        QFETCH(const QByteArray, input);
        const Rendering rendering = running(action, input, {}, asked)
                                        .file("s/f", "1")
                                        .file("s/keep", "2")
                                        .rendered("{a: f}");
        QCOMPARE(problemsOf(rendering), QStringList());
        const auto kept = std::ranges::find(rendering.files, "keep"_ba, &RenderedFile::path);
        QVERIFY(kept != rendering.files.end());
        QVERIFY(kept->presence.control.contains(u"a"_s));
        QCOMPARE(kept->content, "2"_ba);
    }

    void aStepThatDoesNotRunChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QStringList>("leftOut");
        QTest::addColumn<QStringList>("depends");
        const QStringList none;
        const auto row = [](const char *action, const QByteArray &input, const QStringList &leftOut,
                            const QStringList &depends) {
            QTest::newRow(action) << QByteArray(action) << input << leftOut << depends;
        };
        row("fs:delete", "{files: [a]}", none, {u"go"_s});
        row("fs:rename", "{files: [{from: a, to: n}]}", none, {u"go"_s});
        row("fs:readdir", "{paths: [.]}", none, none);
        row("roadiehq:utils:fs:write", "{path: n, content: x}", {u"n: go"_s}, none);
        row("roadiehq:utils:fs:append", "{path: a, content: x}", none, {u"go"_s});
        row("roadiehq:utils:fs:replace", "{files: [{file: a, find: '1', replaceWith: x}]}", none,
            {u"go"_s});
        row("roadiehq:utils:json:merge", "{path: a, content: {x: 1}}", none, {u"go"_s});
        row("catalog:write", "{entity: {metadata: {name: n}}}", {u"catalog-info.yaml: go"_s}, none);
        row("fetch:template:file", "{url: ./s/a, targetPath: n}", {u"n: go"_s}, none);
        row("fetch:plain:file", "{url: ./s/a, targetPath: n}", {u"n: go"_s}, none);
        row("debug:log", "{message: x}", none, none);
    }

    void aStepThatDoesNotRunChangesNothing()
    {
        QFETCH(const QByteArray, action);
        QFETCH(const QByteArray, input);
        QFETCH(const QStringList, leftOut);
        QFETCH(const QStringList, depends);
        const Rendering rendering = running(action, input, ", if: '${{ parameters.go }}'", asked)
                                        .file("s/a", "1")
                                        .rendered();
        QCOMPARE(problemsOf(rendering), QStringList());
        QCOMPARE(treeOf(rendering), QStringList{u"a=1"_s});
        QCOMPARE(testing::leftOut(rendering), leftOut);
        QCOMPARE(fileOf(rendering, "a").presence.control, depends);
    }

    void aFileDependsOnWhatItWasMadeOf()
    {
        const Rendering rendering
            = running("roadiehq:utils:fs:write",
                      "{path: 'd/${{ parameters.a }}', content: 'x ${{ parameters.b }}'}",
                      ", if: '${{ parameters.go }}'", asked)
                  .folder("s")
                  .rendered("{a: f, b: g, go: true}");
        QCOMPARE(treeOf(rendering), QStringList{u"d/f=x g"_s});
        const RenderedFile file = fileOf(rendering, "d/f");
        QCOMPARE(file.presence.data, QStringList{u"a"_s});
        QCOMPARE(file.presence.control, QStringList{u"go"_s});
        QCOMPARE(file.provenance.all().data, QStringList{u"b"_s});
        QCOMPARE(file.provenance.templates, QStringList{u"template.yaml"_s});
        QCOMPARE(file.provenance.stretches.front().position.line, 8);
        QCOMPARE(file.templatePath, "template.yaml"_ba);
    }

    void whatIsAppendedHasItsOwnStretch()
    {
        const Rendering rendering = running("roadiehq:utils:fs:append",
                                            "{path: a, content: '${{ parameters.b }}'}", {}, asked)
                                        .file("s/a", "one\n")
                                        .rendered("{b: two}");
        const RenderedFile file = fileOf(rendering, "a");
        QCOMPARE(file.content, "one\ntwo"_ba);
        QVERIFY(file.provenance.between(0, 3).data.isEmpty());
        QCOMPARE(file.provenance.between(5, 6).data, QStringList{u"b"_s});
    }

    void whatIsDeletedCanComeBack()
    {
        const Rendering rendering = running("fs:delete", "{files: ['${{ parameters.a }}']}",
                                            ", if: '${{ parameters.go }}'", asked)
                                        .file("s/f", "1")
                                        .rendered("{a: f, go: true}");
        QCOMPARE(treeOf(rendering), QStringList());
        QCOMPARE(testing::leftOut(rendering), QStringList{u"f: a go"_s});
    }

    void modesStay()
    {
        const Rendering rendering
            = SmallTemplate("{}",
                            "[{action: 'fetch:plain', input: {url: ./s}},"
                            " {action: 'fs:rename', input: {files: [{from: a, to: b}]}},"
                            " {action: 'roadiehq:utils:fs:append', input: {path: b, content: x}}]")
                  .file("s/a", "1", FileMode::Executable)
                  .rendered();
        QCOMPARE(fileOf(rendering, "b").mode, FileMode::Executable);
        QCOMPARE(fileOf(rendering, "b").content, "1x"_ba);
    }

    void aSecretInAPathIsNotShown()
    {
        const Rendering rendering
            = SmallTemplate("{properties: {token: {'ui:field': Secret}}}",
                            "[{action: 'roadiehq:utils:fs:write', input: {path: 'd/${{ "
                            "secrets.token }}/f', content: x}}, {action: 'fs:rename', input: "
                            "{files: [{from: d, to: e}]}}]")
                  .rendered("{token: s3cretword}");
        QCOMPARE(treeOf(rendering), QStringList{u"e/s3cretword/f=x"_s});
        QVERIFY(!rendering.shownPaths.value("e/s3cretword/f", "s3cretword").contains("s3cret"));
    }

    void everyActionIsFoundByItsName()
    {
        for (const auto &family : {fetchActions, fileSystemActions, catalogActions, debugActions,
                                   textFileActions, dataActions, archiveActions}) {
            for (const StepAction &action : family())
                QCOMPARE(stepAction(action.name), &action);
        }
        QVERIFY(!stepAction(u"fs:nosuch"));
    }
};

QTEST_APPLESS_MAIN(TestActions)
#include "tst_actions.moc"
