#include "models/plan/commandrun.h"
#include "tests/plan/commandbench.h"
#include "tests/plan/countingfilesystem.h"
#include "tests/support/tools.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace waymark;
using namespace waymark::testing;

namespace {

using Ready = CommandBench::Ready;

CookiecutterTemplate orders()
{
    CookiecutterTemplate made("{'name': 'orders', 'kind': 'plain'}");
    made.made("a.txt", "{{ cookiecutter.name }}\n");
    made.made("run", "#!/bin/sh\n", FileMode::Executable);
    made.folder("empty");
    return made;
}

Ready withHook(const QByteArray &name, const QByteArray &text)
{
    return CommandBench::ready(orders().file("hooks/" + name, text));
}

QString codeOf(const Result<CommandOutcome> &outcome)
{
    return outcome ? u"no error"_s : outcome.error().problem.code;
}

} // namespace

/// Hooks and tasks as they run, in a real sandbox.
class TestCommandRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (const QString why = sandboxMissing(); !why.isEmpty()) {
            qWarning("%s", qPrintable(why));
            SKIP_HERE("no sandbox can be made here");
        }
    }

    void aHookChangesAddsAndRemovesFiles()
    {
        CommandBench bench;
        const auto outcome = bench.run(
            withHook("post_gen_project.sh",
                     "#!/bin/sh\nset -e\necho {{ cookiecutter.kind }} >>a.txt\nchmod -x run\n"
                     "rmdir empty\nmkdir -p new/folder\nln -s a.txt link\ntouch ran\n"
                     "chmod +x ran\necho said\n"));
        VERIFY_RESULT(outcome);
        QCOMPARE(CommandBench::picture(outcome->tree),
                 (QStringList{u"a.txt=orders\nplain\n"_s, u"link>a.txt"_s, u"ran*"_s,
                              u"run=#!/bin/sh\n"_s, u"new/folder/"_s}));
        QCOMPARE(outcome->runs, (QList<CommandRun>{{u"hooks/post_gen_project.sh"_s, "said\n"}}));
        QCOMPARE(bench.left(), QStringList());
    }

    void aPythonHookRunsInTheServicesFolder()
    {
        CommandBench bench;
        const auto outcome
            = bench.run(withHook("post_gen_project.py",
                                 "import os, pathlib\n"
                                 "pathlib.Path('a.txt').unlink()\n"
                                 "pathlib.Path('seen').write_text(os.getcwd())\n"
                                 "print('{{ cookiecutter.name }}' if True else '')\n"));
        VERIFY_RESULT(outcome);
        QCOMPARE(CommandBench::picture(outcome->tree),
                 (QStringList{u"run*#!/bin/sh\n"_s, u"seen=/home/ada/work/orders"_s, u"empty/"_s}));
        QCOMPARE(outcome->runs.constFirst().output, "orders\n"_ba);
    }

    void theFirstHookFindsNoFilesAndTheLastAll()
    {
        CommandBench bench;
        QStringList started;
        bench.starting = [&started](const QString &name) { started += name; };
        CookiecutterTemplate made = orders();
        made.file("hooks/pre_gen_project.sh", "#!/bin/sh\nls -A >first\necho mine >a.txt\n");
        made.file("hooks/post_gen_project",
                  "#!/usr/bin/env python3\nimport os\n"
                  "print(sorted(os.listdir('.')))\n");
        made.file("hooks/pre_prompt.sh", "#!/bin/sh\nexit 1\n");
        const auto outcome = bench.run(CommandBench::ready(made));
        VERIFY_RESULT(outcome);
        QCOMPARE(started,
                 (QStringList{u"hooks/pre_gen_project.sh"_s, u"hooks/post_gen_project"_s}));
        QCOMPARE(CommandBench::picture(outcome->tree),
                 (QStringList{u"a.txt=orders\n"_s, u"first=first\n"_s, u"run*#!/bin/sh\n"_s,
                              u"empty/"_s}));
        QCOMPARE(outcome->runs.constLast().output, "['a.txt', 'empty', 'first', 'run']\n"_ba);
    }

    void aHookFindsWhatStaysAtTheDestination()
    {
        CommandBench bench;
        bench.kept = {{.path = "a.txt", .mode = FileMode::Executable, .content = "their own\n"},
                      {.path = "no file of the template", .content = "x"}};
        const auto outcome = bench.run(withHook("post_gen_project.sh", "#!/bin/sh\ncat a.txt\n"));
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->runs.constFirst().output, "their own\n"_ba);
        QCOMPARE(CommandBench::picture(outcome->tree),
                 (QStringList{u"a.txt*their own\n"_s, u"run*#!/bin/sh\n"_s, u"empty/"_s}));
    }

    void aHookThatFailsEndsAll()
    {
        CommandBench bench;
        CookiecutterTemplate made = orders();
        made.file("hooks/pre_gen_project.py",
                  "import sys\nprint('ERROR: no such name', file=sys.stderr)\nsys.exit(4)\n");
        made.file("hooks/post_gen_project.sh", "#!/bin/sh\necho never\n");
        const auto outcome = bench.run(CommandBench::ready(made));
        QCOMPARE(codeOf(outcome), u"hooks.failed"_s);
        const Problem &problem = outcome.error().problem;
        QVERIFY2(problem.message.contains(u"hooks/pre_gen_project.py"_s)
                     && problem.message.contains(u'4'),
                 qPrintable(problem.message));
        QCOMPARE(problem.excerpt, u"ERROR: no such name"_s);
        QCOMPARE(bench.left(), QStringList());
    }

    void theWayOutOfAFailureFitsIt_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("part");
        QTest::newRow("before the files") << "pre_gen_project.sh"_ba << "#!/bin/sh\nexit 1\n"_ba
                                          << u"Give the answers that it wants"_s;
        QTest::newRow("behind the files")
            << "post_gen_project.sh"_ba << "#!/bin/sh\nexit 1\n"_ba << u"no network"_s;
        QTest::newRow("a command that is not here")
            << "post_gen_project.sh"_ba << "#!/bin/sh\nno-such-program-here\n"_ba
            << u"is not here: install it"_s;
        QTest::newRow("an interpreter that is not there")
            << "pre_gen_project.sh"_ba << "#!/no/such/program\n"_ba << u"is not here: install it"_s;
    }

    void theWayOutOfAFailureFitsIt()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, text);
        QFETCH(const QString, part);
        CommandBench bench;
        const auto outcome = bench.run(withHook(name, text));
        QCOMPARE(codeOf(outcome), u"hooks.failed"_s);
        QVERIFY2(outcome.error().problem.hint.contains(part),
                 qPrintable(outcome.error().toString()));
    }

    void aHookThatIsNoProgramIsNotRun()
    {
        QVERIFY(withHook("post_gen_project.sh", "echo\n").rendering.commands.first().problem);
        QVERIFY(withHook("post_gen_project.sh", "").rendering.commands.first().problem);
        QVERIFY(!withHook("post_gen_project.py", "").rendering.commands.first().problem);
        QVERIFY(withHook("post_gen_project.py", "{{ cookiecutter.nope }}")
                    .rendering.commands.first()
                    .problem);
    }

    void tasksRunAsCopierRunsThem()
    {
        CommandBench bench;
        const Ready ready = CommandBench::ready(
            "name: it's\nplace: sub\n_tasks:\n"
            "  - echo \"{{ name }}\" >line\n"
            "  - [touch, \"a {{ name }}; touch b\"]\n"
            "  - {command: \"pwd >here\", working_directory: \"{{ place }}\"}\n"
            "  - {command: touch never, when: \"{{ name == 'x' }}\"}\n"
            "  - env | grep -E '^(STAGE|COPIER_OPERATION)=' | sort >variables\n"
            "  - \"{{ _copier_python }} -c 'print(1)'\"\n"
            "_migrations:\n  - {version: v2, command: touch migrated}\n",
            {{.path = "sub/x", .content = "x"}});
        const auto outcome = bench.run(ready);
        VERIFY_RESULT(outcome);
        QCOMPARE(CommandBench::picture(outcome->tree),
                 (QStringList{u"a it's; touch b="_s, u"line=it's\n"_s,
                              u"sub/here=/home/ada/work/orders/sub\n"_s, u"sub/x=x"_s,
                              u"variables=COPIER_OPERATION=copy\nSTAGE=task\n"_s}));
        QCOMPARE(outcome->runs.constLast(), (CommandRun{u"task 6"_s, "1\n"}));
    }

    void aSecretIsNoArgumentOfTheShell()
    {
        CommandBench bench;
        const auto outcome = bench.run(CommandBench::ready(
            "pw: {type: str, secret: true, default: hunter2-hunter2}\n"
            "_exclude: [copier.yml]\n_tasks:\n"
            "  - cat /proc/[0-9]*/cmdline >seen; echo '{{ pw }}' >key; echo \"$0\" >shell\n",
            {{.path = "a", .content = "a"}}));
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->tree.find("key")->content, "hunter2-hunter2\n"_ba);
        QCOMPARE(outcome->tree.find("shell")->content, "/bin/sh\n"_ba);
        const QByteArray seen = outcome->tree.find("seen")->content;
        QVERIFY(seen.contains("/bin/sh"));
        QVERIFY2(!seen.contains("hunter2"), seen.constData());
    }

    void aProgramThatIsMissingIsTold_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("an interpreter")
            << "post_gen_project.sh"_ba << "#!/usr/bin/no-such-shell\n"_ba;
        QTest::newRow("one that env looks for")
            << "post_gen_project"_ba << "#!/usr/bin/env no-such-shell\n"_ba;
        QTest::newRow("behind those that run")
            << "pre_gen_project.sh"_ba << "#!/usr/bin/env -S no-such-shell -x\n"_ba;
    }

    void aProgramThatIsMissingIsTold()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, text);
        for (const bool isSandboxed : {true, false}) {
            CommandBench bench;
            bench.isSandboxed = isSandboxed;
            QStringList started;
            bench.starting = [&started](const QString &command) { started += command; };
            const auto outcome = bench.run(withHook(name, text));
            QCOMPARE(codeOf(outcome), u"process.not-found"_s);
            QVERIFY(outcome.error().problem.message.contains(u"no-such-shell"_s));
            QCOMPARE(started, QStringList());
            QCOMPARE(bench.left(), QStringList());
        }
    }

    void whatAHookLeftRunningEndsWithIt_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("in its group") << "sleep 8652 >/dev/null 2>&1 &\necho $!\n"_ba;
        QTest::newRow("in a session of its own, without a parent")
            << "(setsid sh -c 'echo $$ >id; exec sleep 8653' >/dev/null 2>&1 &)\n"
               "while [ ! -s id ]; do sleep 0.01; done\ncat id\n"_ba;
    }

    void whatAHookLeftRunningEndsWithIt()
    {
        QFETCH(const QByteArray, text);
        CommandBench bench;
        bench.isSandboxed = false;
        const auto outcome = bench.run(withHook("post_gen_project.sh", "#!/bin/sh\n" + text));
        VERIFY_RESULT(outcome);
        const QByteArray process = outcome->runs.constFirst().output.trimmed();
        QVERIFY(process.toInt() > 0);
        QFile stat(u"/proc/%1/stat"_s.arg(QString::fromLatin1(process)));
        QVERIFY(!stat.open(QIODevice::ReadOnly) || stat.readAll().contains(") Z "));
    }

    void aTaskMayReadTheTemplateThatItSpeaksOf()
    {
        CommandBench bench;
        const auto outcome = bench.run(CommandBench::ready(
            "_exclude: [copier.yml, tool.py]\n_tasks:\n"
            "  - [\"{{ _copier_python }}\", \"{{ _copier_conf.src_path }}/tool.py\"]\n"
            "  - test ! -w {{ _copier_conf.src_path }}\n"
            "  - \"! touch {{ _copier_conf.src_path }}/x\"\n",
            {{.path = "tool.py", .content = "open('made', 'w').write('by a tool')\n"}}));
        VERIFY_RESULT(outcome);
        QCOMPARE(CommandBench::picture(outcome->tree), QStringList{u"made=by a tool"_s});
    }

    void aTaskOutsideOfTheServiceIsRefused_data()
    {
        QTest::addColumn<QByteArray>("folder");
        QTest::newRow("above it") << ".."_ba;
        QTest::newRow("in the root") << "/"_ba;
        QTest::newRow("one that is not there") << "nowhere"_ba;
    }

    void aTaskOutsideOfTheServiceIsRefused()
    {
        QFETCH(const QByteArray, folder);
        CommandBench bench;
        const auto outcome = bench.run(CommandBench::ready(
            "_tasks:\n  - {command: touch x, working_directory: \"" + folder + "\"}\n", {}));
        QCOMPARE(codeOf(outcome), u"hooks.no-folder"_s);
    }

    void repositoriesAreToldApart()
    {
        CommandBench bench;
        const auto outcome = bench.run(withHook("post_gen_project.sh",
                                                "#!/bin/sh\nset -e\nmkdir -p .git sub/.git\n"
                                                "touch .git/x sub/.git/y sub/z\n"));
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->gitFolders, (QByteArrayList{".git", "sub/.git"}));
        QCOMPARE(
            CommandBench::picture(outcome->tree),
            (QStringList{u"a.txt=orders\n"_s, u"run*#!/bin/sh\n"_s, u"sub/z="_s, u"empty/"_s}));
    }

    void whatNobodyMayReadIsRemovedToo()
    {
        CommandBench bench;
        const auto outcome
            = bench.run(withHook("post_gen_project.sh",
                                 "#!/bin/sh\nset -e\nmkdir -p closed/in\n"
                                 "touch closed/in/x\nmkfifo pipe\nchmod 0 closed/in closed\n"));
        if (outcome) // root reads everything
            QVERIFY(!outcome->tree.problems().isEmpty()); // the pipe
        QCOMPARE(bench.left(), QStringList());
    }

    void foldersThatAreNestedWithoutEndAreRefusedAndGone()
    {
        CommandBench bench;
        const auto outcome = bench.run(withHook("post_gen_project.py",
                                                "import os\nfor _ in range(1000):\n"
                                                "    os.mkdir('d')\n    os.chdir('d')\n"));
        QCOMPARE(codeOf(outcome), u"hooks.result"_s);
        QCOMPARE(bench.left(), QStringList());
    }

    void aScratchFolderThatCannotBeRemovedIsTold()
    {
        CountingFileSystem counting;
        const QTemporaryDir folder;
        const Ready ready = withHook("post_gen_project.sh", "#!/bin/sh\n");
        const CommandRequest request{.loaded = ready.loaded,
                                     .rendering = ready.rendering,
                                     .destination = u"/home/ada/work/orders"_s,
                                     .isSandboxed = true,
                                     .starting = [&counting](const QString &) {
                                         counting.plan(CountingFileSystem::Fault::Once, 1);
                                     }};
        const auto early = runCommands(counting, folder.path(), request);
        QVERIFY(!early || early->left); // nothing can be written or removed from there on
        const Problem told = early ? *early->left : early.error().problem;
        QVERIFY2(told.toString().contains(u"could not be removed"_s), qPrintable(told.toString()));
    }

    void theDestinationAndTheUsersFilesAreOutOfReach()
    {
        CommandBench bench;
        bench.destination = bench.path(u"made/orders"_s);
        QVERIFY(QDir().mkpath(bench.path(u"made"_s)));
        const auto outcome
            = bench.run(withHook("post_gen_project.sh",
                                 "#!/bin/sh\npwd\ntouch ../beside /root/x /etc/x 2>/dev/null\n"
                                 "ls -d /root /var 2>/dev/null\nexit 0\n"));
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->runs.constFirst().output, bench.destination.toUtf8() + '\n');
        QVERIFY(QDir(bench.path(u"made"_s)).isEmpty());
    }

    void theEnvironmentStaysOutside()
    {
        CommandBench bench;
        qputenv("WAYMARK_TEST_TOKEN", "canary");
        const auto outcome
            = bench.run(withHook("post_gen_project.sh", "#!/bin/sh\nenv; cat /proc/*/environ\n"));
        qunsetenv("WAYMARK_TEST_TOKEN");
        VERIFY_RESULT(outcome);
        const QByteArray output = outcome->runs.constFirst().output;
        QVERIFY2(output.contains("HOME=/tmp/home\n"), output.constData());
        QVERIFY2(!output.contains("canary"), output.constData());
    }

    void aDestinationAmongTheSystemsFoldersIsShownElsewhere()
    {
        CommandBench bench;
        bench.destination = u"/usr/share/orders"_s;
        const auto outcome = bench.run(withHook("post_gen_project.sh", "#!/bin/sh\npwd\n"));
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->runs.constFirst().output, "/mnt/orders\n"_ba);
    }

    void oneThatTakesTooLongIsEnded()
    {
        CommandBench bench;
        bench.timeout = 300ms;
        QCOMPARE(codeOf(bench.run(withHook("post_gen_project.sh", "#!/bin/sh\nsleep 600\n"))),
                 u"process.timeout"_s);
    }

    void oneThatPrintsTooMuchIsEnded()
    {
        CommandBench bench;
        QCOMPARE(codeOf(bench.run(withHook("post_gen_project.sh", "#!/bin/sh\nyes\n"))),
                 u"process.output-limit"_s);
    }

    void aStopRequestEndsIt()
    {
        CommandBench bench;
        bench.starting = [&bench](const QString &) { bench.stop.request_stop(); };
        QCOMPARE(codeOf(bench.run(withHook("post_gen_project.sh", "#!/bin/sh\nsleep 600\n"))),
                 u"process.cancelled"_s);
    }

    void withoutASandboxTheyRunAsTheUser()
    {
        CommandBench bench;
        bench.isSandboxed = false;
        qputenv("WAYMARK_TEST_SEEN", "seen");
        const auto outcome = bench.run(
            withHook("post_gen_project.sh",
                     "#!/bin/sh\nset -e\nbasename \"$PWD\"\nprintf %s \"$WAYMARK_TEST_SEEN\" >env\n"
                     "touch '"
                         + bench.path(u"outside"_s).toUtf8() + "'\n"));
        qunsetenv("WAYMARK_TEST_SEEN");
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->runs.constFirst().output, "orders\n"_ba);
        QVERIFY(CommandBench::picture(outcome->tree).contains(u"env=seen"_s));
        QVERIFY(QFile::exists(bench.path(u"outside"_s)));
        QCOMPARE(bench.left(), QStringList());
    }

    void aSandboxThatCannotBeMadeIsTold()
    {
        CommandBench bench;
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", QFile::encodeName(bench.path(u"nothing"_s)));
        const auto outcome = bench.run(withHook("post_gen_project.sh", "#!/bin/sh\n"));
        qputenv("PATH", before);
        QCOMPARE(codeOf(outcome), u"sandbox.missing"_s);
        QCOMPARE(bench.left(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestCommandRun)
#include "tst_commandrun.moc"
