#include "models/base/json.h"
#include "tests/support/smalltemplate.h"
#include "tests/support/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// The small template, which says what to do next, and in clone/ a repository with another README.
void writeClone(CliRunner &runner)
{
    writeSmallTemplate(runner, u"other"_s);
    runner.write(u"other/skeleton/README.md"_s, "mine\n");
    const auto made
        = runner.run({u"new"_s, u"./other"_s, u"clone"_s, u"--defaults"_s, u"--no-record"_s});
    if (made.code != 0)
        qFatal("%s", made.err.constData());
    writeSmallTemplate(runner);
    runner.write(u"small/template.yaml"_s,
                 runner.read(u"small/template.yaml"_s)
                     + "  output:\n    text:\n      - title: Next\n        content: |\n"
                       "          Start it.\n          Then read README.md, all of it.\n"
                       "          Then read docs/README.md.\n");
}

const QByteArray golden = "# clone\n\nKept by ada-lovelace.\n";

} // namespace

class TestGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsDeclined()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const QStringList words{u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s};
        const auto made = runner.run(words + QStringList{u"--decline"_s, u"./deploy.yaml"_s});
        QVERIFY2(made.code == 0, made.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"orders/deploy.yaml"_s)));
        QVERIFY(runner.read(u"orders/.waymark.yaml"_s).contains("deploy.yaml"));
        const auto unlike = runner.run(
            {u"new"_s, u"./small"_s, u"bills"_s, u"--defaults"_s, u"--decline"_s, u"deploy.yml"_s});
        QCOMPARE(unlike.code, 2);
        QVERIFY2(unlike.err.contains("deploy.yaml"), unlike.err.constData());
    }

    void whatIsThereIsKeptUnlessTheGoldenOneIsWanted()
    {
        CliRunner runner;
        writeClone(runner);
        const QStringList words{u"./small"_s, u"clone"_s, u"--defaults"_s};
        const auto kept = runner.run(QStringList{u"plan"_s} + words);
        QVERIFY2(kept.code == 0 && kept.out.contains("kept        README.md"),
                 (kept.out + kept.err).constData());
        const QStringList wanted = words + QStringList{u"--golden"_s, u"./README.md"_s};
        const auto planned = runner.run(QStringList{u"plan"_s} + wanted + QStringList{u"--json"_s});
        QVERIFY2(planned.code == 0, planned.err.constData());
        const auto document = parseJson(planned.out);
        VERIFY_RESULT(document);
        const QString hash = document->toMap()->value(u"hash").textOr();
        const auto unlike
            = runner.run(QStringList{u"new"_s} + words + QStringList{u"--expect-plan"_s, hash});
        QCOMPARE(unlike.code, 2);
        QCOMPARE(runner.read(u"clone/README.md"_s), QByteArray("mine\n"));
        const auto made
            = runner.run(QStringList{u"new"_s} + wanted + QStringList{u"--expect-plan"_s, hash});
        QVERIFY2(made.code == 0, made.err.constData());
        QCOMPARE(runner.read(u"clone/README.md"_s), golden);
        QVERIFY2(made.out.contains("Then read README.md"), made.out.constData());
    }

    void whatTheTemplateItselfKeepsIsNotAskedAbout()
    {
        CliRunner runner;
        for (const QString &name : {u"other"_s, u"mine"_s}) {
            runner.write(name + u"/copier.yml"_s, "name: x\n_skip_if_exists: [conf.txt]\n");
            runner.write(name + u"/conf.txt"_s, name.toUtf8());
            runner.write(name + u"/README.md"_s, name.toUtf8());
        }
        const auto made
            = runner.run({u"new"_s, u"./other"_s, u"clone"_s, u"--defaults"_s, u"--no-record"_s});
        QVERIFY2(made.code == 0, made.err.constData());
        ScriptedPrompt prompt;
        prompt.answers = QStringList(6, QString());
        runner.prompt = &prompt;
        const auto outcome = runner.run({u"new"_s, u"./mine"_s, u"clone"_s});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        const QStringList told = prompt.asked.filter(u"is there already"_s);
        QVERIFY2(told.size() == 1 && told.first().contains(u"README.md"),
                 qPrintable(prompt.asked.join(u'\n')));
        QCOMPARE(runner.read(u"clone/conf.txt"_s), "other"_ba);
    }

    void whatTheTemplateSaysOfAFileThatWasKeptIsLeftOut()
    {
        CliRunner runner;
        writeClone(runner);
        const auto made = runner.run({u"new"_s, u"./small"_s, u"clone"_s, u"--defaults"_s});
        QVERIFY2(made.code == 0, made.err.constData());
        QVERIFY2(made.out.contains("  Start it.\n  Then read docs/README.md.\n"),
                 made.out.constData());
        QVERIFY2(made.out.contains("Kept: README.md"), made.out.constData());
    }

    void whatIsDeclinedIsNotAskedFor()
    {
        CliRunner runner;
        writeClone(runner);
        ScriptedPrompt prompt;
        runner.prompt = &prompt;
        prompt.answers = {u"n"_s};
        const auto outcome = runner.run(
            {u"new"_s, u"./small"_s, u"clone"_s, u"--set"_s, u"name=clone"_s, u"--set"_s,
             u"owner=ada"_s, u"--set"_s, u"size=small"_s, u"--set"_s, u"copies=2"_s, u"--secret"_s,
             u"token=file:other/waymark.yaml"_s, u"--decline"_s, u"./README.md"_s});
        QCOMPARE(prompt.asked, QStringList{u"Write this? [Y/n]: "_s});
        QCOMPARE(outcome.code, 1);
    }

    void nothingIsBothGoldenAndDeclined()
    {
        CliRunner runner;
        writeClone(runner);
        for (const QString &command : {u"plan"_s, u"new"_s}) {
            const auto outcome
                = runner.run({command, u"./small"_s, u"clone"_s, u"--defaults"_s, u"--golden"_s,
                              u"README.md"_s, u"--decline"_s, u"./README.md"_s});
            QCOMPARE(outcome.code, 2);
            QVERIFY2(outcome.err.contains("“README.md” is under --golden and under --decline"),
                     outcome.err.constData());
        }
        QCOMPARE(runner.read(u"clone/README.md"_s), QByteArray("mine\n"));
    }

    void aFileThatIsNotMadeCannotBeGolden()
    {
        CliRunner runner;
        writeClone(runner);
        for (const QString &command : {u"plan"_s, u"new"_s}) {
            const auto outcome = runner.run(
                {command, u"./small"_s, u"clone"_s, u"--defaults"_s, u"--golden"_s, u"README.m"_s});
            QCOMPARE(outcome.code, 2);
            QVERIFY2(outcome.err.contains("makes no file “README.m”")
                         && outcome.err.contains("README.md"),
                     outcome.err.constData());
        }
    }

    void aGoldenFileThatNothingStandsInTheWayOfIsMadeAnyhow()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto outcome = runner.run(
            {u"plan"_s, u"./small"_s, u"orders"_s, u"--defaults"_s, u"--golden"_s, u"README.md"_s});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.err.contains("--golden README.md has no effect: no such file is there."),
                 outcome.err.constData());
        writeClone(runner);
        const auto heeded = runner.run(
            {u"plan"_s, u"./small"_s, u"clone"_s, u"--defaults"_s, u"--golden"_s, u"README.md"_s});
        QVERIFY2(!heeded.err.contains("no effect"), heeded.err.constData());
    }

    void theCommandThatMakesTheSameSaysWhatIsGolden()
    {
        CliRunner runner;
        writeClone(runner);
        ScriptedPrompt prompt;
        prompt.answers = {u"golden"_s, u"n"_s};
        runner.prompt = &prompt;
        const auto declined
            = runner.run({u"new"_s, u"./small"_s, u"clone"_s, u"--set"_s, u"name=clone"_s,
                          u"--set"_s, u"owner=ada"_s, u"--set"_s, u"size=small"_s, u"--set"_s,
                          u"copies=2"_s, u"--secret"_s, u"token=file:other/waymark.yaml"_s});
        QCOMPARE(declined.code, 1);
        QVERIFY2(declined.out.contains("--golden README.md --defaults\n"),
                 declined.out.constData());
        QVERIFY(!declined.out.contains("It keeps"));
    }
};

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
