#include "models/process/program.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace waymark;

namespace {

/// /bin/sh as a program like any other: what it reads is an argument.
ProgramCall script(const QString &text, const QStringList &arguments = {})
{
    return {.program = u"/bin/sh"_s, .arguments = QStringList{u"-c"_s, text, u"sh"_s} + arguments};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Whether `process` runs: one that has ended and was not asked for yet does not.
bool runs(const QByteArray &process)
{
    const QByteArray stat = contentOf(u"/proc/%1/stat"_s.arg(QString::fromLatin1(process)));
    const qsizetype nameEnd = stat.lastIndexOf(')');
    return nameEnd >= 0 && stat.size() > nameEnd + 2 && stat.at(nameEnd + 2) != 'Z';
}

/// A program that prints "here".
void putScript(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\nprintf here\n") < 0)
        qFatal("cannot write %s", qPrintable(path));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }

    void outputAndExitCodeComeBack()
    {
        const auto result = runProgram(script(u"printf out; printf err >&2; exit 3"_s));
        VERIFY_RESULT(result);
        QCOMPARE(result->output, "out"_ba);
        QCOMPARE(result->errorOutput, "err"_ba);
        QCOMPARE(result->exitCode, 3);
    }

    void whatItLeftRunningEndsWithItWhereThatIsWanted()
    {
        ProgramCall call = script(u"sleep 8651 >/dev/null 2>&1 & echo $!"_s);
        call.endsDescendants = true;
        const auto ended = runProgram(call);
        VERIFY_RESULT(ended);
        QVERIFY(!runs(ended->output.trimmed()));
        call.endsDescendants = false;
        const auto goesOn = runProgram(call);
        VERIFY_RESULT(goesOn);
        const QByteArray process = goesOn->output.trimmed();
        QVERIFY(runs(process));
        QCOMPARE(::kill(process.toInt(), SIGKILL), 0);
    }

    void whatLeftItsGroupEndsWithItToo()
    {
        // Its parent is gone, too, by the time that the program ends.
        const QString place = m_folder.filePath(u"away"_s);
        ProgramCall call
            = script(u"(setsid sh -c 'echo $$ >\"%1\"; exec sleep 8652' >/dev/null 2>&1 &)\n"
                     "while [ ! -s '%1' ]; do sleep 0.01; done; cat '%1'; exit 5"_s.arg(place));
        call.endsDescendants = true;
        const auto ended = runProgram(call);
        VERIFY_RESULT(ended);
        QCOMPARE(ended->exitCode, 5);
        QVERIFY(ended->output.trimmed().toInt() > 0);
        QVERIFY(!runs(ended->output.trimmed()));
    }

    void itsLimitsAreThoseThatAreGiven()
    {
        ProgramCall call = script(u"ulimit -f; head -c 4096 /dev/zero >'%1' || echo over"_s.arg(
            m_folder.filePath(u"large"_s)));
        call.limits = {.fileSize = 1024, .processes = 16384};
        const auto result = runProgram(call);
        VERIFY_RESULT(result);
        QVERIFY2(result->output.startsWith("2\n"), result->output.constData());
        QVERIFY(QFileInfo(m_folder.filePath(u"large"_s)).size() <= 1024);
    }

    void itsMemoryIsWhatItIsGiven()
    {
        ProgramCall call = script(u"ulimit -d; ulimit -v"_s);
        call.limits = {.fileSize = 1024,
                       .processes = 16384,
                       .memory = qint64{64} << 20,
                       .addresses = qint64{256} << 20};
        const auto result = runProgram(call);
        VERIFY_RESULT(result);
        QCOMPARE(result->output, "65536\n262144\n"_ba); // in kilobytes
    }

    void bothStreamsComeBackInTheirOrder()
    {
        ProgramCall call = script(u"echo 1; echo 2 >&2; echo 3"_s);
        call.output = ProgramOutput::Merged;
        const auto result = runProgram(call);
        VERIFY_RESULT(result);
        QCOMPARE(result->output, "1\n2\n3\n"_ba);
        QCOMPARE(result->errorOutput, ""_ba);
    }

    void argumentsArriveAsTheyAre_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("none") << QStringList();
        QTest::newRow("blanks and quotes") << QStringList{u"a b"_s, u"\"c\" 'd'"_s, u""_s};
        QTest::newRow("what a shell would read")
            << QStringList{u"$HOME"_s, u"`id`; echo *"_s, u"-n"_s};
        QTest::newRow("letters beyond ASCII, a line end") << QStringList{u"é😀\n"_s};
    }

