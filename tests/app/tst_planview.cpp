#include "models/git/repository.h"
#include "tests/support/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::testing;

namespace {

QStringList words(const QString &line)
{
    return line.split(u' ');
}

} // namespace

/// What is printed of a plan and of what was made.
class TestPlanView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileHasItsLine()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"small/skeleton/run.sh"_s, "#!/bin/sh\n");
        QVERIFY(QFile::setPermissions(runner.path(u"small/skeleton/run.sh"_s),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(QFile::link(u"README.md"_s, runner.path(u"small/skeleton/link.md"_s)));
        const auto outcome = runner.run(words(u"plan ./small orders --defaults"_s));
        QCOMPARE(outcome.code, 0);
        for (const char *line :
             {"orders from small 1.2.0, into /", "  new         README.md\n", "executable\n",
              "link to README.md\n", "because of “size”\n", "Files: 5 new, 1 not needed\n",
              "Commit: Create orders from small 1.2.0, to branch main\n",
              "Not run: Publish it (publish:github)", "Plan: "})
            QVERIFY2(
                outcome.out.contains(line),
                qPrintable(QString::fromUtf8(line) + u" in "_s + QString::fromUtf8(outcome.out)));
        QVERIFY(!outcome.out.contains("differ from the golden default"));
    }

    void aFileOfManyAnswersNamesAFew()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"small/skeleton/{% if values.size == 'small' and values.name == 'orders' and "
                     "values.owner == 'ada-lovelace' and values.copies == 9 %}all.txt{% endif %}"_s,
                     "x");
        const auto outcome = runner.run(words(u"plan ./small orders --defaults"_s));
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains("” and 1 more\n"), outcome.out.constData());
    }

    void deviationsAreShownWithTheirReasons()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto planned = runner.run({u"plan"_s, u"./small"_s, u"orders"_s, u"--defaults"_s,
                                         u"--set"_s, u"size=large"_s, u"--set"_s, u"copies=9"_s,
                                         u"--reason"_s, u"size=many orders"_s});
        QCOMPARE(planned.code, 0);
        QVERIFY2(planned.out.contains("Answers that differ from the golden default\n"
                                      "  size: large instead of small (many orders)\n"
                                      "  copies: 9 instead of 2 (no reason given: --reason "
                                      "copies=TEXT)\n"),
                 planned.out.constData());
    }

    void aLongAnswerIsCutInItsDeviation()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        QByteArray text = runner.read(u"small/template.yaml"_s);
        text.replace("        token: {type: string, title: Token, ui:field: Secret}\n",
                     "        note: {type: string, default: short}\n");
        runner.write(u"small/template.yaml"_s, text);
        const auto planned = runner.run({u"plan"_s, u"./small"_s, u"orders"_s, u"--defaults"_s,
                                         u"--set"_s, u"note="_s + QString(1000, u'x')});
        QVERIFY2(planned.out.contains(QByteArray("  note: ") + QByteArray(39, 'x')
                                      + "… instead of short ("),
                 planned.out.constData());
        const qsizetype command = planned.out.indexOf("Apply just this");
        QVERIFY(!planned.out.first(command).contains(QByteArray(41, 'x')));
    }

    void aPatchIsOneThatGitTakes()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto outcome = runner.run(words(u"plan ./small orders --defaults --patch"_s));
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains("diff --git a/README.md b/README.md\nnew file mode 100644\n"),
                 outcome.out.constData());
        QVERIFY2(outcome.out.contains("+# orders\n"), outcome.out.constData());
    }

    void whatGitWouldStoreByAProgramIsToldByThePlan_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<QByteArray>("configuration");
        QTest::newRow("Git LFS") << "* filter=lfs\n"_ba << ""_ba;
        QTest::newRow("a program of the user's")
            << "*.md filter=mine\n"_ba << "[filter \"mine\"]\n\tclean = false\n"_ba;
        QTest::newRow("an encoding") << "*.md working-tree-encoding=UTF-16\n"_ba << ""_ba;
    }

    void whatGitWouldStoreByAProgramIsToldByThePlan()
    {
        QFETCH(const QByteArray, attributes);
        QFETCH(const QByteArray, configuration);
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.git.configure("[user]\n\tname = Ada\n\temail = ada@example.org\n" + configuration);
        runner.write(u"small/skeleton/.gitattributes"_s, attributes);
        const auto run = [&runner](const QString &command, const QString &option) {
            return runner.run({command, u"./small"_s, u"orders"_s, u"--defaults"_s, u"--set"_s,
                               u"owner=ada"_s, option});
        };
        const auto planned = run(u"plan"_s, u"--json"_s);
        QCOMPARE(planned.code, 1);
        QVERIFY2(planned.out.contains("\"git.filter\"") && planned.out.contains("--no-commit"),
                 planned.out.constData());
        QVERIFY2(run(u"plan"_s, u"--no-color"_s).err.contains("README.md"),
                 run(u"plan"_s, u"--no-color"_s).err.constData());
        QCOMPARE(run(u"new"_s, u"--no-color"_s).code, 3);
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
        QCOMPARE(run(u"plan"_s, u"--no-commit"_s).code, 0);
        QCOMPARE(run(u"new"_s, u"--no-commit"_s).code, 0);
    }

    void whatWasMadeIsSaidWithWhatToDoNext()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto outcome = runner.run(
            {u"new"_s, u"./small"_s, u"it's mine"_s, u"--defaults"_s, u"--set"_s, u"name=a"_s});
        QCOMPARE(outcome.code, 0);
        for (const char *part :
             {"/it's mine from small 1.2.0\n", "  Files: 3 new, 1 not needed\n",
              "  Commit: ", " on main\n", "\nNext\n  cd '", "it'\\''s mine'\n",
              "takes it all back, as long as nothing is changed, added or pushed\n",
              "  Not run: Publish it (publish:github).",
              "\n    git remote add origin https://github.com/acme/a.git\n    git push",
              "\n    git push -u origin HEAD\n"})
            QVERIFY2(
                outcome.out.contains(part),
                qPrintable(QString::fromUtf8(part) + u" in "_s + QString::fromUtf8(outcome.out)));
    }

    void howItIsPushedIsToldOnce_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<QByteArray>("remotes"); // of the repository around it
        QTest::newRow("a repository of its own") << u"orders"_s << ""_ba;
        QTest::newRow("in a repository") << u"mono/one"_s << ""_ba;
        QTest::newRow("in one with a remote")
            << u"mono/one"_s << "[remote \"origin\"]\n\turl = /o\n"_ba;
    }

    void howItIsPushedIsToldOnce()
    {
        QFETCH(const QString, destination);
        QFETCH(const QByteArray, remotes);
        CliRunner runner;
        writeSmallTemplate(runner);
        QCOMPARE(runner.run(words(u"new ./small mono --defaults"_s)).code, 0);
        const QByteArray before = runner.read(u"mono/.git/config"_s);
        runner.write(u"mono/.git/config"_s, before + remotes);
        const auto outcome = runner.run(words(u"new ./small %1 --defaults"_s.arg(destination)));
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QVERIFY2(outcome.out.count("git push") == 1, outcome.out.constData());
        const bool isAlone = destination == u"orders";
        QVERIFY2(outcome.out.contains("https://github.com/acme/") == isAlone,
                 outcome.out.constData());
    }

    void itIsPushedToTheRemoteThatIsThere_data()
    {
        QTest::addColumn<QByteArray>("remotes");
        QTest::addColumn<QByteArray>("command");
        QTest::newRow("none") << QByteArray()
                              << QByteArray("git remote add origin URL && git push -u origin HEAD");
        QTest::newRow("origin beside another")
            << QByteArray("[remote \"a\"]\n\turl = /a\n[remote \"origin\"]\n\turl = /o\n")
            << QByteArray("git push -u origin HEAD");
        QTest::newRow("one of another name") << QByteArray("[remote \"upstream\"]\n\turl = /u\n")
                                             << QByteArray("git push -u upstream HEAD");
    }

    void itIsPushedToTheRemoteThatIsThere()
    {
        QFETCH(const QByteArray, remotes);
        QFETCH(const QByteArray, command);
        CliRunner runner;
        writeSmallTemplate(runner);
        QCOMPARE(runner.run(words(u"new ./small mono --defaults"_s)).code, 0);
        const QByteArray before = runner.read(u"mono/.git/config"_s);
        runner.write(u"mono/.git/config"_s, before + remotes);
        const auto outcome = runner.run(words(u"new ./small mono/one --defaults"_s));
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains(" on add-one\n"), outcome.out.constData());
        QVERIFY2(outcome.out.contains("  " + command + '\n'), outcome.out.constData());
    }

    void aCloneOfNothingHasItsRemote()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        QVERIFY(waymark::git::Repository::init(runner.path(u"clone"_s)));
        const QByteArray before = runner.read(u"clone/.git/config"_s);
        runner.write(u"clone/.git/config"_s, before + "[remote \"origin\"]\n\turl = /o\n");
        const auto outcome = runner.run(words(u"new ./small clone --defaults"_s));
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QVERIFY2(outcome.out.contains("  git push -u origin HEAD\n"), outcome.out.constData());
    }

    void whatAPlanPrintsMakesJustIt()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto planned = runner.run(words(u"plan ./small orders --defaults"_s));
        const QByteArray before = "Apply just this:\n  waymark ";
        const qsizetype start = planned.out.indexOf(before) + before.size();
        QVERIFY2(start > before.size(), planned.out.constData());
        const QString command = QString::fromUtf8(
            planned.out.sliced(start, planned.out.indexOf('\n', start) - start));
        QVERIFY2(command.startsWith(u"new ./small orders --set name=orders "), qPrintable(command));
        QVERIFY2(command.endsWith(u" --now 2025-10-09T08:53:20Z --seed 5eed"), qPrintable(command));
        const auto refused
            = runner.run(words(command.section(u" --seed"_s, 0, 0) + u" --seed 1"_s));
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("Nothing was written."), refused.err.constData());
        const auto made = runner.run(words(command));
        QVERIFY2(made.code == 0, made.err.constData());
    }

    void whatAPlanPrintsIsOneCommandForAShell()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.environment.insert(u"TOKEN"_s, u"hunter2hunter2"_s);
        const auto planned
            = runner.run({u"plan"_s, u"./small"_s, u"my orders"_s, u"--set"_s, u"name=a"_s,
                          u"--set"_s, u"owner=Ada's team"_s, u"--set"_s, u"size=large"_s,
                          u"--reason"_s, u"size=many orders"_s, u"--secret"_s, u"token=env:TOKEN"_s,
                          u"--no-commit"_s, u"--seed"_s, u"9f"_s});
        QVERIFY2(planned.code == 0, planned.err.constData());
        for (const char *part :
             {"  waymark new ./small 'my orders' --set name=a", " --set 'owner=Ada'\\''s team'",
              " --set size=large ", " --reason 'size=many orders' ", " --no-commit ",
              " --secret token=env:TOKEN ", " --seed 9f\n"})
            QVERIFY2(planned.out.contains(part), part);
        QCOMPARE(planned.out.count("--seed"), 1);
        QVERIFY2(!planned.out.contains("hunter2"), planned.out.constData());
    }

    void whatNewWouldRefuseIsNotToBeApplied_data()
    {
        QTest::addColumn<QByteArray>("settings"); // of git
        QTest::addColumn<QByteArray>("file");
        const QByteArray ada = "[user]\n\tname = Ada\n\temail = ada@example.org\n";
        QTest::newRow("a broken template") << ada << "${{ values.name | nope }}\n"_ba;
        QTest::newRow("nobody to commit") << "[user]\n\tuseConfigOnly = true\n"_ba << "x\n"_ba;
    }

    void whatNewWouldRefuseIsNotToBeApplied()
    {
        QFETCH(const QByteArray, settings);
        QFETCH(const QByteArray, file);
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"small/skeleton/x.txt"_s, file);
        runner.git.configure(settings);
        const QStringList rest = words(u"./small orders --defaults --set owner=ada"_s);
        const auto planned = runner.run(QStringList{u"plan"_s} + rest);
        QVERIFY2(planned.out.contains("\nPlan: "), planned.out.constData());
        QVERIFY2(!planned.out.contains("--expect-plan"), planned.out.constData());
        QVERIFY(runner.run(QStringList{u"new"_s} + rest).code != 0);
    }

    void withoutACommitNothingIsToBePushed()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto planned = runner.run(words(u"plan ./small orders --defaults --no-commit"_s));
        QVERIFY(!planned.out.contains("Commit: "));
        const auto outcome = runner.run(words(u"new ./small orders --defaults --no-commit"_s));
        QCOMPARE(outcome.code, 0);
        QVERIFY(!outcome.out.contains("Commit: ") && !outcome.out.contains("git push"));
    }
};

QTEST_GUILESS_MAIN(TestPlanView)
#include "tst_planview.moc"
