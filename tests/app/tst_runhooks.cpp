#include "models/base/json.h"
#include "models/process/sandbox.h"
#include "tests/support/agreedrun.h"
#include "tests/support/schemas.h"
#include "tests/support/testing.h"
#include "tests/support/tools.h"

#include <QTest>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// A Cookiecutter template with `hook` behind its files.
void writeHooked(const CliRunner &runner, const QByteArray &hook)
{
    runner.write(u"hooked/cookiecutter.json"_s, R"({"name": "orders", "docs": "no"})");
    runner.write(u"hooked/{{cookiecutter.name}}/README.md"_s, "# {{ cookiecutter.name }}\n");
    runner.write(u"hooked/{{cookiecutter.name}}/docs/index.md"_s, "docs\n");
    runner.write(u"hooked/{{cookiecutter.name}}/build.sh"_s, "#!/bin/sh\n");
    runner.write(u"hooked/hooks/post_gen_project.sh"_s, "#!/bin/sh\nset -e\n" + hook);
}

constexpr auto usualHook = "echo working\nrm -r docs\nchmod +x build.sh\n"
                           "echo \"kind: {{ cookiecutter.docs }}\" >catalog.yaml\n";

QStringList agreed(const QStringList &more = {}, const QString &destination = u"made"_s)
{
    return QStringList{u"new"_s,
                       u"./hooked"_s,
                       destination,
                       u"--defaults"_s,
                       u"--no-record"_s,
                       u"--no-commit"_s,
                       u"--run-hooks=sandboxed"_s}
    + more;
}

QStringList scratchOf(const CliRunner &runner)
{
    return QDir(runner.path(u"state"_s))
        .entryList({u"commands-*"_s}, QDir::AllEntries | QDir::Hidden);
}

} // namespace

