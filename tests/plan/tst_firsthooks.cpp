#include "models/plan/firsthooks.h"

#include "models/catalog/cookiecuttersettings.h"
#include "models/plan/consent.h"
#include "tests/plan/commandbench.h"
#include "tests/plan/renderingpicture.h"
#include "tests/support/testing.h"
#include "tests/support/tools.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

CookiecutterTemplate asking(const QByteArray &name = {}, const QByteArray &hook = {})
{
    CookiecutterTemplate made("{'name': 'orders', 'kind': 'plain'}");
    made.made("a.txt", "{{ cookiecutter.kind }}\n");
    if (!name.isEmpty())
        made.file("hooks/" + name, hook);
    return made;
}

Result<FirstHooksOutcome> ran(CommandBench &bench, const CookiecutterTemplate &made,
                              bool isSandboxed = true)
{
    const LoadedTemplate loaded = made.loaded();
    const Rendering hooks = firstHooks(loaded);
    return runFirstHooks(bench.fileSystem, bench.state(),
                         {.loaded = loaded, .hooks = hooks, .isSandboxed = isSandboxed});
}

Value variable(const LoadedTemplate &loaded, QStringView name)
{
    return loaded.entry.definition.cookiecutter->variables.value(name);
}

/// What the template makes without an answer.
QStringList madeOf(const LoadedTemplate &loaded)
{
    return picture(
        render(loaded, {.form = Form(loaded.entry.definition.form), .now = {}, .seed = "9f"}));
}

bool hasSandbox()
{
    const QString why = sandboxMissing();
    if (!why.isEmpty())
        qWarning("%s", qPrintable(why));
    return why.isEmpty();
}

} // namespace

