#include "models/base/json.h"
#include "tests/support/agreedrun.h"
#include "tests/support/schemas.h"
#include "tests/support/testing.h"
#include "tests/support/tools.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// A Cookiecutter template that changes its questions before they are asked.
void writeAsking(const CliRunner &runner, const QByteArray &hook)
{
    runner.write(u"asking/cookiecutter.json"_s, R"({"name": "orders", "kind": "plain"})");
    runner.write(u"asking/{{cookiecutter.name}}/a.txt"_s, "{{ cookiecutter.kind }}\n");
    runner.write(u"asking/hooks/pre_prompt.sh"_s, "#!/bin/sh\nset -e\n" + hook);
}

constexpr auto changing = "echo asked\nsed -i s/plain/other/ cookiecutter.json\n";

QStringList making(const QStringList &more = {u"--run-hooks=sandboxed"_s})
{
    return QStringList{u"new"_s,        u"./asking"_s,    u"made"_s,
                       u"--defaults"_s, u"--no-record"_s, u"--no-commit"_s}
    + more;
}

/// Runs `words` as one who has read the plan, where the hooks make another one of it: with its hash
/// that is refused, and what they are agreed to do then goes without.
CliRunner::Outcome ranWithoutHash(CliRunner &runner, const QStringList &words)
{
    if (const auto refused = runAgreed(runner, words); refused.code != 2)
        return refused;
    return runner.run(words);
}

/// A template whose only hook leaves it as it is: it runs `line`.
void writeStill(const CliRunner &runner, const QByteArray &line = "echo asked")
{
    writeAsking(runner, line + '\n');
    runner.write(u"asking/{{cookiecutter.name}}/a.txt"_s,
                 "{{ cookiecutter.name }} {{ cookiecutter.kind }}\n");
}

/// The hash of the plan of `words` for “new”, which are given `input`.
QString plannedHash(CliRunner &runner, QStringList words, const QByteArray &input = {})
{
    words.first() = u"plan"_s;
    words.removeIf([](const QString &word) { return word.startsWith(u"--run-hooks"); });
    const auto document = parseJson(runner.run(words + QStringList{u"--json"_s}, input).out);
    return document && document->toMap() ? document->toMap()->value(u"hash").textOr() : QString();
}

QStringList consentsOf(const CliRunner &runner)
{
    return QDir(runner.path(u"state/consents"_s)).entryList(QDir::Files);
}

} // namespace

