#include "models/process/sandbox.h"
#include "tests/support/testing.h"
#include "tests/support/tools.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace waymark;

namespace {

constexpr auto shownAt = u"/home/ada/work/orders";

QByteArray textIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Whether a process of this system has `word` in its command line.
bool isRunning(const QByteArray &word)
{
    const QStringList names = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return std::ranges::any_of(names, [&](const QString &name) {
        return name.toLongLong() > 0
            && textIn(u"/proc/%1/cmdline"_s.arg(name)).split('\0').contains(word);
    });
}

/// A server on this machine, at a port that is free.
class Listener
{
public:
    Listener()
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        auto *general = reinterpret_cast<sockaddr *>(&address);
        if (::bind(m_socket, general, size) == 0 && ::listen(m_socket, 1) == 0
            && ::getsockname(m_socket, general, &size) == 0)
            m_port = ntohs(address.sin_port);
    }
    Q_DISABLE_COPY_MOVE(Listener)
    ~Listener() { ::close(m_socket); }

    [[nodiscard]] int port() const { return m_port; }

private:
    int m_socket;
    int m_port = 0;
};

} // namespace

/// Programs in a real sandbox, by bubblewrap.
class TestSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_folder.isValid());
        QVERIFY(QDir().mkpath(m_folder.filePath(u"tree"_s)));
        if (QStandardPaths::findExecutable(u"bwrap"_s).isEmpty())
            SKIP_FOR_WANT_OF("bubblewrap");
        if (const auto works = checkSandbox(sandbox()); !works) {
            qWarning("%s", qPrintable(works.error().toString()));
            SKIP_HERE("no sandbox can be made here");
        }
    }

    void whatItWritesInItsFolderStays()
    {
        const auto result = runProgram(call(u"pwd; echo 1 >a; mkdir b; chmod +x a"_s));
        VERIFY_RESULT(result);
        QCOMPARE(result->exitCode, 0);
        QCOMPARE(result->output, QString::fromUtf16(shownAt).toUtf8() + '\n');
        QCOMPARE(textIn(m_folder.filePath(u"tree/a"_s)), "1\n"_ba);
        QVERIFY(QFileInfo(m_folder.filePath(u"tree/a"_s)).isExecutable());
        QVERIFY(QFileInfo(m_folder.filePath(u"tree/b"_s)).isDir());
    }

    void nothingElseCanBeWritten_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("beside its folder") << u"/home/ada/work/x"_s;
        QTest::newRow("in the root") << u"/x"_s;
        QTest::newRow("among the programs") << u"/usr/x"_s;
        QTest::newRow("among the settings") << u"/etc/x"_s;
        QTest::newRow("among the devices") << u"/dev/x"_s;
        QTest::newRow("in what is shared to be read") << u"/home/ada/template/x"_s;
    }

    void nothingElseCanBeWritten()
    {
        QFETCH(const QString, place);
        QVERIFY(QDir().mkpath(m_folder.filePath(u"shared"_s)));
        Sandbox shares = sandbox();
        shares.readable = {{m_folder.filePath(u"shared"_s), u"/home/ada/template"_s}};
        const auto result
            = runProgram(sandboxed(shell(u"touch "_s + place + u" 2>/dev/null"_s), shares));
        VERIFY_RESULT(result);
        QVERIFY(result->exitCode != 0);
        QVERIFY(QDir(m_folder.filePath(u"shared"_s)).isEmpty());
    }

    void theSystemCannotBeSet()
    {
        const auto result = runProgram(
            call(u"for f in /proc/sys/kernel/core_pattern /proc/sys/vm/drop_caches "
                 "/proc/sysrq-trigger /proc/irq/default_smp_affinity /proc/self/oom_score_adj; do "
                 "test -w $f && echo $f; done; find /proc/sys -writable 2>/dev/null | head"_s));
        VERIFY_RESULT(result);
        QCOMPARE(result->output, ""_ba);
    }

    void whatTheSystemSaysOfItselfCannotBeRead()
    {
        const auto result = runProgram(
            call(u"for f in kmsg kallsyms kcore keys timer_list; do "
                 "head -c 1 /proc/$f 2>/dev/null; done; cat /proc/self/stat >/dev/null"_s));
        VERIFY_RESULT(result);
        QCOMPARE(result->output, ""_ba);
        QCOMPARE(result->exitCode, 0);
    }

    void memoryCanBeSharedAndIsLimited()
    {
        const auto result = runProgram(
            call(u"echo x >/dev/shm/sem && cat /dev/shm/sem; touch /dev/other 2>/dev/null || "
                 "echo no; df -Pk /dev/shm | tail -n 1 | { read -r _ size _; echo $size; }"_s));
        VERIFY_RESULT(result);
        QCOMPARE(result->output, "x\nno\n1048576\n"_ba);
    }

    void whatItMayTakeIsLimited()
    {
        const auto result
            = runProgram(call(u"ulimit -f; ulimit -d; ulimit -v; "
                              "df -Pk /tmp | tail -n 1 | { read -r _ size _; echo $size; }"_s));
        VERIFY_RESULT(result);
        // blocks of 512 bytes, and kilobytes
        QCOMPARE(result->output, "2097152\n4194304\n67108864\n1048576\n"_ba);
        const auto large = runProgram(call(u"truncate -s 2G large"_s));
        QVERIFY(!large || large->exitCode != 0);
        QVERIFY(QFileInfo(m_folder.filePath(u"tree/large"_s)).size() <= qint64{1} << 30);
    }

    void itLooksForProgramsWhereItSeesThem()
    {
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", QFile::encodeName(m_folder.path()) + ":/opt/none:" + before);
        const auto result = runProgram(call(u"echo \"$PATH\""_s));
        const QStringList seen = sandboxPath();
        qputenv("PATH", before);
        VERIFY_RESULT(result);
        QCOMPARE(QString::fromUtf8(result->output.trimmed()).split(u':'), seen);
        QVERIFY(!seen.contains(m_folder.path()) && !seen.contains(u"/opt/none"_s));
        QVERIFY(seen.contains(u"/usr/bin"_s));
    }

    void whatIsSeenIsKnownBeforehand_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isSeen");
        QTest::newRow("a program of the system") << u"/usr/bin/env"_s << true;
        QTest::newRow("by a link of the system") << u"/bin/sh"_s << true;
        QTest::newRow("one that is not there") << u"/usr/bin/no-such-program"_s << false;
        QTest::newRow("out of the system's folders") << u"/usr/../etc/passwd"_s << false;
        QTest::newRow("a folder that begins alike") << u"/usrlocal"_s << false;
        QTest::newRow("a setting") << u"/etc/passwd"_s << false;
    }

    void whatIsSeenIsKnownBeforehand()
    {
        QFETCH(const QString, path);
        QFETCH(const bool, isSeen);
        QCOMPARE(isSeenInSandbox(path), isSeen);
    }

    void whatIsSharedCanBeRead()
    {
        QFile file(m_folder.filePath(u"word"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("here") == 4);
        file.close();
        Sandbox shares = sandbox();
        shares.readable = {{file.fileName(), u"/home/ada/word"_s}};
        const auto result = runProgram(sandboxed(shell(u"cat /home/ada/word"_s), shares));
        VERIFY_RESULT(result);
        QCOMPARE(result->output, "here"_ba);
    }

    void theUsersFilesAreNotThere()
    {
        QVERIFY(!m_folder.path().isEmpty());
        const auto result = runProgram(
            call(u"ls -d '%1' '%2' /root /var /srv 2>/dev/null; ls /tmp; ls -A \"$HOME\""_s.arg(
                m_folder.path(), QString::fromUtf8(WAYMARK_SOURCE_DIR))));
        VERIFY_RESULT(result);
        QCOMPARE(result->output, "home\n"_ba);
    }

    void itsHomeIsItsOwnAndGone()
    {
        const auto result = runProgram(call(u"echo x >\"$HOME/kept\"; cat ~/kept"_s));
        VERIFY_RESULT(result);
        QCOMPARE(result->output, "x\n"_ba);
        const auto later = runProgram(call(u"test ! -e ~/kept"_s));
        VERIFY_RESULT(later);
        QCOMPARE(later->exitCode, 0);
    }

    void theEnvironmentDoesNotLeak()
    {
        qputenv("WAYMARK_TEST_TOKEN", "canary-of-the-environment");
        ProgramCall given = shell(u"env; tr '\\0' '\\n' </proc/1/environ; cat /proc/*/environ"_s);
        given.environment = {{u"STAGE"_s, u"task"_s}};
        const auto result = runProgram(sandboxed(given, sandbox()));
        qunsetenv("WAYMARK_TEST_TOKEN");
        VERIFY_RESULT(result);
        QVERIFY2(!result->output.contains("canary"), result->output.constData());
        QVERIFY2(result->output.contains("STAGE=task\n"), result->output.constData());
        QVERIFY2(result->output.contains("HOME=/tmp/home\n"), result->output.constData());
        QByteArrayList names;
        for (const QByteArray &line : result->output.split('\n'))
            names += line.contains('=') ? line.first(line.indexOf('=')) : QByteArray();
        for (const char *name :
             {"USER", "XDG_RUNTIME_DIR", "SSH_AUTH_SOCK", "DBUS_SESSION_BUS_ADDRESS"})
            QVERIFY2(!names.contains(name), name);
    }

    void thereIsNoNetwork()
    {
        const Listener listener;
        QVERIFY(listener.port() > 0);
        const ProgramCall connects
            = shell(u"exec /usr/bin/python3 -c 'import socket; "
                    "socket.create_connection((\"127.0.0.1\", %1), 5)'"_s.arg(listener.port()));
        ProgramCall outside = connects;
        outside.workingDirectory = m_folder.path();
        const auto reached = runProgram(outside);
        VERIFY_RESULT(reached);
        if (reached->exitCode != 0)
            SKIP_FOR_WANT_OF("python3");
        const auto refused = runProgram(sandboxed(connects, sandbox()));
        VERIFY_RESULT(refused);
        QVERIFY(refused->exitCode != 0);
        QVERIFY2(refused->output.contains("refused"), refused->output.constData());
        const auto known = runProgram(call(u"tail -n +3 /proc/net/dev | cut -d: -f1"_s));
        VERIFY_RESULT(known);
        QCOMPARE(known->output.trimmed(), "lo"_ba);
        const auto routes = runProgram(call(u"tail -n +2 /proc/net/route"_s));
        VERIFY_RESULT(routes);
        QCOMPARE(routes->output, ""_ba);
    }

    void otherProcessesAreNotSeen()
    {
        const auto result = runProgram(call(u"ls -d /proc/[0-9]* | wc -l"_s));
        VERIFY_RESULT(result);
        QVERIFY2(result->output.trimmed().toInt() < 8, result->output.constData());
    }

    void anExitCodeComesBack()
    {
        const auto result = runProgram(call(u"echo said >&2; exit 7"_s));
        VERIFY_RESULT(result);
        QCOMPARE(result->exitCode, 7);
        QCOMPARE(result->output, "said\n"_ba);
    }

    void whatItStartedEndsWithIt()
    {
        const auto result = runProgram(call(u"sleep 8641 >/dev/null 2>&1 & echo"_s));
        VERIFY_RESULT(result);
        QTRY_VERIFY(!isRunning("8641"));
    }

    void aStopRequestOrTheTimeEndsIt()
    {
        ProgramCall endless = call(u"(setsid sleep 8642 &) ; trap '' TERM; exec sleep 8642"_s);
        endless.timeout = 500ms;
        const auto timedOut = runProgram(endless);
        QVERIFY(!timedOut);
        QCOMPARE(timedOut.error().problem.code, u"process.timeout"_s);
        QTRY_VERIFY(!isRunning("8642"));
        const std::stop_source source;
        source.request_stop();
        const auto stopped = runProgram(call(u"sleep 8643"_s), source.get_token());
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().problem.code, u"process.cancelled"_s);
        QTRY_VERIFY(!isRunning("8643"));
    }

    void itCannotTypeIntoTheTerminal()
    {
        // It leads no session that has one: field 7 of its line is the terminal's number.
        const auto result = runProgram(call(u"cut -d' ' -f7 /proc/self/stat"_s));
        VERIFY_RESULT(result);
        QCOMPARE(result->output.trimmed(), "0"_ba);
    }

    void whyThereIsNoneIsSaid()
    {
        const QByteArray before = qgetenv("PATH");
        const QTemporaryDir empty;
        qputenv("PATH", QFile::encodeName(empty.path()));
        const auto missing = checkSandbox(sandbox());
        QFile fake(empty.filePath(u"bwrap"_s));
        QVERIFY(fake.open(QIODevice::WriteOnly));
        fake.write("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n");
        fake.close();
        fake.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        const auto refused = checkSandbox(sandbox());
        qputenv("PATH", before);
        QVERIFY(!missing && !refused);
        QCOMPARE(missing.error().problem.code, u"sandbox.missing"_s);
        QVERIFY(missing.error().problem.hint.contains(u"bubblewrap"_s));
        QCOMPARE(refused.error().problem.code, u"sandbox.refused"_s);
        QCOMPARE(refused.error().problem.excerpt,
                 u"bwrap: No permissions to create new namespace"_s);
    }

private:
    [[nodiscard]] Sandbox sandbox() const
    {
        return {.writable = {m_folder.filePath(u"tree"_s), QString::fromUtf16(shownAt)}};
    }

    static ProgramCall shell(const QString &text)
    {
        return {.program = u"/bin/sh"_s,
                .arguments = {u"-c"_s, text},
                .workingDirectory = QString::fromUtf16(shownAt),
                .output = ProgramOutput::Merged};
    }

    [[nodiscard]] ProgramCall call(const QString &text) const
    {
        return sandboxed(shell(text), sandbox());
    }

    const QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