    void argumentsArriveAsTheyAre()
    {
        QFETCH(const QStringList, arguments);
        const auto result
            = runProgram(script(u"for a; do printf '%s\\0' \"$a\"; done"_s, arguments));
        VERIFY_RESULT(result);
        QByteArray expected;
        for (const QString &argument : arguments)
            expected += argument.toUtf8() + '\0';
        QCOMPARE(result->output, expected);
    }

    void inputIsReadToItsEnd_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("a zero byte and no UTF-8") << QByteArray("a\0\xFF\n", 4);
        QTest::newRow("more than a pipe holds") << QByteArray(3'000'000, 'x');
    }

    void inputIsReadToItsEnd()
    {
        QFETCH(const QByteArray, input);
        const auto result = runProgram({.program = u"cat"_s, .input = input});
        VERIFY_RESULT(result);
        QCOMPARE(result->output, input);
    }

    void inputThatNobodyReadsIsNoError()
    {
        const auto result = runProgram({.program = u"true"_s, .input = QByteArray(3'000'000, 'x')});
        VERIFY_RESULT(result);
        QCOMPARE(result->exitCode, 0);
    }

    void theEnvironmentIsChangedNotReplaced()
    {
        qputenv("WAYMARK_TEST_KEPT", "kept");
        qputenv("WAYMARK_TEST_REMOVED", "removed");
        ProgramCall call
            = script(u"printf '%s|%s|%s' \"$WAYMARK_TEST_KEPT\" \"${WAYMARK_TEST_REMOVED-none}\" "
                     "\"$WAYMARK_TEST_SET\""_s);
        call.environment
            = {{u"WAYMARK_TEST_REMOVED"_s, std::nullopt}, {u"WAYMARK_TEST_SET"_s, u"a b"_s}};
        const auto result = runProgram(call);
        VERIFY_RESULT(result);
        QCOMPARE(result->output, "kept|none|a b"_ba);
    }

    void theEnvironmentCanBeReplaced()
    {
        qputenv("WAYMARK_TEST_KEPT", "kept");
        ProgramCall call{.program = u"env"_s,
                         .environment = {{u"PATH"_s, u"/usr/bin:/bin"_s}, {u"A"_s, u"b c"_s}},
                         .keepsEnvironment = false};
        auto result = runProgram(call);
        VERIFY_RESULT(result);
        QByteArrayList lines = result->output.trimmed().split('\n');
        std::ranges::sort(lines);
        QCOMPARE(lines, (QByteArrayList{"A=b c", "PATH=/usr/bin:/bin"}));
        call.program = u"/usr/bin/env"_s;
        call.environment.clear();
        result = runProgram(call);
        VERIFY_RESULT(result);
        QVERIFY2(!result->output.contains("WAYMARK_TEST_KEPT"), result->output.constData());
    }

    void aRelativeProgramIsTheOneInItsFolder()
    {
        const QTemporaryDir folder;
        putScript(folder.filePath(u"here"_s));
        const auto found = runProgram({.program = u"./here"_s, .workingDirectory = folder.path()});
        VERIFY_RESULT(found);
        QCOMPARE(found->output, "here"_ba);
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path())); // where it is must not matter
        const auto missing
            = runProgram({.program = u"./here"_s, .workingDirectory = m_folder.path()});
        QDir::setCurrent(before);
        QVERIFY(!missing);
        QCOMPARE(missing.error().problem.code, u"process.not-found"_s);
    }

    void itRunsInItsFolder()
    {
        ProgramCall call = script(u"pwd -P"_s);
        call.workingDirectory = m_folder.path();
        const auto result = runProgram(call);
        VERIFY_RESULT(result);
        QCOMPARE(result->output.trimmed(), QDir(m_folder.path()).canonicalPath().toUtf8());
    }

    void aScriptIsAProgram()
    {
        const QString hook = write(u"hook"_s, "#!/bin/sh\nprintf '%s' \"$0 $1\"\nexit 1\n"_ba);
        const auto result = runProgram({.program = hook, .arguments = {u"a b"_s}});
        VERIFY_RESULT(result);
        QCOMPARE(result->output, hook.toUtf8() + " a b");
        QCOMPARE(result->exitCode, 1);
    }

    void aScriptWithoutInterpreterIsTheShells()
    {
        const QString hook = write(u"plain"_s, "printf '%s' \"$1\"\n"_ba);
        const auto result = runProgram({.program = hook, .arguments = {u"$HOME; a"_s}});
        VERIFY_RESULT(result);
        QCOMPARE(result->output, "$HOME; a"_ba);
    }

    void aProgramIsFoundByThePathItWillSee()
    {
        write(u"waymark-test-program"_s, "#!/bin/sh\nprintf found\n"_ba);
        ProgramCall call{.program = u"waymark-test-program"_s};
        QCOMPARE(codeOf(runProgram(call)), u"process.not-found"_s);
        call.environment = {{u"PATH"_s, m_folder.path() + u":/usr/bin:/bin"_s}};
        const auto result = runProgram(call);
        VERIFY_RESULT(result);
        QCOMPARE(result->output, "found"_ba);
    }

    void whatCannotBeStartedIsAnError_data()
    {
        QTest::addColumn<ProgramCall>("call");
        QTest::addColumn<QString>("code");
        QTest::newRow("a name nobody has")
            << ProgramCall{.program = u"waymark-no-such-program"_s} << u"process.not-found"_s;
        QTest::newRow("a path to nothing")
            << ProgramCall{.program = u"/nowhere/program"_s} << u"process.not-found"_s;
        QTest::newRow("a folder") << ProgramCall{.program = u"/tmp"_s} << u"process.not-found"_s;
        QTest::newRow("a file that is no program")
            << ProgramCall{.program = u"/etc/passwd"_s} << u"process.not-found"_s;
        QTest::newRow("no name") << ProgramCall{} << u"process.not-found"_s;
        QTest::newRow("a line for a shell")
            << ProgramCall{.program = u"true; true"_s} << u"process.not-found"_s;
        QTest::newRow("in no folder")
            << ProgramCall{.program = u"true"_s, .workingDirectory = u"/nowhere"_s}
            << u"process.no-directory"_s;
    }

    void whatCannotBeStartedIsAnError()
    {
        QFETCH(const ProgramCall, call);
        const auto result = runProgram(call);
        QTEST(codeOf(result), "code");
        QVERIFY(!result.error().problem.message.contains(u'%'));
    }

    void aFileWithoutInterpreterIsNotStarted()
    {
        const QString file = write(u"odd"_s, "#!/nowhere/interpreter\n"_ba);
        QCOMPARE(codeOf(runProgram({.program = file})), u"process.not-started"_s);
    }

    void aSignalIsNoExitCode()
    {
        const auto result = runProgram(script(u"kill -SEGV $$"_s));
        QCOMPARE(codeOf(result), u"process.crashed"_s);
        QVERIFY(result.error().problem.message.contains(u"signal 11"_s));
    }

    void brokenPipesAreNotIgnored()
    {
        const auto result = runProgram(script(u"trap | grep -c PIPE; yes | head -n 1"_s));
        VERIFY_RESULT(result);
        QCOMPARE(result->output, "0\ny\n"_ba);
        QCOMPARE(result->errorOutput, ""_ba);
    }

    void noOtherDescriptorIsInherited()
    {
        const int stray = ::open("/dev/null", O_RDONLY); // without O_CLOEXEC
        QVERIFY(stray > 2);
        const auto result
            = runProgram(script(u"test -e /proc/self/fd/%1 && echo inherited; true"_s.arg(stray)));
        ::close(stray);
        VERIFY_RESULT(result);
        QCOMPARE(result->output, ""_ba);
    }

    void tooMuchOutputIsStopped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("output") << u"yes"_s;
        QTest::newRow("errors") << u"yes >&2"_s;
        QTest::newRow("before it ends") << u"head -c 100001 /dev/zero"_s;
    }

    void tooMuchOutputIsStopped()
    {
        QFETCH(const QString, text);
        ProgramCall call = script(text);
        call.outputLimit = 100'000;
        QCOMPARE(codeOf(runProgram(call)), u"process.output-limit"_s);
        call = script(u"head -c 100000 /dev/zero"_s);
        call.outputLimit = 100'000;
        VERIFY_RESULT(runProgram(call));
    }

    void aTimeoutEndsAllThatWasStarted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("usesTerminal");
        for (const bool usesTerminal : {false, true}) {
            const char *where = usesTerminal ? "in our group" : "in its own group";
            QTest::addRow("a child, %s", where)
                << u"sleep 600 & echo $! > pid; wait"_s << usesTerminal;
            QTest::addRow("a child that does not listen, %s", where)
                << u"sh -c 'trap \"\" TERM; echo $$ > pid; while :; do sleep 1; done' & wait"_s
                << usesTerminal;
            QTest::addRow("a child in a session of its own, %s", where)
                << u"setsid sh -c 'echo $$ > pid; exec sleep 600' & wait"_s << usesTerminal;
            QTest::addRow("one that stopped itself, %s", where)
                << u"echo $$ > pid; kill -STOP $$"_s << usesTerminal;
            QTest::addRow("one that closed its output, %s", where)
                << u"echo $$ > pid; exec sleep 600 >&- 2>&-"_s << usesTerminal;
        }
    }

    void aTimeoutEndsAllThatWasStarted()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, usesTerminal);
        const QTemporaryDir folder;
        ProgramCall call = script(text);
        call.workingDirectory = folder.path();
        call.usesTerminal = usesTerminal;
        QByteArray process;
        for (call.timeout = 250ms; process.isEmpty() && *call.timeout < 5min; *call.timeout *= 4) {
            QCOMPARE(codeOf(runProgram(call)), u"process.timeout"_s);
            process = contentOf(folder.filePath(u"pid"_s)).trimmed(); // empty: the machine was slow
        }
        QVERIFY(!process.isEmpty());
        QTRY_VERIFY(!runs(process));
    }

    void aStopRequestEndsIt()
    {
        const std::stop_source source;
        source.request_stop();
        QCOMPARE(codeOf(runProgram(script(u"sleep 600"_s), source.get_token())),
                 u"process.cancelled"_s);
    }

    void aTimeoutThatIsNotReachedChangesNothing()
    {
        ProgramCall call = script(u"echo done"_s);
        call.timeout = 10min;
        const auto result = runProgram(call);
        VERIFY_RESULT(result);
        QCOMPARE(result->output, "done\n"_ba);
    }

    void whatRunsOnInTheBackgroundIsLeftAlone()
    {
        const ProgramCall call = script(u"sleep 600 >/dev/null 2>&1 & echo $!"_s);
        const auto result = runProgram(call);
        VERIFY_RESULT(result);
        const QByteArray process = result->output.trimmed();
        QVERIFY(runs(process));
        VERIFY_RESULT(
            runProgram({.program = u"kill"_s, .arguments = {QString::fromLatin1(process)}}));
        QTRY_VERIFY(!runs(process));
    }

    void outputCanGoToStandardError()
    {
        const int before = ::dup(STDERR_FILENO);
        const QByteArray path = QFile::encodeName(m_folder.filePath(u"stderr"_s));
        const int file = ::open(path.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        ::dup2(file, STDERR_FILENO);
        ProgramCall call = script(u"echo out; echo err >&2"_s);
        call.output = ProgramOutput::StandardError;
        const auto result = runProgram(call);
        ::dup2(before, STDERR_FILENO);
        ::close(before);
        ::close(file);
        VERIFY_RESULT(result);
        QCOMPARE(result->output, ""_ba);
        QCOMPARE(contentOf(m_folder.filePath(u"stderr"_s)), "out\nerr\n"_ba);
    }

private:
    QString write(const QString &name, const QByteArray &content)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

    static QString codeOf(const Result<ProgramResult> &result)
    {
        return result ? u"no error"_s : result.error().problem.code;
    }

    const QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