/// waymark new --run-hooks, with a real sandbox.
class TestRunHooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!canSandbox())
            SKIP_HERE("no sandbox can be made here");
    }

    void withoutConsentTheyAreOnlyNamed()
    {
        CliRunner runner;
        writeHooked(runner, usualHook);
        QStringList words = agreed();
        words.removeLast();
        const auto outcome = runner.run(words);
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.err.count("The hook “hooks/post_gen_project.sh” is not run."), 1);
        QCOMPARE(outcome.out.count("Not run: hooks/post_gen_project.sh. "), 1);
        QVERIFY2(outcome.out.contains("--run-hooks=sandboxed"), outcome.out.constData());
        QVERIFY2(!outcome.out.contains("only if you agree"), outcome.out.constData());
        QVERIFY(QFile::exists(runner.path(u"made/docs/index.md"_s)));
        QVERIFY(!QFile::exists(runner.path(u"made/catalog.yaml"_s)));
        QVERIFY(!QFile::exists(runner.path(u"state/consents"_s)));
    }

    void withConsentTheirResultIsWritten()
    {
        CliRunner runner;
        writeHooked(runner, usualHook);
        const auto outcome = runAgreed(runner, agreed());
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(runner.read(u"made/catalog.yaml"_s), "kind: no\n"_ba);
        QVERIFY(!QFile::exists(runner.path(u"made/docs"_s)));
        QVERIFY(QFileInfo(runner.path(u"made/build.sh"_s)).isExecutable());
        for (const char *said : {"Ran hooks/post_gen_project.sh", "| working",
                                 "They changed 3 files", "updated   build.sh, executable now",
                                 "new       catalog.yaml", "deleted   docs/index.md"})
            QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QVERIFY2(!outcome.out.contains("Not run"), outcome.out.constData());
        QVERIFY2(!outcome.err.contains("is not run"), outcome.err.constData());
        QCOMPARE(scratchOf(runner), QStringList());
        QCOMPARE(QDir(runner.path(u"state/consents"_s)).entryList(QDir::Files).size(), 1);
    }

    void nothingRunsThatNobodyAgreedTo()
    {
        CliRunner runner;
        writeHooked(runner, "touch '" + runner.path(u"ran"_s).toUtf8() + "'\n");
        for (const QString &way : {u"sandboxed"_s, u"unsandboxed"_s}) {
            QStringList words = agreed();
            words.last() = u"--run-hooks="_s + way;
            const auto outcome = runner.run(words);
            QCOMPARE(outcome.code, 2);
            for (const char *said : {"Nobody has agreed", "waymark plan", "Apply just this"})
                QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        }
        QVERIFY(!QFile::exists(runner.path(u"ran"_s)));
        QVERIFY(!QFile::exists(runner.path(u"made"_s)));
        QVERIFY(!QFile::exists(runner.path(u"state/consents"_s)));
    }

    void whatWasAgreedToIsNotAskedAgain()
    {
        CliRunner runner;
        writeHooked(runner, usualHook);
        QCOMPARE(runAgreed(runner, agreed()).code, 0);
        const auto again = runner.run(agreed({}, u"again"_s));
        QVERIFY2(again.code == 0, again.err.constData());
        QVERIFY2(again.err.contains("agreed to just these"), again.err.constData());
        QCOMPARE(runner.read(u"again/catalog.yaml"_s), "kind: no\n"_ba);
        // Another answer makes another command, and another template is another one.
        QCOMPARE(runner.run(agreed({u"--set"_s, u"docs=$(id)"_s}, u"other"_s)).code, 2);
        runner.write(u"hooked/{{cookiecutter.name}}/README.md"_s, "# other\n");
        QCOMPARE(runner.run(agreed({}, u"other"_s)).code, 2);
        QVERIFY(!QFile::exists(runner.path(u"other"_s)));
    }

    void whatIsLeftOutIsNamedAsInTheService()
    {
        CliRunner runner;
        writeHooked(runner, "mkdir sub\nmkfifo sub/pipe\n");
        const auto outcome = runAgreed(runner, agreed());
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QVERIFY2(outcome.err.contains("sub/pipe: "), outcome.err.constData());
        QVERIFY2(!outcome.err.contains("commands-"), outcome.err.constData());
    }

    void aMissingProgramIsNoFaultOfTheAnswers()
    {
        CliRunner runner;
        writeHooked(runner, "echo\n");
        runner.write(u"hooked/hooks/post_gen_project.sh"_s, "#!/usr/bin/env no-such-shell\n");
        const auto outcome = runAgreed(runner, agreed());
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.err.contains("no-such-shell"), outcome.err.constData());
        QVERIFY2(!outcome.err.contains("answers that it wants"), outcome.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"made"_s)));
    }

    void theHashOfAPlanIsForJustItsCommands()
    {
        CliRunner runner;
        writeHooked(runner, "echo '{{ cookiecutter.docs }}'\n");
        const QString hash = hashOf(runner, agreed());
        const auto outcome
            = runner.run(agreed({u"--set"_s, u"docs=yes"_s, u"--expect-plan"_s, hash}));
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(hash.toUtf8()), outcome.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"made"_s)));
    }

    void anotherSecretIsAnotherCommand()
    {
        CliRunner runner;
        runner.write(u"copied/copier.yml"_s,
                     "pw: {type: str, secret: true, default: x}\n_tasks: ['{{ pw }}']\n");
        runner.write(u"copied/a.txt"_s, "a");
        runner.environment = {{u"PW"_s, u"true hunter2"_s}};
        const QStringList words{u"new"_s,        u"./copied"_s,    u"made"_s,
                                u"--defaults"_s, u"--no-record"_s, u"--no-commit"_s,
                                u"--secret"_s,   u"pw=env:PW"_s,   u"--run-hooks=sandboxed"_s};
        const QString hash = hashOf(runner, words);
        runner.environment = {{u"PW"_s, u"false hunter2"_s}};
        const auto outcome = runner.run(words + QStringList{u"--expect-plan"_s, hash});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(hash.toUtf8()), outcome.err.constData());
    }

    void whoIsAskedReadsThemFirst_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("isRun");
        QTest::newRow("yes") << u"yes"_s << true;
        QTest::newRow("no") << u"no"_s << false;
        QTest::newRow("Enter") << u""_s << false;
    }

    void whoIsAskedReadsThemFirst()
    {
        QFETCH(const QString, answer);
        QFETCH(const bool, isRun);
        CliRunner runner;
        writeHooked(runner, usualHook);
        ScriptedPrompt prompt;
        runner.prompt = &prompt;
        prompt.answers = {u"orders"_s, u"yes"_s, answer, u"yes"_s};
        QStringList words = agreed();
        words.removeAll(u"--defaults"_s);
        const auto outcome = runner.run(words);
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(prompt.asked.mid(2),
                 QStringList({u"Run this? [y/N]: "_s, u"Write this? [Y/n]: "_s}));
        const qsizetype hook = outcome.out.indexOf("| echo \"kind: yes\" >catalog.yaml");
        QVERIFY2(hook >= 0, outcome.out.constData());
        QVERIFY(hook < outcome.out.indexOf("Ready to create"));
        QCOMPARE(QFile::exists(runner.path(u"made/catalog.yaml"_s)), isRun);
        QCOMPARE(QFile::exists(runner.path(u"state/consents"_s)), isRun);
        QCOMPARE(outcome.err.contains("hooks/post_gen_project.sh” is not run"), !isRun);
    }

    void theCommandOfWhoWantsNoneRunsNone()
    {
        CliRunner runner;
        writeHooked(runner, usualHook);
        ScriptedPrompt prompt;
        runner.prompt = &prompt;
        prompt.answers = {u"shop"_s, u"yes"_s, u"no"_s, u"no"_s};
        QStringList words = agreed();
        words.removeAll(u"--defaults"_s);
        const auto outcome = runner.run(words);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.out.contains("name=shop"), outcome.out.constData());
        QVERIFY2(!outcome.out.contains("--run-hooks sandboxed"), outcome.out.constData());
    }

    void answersAreNotLostWhereAHookFails()
    {
        CliRunner runner;
        writeHooked(runner, "exit 3\n");
        ScriptedPrompt prompt;
        runner.prompt = &prompt;
        prompt.answers = {u"shop"_s, u"yes"_s, u"yes"_s};
        QStringList words = agreed();
        words.removeAll(u"--defaults"_s);
        const auto outcome = runner.run(words);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.out.contains("name=shop"), outcome.out.constData());
    }

    void theirChangesAreShownInFullWhereMoreIsWanted()
    {
        CliRunner runner;
        writeHooked(runner, usualHook);
        const auto outcome = runAgreed(runner, agreed({u"--verbose"_s}));
        QCOMPARE(outcome.code, 0);
        for (const char *said : {"+kind: no", "-docs", "new mode 100755"})
            QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        const auto quiet = runAgreed(runner, agreed({u"--quiet"_s}, u"quiet"_s));
        QCOMPARE(quiet.code, 0);
        QVERIFY2(!quiet.err.contains("changed"), quiet.err.constData());
    }

    void theirResultIsCommittedWithItsRecord()
    {
        CliRunner runner;
        writeHooked(runner, QByteArray(usualHook) + "git init -q . 2>/dev/null || mkdir .git\n");
        const auto outcome = runAgreed(
            runner,
            {u"new"_s, u"./hooked"_s, u"made"_s, u"--defaults"_s, u"--run-hooks=sandboxed"_s});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QVERIFY2(outcome.err.contains("repository “.git”, which is left out"),
                 outcome.err.constData());
        QVERIFY(QFile::exists(runner.path(u"made/.waymark.yaml"_s)));
        QVERIFY(outcome.out.contains("Commit: "));
        const auto undone = runner.run({u"undo"_s, u"made"_s});
        QVERIFY2(undone.code == 0, undone.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"made"_s)));
    }

    void aHookThatFailsLeavesNothing()
    {
        CliRunner runner;
        writeHooked(runner, "echo 'the name is taken' >&2\ntouch here\nexit 3\n");
        const auto outcome = runAgreed(runner, agreed());
        QCOMPARE(outcome.code, 1);
        for (const char *said : {"hooks/post_gen_project.sh", "exit code 3", "the name is taken"})
            QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"made"_s)));
        QCOMPARE(scratchOf(runner), QStringList());
    }

    void aHookThatFailsIsTheSameErrorForWhoIsAsked()
    {
        CliRunner runner;
        writeHooked(runner, "echo 'the name is taken' >&2\nexit 3\n");
        ScriptedPrompt prompt;
        runner.prompt = &prompt;
        prompt.answers = {u"orders"_s, u"yes"_s, u"yes"_s};
        QStringList words = agreed();
        words.removeAll(u"--defaults"_s);
        const auto outcome = runner.run(words);
        QCOMPARE(outcome.code, 1);
        const qsizetype failure = outcome.both.indexOf("the name is taken\n");
        QVERIFY2(failure >= 0, outcome.both.constData());
        QVERIFY2(outcome.both.indexOf("With that put right, this makes it") > failure,
                 outcome.both.constData());
        QCOMPARE(outcome.both.count("the name is taken\n"), 1);
        QVERIFY2(!outcome.both.contains("This makes the same"), outcome.both.constData());
    }

    void aHookThatCannotBeRenderedIsATemplateError()
    {
        CliRunner runner;
        writeHooked(runner, "echo {{ cookiecutter.nothing }}\n");
        const auto outcome = runner.run(agreed());
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("hooks/post_gen_project.sh:3:"), outcome.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"made"_s)));
        QVERIFY(!QFile::exists(runner.path(u"state/consents"_s))); // nothing was run
    }

    void aHookThatCannotBeRenderedIsToldByThePlan()
    {
        CliRunner runner;
        writeHooked(runner, "echo {{ cookiecutter.nam }}\n");
        QStringList words = agreed();
        words.removeLast();
        words.first() = u"plan"_s;
        const auto planned = runner.run(words);
        QCOMPARE(planned.code, 1);
        const auto run = runner.run(agreed());
        QCOMPARE(run.code, 1);
        for (const QByteArray &err : {planned.err, run.err}) {
            QVERIFY2(err.contains("“hooks/post_gen_project.sh” cannot be run: "), err.constData());
            QCOMPARE(err.count("Did you mean “name”?"), 1);
        }
    }

    void whatAHookLeavesIsCheckedLikeAllElse_data()
    {
        QTest::addColumn<QByteArray>("hook");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("a link out of the service") << "ln -s /etc/passwd users\n"_ba << "users"_ba;
        QTest::newRow("a link through another") << "ln -s .. up\nln -s up/x chain\n"_ba << "up"_ba;
        QTest::newRow("git's folder by another name")
            << "mkdir .GIT\ntouch .GIT/x\n"_ba << ".GIT"_ba;
        QTest::newRow("names that are one elsewhere") << "touch a A\n"_ba << "A"_ba;
        QTest::newRow("a name of Windows") << "touch nul.txt\n"_ba << "nul.txt"_ba;
    }

    void whatAHookLeavesIsCheckedLikeAllElse()
    {
        QFETCH(const QByteArray, hook);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        writeHooked(runner, hook);
        const auto outcome = runAgreed(runner, agreed());
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QVERIFY2(outcome.err.contains("Nothing was written."), outcome.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"made"_s)));
    }

    void thePlanThatIsExpectedIsTheOneBeforeHooks()
    {
        CliRunner runner;
        writeHooked(runner, usualHook);
        const auto planned = runner.run({u"plan"_s, u"./hooked"_s, u"made"_s, u"--defaults"_s,
                                         u"--no-record"_s, u"--no-commit"_s, u"--json"_s});
        QCOMPARE(planned.code, 0);
        QCOMPARE(complaints(planned.out, u"plan"_s), QString());
        QVERIFY(planned.out.contains("\"runnable\": true"));
        const auto document = parseJson(planned.out);
        VERIFY_RESULT(document);
        const QString hash = document->toMap()->value(u"hash").textOr();
        QCOMPARE(runner.run(agreed({u"--expect-plan"_s, QString(64, u'0')})).code, 2);
        const auto made = runner.run(agreed({u"--expect-plan"_s, hash, u"--json"_s}));
        QVERIFY2(made.code == 0, made.err.constData());
        QCOMPARE(complaints(made.out, u"new"_s), QString());
        const auto result = parseJson(made.out);
        VERIFY_RESULT(result);
        const Value hooks = result->toMap()->value(u"hooks");
        QVERIFY(hooks.toMap());
        QCOMPARE(hooks.toMap()->value(u"plan"), Value(hash));
        QCOMPARE(hooks.toMap()->value(u"sandboxed"), Value(true));
        QVERIFY(result->toMap()->value(u"hash").textOr() != hash);
    }

    void thePlanShowsThemAndRunsNothing()
    {
        CliRunner runner;
        writeHooked(runner, "touch '" + runner.path(u"ran"_s).toUtf8() + "'\n");
        const auto planned = runner.run({u"plan"_s, u"./hooked"_s, u"made"_s, u"--defaults"_s});
        QVERIFY2(planned.out.contains("| touch '"), planned.out.constData());
        QVERIFY2(planned.out.contains("--run-hooks=sandboxed"), planned.out.constData());
        QStringList dry = agreed({u"--dry-run"_s});
        dry.replaceInStrings(u"sandboxed"_s, u"unsandboxed"_s);
        QCOMPARE(runner.run(dry).code, 0);
        QVERIFY(!QFile::exists(runner.path(u"ran"_s)));
        QVERIFY(!QFile::exists(runner.path(u"state"_s)));
    }

    void theyCanRunAsTheUser()
    {
        CliRunner runner;
        writeHooked(runner, "touch '" + runner.path(u"ran"_s).toUtf8() + "'\ntouch here\n");
        QStringList words = agreed();
        words.last() = u"--run-hooks=unsandboxed"_s;
        const auto outcome = runAgreed(runner, words);
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QVERIFY(QFile::exists(runner.path(u"ran"_s)));
        QVERIFY(QFile::exists(runner.path(u"made/here"_s)));
        QVERIFY(QFile::remove(runner.path(u"ran"_s)));
        QCOMPARE(runner.run(agreed({}, u"other"_s)).code, 2); // that was another consent
        std::ignore = runAgreed(runner, agreed({}, u"other"_s));
        QVERIFY(!QFile::exists(runner.path(u"ran"_s)));
    }

    void withoutASandboxThereIsAWayOut()
    {
        CliRunner runner;
        writeHooked(runner, usualHook);
        const QByteArray before = qgetenv("PATH");
        const QString hash = hashOf(runner, agreed());
        qputenv("PATH", QFile::encodeName(runner.path(u"nothing"_s)));
        const auto outcome = runner.run(agreed({u"--expect-plan"_s, hash}));
        qputenv("PATH", before);
        QCOMPARE(outcome.code, 3);
        for (const char *said : {"bubblewrap", "--run-hooks=unsandboxed"})
            QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"made"_s)));
    }

    void whoAgreesToNothingIsTold()
    {
        CliRunner runner;
        writeHooked(runner, usualHook);
        QVERIFY(QFile::remove(runner.path(u"hooked/hooks/post_gen_project.sh"_s)));
        const auto outcome = runner.run(agreed());
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.err.contains("nothing to run"), outcome.err.constData());
        QCOMPARE(runner.run(agreed({u"--run-hooks=never"_s}, u"x"_s)).code, 2);
    }

    void aStopRequestWritesNothing()
    {
        CliRunner runner;
        writeHooked(runner, "sleep 600\n");
        runner.stop.request_stop();
        const auto outcome = runner.run(agreed());
        QCOMPARE(outcome.code, 3);
        QVERIFY(!QFile::exists(runner.path(u"made"_s)));
        QCOMPARE(scratchOf(runner), QStringList());
    }

    void whoIsAskedSeesWhatTheyLeft()
    {
        CliRunner runner;
        writeHooked(runner, usualHook);
        ScriptedPrompt prompt;
        runner.prompt = &prompt;
        QStringList words = agreed();
        words.removeAll(u"--defaults"_s);
        prompt.answers = {u""_s, u""_s, u"yes"_s, u"no"_s};
        const auto outcome = runner.run(words);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("+kind: no"), outcome.err.constData());
        QVERIFY2(outcome.out.contains("Files: 3 new, 1 not needed"), outcome.out.constData());
        QVERIFY2(outcome.out.contains("--run-hooks sandboxed"), outcome.out.constData());
        QVERIFY(!QFile::exists(runner.path(u"made"_s)));
    }
};

QTEST_MAIN(TestRunHooks)
#include "tst_runhooks.moc"