/// Hooks of Cookiecutter that run before anything is asked.
class TestFirstHooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyScriptsBeforeTheQuestionsAreMeant()
    {
        CookiecutterTemplate made = asking("pre_prompt.py", "{{ not rendered }}\n");
        made.file("hooks/pre_prompt.sh~", "old").file("hooks/pre_gen_project.py", "x");
        made.file("inner/hooks/pre_prompt.py", "x").folder("e");
        const Rendering hooks = firstHooks(made.loaded());
        QCOMPARE(hooks.commands.size(), 1);
        QCOMPARE(hooks.commands.first().name, u"hooks/pre_prompt.py"_s);
        QCOMPARE(hooks.commands.first().words, QStringList{u"python3"_s});
        QCOMPARE(hooks.commands.first().ownFile, "hooks/pre_prompt.py"_ba);
        QVERIFY(!hooks.commands.first().problem);
        QCOMPARE(hooks.undone.size(), 1);
        QCOMPARE(hooks.undone.first().command, u"{{ not rendered }}\n"_s);
        QCOMPARE(fileOf(hooks, "hooks/pre_prompt.py").mode, FileMode::Executable);
        QCOMPARE(fileOf(hooks, "hooks/pre_gen_project.py").mode, FileMode::Regular);
        QVERIFY(fileOf(hooks, "cookiecutter.json").content.contains("orders"));
        QCOMPARE(hooks.folders, QByteArrayList{"{{cookiecutter.name}}/e"});
    }

    void agreeingIsToTheirText()
    {
        const auto hashOf = [](const QByteArray &text) {
            return commandsHash(firstHooks(asking("pre_prompt.py", text).loaded()).undone);
        };
        QCOMPARE(hashOf("a"), hashOf("a"));
        QVERIFY(hashOf("a") != hashOf("b"));
        QVERIFY(hashOf("a") != commandsHash({}));
    }

    void oftenThereIsNothingToRun()
    {
        QVERIFY(firstHooks(asking().loaded()).commands.isEmpty());
        LoadedTemplate loaded = asking("pre_prompt.py", "x").loaded();
        loaded.hasRunFirstHooks = true;
        QVERIFY(firstHooks(loaded).commands.isEmpty());
        const LoadedTemplate other
            = CommandBench::ready("a: 1\n", {{.path = "hooks/pre_prompt.py", .content = "x"}})
                  .loaded;
        QVERIFY(firstHooks(other).commands.isEmpty());
    }

    void whatNothingRunsIsAProblem()
    {
        const Rendering hooks = firstHooks(asking("pre_prompt", "echo\n").loaded());
        QCOMPARE(hooks.commands.size(), 1);
        QVERIFY(hooks.commands.first().problem.has_value());
        QCOMPARE(hooks.commands.first().problem->file, u"/t/hooks/pre_prompt"_s);
        const Rendering good = firstHooks(asking("pre_prompt", "#!/bin/sh\n").loaded());
        QVERIFY(!good.commands.first().problem);
        QVERIFY(good.commands.first().words.isEmpty());
    }

    void theyChangeWhatIsAsked()
    {
        if (!hasSandbox())
            SKIP_HERE("no sandbox can be made here");
        CommandBench bench;
        const auto outcome = ran(bench,
                                 asking("pre_prompt.sh",
                                        "#!/bin/sh\nset -e\nsed -i s/plain/other/ "
                                        "cookiecutter.json\necho new >'{{cookiecutter.name}}/b'\n"
                                        "pwd\n"));
        VERIFY_RESULT(outcome);
        QCOMPARE(variable(outcome->loaded, u"kind"), Value(u"other"_s));
        QCOMPARE(madeOf(outcome->loaded), (QStringList{u"a.txt=other\n"_s, u"b=new\n"_s}));
        QCOMPARE(outcome->runs, (QList<CommandRun>{{u"hooks/pre_prompt.sh"_s, "/mnt/t\n"}}));
        QVERIFY(outcome->loaded.hasRunFirstHooks);
        QVERIFY(firstHooks(outcome->loaded).commands.isEmpty());
        QCOMPARE(outcome->loaded.entry.definition.file, u"/t/cookiecutter.json"_s);
        QCOMPARE(bench.left(), QStringList());
    }

    void aPythonScriptFindsTheTemplateAroundItself()
    {
        if (!hasSandbox())
            SKIP_HERE("no sandbox can be made here");
        CommandBench bench;
        const auto outcome
            = ran(bench,
                  asking("pre_prompt.py",
                         "import pathlib\n# {{ not rendered }}\n"
                         "root = pathlib.Path(__file__).resolve().parent.parent\n"
                         "text = '{\"name\": \"n\", \"kind\": \"' + open(__file__).read()[-2] + "
                         "'\"}'\n(root / 'cookiecutter.json').write_text(text)\n#k\n"));
        VERIFY_RESULT(outcome);
        QCOMPARE(variable(outcome->loaded, u"kind"), Value(u"k"_s));
    }

    void oneThatFailsEndsAll_data()
    {
        QTest::addColumn<QByteArray>("hook");
        QTest::addColumn<QString>("code");
        QTest::newRow("an exit code") << "echo no >&2\nexit 4\n"_ba << u"hooks.failed"_s;
        QTest::newRow("no template any more") << "rm cookiecutter.json\n"_ba << u"hooks.template"_s;
        QTest::newRow("a broken template")
            << "echo '{' >cookiecutter.json\n"_ba << u"hooks.template"_s;
    }

    void oneThatFailsEndsAll()
    {
        if (!hasSandbox())
            SKIP_HERE("no sandbox can be made here");
        QFETCH(const QByteArray, hook);
        CommandBench bench;
        const auto outcome = ran(bench, asking("pre_prompt.sh", "#!/bin/sh\n" + hook));
        QVERIFY(!outcome);
        QTEST(outcome.error().problem.code, "code");
        QCOMPARE(bench.left(), QStringList());
    }

    void noneRunsThatOneBeforeItChanged_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<bool>("isSandboxed");
        const QByteArray second = "hooks/pre_prompt.py";
        for (const bool isSandboxed : {true, false}) {
            const auto row = [isSandboxed](const char *name, const QByteArray &first) {
                QTest::addRow("%s, %s", name, isSandboxed ? "sandboxed" : "unsandboxed")
                    << first << isSandboxed;
            };
            row("rewritten", "echo 'open(\"ran\", \"w\")' >" + second);
            row("removed", "rm " + second);
            row("replaced by a link",
                "cp " + second + " other\necho 1 >>other\nln -sf ../other " + second);
            row("replaced by a pipe", "rm " + second + "\nmkfifo " + second);
            row("its folder replaced",
                "mv hooks away\necho '#' >>away/pre_prompt.py\n"
                "ln -s away hooks");
        }
    }

    void noneRunsThatOneBeforeItChanged()
    {
        QFETCH(const QByteArray, first);
        QFETCH(const bool, isSandboxed);
        if (isSandboxed && !hasSandbox())
            SKIP_HERE("no sandbox can be made here");
        CommandBench bench;
        CookiecutterTemplate made = asking("pre_prompt", "#!/bin/sh\nset -e\n" + first + "\n");
        made.file("hooks/pre_prompt.py", "import os\n");
        const auto outcome = ran(bench, made, isSandboxed);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().problem.code, u"hooks.script-changed"_s);
        QVERIFY(outcome.error().problem.message.contains(u"hooks/pre_prompt.py"));
        QCOMPARE(bench.left(), QStringList());
    }

    void thoseThatStayAsTheyWereRunInTurn()
    {
        if (!hasSandbox())
            SKIP_HERE("no sandbox can be made here");
        CommandBench bench;
        CookiecutterTemplate made
            = asking("pre_prompt", "#!/bin/sh\ntouch hooks/pre_prompt.py b\necho one\n");
        made.file("hooks/pre_prompt.py", "print('two')\n");
        const auto outcome = ran(bench, made);
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->runs,
                 (QList<CommandRun>{{u"hooks/pre_prompt"_s, "one\n"},
                                    {u"hooks/pre_prompt.py"_s, "two\n"}}));
    }

    void oneBehindALinkRuns()
    {
        CommandBench bench;
        CookiecutterTemplate made = asking();
        made.file("hooks/pre_prompt.sh", "../scripts/ask.sh", FileMode::Link);
        made.file("scripts/ask.sh", "#!/bin/sh\necho asked\n");
        const auto outcome = ran(bench, made, false);
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->runs, (QList<CommandRun>{{u"hooks/pre_prompt.sh"_s, "asked\n"}}));
    }

    void whatTheyChangedIsTold_data()
    {
        QTest::addColumn<QByteArray>("hook");
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<bool>("isChanged");
        QTest::newRow("nothing") << "cat cookiecutter.json\n"_ba << QStringList() << false;
        QTest::newRow("as it was")
            << "cp cookiecutter.json c; mv c cookiecutter.json\n"_ba << QStringList() << false;
        QTest::newRow("a file") << "echo >>cookiecutter.json\n"_ba
                                << QStringList{u"cookiecutter.json"_s} << true;
        QTest::newRow("a mode") << "chmod +x cookiecutter.json\n"_ba
                                << QStringList{u"cookiecutter.json"_s} << true;
        QTest::newRow("a file more") << "echo >hooks/x\n"_ba << QStringList{u"hooks/x"_s} << true;
        QTest::newRow("an empty folder") << "mkdir hooks/x\n"_ba << QStringList() << true;
    }

    void whatTheyChangedIsTold()
    {
        QFETCH(const QByteArray, hook);
        CommandBench bench;
        const auto outcome = ran(bench, asking("pre_prompt.sh", "#!/bin/sh\n" + hook), false);
        VERIFY_RESULT(outcome);
        QTEST(outcome->isChanged, "isChanged");
        QStringList files;
        for (const Change &change : outcome->changes)
            files += QString::fromUtf8(change.path);
        QTEST(files, "files");
    }

    void theyCanRunAsTheUser()
    {
        CommandBench bench;
        const QByteArray seen = QFile::encodeName(bench.path(u"seen"_s));
        const auto outcome = ran(bench,
                                 asking("pre_prompt.sh",
                                        "#!/bin/sh\nset -e\nbasename \"$PWD\" >'" + seen
                                            + "'\nsed -i s/plain/other/ cookiecutter.json\n"),
                                 false);
        VERIFY_RESULT(outcome);
        QCOMPARE(variable(outcome->loaded, u"kind"), Value(u"other"_s));
        QFile file(QFile::decodeName(seen));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "t\n"_ba); // called as the template's folder
    }
};

QTEST_APPLESS_MAIN(TestFirstHooks)
#include "tst_firsthooks.moc"
