#include "app/cli/foreseen.h"
#include "tests/git/gitcommand.h"
#include "tests/support/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// Settings that git sees, and libgit2 does not.
class GitSettings
{
public:
    explicit GitSettings(const QByteArrayList &settings)
    {
        qputenv("GIT_CONFIG_COUNT", QByteArray::number(settings.size() / 2));
        for (qsizetype i = 0; i < settings.size(); ++i)
            qputenv(
                ((i % 2 == 0 ? "GIT_CONFIG_KEY_" : "GIT_CONFIG_VALUE_") + QByteArray::number(i / 2))
                    .constData(),
                settings.at(i));
    }
    ~GitSettings() { qunsetenv("GIT_CONFIG_COUNT"); }
    Q_DISABLE_COPY_MOVE(GitSettings)
};

const QStringList creating{u"new"_s, u"./small"_s, u"orders"_s};

} // namespace

/// What is told before anybody is asked, and what to do once it is put right.
class TestForeseen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDestinationThatCannotWorkIsRefusedBeforeTheFirstQuestion_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("preparation"); // of a repository with a service
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        const QByteArray there = "A service is here already, made from the template “small”.";
        QTest::newRow("a service is there") << u"new"_s << QString() << QStringList() << 2 << there;
        QTest::newRow("to a plan") << u"plan"_s << QString() << QStringList() << 2 << there;
        QTest::newRow("no branch is checked out")
            << u"new"_s << u"rm -q .waymark.yaml -q; commit -q -m x; switch -q --detach"_s
            << QStringList() << 2 << "HEAD is detached"_ba;
        QTest::newRow("the branch is there")
            << u"new"_s << u"rm -q .waymark.yaml; commit -q -m x; branch taken"_s
            << QStringList{u"--branch"_s, u"taken"_s} << 2
            << "The branch “taken” is there already."_ba;
    }

    void aDestinationThatCannotWorkIsRefusedBeforeTheFirstQuestion()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, preparation);
        QFETCH(const QStringList, options);
        CliRunner runner;
        writeSmallTemplate(runner);
        QCOMPARE(runner.run(creating + QStringList{u"--defaults"_s}).code, 0);
        for (const QString &step : preparation.split(u';', Qt::SkipEmptyParts))
            gitOutput(runner.path(u"orders"_s), step.trimmed().toUtf8());
        ScriptedPrompt prompt;
        prompt.answers = {u""_s, u""_s, u""_s, u""_s, u""_s, u""_s};
        runner.prompt = &prompt;
        const auto outcome = runner.run(QStringList{command, u"./small"_s, u"orders"_s} + options);
        QTEST(outcome.code, "code");
        QFETCH(const QByteArray, said);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QCOMPARE(prompt.asked, QStringList());
        QVERIFY2(!outcome.both.contains("waymark new"), outcome.both.constData());
    }

    void whatIsThereInFullIsNoDestinationToGoOnWith()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const QStringList words = creating + QStringList{u"--no-record"_s};
        QCOMPARE(runner.run(words + QStringList{u"--defaults"_s}).code, 0);
        ScriptedPrompt prompt;
        prompt.answers = {u""_s, u""_s, u""_s, u""_s, u""_s, u""_s};
        runner.prompt = &prompt;
        const auto outcome = runner.run(words);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("All files of this service are here already"),
                 outcome.err.constData());
        QVERIFY2(outcome.err.contains("Nothing was written."), outcome.err.constData());
        QVERIFY2(!outcome.both.contains("waymark new"), outcome.both.constData());
    }

    void whomGitDoesNotKnowIsToldBeforeTheFirstQuestion_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("a commit") << u"--verbose"_s << true;
        QTest::newRow("no commit") << u"--no-commit"_s << false;
    }

    void whomGitDoesNotKnowIsToldBeforeTheFirstQuestion()
    {
        QFETCH(const QString, option);
        QFETCH(const bool, isRefused);
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.git.configure({});
        const GitSettings settings({"user.useConfigOnly", "true"});
        ScriptedPrompt prompt;
        prompt.answers = {u""_s, u"payments"_s, u""_s, u""_s, u""_s, u"y"_s};
        runner.prompt = &prompt;
        const auto outcome = runner.run(creating + QStringList{option});
        QVERIFY2(outcome.code == (isRefused ? 3 : 0), outcome.err.constData());
        QCOMPARE(prompt.asked.isEmpty(), isRefused);
        for (const char *part : {"git does not know whom a commit is by",
                                 "git config --global user.name", "--no-commit"})
            QCOMPARE(outcome.err.contains(part), isRefused);
        QCOMPARE(QFile::exists(runner.path(u"orders"_s)), !isRefused);
    }

    void whomGitDoesNotKnowIsButANoteOfAPlan()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const QStringList rest{u"./small"_s, u"orders"_s, u"--defaults"_s, u"--set"_s,
                               u"owner=ada"_s};
        runner.git.configure({});
        const auto planned = runner.run(QStringList{u"plan"_s} + rest);
        QVERIFY2(planned.code == 0, planned.err.constData());
        QVERIFY2(planned.err.contains("Note: git does not know whom a commit is by"),
                 planned.err.constData());
        QVERIFY2(planned.out.contains("Apply just this:\n  waymark new ./small orders "),
                 planned.out.constData());
        const auto document = runner.run(QStringList{u"plan"_s} + rest + QStringList{u"--json"_s});
        QCOMPARE(document.code, 0);
        QVERIFY2(!document.out.contains("\"warning\""), document.out.constData());
    }

    void aFailureOffersNoCommandThatFailsInTheSameWay()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"hooks/pre-commit"_s, "#!/bin/sh\nexit 1\n");
        QVERIFY(QFile::setPermissions(runner.path(u"hooks/pre-commit"_s),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        runner.git.configure(
            "[user]\n\tname = Ada\n\temail = ada@example.org\n[core]\n\thooksPath = "
            + runner.path(u"hooks"_s).toUtf8() + '\n');
        ScriptedPrompt prompt;
        prompt.answers = {u""_s, u"payments"_s, u""_s, u""_s, u""_s, u"y"_s};
        runner.prompt = &prompt;
        const auto outcome = runner.run(creating);
        QCOMPARE(outcome.code, 3);
        const qsizetype refusal = outcome.both.indexOf("The hook pre-commit refused");
        const qsizetype way = outcome.both.indexOf("With that put right, this makes it");
        QVERIFY2(refusal >= 0 && way > refusal, outcome.both.constData());
        QVERIFY2(outcome.both.indexOf("waymark new ./small orders --set") > way,
                 outcome.both.constData());
        QVERIFY2(!outcome.both.contains("This makes the same"), outcome.both.constData());
    }

    void aBranchThatStartsFromAnotherThanTheMainOneIsNoted()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto run = [&runner](const QString &command, const QString &place) {
            return runner.run({command, u"./small"_s, place, u"--defaults"_s});
        };
        const QByteArray said = "The branch “add-two” starts from “add-one”, which is checked out";
        QCOMPARE(run(u"new"_s, u"mono"_s).code, 0);
        const auto first = run(u"new"_s, u"mono/one"_s);
        QVERIFY2(!first.err.contains("starts from"), first.err.constData());
        const auto planned = run(u"plan"_s, u"mono/two"_s);
        QCOMPARE(planned.code, 0);
        QVERIFY2(planned.err.contains(said), planned.err.constData());
        QVERIFY2(planned.err.contains(" switch main\n"), planned.err.constData());
        gitOutput(runner.path(u"mono"_s), "switch -q main");
        QVERIFY(!run(u"plan"_s, u"mono/two"_s).err.contains("starts from"));
        gitOutput(runner.path(u"mono"_s), "merge -q add-one");
        gitOutput(runner.path(u"mono"_s), "switch -q add-one");
        QVERIFY(!run(u"plan"_s, u"mono/two"_s).err.contains("starts from"));
    }

    void whereUndoCannotBeKeptIsToldAsSuch()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"state"_s, "a file\n");
        const auto outcome = runner.run(creating + QStringList{u"--defaults"_s, u"--no-commit"_s});
        QCOMPARE(outcome.code, 3);
        for (const char *part : {"Waymark keeps here what undo needs", "XDG_STATE_HOME", "HOME"})
            QVERIFY2(outcome.err.contains(part), outcome.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }
};

QTEST_GUILESS_MAIN(TestForeseen)
#include "tst_foreseen.moc"
