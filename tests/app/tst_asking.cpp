#include "models/base/json.h"
#include "models/plan/record.h"
#include "tests/support/smalltemplate.h"
#include "tests/support/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

class TestAsking : public QObject
{
    Q_OBJECT

    const QStringList answered{
        u"new"_s,        u"./small"_s, u"orders"_s,         u"--set"_s, u"name=a"_s,  u"--set"_s,
        u"size=large"_s, u"--set"_s,   u"owner=the team"_s, u"--set"_s, u"copies=2"_s};

private Q_SLOTS:
    void whatWasNotGivenIsAskedWithItsDefault()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        ScriptedPrompt prompt;
        prompt.answers = {u""_s, u"payments"_s, u""_s, u"5"_s, u""_s, u"y"_s};
        runner.prompt = &prompt;
        const auto outcome = runner.run({u"new"_s, u"./small"_s, u"orders"_s});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(prompt.asked.size(), 6);
        QCOMPARE(prompt.asked.at(0), u"  Name [orders]: "_s);
        QCOMPARE(prompt.asked.at(1), u"  Owning team [ada-lovelace]: "_s);
        QCOMPARE(prompt.asked.at(2), u"  Size [Small]: "_s);
        QCOMPARE(prompt.asked.at(5), u"Write this? [Y/n]: "_s);
        QCOMPARE(runner.read(u"orders/README.md"_s), QByteArray("# orders\n\nKept by payments.\n"));
        QCOMPARE(runner.read(u"orders/deploy.yaml"_s), QByteArray("copies: 5\n"));
    }

    void withJsonStdoutHoldsTheDocumentAlone_data()
    {
        QTest::addColumn<QString>("last");
        QTest::addColumn<int>("code");
        QTest::newRow("written") << u"y"_s << 0;
        QTest::newRow("declined") << u"n"_s << 1;
    }

    void withJsonStdoutHoldsTheDocumentAlone()
    {
        QFETCH(const QString, last);
        QFETCH(const int, code);
        CliRunner runner;
        writeSmallTemplate(runner);
        ScriptedPrompt prompt;
        prompt.answers = {u""_s, u"payments"_s, u""_s, u"5"_s, u""_s, last};
        runner.prompt = &prompt;
        const auto outcome = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--json"_s});
        QCOMPARE(outcome.code, code);
        QCOMPARE(prompt.asked.size(), 6);
        VERIFY_RESULT(parseJson(outcome.out));
        for (const char *part : {"About it", "1) Small", "Ready to create "})
            QVERIFY2(outcome.err.contains(part), outcome.err.constData());
    }

    void aChoiceIsTakenByNumberTitleOrValue_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("its number") << u"2"_s;
        QTest::newRow("its title") << u"large"_s;
        QTest::newRow("its value") << u"Large"_s;
    }

    void aChoiceIsTakenByNumberTitleOrValue()
    {
        QFETCH(const QString, typed);
        CliRunner runner;
        writeSmallTemplate(runner);
        ScriptedPrompt prompt;
        prompt.answers = {typed, u""_s, u""_s, u""_s};
        runner.prompt = &prompt;
        const auto outcome = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--set"_s,
                                         u"name=a"_s, u"--set"_s, u"owner=b"_s});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QVERIFY(QFile::exists(runner.path(u"orders/big.txt"_s)));
    }

    void aWrongAnswerIsExplainedAndAskedAgain()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        ScriptedPrompt prompt;
        prompt.answers
            = {u"Not A Name"_s, u"orders"_s, u"b"_s, u""_s, u"10"_s, u"x"_s, u"9"_s, u""_s, u""_s};
        runner.prompt = &prompt;
        const auto outcome = runner.run({u"new"_s, u"./small"_s, u"orders"_s});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(prompt.asked.filter(u"Name"_s).size(), 2);
        QCOMPARE(prompt.asked.filter(u"Copies"_s).size(), 3);
        QCOMPARE(runner.read(u"orders/deploy.yaml"_s), QByteArray("copies: 9\n"));
    }

    void aQuestionMarkExplainsAQuestionAndIsNoAnswer()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"small/waymark.yaml"_s,
                     "golden: {size: {why: Most are small.}, copies: {golden: false, why: It "
                     "depends.}}\n");
        ScriptedPrompt prompt;
        prompt.answers = {u"?"_s, u""_s, u"?"_s, u""_s, u""_s, u"y"_s};
        runner.prompt = &prompt;
        const auto outcome = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--set"_s,
                                         u"name=a"_s, u"--set"_s, u"owner=b"_s, u"--json"_s});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(prompt.asked.filter(u"Size"_s).size(), 2);
        for (const char *part : {"? explains", "One of these; its number will do.",
                                 "Golden: Most are small.", "1 to 9", "Not golden: It depends."})
            QVERIFY2(outcome.err.contains(part), outcome.err.constData());
    }

    void aSecretIsAskedWithoutItsDefault()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        ScriptedPrompt prompt;
        prompt.answers = {u"hunter2hunter2"_s, u""_s};
        runner.prompt = &prompt;
        const auto outcome
            = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--set"_s, u"name=a"_s, u"--set"_s,
                          u"owner=b"_s, u"--set"_s, u"size=small"_s, u"--set"_s, u"copies=1"_s});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(prompt.asked, (QStringList{u"  Token (optional): "_s, u"Write this? [Y/n]: "_s}));
        QCOMPARE(outcome.out.count("What you type is not shown."), 1);
        QVERIFY(!(outcome.out + outcome.err).contains("hunter2"));
    }

    void whereTheInputEndsNothingIsWritten()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        ScriptedPrompt prompt;
        prompt.answers = {u"orders"_s};
        runner.prompt = &prompt;
        const auto outcome = runner.run({u"new"_s, u"./small"_s, u"orders"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }

    void whoStopsInTheMiddleKeepsWhatWasAnswered()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        ScriptedPrompt prompt;
        prompt.answers = {u"orders"_s, u"the team"_s, u"2"_s, u"5"_s};
        runner.prompt = &prompt;
        const auto outcome = runner.run({u"new"_s, u"./small"_s, u"orders"_s});
        QCOMPARE(outcome.code, 2);
        const QByteArray command = "waymark new ./small orders --set name=orders --set "
                                   "'owner=the team' --set size=large --set copies=5\n";
        QVERIFY2(outcome.out.contains(command), outcome.out.constData());
        prompt.answers = {};
        const auto atOnce = runner.run({u"new"_s, u"./small"_s, u"orders"_s});
        QVERIFY2(!atOnce.out.contains("goes on"), atOnce.out.constData());
    }

    void whoIsRefusedAtTheEndKeepsWhatWasAnswered()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"small/skeleton/broken.txt"_s, "${{ values.name | nofilter }}\n");
        ScriptedPrompt prompt;
        prompt.answers = {u""_s, u"payments"_s, u""_s, u"5"_s, u"hunter2hunter2"_s};
        runner.prompt = &prompt;
        const auto outcome = runner.run({u"new"_s, u"./small"_s, u"orders"_s});
        QCOMPARE(outcome.code, 1);
        for (const char *part : {"With that put right", "--set owner=payments --set copies=5",
                                 "--secret token=env:VAR"})
            QVERIFY2(outcome.out.contains(part), outcome.out.constData());
        QVERIFY(!(outcome.out + outcome.err).contains("hunter2"));
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }

    void listsGroupsAndHiddenQuestionsAreAskedAsTheyAreMeant()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        QByteArray text = runner.read(u"small/template.yaml"_s);
        text.replace("        token: {type: string, title: Token, ui:field: Secret}\n",
                     "        tags: {type: array, title: Tags, items: {type: string}}\n"
                     "        limits: {type: object, title: Limits, properties: {cpu: {type: "
                     "number, title: CPU}, zones: {type: array, title: Zones, items: {type: "
                     "string, enum: [a, b, c]}, uniqueItems: true}}}\n"
                     "        unseen: {type: string, ui:widget: hidden, default: x}\n");
        runner.write(u"small/template.yaml"_s, text);
        ScriptedPrompt prompt;
        prompt.answers = {u"fast, new"_s, u"much"_s, u"0.5"_s, u"a,c"_s, u""_s};
        runner.prompt = &prompt;
        const auto outcome
            = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--set"_s, u"name=a"_s, u"--set"_s,
                          u"owner=b"_s, u"--set"_s, u"size=small"_s, u"--set"_s, u"copies=1"_s});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(prompt.asked,
                 (QStringList{u"  Tags (optional): "_s, u"  Limits: CPU (optional): "_s,
                              u"  Limits: CPU (optional): "_s, u"  Limits: Zones (optional): "_s,
                              u"Write this? [Y/n]: "_s}));
        QVERIFY2(outcome.out.contains("CPU must be a number"), outcome.out.constData());
        const auto record = readRecord(runner.read(u"orders/.waymark.yaml"_s), u"r"_s);
        VERIFY_RESULT(record);
        QCOMPARE(record->answers.value(u"tags"), Value(QStringList{u"fast"_s, u"new"_s}));
        QCOMPARE(record->answers.value(u"limits"),
                 Value(Map{{u"cpu"_s, 0.5}, {u"zones"_s, QStringList{u"a"_s, u"c"_s}}}));
    }

    void noLineIsWiderThanTheTerminal()
    {
        class Narrow final : public cli::Prompt
        {
        public:
            std::optional<QString> line(const QString &, const QStringList &) override
            {
                return {};
            }
            std::optional<QString> hidden(const QString &) override { return {}; }
            int columns() const override { return 40; }
        };
        CliRunner runner;
        writeSmallTemplate(runner);
        Narrow prompt;
        runner.prompt = &prompt;
        const auto outcome = runner.run({u"new"_s, u"./small"_s, u"orders"_s});
        for (const QByteArray &line : outcome.out.split('\n'))
            QVERIFY2(QString::fromUtf8(line).size() < 40, line.constData());
    }

    void whatIsAboutToBeWrittenIsShownAndAsked()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        ScriptedPrompt prompt;
        prompt.answers = {u""_s, u"perhaps"_s, u"YES"_s};
        runner.prompt = &prompt;
        const auto outcome = runner.run(answered);
        QCOMPARE(outcome.code, 0);
        QCOMPARE(prompt.asked.filter(u"Write this?"_s).size(), 2);
        QCOMPARE(outcome.out.count("Type yes or no, or just the first letter."), 1);
        for (const char *part :
             {"Ready to create ", "/orders from small 1.2.0", "Files: 4 new", "to branch main",
              "size: large instead of small (no reason given: --reason size=TEXT)"})
            QVERIFY2(outcome.out.contains(part), part);
        QVERIFY(QFile::exists(runner.path(u"orders/big.txt"_s)));
    }

    void problemsAreToBeReadBeforeTheLastQuestionAndAnswersOutliveAFailure()
    {
        class Reader final : public cli::Prompt
        {
        public:
            explicit Reader(const CliRunner &runner)
                : m_runner(runner)
            {
            }
            std::optional<QString> line(const QString &label, const QStringList &) override
            {
                if (label.startsWith(u"Write this?"))
                    read = *m_runner.errSoFar;
                return u""_s;
            }
            std::optional<QString> hidden(const QString &) override { return u""_s; }
            QByteArray read;

        private:
            const CliRunner &m_runner;
        };
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.git.configure("[core]\n\thooksPath = " + runner.path(u"hooks"_s).toUtf8() + '\n');
        const QByteArrayList known{"GIT_CONFIG_KEY_0", "user.name",  "GIT_CONFIG_VALUE_0", "Ada",
                                   "GIT_CONFIG_KEY_1", "user.email", "GIT_CONFIG_VALUE_1", "a@b",
                                   "GIT_CONFIG_COUNT", "2"}; // to git, and not to libgit2
        for (qsizetype i = 0; i < known.size(); i += 2)
            qputenv(known.at(i).constData(), known.at(i + 1));
        runner.write(u"hooks/pre-commit"_s, "#!/bin/sh\nexit 1\n");
        QVERIFY(QFile::setPermissions(runner.path(u"hooks/pre-commit"_s),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        Reader prompt(runner);
        runner.prompt = &prompt;
        const auto outcome = runner.run(answered);
        qunsetenv("GIT_CONFIG_COUNT");
        QCOMPARE(outcome.code, 3);
        QVERIFY2(prompt.read.contains("git does not know whom a commit is by"),
                 prompt.read.constData());
        QVERIFY2(outcome.out.contains("waymark new ./small orders --set name=a"),
                 outcome.out.constData());
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }

    void problemsStandAboveTheSummaryThatCountsThem()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"small/skeleton/README.md"_s, "# ${{ values.nmae }}\n");
        ScriptedPrompt prompt;
        prompt.answers = {u"no"_s};
        runner.prompt = &prompt;
        const auto outcome = runner.run(answered);
        const qsizetype problem = outcome.both.indexOf("values.nmae");
        QVERIFY2(problem >= 0, outcome.both.constData());
        QVERIFY2(problem < outcome.both.indexOf("something to look at above"),
                 outcome.both.constData());
    }

    void notesAreNothingToLookAt_data()
    {
        QTest::addColumn<QByteArray>("step"); // beside the others
        QTest::addColumn<QByteArray>("counted"); // empty: nothing is
        QTest::newRow("a note") << ""_ba << ""_ba;
        QTest::newRow("a warning") << "${{ values.nmae }}"_ba << "look at above: 1 problem"_ba;
    }

    void notesAreNothingToLookAt()
    {
        QFETCH(const QByteArray, step);
        QFETCH(const QByteArray, counted);
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"small/skeleton/.github/workflows/ci.yml"_s, "on: push\n");
        runner.write(u"small/skeleton/x.txt"_s, step);
        QCOMPARE(runner.run({u"new"_s, u"./small"_s, u"mono"_s, u"--defaults"_s}).code, 0);
        ScriptedPrompt prompt;
        prompt.answers = {u"no"_s};
        runner.prompt = &prompt;
        QStringList words = answered;
        words.replace(2, u"mono/orders"_s);
        const auto outcome = runner.run(words);
        QVERIFY2(outcome.err.contains("Note: "), outcome.err.constData());
        QCOMPARE(outcome.out.contains("look at above"), !counted.isEmpty());
        QVERIFY2(outcome.out.contains(counted), outcome.out.constData());
    }

    void aReasonIsOnlyAskedForWhereItCanBeGiven()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        ScriptedPrompt prompt;
        prompt.answers = {u""_s, u"y"_s};
        runner.prompt = &prompt;
        const auto outcome = runner.run(answered);
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(outcome.out.count("no reason given"), 2);
        QCOMPARE(outcome.out.count("--reason size=TEXT"), 1);
    }

    void whoSaysNoGetsTheCommandThatMakesTheSame()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.environment.insert(u"TOKEN"_s, u"hunter2hunter2"_s);
        ScriptedPrompt prompt;
        prompt.answers = {u"n"_s};
        runner.prompt = &prompt;
        const auto outcome
            = runner.run(answered
                         + QStringList{u"--secret"_s, u"token=env:TOKEN"_s, u"--message"_s,
                                       u"It's mine"_s, u"--seed"_s, u"9f"_s});
        QCOMPARE(outcome.code, 1);
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
        QVERIFY(!QFile::exists(runner.path(u"state"_s)));
        const QByteArray command
            = "waymark new ./small orders --set name=a --set 'owner=the team' --set size=large "
              "--seed 9f --message 'It'\\''s mine' --defaults";
        QVERIFY2(outcome.out.contains(command + '\n'), outcome.out.constData());
        QVERIFY2(outcome.out.contains("--secret token=env:VAR"), outcome.out.constData());
        QVERIFY(!(outcome.out + outcome.err).contains("hunter2"));
    }

    void whereTheInputEndsAtTheLastQuestionNothingIsWritten()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        ScriptedPrompt prompt;
        prompt.answers = {u""_s};
        runner.prompt = &prompt;
        const auto outcome = runner.run(answered);
        QCOMPARE(outcome.code, 2);
        QVERIFY(prompt.asked.contains(u"Write this? [Y/n]: "_s));
        QVERIFY2(outcome.err.contains("nothing was written"), outcome.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }

    void aWrongOptionIsSaidBeforeAnythingIsAsked()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        ScriptedPrompt prompt;
        runner.prompt = &prompt;
        const auto outcome
            = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--set"_s, u"copies=30"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("copies"), outcome.err.constData());
        QVERIFY(prompt.asked.isEmpty());
    }

    void withDefaultsNothingIsAsked()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        ScriptedPrompt prompt;
        runner.prompt = &prompt;
        QCOMPARE(runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s}).code, 0);
        QVERIFY(prompt.asked.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAsking)
#include "tst_asking.moc"
