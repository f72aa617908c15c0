#include "models/plan/checks.h"
#include "tests/support/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using jinja::Provenance;
using jinja::Sources;

namespace {

/// Three lines: one of the template, one from the answer "port", one that "size" decides.
Provenance threeLines()
{
    Provenance provenance;
    provenance.templates = {u"skeleton/x.yaml"_s};
    provenance.answers = {{}, {{u"port"_s}, {}}, {{}, {u"size"_s}}};
    provenance.stretches = {{.start = 0, .end = 5, .answers = 0},
                            {.start = 5, .end = 9, .answers = 1},
                            {.start = 9, .end = 10, .answers = 0},
                            {.start = 10, .end = 16, .answers = 2}};
    return provenance;
}

const QByteArray threeLinesOfText = "a: 1\nb: 2\nc: 3\n\n";

} // namespace

class TestChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsCheckedByItsName_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("place"); // "line:column"; empty: nothing is wrong
        QTest::newRow("good YAML") << "a.yaml"_ba << "a: 1\n"_ba << u""_s;
        QTest::newRow("empty YAML") << "a.yaml"_ba << ""_ba << u""_s;
        QTest::newRow("several documents") << "a.yaml"_ba << "a: 1\n---\nb: 2\n"_ba << u""_s;
        QTest::newRow("the second document is broken")
            << "a.yaml"_ba << "a: 1\n---\nb: [\n"_ba << u"3:4"_s;
        QTest::newRow("yml") << "deploy/a.yml"_ba << "a: 'b\n"_ba << u"1:4"_s;
        QTest::newRow("a key twice") << "a.yaml"_ba << "a: 1\nb: 2\na: 3\n"_ba << u"3:1"_s;
        QTest::newRow("a tab") << "a.yaml"_ba << "a:\n\tb: 1\n"_ba << u"2:1"_s;
        QTest::newRow("tags that are not known") << "a.yaml"_ba << "a: !GetAtt x.y\n"_ba << u""_s;
        QTest::newRow("clang-format") << ".clang-format"_ba << "A: [\n"_ba << u"1:4"_s;
        QTest::newRow("yamllint in a folder") << "x/.yamllint"_ba << "a: 'b\n"_ba << u"1:4"_s;
        QTest::newRow("a name that only ends so") << "my.clang-format"_ba << "A: [\n"_ba << u""_s;
        QTest::newRow("a template of a chart is YAML by its name")
            << "chart/templates/a.yaml"_ba << "{{- if .Values.x }}\na: 1\n"_ba << u"1:3"_s;
        QTest::newRow("good JSON") << "a.json"_ba << "{\"a\": [1, 2]}"_ba << u""_s;
        QTest::newRow("broken JSON") << "a.json"_ba << "{\"a\":\n  [1 2]}"_ba << u"2:6"_s;
        QTest::newRow("empty JSON") << "a.json"_ba << ""_ba << u"1:1"_s;
        QTest::newRow("JSON with a comment") << "a.json"_ba << "{} // x\n"_ba << u"1:4"_s;
        QTest::newRow("a final comma") << "a.json"_ba << "{\"a\": 1,}"_ba << u"1:9"_s;
        QTest::newRow("TypeScript's may have comments")
            << "tsconfig.json"_ba << "{} // x\n"_ba << u""_s;
        QTest::newRow("another of TypeScript's")
            << "web/tsconfig.app.json"_ba << "{} // x\n"_ba << u""_s;
        QTest::newRow("JavaScript's") << "jsconfig.json"_ba << "{} // x\n"_ba << u""_s;
        QTest::newRow("an editor's") << ".vscode/settings.json"_ba << "{} // x\n"_ba << u""_s;
        QTest::newRow("a container's")
            << ".devcontainer/devcontainer.json"_ba << "{} // x\n"_ba << u""_s;
        QTest::newRow("a container's at the root")
            << ".devcontainer.json"_ba << "{\"a\": 1}\n"_ba << u""_s;
        QTest::newRow("a linter's") << ".eslintrc.json"_ba << "{} // x\n"_ba << u""_s;
        QTest::newRow("other names of JSON") << "a.jsonc"_ba << "{} // x\n"_ba << u""_s;
        QTest::newRow("text") << "a.txt"_ba << "a: [\n"_ba << u""_s;
        QTest::newRow("a program") << "main.go"_ba << "func {\n"_ba << u""_s;
    }

    void aFileIsCheckedByItsName()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, content);
        QFETCH(const QString, place);
        const QList<Problem> problems = checkContent(path, content, Severity::Error);
        QCOMPARE(!problems.isEmpty(), !place.isEmpty());
        if (problems.isEmpty())
            return;
        const Problem &problem = problems.first();
        QCOMPARE(problem.file, QString::fromUtf8(path));
        QVERIFY(problem.position);
        QCOMPARE(u"%1:%2"_s.arg(problem.position->line).arg(problem.position->column), place);
        QCOMPARE(problem.severity, Severity::Error);
        QVERIFY(!problem.message.isEmpty());
    }

    void theCallerSaysHowBadItIs_data()
    {
        QTest::addColumn<Severity>("severity");
        QTest::newRow("note") << Severity::Note;
        QTest::newRow("warning") << Severity::Warning;
        QTest::newRow("error") << Severity::Error;
    }

    void theCallerSaysHowBadItIs()
    {
        QFETCH(const Severity, severity);
        for (const QByteArray &path : {"a.yaml"_ba, "a.json"_ba}) {
            const QList<Problem> problems = checkContent(path, "[", severity);
            QVERIFY(!problems.isEmpty());
            QCOMPARE(problems.first().severity, severity);
        }
    }

    void aListAsKeyIsYamlThatIsWarnedOf()
    {
        const QList<Problem> problems
            = checkContent("a.yaml", "b: 1\n? [x, y]\n: c\n", Severity::Error);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().severity, Severity::Warning);
        QCOMPARE(problems.first().position->line, 2);
    }

    void everyProblemOfAFileIsTold()
    {
        const QList<Problem> problems
            = checkContent("a.yaml", "a: 1\na: 2\n---\nb: 'x\n---\nc: 1\nc: 2\n", Severity::Error);
        QVERIFY(problems.size() >= 2);
        QCOMPARE(problems.first().position->line, 2);
        QVERIFY(problems.last().position->line >= 4);
    }

    void textThatIsNoUtf8IsNoted()
    {
        const QList<Problem> problems
            = checkContent("notes.txt", "gr\xfc\xdf from a place far away\n", Severity::Error);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().severity, Severity::Note);
        QCOMPARE(problems.first().file, u"notes.txt"_s);
        QCOMPARE(problems.first().position->line, 1);
        QCOMPARE(problems.first().position->column, 3);
        QVERIFY(!problems.first().hint.isEmpty());
    }

    void yamlThatIsNoUtf8IsWrong()
    {
        const QList<Problem> problems = checkContent("a.yaml", "a: gr\xfc\n", Severity::Error);
        QVERIFY(!problems.isEmpty());
        QCOMPARE(problems.first().severity, Severity::Error);
    }

    void binaryFilesAreLeftAlone()
    {
        QCOMPARE(checkContent("a.png", "\x89PNG\0\xff\xfe"_ba, Severity::Error), QList<Problem>());
    }

    void aPathThatIsNoUtf8IsShown()
    {
        const QList<Problem> problems = checkContent("\xff.yaml", "[", Severity::Error);
        QCOMPARE(problems.first().file, u"\uFFFD.yaml"_s);
    }

    void aLineNamesWhatItComesFrom_data()
    {
        QTest::addColumn<int>("line");
        QTest::addColumn<QStringList>("data");
        QTest::addColumn<QStringList>("control");
        QTest::newRow("of the template") << 1 << QStringList() << QStringList();
        QTest::newRow("of an answer") << 2 << QStringList{u"port"_s} << QStringList();
        QTest::newRow("decided by an answer") << 3 << QStringList() << QStringList{u"size"_s};
        QTest::newRow("the last, empty one") << 4 << QStringList() << QStringList{u"size"_s};
        QTest::newRow("behind the end") << 9 << QStringList() << QStringList();
    }

    void aLineNamesWhatItComesFrom()
    {
        QFETCH(const int, line);
        QFETCH(const QStringList, data);
        QFETCH(const QStringList, control);
        const Sources sources = sourcesOfLine(threeLinesOfText, threeLines(), line);
        QCOMPARE(sources.data, data);
        QCOMPARE(sources.control, control);
    }

    void aLineWithoutEndIsWhole()
    {
        Provenance provenance;
        provenance.answers = {{}, {{u"x"_s}, {}}};
        provenance.stretches
            = {{.start = 0, .end = 2, .answers = 0}, {.start = 2, .end = 3, .answers = 1}};
        QCOMPARE(sourcesOfLine("a\nb", provenance, 2).data, QStringList{u"x"_s});
        QCOMPARE(sourcesOfLine("a\nb", provenance, 1).data, QStringList());
    }

    void aProblemNamesTheAnswersOfItsLine_data()
    {
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("hint");
        QTest::addColumn<QString>("expected");
        QTest::newRow("of the template") << 1 << u"Do it."_s << u"Do it."_s;
        QTest::newRow("of an answer")
            << 2 << u"Do it."_s << u"Do it. This line comes from the answer “port”."_s;
        QTest::newRow("without another hint")
            << 2 << u""_s << u"This line comes from the answer “port”."_s;
        QTest::newRow("decided by an answer")
            << 3 << u""_s << u"This line comes from the answer “size”."_s;
    }

    void aProblemNamesTheAnswersOfItsLine()
    {
        QFETCH(const int, line);
        QFETCH(const QString, hint);
        QFETCH(const QString, expected);
        const Problem problem{
            .message = u"x"_s, .position = SourcePosition{.line = line, .column = 1}, .hint = hint};
        const Problem told = withAnswers(problem, threeLinesOfText, threeLines());
        QCOMPARE(told.hint, expected);
        QCOMPARE(told.message, problem.message);
        QCOMPARE(told.position, problem.position);
    }

    void severalAnswersAreAllNamed()
    {
        Provenance provenance = threeLines();
        provenance.answers[1].data = {u"host"_s, u"port"_s};
        const Problem problem{.position = SourcePosition{.line = 2, .column = 1}};
        QCOMPARE(withAnswers(problem, threeLinesOfText, provenance).hint,
                 u"This line comes from the answer “host”, “port”."_s);
    }

    void aProblemWithoutPlaceStays()
    {
        const Problem problem{.message = u"x"_s, .hint = u"y"_s};
        QCOMPARE(withAnswers(problem, threeLinesOfText, threeLines()), problem);
        const Problem placed{.message = u"x"_s, .position = SourcePosition{}};
        QCOMPARE(withAnswers(placed, threeLinesOfText, {}), placed);
    }
};

QTEST_APPLESS_MAIN(TestChecks)
#include "tst_checks.moc"
