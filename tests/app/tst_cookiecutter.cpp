#include "models/base/json.h"
#include "tests/support/clirunner.h"
#include "tests/support/schemas.h"
#include "tests/support/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

void writeTemplate(const CliRunner &runner)
{
    runner.write(u"cookie/cookiecutter.json"_s,
                 R"({"name": "Orders", "slug": "{{ cookiecutter.name|lower }}",
                     "license": ["MIT", "BSD"], "tests": true,
                     "__prompts__": {"name": "What is it called?"}})");
    runner.write(u"cookie/{{cookiecutter.slug}}/README.md"_s,
                 "# {{ cookiecutter.name }} ({{ cookiecutter.license }})\n");
    runner.write(u"cookie/{{cookiecutter.slug}}/{% if cookiecutter.tests %}test.txt{% endif %}"_s,
                 "tested\n");
    runner.write(u"cookie/hooks/post_gen_project.py"_s, "print('{{ cookiecutter.slug }}')\n");
}

QStringList plainly(const QStringList &words)
{
    return words + QStringList{u"--defaults"_s, u"--no-commit"_s, u"--no-record"_s};
}

} // namespace

class TestCookiecutter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServiceIsMadeInTheFolderThatIsNamed()
    {
        CliRunner runner;
        writeTemplate(runner);
        const auto made = runner.run(plainly({u"new"_s, u"./cookie"_s, u"made"_s}));
        QVERIFY2(made.code == 0, made.err.constData());
        QCOMPARE(runner.read(u"made/README.md"_s), "# Orders (MIT)\n"_ba);
        QCOMPARE(runner.read(u"made/test.txt"_s), "tested\n"_ba);
        QVERIFY2(made.err.contains("hooks/post_gen_project.py"), made.err.constData());
    }

    void answersMayBeAReplayFile()
    {
        CliRunner runner;
        writeTemplate(runner);
        runner.write(u"plain.yaml"_s, "name: A\nlicense: BSD\ntests: false\n");
        runner.write(u"replay.json"_s,
                     R"({"cookiecutter": {"name": "B", "license": "BSD", "_template": "x"}})");
        QCOMPARE(
            runner.run(plainly({u"new"_s, u"./cookie"_s, u"a"_s, u"--answers"_s, u"plain.yaml"_s}))
                .code,
            0);
        QCOMPARE(runner.read(u"a/README.md"_s), "# A (BSD)\n"_ba);
        QVERIFY(!QFile::exists(runner.path(u"a/test.txt"_s)));
        QCOMPARE(
            runner.run(plainly({u"new"_s, u"./cookie"_s, u"b"_s, u"--answers"_s, u"replay.json"_s}))
                .code,
            0);
        QCOMPARE(runner.read(u"b/README.md"_s), "# B (BSD)\n"_ba);
    }

    void aWrongChoiceIsRefused()
    {
        CliRunner runner;
        writeTemplate(runner);
        runner.write(u"a.yaml"_s, "name: A\nlicense: GPL\n");
        const auto file
            = runner.run(plainly({u"new"_s, u"./cookie"_s, u"a"_s, u"--answers"_s, u"a.yaml"_s}));
        QCOMPARE(file.code, 2);
        QVERIFY2(file.err.contains("a.yaml:2:10"), file.err.constData());
        QCOMPARE(
            runner.run(plainly({u"new"_s, u"./cookie"_s, u"a"_s, u"--set"_s, u"license=X"_s})).code,
            2);
        QVERIFY(!QFile::exists(runner.path(u"a"_s)));
    }

    void thePlanShowsWhatHooksWouldRun()
    {
        CliRunner runner;
        writeTemplate(runner);
        const auto plan = runner.run(plainly({u"plan"_s, u"./cookie"_s, u"made"_s}));
        QVERIFY2(plan.code == 0, plan.err.constData());
        QVERIFY2(plan.out.contains("| print('orders')"), plan.out.constData());
        QVERIFY2(plan.out.contains("What this template may do"), plan.out.constData());
        const auto json = runner.run(plainly({u"plan"_s, u"./cookie"_s, u"made"_s, u"--json"_s}));
        const auto document = parseJson(json.out);
        VERIFY_RESULT(document);
        const Value undone = document->toMap()->value(u"undone");
        QCOMPARE(undone.toList()->first().toMap()->value(u"command"),
                 Value(u"print('orders')\n"_s));
    }

    void theUsersDefaultsCount()
    {
        CliRunner runner;
        writeTemplate(runner);
        runner.write(u"rc"_s,
                     "default_context: {name: Mine, license: BSD}\nabbreviations: {own: "
                     "'./{0}'}\n");
        runner.environment.insert(u"COOKIECUTTER_CONFIG"_s, u"rc"_s);
        QCOMPARE(runner.run(plainly({u"new"_s, u"own:cookie"_s, u"a"_s})).code, 0);
        QCOMPARE(runner.read(u"a/README.md"_s), "# Mine (BSD)\n"_ba);
        QCOMPARE(
            runner.run(plainly({u"new"_s, u"./cookie"_s, u"b"_s, u"--set"_s, u"name=X"_s})).code,
            0);
        QCOMPARE(runner.read(u"b/README.md"_s), "# X (BSD)\n"_ba);
        runner.write(u"rc"_s, "default_context: [1]\n");
        const auto broken = runner.run(plainly({u"new"_s, u"./cookie"_s, u"c"_s}));
        QCOMPARE(broken.code, 2);
        QVERIFY2(broken.err.contains("rc:1:18"), broken.err.constData());
    }

    void listAndShowSpeakOfIt()
    {
        CliRunner runner;
        writeTemplate(runner);
        const auto show = runner.run({u"show"_s, u"./cookie"_s});
        QVERIFY2(show.code == 0, show.err.constData());
        for (const char *part : {"What is it called?", "Cookiecutter", "README.md",
                                 "hooks/post_gen_project.py", "What this template may do",
                                 "up to 4 questions", "up to 2 files", "runs, if you agree"})
            QVERIFY2(show.out.contains(part), show.out.constData());
        const auto json = runner.run({u"show"_s, u"./cookie"_s, u"--json"_s});
        const auto document = parseJson(json.out);
        VERIFY_RESULT(document);
        QCOMPARE(document->toMap()->value(u"format"), Value(u"Cookiecutter"_s));
        QCOMPARE(complaints(json.out, u"show"_s), QString());
        const Value capabilities = document->toMap()->value(u"capabilities");
        QVERIFY(capabilities.toMap());
        QCOMPARE(capabilities.toMap()->value(u"questions"), Value(4));
        QCOMPARE(capabilities.toMap()->value(u"commands").toList()->size(), 1);
    }

    void aMistakeOfTheTemplateIsNoneOfTheRequest_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("a name that is not there")
            << "{\"slug\": \"x\", \"name\": \"{{ cookiecutter.none }}\"}"_ba
            << "In the variable “name”: "_ba;
        QTest::newRow("an unknown filter")
            << "{\"slug\": \"x\", \"name\": \"{{ cookiecutter.slug|nofilter }}\"}"_ba
            << "No filter named 'nofilter'"_ba;
        QTest::newRow("a nested template that is missing")
            << "{\"templates\": {\"a\": {\"path\": \"./a\", \"title\": \"A\"}}}"_ba
            << "There is no template in “./a”."_ba;
    }

    void aMistakeOfTheTemplateIsNoneOfTheRequest()
    {
        QFETCH(const QByteArray, settings);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        writeTemplate(runner);
        runner.write(u"cookie/cookiecutter.json"_s, settings);
        const auto made = runner.run(plainly({u"new"_s, u"./cookie"_s, u"made"_s}));
        QCOMPARE(made.code, 1);
        QVERIFY2(made.err.contains(said), made.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"made"_s)));
    }

    void aTemplateThatNeedsPythonSaysSo()
    {
        CliRunner runner;
        writeTemplate(runner);
        runner.write(u"cookie/cookiecutter.json"_s,
                     "{\"slug\": \"x\",\n \"_extensions\": [\"local.Thing\"]}");
        const auto made = runner.run(plainly({u"new"_s, u"./cookie"_s, u"made"_s}));
        QCOMPARE(made.code, 1);
        QVERIFY2(made.err.contains("cookiecutter.json:2:") && made.err.contains("local.Thing"),
                 made.err.constData());
    }
};

QTEST_MAIN(TestCookiecutter)

#include "tst_cookiecutter.moc"
