#include "tests/plan/planbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::classes;
using testing::codes;
using testing::fileOf;
using testing::PlanBench;
using testing::recordOf;
using testing::SmallTemplate;

namespace {

constexpr auto secretParameters
    = "{properties: {name: {}, token: {type: string, 'ui:field': Secret}, "
      "pin: {type: string, 'ui:widget': password}}}";
constexpr auto secretSteps
    = "[{action: 'fetch:template', input: {url: ./skeleton, values: {name: '${{ parameters.name "
      "}}',"
      " token: '${{ secrets.token }}', shown: '${{ parameters.token }}', pin: '${{ parameters.pin "
      "}}'}}}]";

SmallTemplate withSecrets()
{
    return SmallTemplate(secretParameters, secretSteps);
}

constexpr auto answersWithSecrets = "{name: orders, token: s3cret, pin: p1n}";

} // namespace

class TestPlannerProblems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPathThatCannotBeIsBlocked_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("up") << "../x"_ba << u"path.parent"_s;
        QTest::newRow("up in between") << "a/../x"_ba << u"path.parent"_s;
        QTest::newRow("git's") << ".git/hooks/pre-commit"_ba << u"path.git"_s;
        QTest::newRow("git's in capitals") << "a/.GIT/config"_ba << u"path.git"_s;
        QTest::newRow("git's short name") << "git~1/config"_ba << u"path.git"_s;
        QTest::newRow("a device") << "con"_ba << u"path.device"_s;
        QTest::newRow("a device with extension") << "aux.txt"_ba << u"path.device"_s;
        QTest::newRow("a dot behind") << "x."_ba << u"path.end"_s;
        QTest::newRow("a blank behind") << "x "_ba << u"path.end"_s;
        QTest::newRow("a colon") << "a:b"_ba << u"path.character"_s;
        QTest::newRow("a line end") << "a\nb"_ba << u"path.character"_s;
        QTest::newRow("very long") << QByteArray(300, 'x') << u"path.long"_s;
    }

    void aPathThatCannotBeIsBlocked()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QString, code);
        const QByteArray quoted = '"' + QByteArray(name).replace("\n", "\\n") + '"';
        const PlanBench bench(SmallTemplate::asking({"a"})
                                  .file("skeleton/${{ values.a }}", "1")
                                  .file("skeleton/good", "1"),
                              "{a: " + quoted + "}");
        const Plan plan = bench.plan();
        QVERIFY(plan.isBlocked());
        const auto blocked = std::ranges::find_if(plan.files, [](const PlannedFile &file) {
            return file.change.kind == ChangeClass::Blocked;
        });
        QVERIFY(blocked != plan.files.end());
        QCOMPARE(codes(blocked->change.problems), QStringList{code});
        QVERIFY(!blocked->change.isWritten());
        QVERIFY(blocked->presence.data.contains(u"a"_s));
        QCOMPARE(fileOf(plan, "good").change.kind, ChangeClass::New);
        QVERIFY(!pathsToObserve(render(bench.request.loaded, bench.request.render)).contains(name));
    }

    void pathsThatCollideAreBlocked_data()
    {
        QTest::addColumn<QByteArrayList>("paths");
        QTest::addColumn<QString>("code");
        QTest::newRow("letter case")
            << QByteArrayList{"Makefile", "makefile"} << u"path.collision"_s;
        QTest::newRow("letter case of a folder")
            << QByteArrayList{"A/x", "a/y"} << u"path.collision"_s;
        QTest::newRow("Unicode form")
            << QByteArrayList{"caf\xc3\xa9", "cafe\xcc\x81"} << u"path.collision"_s;
        QTest::newRow("a file and a folder")
            << QByteArrayList{"a", "a/b"} << u"path.file-and-folder"_s;
    }

    void pathsThatCollideAreBlocked()
    {
        QFETCH(const QByteArrayList, paths);
        QFETCH(const QString, code);
        // Two steps, so that the template itself is a folder that any system can hold.
        SmallTemplate made("{}",
                           "[{action: 'fetch:plain', input: {url: ./one}}, {action: "
                           "'fetch:plain', input: {url: ./two}}]");
        made.file("one/" + paths.first(), "1").file("two/" + paths.last(), "2");
        const Plan plan = PlanBench(made).plan();
        QVERIFY(plan.isBlocked());
        QVERIFY(codes(plan.allProblems()).contains(code));
        QVERIFY(plan.count(ChangeClass::Blocked) >= 1);
    }

    void aLinkIsCheckedToo_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<bool>("isBlocked");
        QTest::newRow("beside") << "a/l"_ba << "x"_ba << false;
        QTest::newRow("up") << "a/l"_ba << "../x"_ba << false;
        QTest::newRow("with a NUL") << "a/l"_ba << "x\0y"_ba << true;
        QTest::newRow("in place of .gitignore") << ".gitignore"_ba << "x"_ba << true;
        QTest::newRow("empty") << "a/l"_ba << ""_ba << true;
    }

    void aLinkIsCheckedToo()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, target);
        QFETCH(const bool, isBlocked);
        const Plan plan
            = PlanBench(SmallTemplate().file("skeleton/" + path, target, FileMode::Link)).plan();
        QCOMPARE(plan.isBlocked(), isBlocked);
        QCOMPARE(fileOf(plan, path).change.kind,
                 isBlocked ? ChangeClass::Blocked : ChangeClass::New);
        if (isBlocked)
            QCOMPARE(codes(plan.allProblems()), QStringList{u"path.link"_s});
    }

    void anEmptyFolderIsCheckedToo()
    {
        const Plan plan = PlanBench(SmallTemplate::asking({"a"}).folder("skeleton/${{ values.a }}"),
                                    "{a: '.git'}")
                              .plan();
        QVERIFY(plan.isBlocked());
        QCOMPARE(codes(plan.problems), QStringList{u"path.git"_s});
    }

    void anErrorInAFileBlocksIt()
    {
        const Plan plan = PlanBench(SmallTemplate().file("skeleton/f", "${{ 1 | nosuch }}")).plan();
        QVERIFY(plan.isBlocked());
        QCOMPARE(fileOf(plan, "f").change.kind, ChangeClass::Blocked);
        QCOMPARE(plan.allProblems().first().file, u"skeleton/f"_s);
    }

    void anErrorInAStepBlocksThePlan()
    {
        const Plan plan
            = PlanBench(SmallTemplate("{}", "[{action: 'fetch:template', input: {url: ./nosuch}}]"))
                  .plan();
        QVERIFY(plan.isBlocked());
        QCOMPARE(codes(plan.problems), QStringList{u"template.step"_s});
    }

    void aBadAnswerBlocksThePlan()
    {
        const SmallTemplate made
            = SmallTemplate("{required: [name], properties: {name: {type: string, maxLength: 3}}}")
                  .file("skeleton/f", "1");
        const Plan missing = PlanBench(made).plan();
        QVERIFY(missing.isBlocked());
        QCOMPARE(codes(missing.problems), QStringList{u"answer.missing"_s});
        QVERIFY(PlanBench(made, "{name: long}").plan().isBlocked());
        QVERIFY(!PlanBench(made, "{name: abc}").plan().isBlocked());
    }

    void aProblemOfTheTemplateNamesIt()
    {
        PlanBench bench(SmallTemplate().file("skeleton/f", "1"));
        bench.request.loaded.entry.id = u"acme/small"_s;
        bench.request.loaded.entry.definition.problems
            = {{.severity = Severity::Warning, .code = u"template.odd"_s, .message = u"Odd."_s}};
        const Plan plan = bench.plan();
        QVERIFY(!plan.isBlocked());
        QCOMPARE(testing::told(plan.problems),
                 QStringList{u"template.odd: In the template “acme/small”: Odd."_s});
        bench.request.loaded.entry.definition.problems.first().severity = Severity::Error;
        QVERIFY(bench.plan().isBlocked());
    }

    void aWrongFileIsAsBadAsTheTemplateSays_data()
    {
        QTest::addColumn<QByteArray>("sidecar");
        QTest::addColumn<Severity>("severity");
        QTest::newRow("no sidecar") << ""_ba << Severity::Warning;
        QTest::newRow("a sidecar") << "version: 1.0.0\n"_ba << Severity::Error;
        QTest::newRow("that says warning") << "problems: warning\n"_ba << Severity::Warning;
    }

    void aWrongFileIsAsBadAsTheTemplateSays()
    {
        QFETCH(const QByteArray, sidecar);
        QFETCH(const Severity, severity);
        const PlanBench bench(SmallTemplate::asking({"a"})
                                  .file("skeleton/f.yaml", "a: 1\nb: ${{ values.a }}\n")
                                  .file("skeleton/g.json", "{\"a\": ${{ values.a }}}")
                                  .sidecar(sidecar),
                              "{a: '[x'}");
        const Plan plan = bench.plan();
        QCOMPARE(plan.isBlocked(), severity == Severity::Error);
        QCOMPARE(fileOf(plan, "f.yaml").change.kind, ChangeClass::New);
        for (const char *path : {"f.yaml", "g.json"}) {
            const QList<Problem> problems = fileOf(plan, path).change.problems;
            QVERIFY(!problems.isEmpty());
            QCOMPARE(problems.first().severity, severity);
            QCOMPARE(problems.first().file, QString::fromLatin1(path));
            QVERIFY(problems.first().position);
        }
        const Problem yaml = fileOf(plan, "f.yaml").change.problems.first();
        QVERIFY2(yaml.hint.contains(u"This line comes from the answer “a”."),
                 qPrintable(yaml.toString()));
    }

    void aWrongLineNamesTheTemplatesLine_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("place");
        QTest::newRow("in plain text") << "a: 1\nb: ]\n"_ba << u"skeleton/f.yaml:2."_s;
        QTest::newRow("behind lines that are left out")
            << "{% if values.a == 'no' %}\nx: 1\ny: 2\n{% endif %}\nb: ]\n"_ba
            << u"skeleton/f.yaml:5."_s;
        QTest::newRow("behind a tag that swallows its line")
            << "{% if values.a -%}\n\n{% endif -%}\nb: ]\n"_ba << u"skeleton/f.yaml:4."_s;
        QTest::newRow("of an answer of several lines")
            << "c: 1\n${{ values.a }}\n"_ba << u"skeleton/f.yaml:2."_s;
    }

    void aWrongLineNamesTheTemplatesLine()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, place);
        const PlanBench bench(SmallTemplate::asking({"a"}).file("skeleton/f.yaml", content),
                              "{a: \"b: 1\\nd: ]\"}");
        const QList<Problem> problems = fileOf(bench.plan(), "f.yaml").change.problems;
        QVERIFY(!problems.isEmpty());
        QVERIFY2(problems.first().hint.contains(u"It comes from "_s + place),
                 qPrintable(problems.first().toString()));
    }

    void aFileThatIsKeptIsNotChecked()
    {
        PlanBench bench(withSecrets().file("skeleton/README.md", "${{ values.token }}"),
                        answersWithSecrets);
        bench.inRepository();
        bench.put("README.md", "mine");
        const Plan plan = bench.plan();
        QVERIFY(!plan.isBlocked());
        QVERIFY(!fileOf(plan, "README.md").dependsOnSecret);
    }

    void aSecretIsNowhereButInItsFile()
    {
        const PlanBench bench(withSecrets()
                                  .file("skeleton/f", "${{ values.token }}\n")
                                  .file("skeleton/g", "${{ values.pin }}\n")
                                  .file("skeleton/h", "${{ values.shown }} ${{ values.name }}\n"),
                              answersWithSecrets);
        const Plan plan = bench.plan();
        QCOMPARE(plan.secrets, (QStringList{u"token"_s, u"pin"_s}));
        QCOMPARE(plan.answers.keys(), QStringList{u"name"_s});
        QCOMPARE(recordOf(plan).secrets, plan.secrets);
        const QByteArray record = fileOf(plan, ".waymark.yaml").change.content;
        QVERIFY(!record.contains("s3cret"));
        QVERIFY(!record.contains("p1n"));
        QVERIFY(!plan.message.contains(u"s3cret"));
        QVERIFY(fileOf(plan, "f").dependsOnSecret);
        QVERIFY(fileOf(plan, "g").dependsOnSecret);
        QVERIFY(!fileOf(plan, "h").dependsOnSecret);
        QCOMPARE(fileOf(plan, "h").change.content, "****** orders\n"_ba);
        QCOMPARE(codes(plan.allProblems()),
                 (QStringList{u"secret.written"_s, u"secret.written"_s}));
        QVERIFY(plan.isBlocked());
    }

    void aSecretThatWasNotGivenIsNotNamed()
    {
        const Plan plan
            = PlanBench(withSecrets().file("skeleton/f", "1"), "{token: s3cret}").plan();
        QCOMPARE(plan.secrets, QStringList{u"token"_s});
        QVERIFY(!plan.isBlocked());
    }

    void aSecretInANameIsRefusedToo()
    {
        const Plan plan
            = PlanBench(withSecrets().file("skeleton/${{ values.token }}", "1"), answersWithSecrets)
                  .plan();
        QVERIFY(plan.isBlocked());
        const QList<Problem> problems = fileOf(plan, "s3cret").change.problems;
        QCOMPARE(codes(problems), QStringList{u"secret.written"_s});
        QVERIFY(problems.first().message.contains(u"name"));
    }

    void aProblemInAFileWithASecretShowsNothingOfIt()
    {
        const Plan plan = PlanBench(withSecrets()
                                        .file("skeleton/f.yaml",
                                              "${{ values.token }}: 1\n"
                                              "${{ values.token }}: 2\n")
                                        .sidecar("version: 1.0.0\n"),
                                    answersWithSecrets)
                              .plan();
        const QList<Problem> problems = fileOf(plan, "f.yaml").change.problems;
        QVERIFY(problems.size() >= 2);
        for (const Problem &problem : problems)
            QVERIFY2(!problem.toString().contains(u"s3cret"), qPrintable(problem.toString()));
        QCOMPARE(problems.first().position->line, 2);
    }

    void textThatIsNoUtf8IsOnlyNoted()
    {
        const Plan plan
            = PlanBench(SmallTemplate().file("skeleton/f", "gr\xfc\xdf and much more text here\n"))
                  .plan();
        QVERIFY(!plan.isBlocked());
        QCOMPARE(plan.allProblems().size(), 1);
        QCOMPARE(plan.allProblems().first().severity, Severity::Note);
    }
};

QTEST_APPLESS_MAIN(TestPlannerProblems)
#include "tst_plannerproblems.moc"