/// waymark new --run-hooks, of hooks that come before the questions.
class TestRunFirstHooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!canSandbox())
            SKIP_HERE("no sandbox can be made here");
    }

    void withoutTheOptionTheyAreOnlyNamed()
    {
        CliRunner runner;
        writeAsking(runner, changing);
        const auto outcome = runner.run(making({}));
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.err.contains("hooks/pre_prompt.sh"), outcome.err.constData());
        QCOMPARE(runner.read(u"made/a.txt"_s), "plain\n"_ba);
        QCOMPARE(consentsOf(runner), QStringList());
    }

    void withConsentTheyChangeWhatIsAsked()
    {
        CliRunner runner;
        writeAsking(runner, changing);
        const auto outcome = ranWithoutHash(runner, making());
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(runner.read(u"made/a.txt"_s), "other\n"_ba);
        for (const char *said : {"Ran hooks/pre_prompt.sh", "| asked"})
            QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        for (const char *unsaid : {"is not run", "nothing to run"})
            QVERIFY2(!outcome.err.contains(unsaid), outcome.err.constData());
        QVERIFY2(!outcome.out.contains("Not run"), outcome.out.constData());
        QCOMPARE(consentsOf(runner).size(), 1);
        QCOMPARE(runner.read(u"asking/cookiecutter.json"_s),
                 R"({"name": "orders", "kind": "plain"})"_ba); // they ran on a copy
        QCOMPARE(QDir(runner.path(u"state"_s)).entryList({u"commands-*"_s}, QDir::AllEntries),
                 QStringList());
    }

    void nothingRunsThatNobodyAgreedTo()
    {
        CliRunner runner;
        writeAsking(runner, "touch '" + runner.path(u"ran"_s).toUtf8() + "'\n");
        for (const QString &way : {u"sandboxed"_s, u"unsandboxed"_s}) {
            const auto outcome = runner.run(making({u"--run-hooks="_s + way}));
            QCOMPARE(outcome.code, 2);
            for (const char *said : {"Nobody has agreed", "waymark plan", "Apply just this"})
                QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        }
        QVERIFY(!QFile::exists(runner.path(u"ran"_s)));
        QVERIFY(!QFile::exists(runner.path(u"made"_s)));
        QCOMPARE(consentsOf(runner), QStringList());
    }

    void whatWasAgreedToIsNotAskedAgain()
    {
        CliRunner runner;
        writeAsking(runner, changing);
        QCOMPARE(ranWithoutHash(runner, making()).code, 0);
        QStringList words = making();
        words.replaceInStrings(u"made"_s, u"again"_s);
        const auto again = runner.run(words);
        QVERIFY2(again.code == 0, again.err.constData());
        QVERIFY2(again.err.contains("agreed to just these"), again.err.constData());
        QCOMPARE(runner.read(u"again/a.txt"_s), "other\n"_ba);
        writeAsking(runner, QByteArray(changing) + "echo more\n");
        words.replaceInStrings(u"again"_s, u"third"_s);
        QCOMPARE(runner.run(words).code, 2);
        QVERIFY(!QFile::exists(runner.path(u"third"_s)));
    }

    void whoSaysNoIsAskedWhatIsThere()
    {
        CliRunner runner;
        writeAsking(runner, changing);
        ScriptedPrompt prompt;
        runner.prompt = &prompt;
        prompt.answers = {u""_s, u"orders"_s, u"mine"_s, u"yes"_s};
        QStringList words = making();
        words.removeAll(u"--defaults"_s);
        const auto outcome = runner.run(words);
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(prompt.asked.first(), u"Run this? [y/N]: "_s);
        QVERIFY2(outcome.out.contains("| sed -i s/plain/other/"), outcome.out.constData());
        QCOMPARE(runner.read(u"made/a.txt"_s), "mine\n"_ba);
        QVERIFY2(outcome.err.contains("hooks/pre_prompt.sh” is not run"), outcome.err.constData());
        QVERIFY2(!outcome.err.contains("nothing to run"), outcome.err.constData());
        QCOMPARE(consentsOf(runner), QStringList());
    }

    void whoIsAskedIsAskedWhatTheyLeft()
    {
        CliRunner runner;
        writeAsking(runner, "echo '{\"name\": \"orders\", \"added\": \"x\"}' >cookiecutter.json\n");
        runner.write(u"asking/{{cookiecutter.name}}/a.txt"_s, "{{ cookiecutter.added }}\n");
        ScriptedPrompt prompt;
        runner.prompt = &prompt;
        prompt.answers = {u"yes"_s, u""_s, u"mine"_s, u"yes"_s};
        QStringList words = making();
        words.removeAll(u"--defaults"_s);
        const auto outcome = runner.run(words);
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(runner.read(u"made/a.txt"_s), "mine\n"_ba);
    }

    void theOthersRunBehindThem()
    {
        CliRunner runner;
        writeAsking(runner, changing);
        runner.write(u"asking/hooks/post_gen_project.sh"_s, "#!/bin/sh\ncp a.txt b.txt\n");
        const auto outcome
            = ranWithoutHash(runner, making({u"--run-hooks=sandboxed"_s, u"--json"_s}));
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(runner.read(u"made/b.txt"_s), "other\n"_ba);
        QCOMPARE(complaints(outcome.out, u"new"_s), QString());
        const auto result = parseJson(outcome.out);
        VERIFY_RESULT(result);
        const Value hooks = result->toMap()->value(u"hooks");
        const Value commands = hooks.toMap() ? hooks.toMap()->value(u"commands") : Value();
        QStringList names;
        for (const Value &command : commands.toList() ? *commands.toList() : List())
            names += command.toMap()->value(u"name").textOr();
        QCOMPARE(names, (QStringList{u"hooks/pre_prompt.sh"_s, u"hooks/post_gen_project.sh"_s}));
        QCOMPARE(consentsOf(runner).size(), 2);
    }

    void whatTheyMakeOfTheOthersIsAgreedToByItself()
    {
        CliRunner runner;
        writeAsking(runner, changing);
        runner.write(u"asking/hooks/post_gen_project.sh"_s,
                     "#!/bin/sh\necho {{ cookiecutter.kind }} >b.txt\n");
        const auto refused = ranWithoutHash(runner, making()); // the plan has “echo plain”
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("Nobody has agreed"), refused.err.constData());
        QVERIFY2(refused.err.contains("is shown only there"), refused.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"made"_s)));
        ScriptedPrompt prompt;
        runner.prompt = &prompt;
        prompt.answers = {u""_s, u""_s, u"yes"_s, u"yes"_s}; // the first hook is agreed to
        QStringList words = making();
        words.removeAll(u"--defaults"_s);
        const auto outcome = runner.run(words);
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QVERIFY2(outcome.out.contains("| echo other >b.txt"), outcome.out.constData());
        QCOMPARE(runner.read(u"made/b.txt"_s), "other\n"_ba);
    }

    void oneThatFailsLeavesNothing()
    {
        CliRunner runner;
        writeAsking(runner, "echo 'docker is needed' >&2\nexit 3\n");
        const auto outcome = runAgreed(runner, making());
        QCOMPARE(outcome.code, 1);
        for (const char *said : {"hooks/pre_prompt.sh", "exit code 3", "docker is needed"})
            QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"made"_s)));
    }

    void oneThatNothingRunsIsRefusedBeforeConsent()
    {
        CliRunner runner;
        writeAsking(runner, {});
        runner.write(u"asking/hooks/pre_prompt.sh"_s, "echo\n");
        const auto outcome = runner.run(making());
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("hooks/pre_prompt.sh"), outcome.err.constData());
        QCOMPARE(consentsOf(runner), QStringList());
    }

    void thePlanAndTheDryRunRunNothing()
    {
        CliRunner runner;
        writeAsking(runner, "touch '" + runner.path(u"ran"_s).toUtf8() + "'\n");
        const auto planned = runner.run({u"plan"_s, u"./asking"_s, u"made"_s, u"--defaults"_s});
        QVERIFY2(planned.out.contains("| touch '"), planned.out.constData());
        QVERIFY2(planned.out.contains("--run-hooks=sandboxed"), planned.out.constData());
        const auto dry = runner.run(making({u"--run-hooks=unsandboxed"_s, u"--dry-run"_s}));
        QCOMPARE(dry.code, 0);
        QVERIFY(!QFile::exists(runner.path(u"ran"_s)));
        QVERIFY(!QFile::exists(runner.path(u"state"_s)));
    }

    void thePlanThatIsExpectedIsTheOneBeforeThem()
    {
        CliRunner runner;
        writeAsking(runner, changing);
        const auto planned = runner.run({u"plan"_s, u"./asking"_s, u"made"_s, u"--defaults"_s,
                                         u"--no-record"_s, u"--no-commit"_s, u"--json"_s});
        const auto document = parseJson(planned.out);
        VERIFY_RESULT(document);
        const QString hash = document->toMap()->value(u"hash").textOr();
        const auto other = runner.run(
            making({u"--run-hooks=sandboxed"_s, u"--expect-plan"_s, QString(64, u'0')}));
        QCOMPARE(other.code, 2);
        QCOMPARE(consentsOf(runner), QStringList()); // nothing was run
        const auto made
            = runner.run(making({u"--run-hooks=sandboxed"_s, u"--expect-plan"_s, hash}));
        QCOMPARE(made.code, 2);
        const QByteArray said
            = "changed the template (cookiecutter.json), so it is not the plan " + hash.toLatin1();
        QVERIFY2(made.err.contains(said), made.err.constData());
        QVERIFY2(made.err.contains("\n+{\"name\": \"orders\", \"kind\": \"other\"}"),
                 made.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"made"_s)));
    }

    void thePlanThatIsExpectedIsMadeOfItsAnswers_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("made");
        QTest::newRow("answers from standard input")
            << QStringList{u"--answers"_s, u"-"_s} << R"({"name": "n", "kind": "given"})"_ba
            << "n given\n"_ba;
        QTest::newRow("a file that the hook changes")
            << QStringList{u"--answers"_s, u"answers.json"_s} << QByteArray() << "n given\n"_ba;
    }

    void thePlanThatIsExpectedIsMadeOfItsAnswers()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, input);
        CliRunner runner;
        const QByteArray answers = runner.path(u"answers.json"_s).toUtf8();
        writeStill(runner,
                   "test -e '" + answers + "' && echo '{\"kind\": \"evil\"}' >'" + answers + "'");
        runner.write(u"answers.json"_s, R"({"name": "n", "kind": "given"})");
        const QStringList words = making(QStringList{u"--run-hooks=unsandboxed"_s} + options);
        const QString hash = plannedHash(runner, words, input);
        const auto outcome = runner.run(words + QStringList{u"--expect-plan"_s, hash}, input);
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QTEST(runner.read(u"made/a.txt"_s), "made");
    }

    void whoIsAskedWithAHashIsAskedOnce()
    {
        CliRunner runner;
        writeStill(runner);
        QStringList words = making();
        words.removeAll(u"--defaults"_s);
        const QString hash = plannedHash(
            runner, words + QStringList{u"--set"_s, u"name=n"_s, u"--set"_s, u"kind=mine"_s});
        ScriptedPrompt prompt;
        runner.prompt = &prompt;
        prompt.answers = {u"n"_s, u"mine"_s, u"yes"_s};
        const auto outcome = runner.run(words + QStringList{u"--expect-plan"_s, hash});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(runner.read(u"made/a.txt"_s), "n mine\n"_ba);
        QCOMPARE(prompt.asked.size(), 3);
        QCOMPARE(outcome.err.count("Ran hooks/pre_prompt.sh"), 1);
    }

    void nothingIsToldTwice()
    {
        CliRunner runner;
        writeStill(runner);
        QStringList words = making({u"--run-hooks=sandboxed"_s, u"--reason"_s, u"kind=because"_s});
        words.removeAll(u"--no-record"_s); // which would keep no reason
        words.removeAll(u"--no-commit"_s);
        const auto outcome = runAgreed(runner, words);
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(outcome.err.count("The reason for “kind” is not kept"), 1);
    }

    void theRecordNamesTheTemplateAsItIs()
    {
        CliRunner runner;
        writeAsking(runner, changing);
        const auto identity = [&runner](const QStringList &more, const QString &place) {
            QStringList words = making(more);
            words.removeAll(u"--no-record"_s);
            words.replaceInStrings(u"made"_s, place);
            const auto result
                = parseJson(ranWithoutHash(runner, words + QStringList{u"--json"_s}).out);
            return result && result->toMap() ? result->toMap()->value(u"template") : Value();
        };
        const Value with = identity({u"--run-hooks=sandboxed"_s}, u"one"_s);
        QVERIFY(with.toMap());
        QCOMPARE(with, identity({}, u"other"_s));
    }
};

QTEST_MAIN(TestRunFirstHooks)
#include "tst_runfirsthooks.moc"
