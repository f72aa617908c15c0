#include "models/git/signing.h"
#include "tests/git/gitcommand.h"
#include "tests/support/tools.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using git::Signing;

namespace {

bool isMissing(const QString &program)
{
    return QStandardPaths::findExecutable(program).isEmpty();
}

/// The commit of a small tree, signed as configured.
Result<git::CommitMade> commit(const Checkout &checkout, const QSet<QByteArray> &planned = {})
{
    const auto repository = git::Repository::open(checkout.path());
    const auto tree = git::writeTree(*repository, {{.path = "a", .content = "a"}});
    return git::createCommit(*repository,
                             {.tree = *tree,
                              .message = "Signed",
                              .identity = {ada(), ada()},
                              .hooks = {.planned = planned}},
                             {});
}

} // namespace

class TestSigning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        if (qEnvironmentVariableIsSet("GNUPGHOME"))
            runCommand(m_git.home(), u"gpgconf"_s, {u"--kill"_s, u"all"_s});
        qunsetenv("GNUPGHOME");
    }

    void theConfigurationSaysHow_data()
    {
        QTest::addColumn<QByteArray>("configuration");
        QTest::addColumn<Signing>("signing");
        const auto row = [](const char *name, const QByteArray &lines, const Signing &signing) {
            QTest::newRow(name) << "[commit]\n\tgpgSign = true\n" + lines << signing;
        };
        row("by default", "", {.program = u"gpg"_s});
        row("with a key and a program", "[user]\n\tsigningKey = 0xABCD\n[gpg]\n\tprogram = gpg2\n",
            {.program = u"gpg2"_s, .key = u"0xABCD"_s});
        row("the format's own program first",
            "[gpg]\n\tformat = openpgp\n\tprogram = gpg2\n[gpg \"openpgp\"]\n\tprogram = gpg3\n",
            {.program = u"gpg3"_s});
        row("X.509", "[gpg]\n\tformat = x509\n\tprogram = gpg2\n",
            {.format = Signing::Format::X509, .program = u"gpgsm"_s});
        row("SSH",
            "[gpg]\n\tformat = ssh\n[gpg \"ssh\"]\n\tprogram = /opt/sign\n\tdefaultKeyCommand = "
            "ssh-add -L\n",
            {.format = Signing::Format::Ssh,
             .program = u"/opt/sign"_s,
             .defaultKeyCommand = u"ssh-add -L"_s});
        row("a key in full",
            "[gpg]\n\tformat = ssh\n[user]\n\tsigningKey = key::ssh-ed25519 AAAA me\n",
            {.format = Signing::Format::Ssh,
             .program = u"ssh-keygen"_s,
             .key = u"key::ssh-ed25519 AAAA me"_s});
    }

    void theConfigurationSaysHow()
    {
        QFETCH(const QByteArray, configuration);
        QFETCH(const Signing, signing);
        m_git.configure(configuration);
        const Checkout checkout;
        const auto configured = git::configuredSigning(*git::Repository::open(checkout.path()));
        VERIFY_RESULT(configured);
        QCOMPARE(*configured, signing);
    }

    void nothingIsSignedUnlessAskedFor()
    {
        m_git.configure("[user]\n\tsigningKey = 0xABCD\n[gpg]\n\tformat = none\n");
        const Checkout checkout;
        QCOMPARE(*git::configuredSigning(*git::Repository::open(checkout.path())), std::nullopt);
        m_git.configure("[commit]\n\tgpgSign = true\n[gpg]\n\tformat = none\n");
        const auto wrong = git::configuredSigning(*git::Repository::open(checkout.path()));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().problem.code, u"git.signing"_s);
    }

    void anSshSignatureIsVerifiedByGit_data()
    {
        QTest::addColumn<QByteArray>(
            "key"); // a line of the configuration; KEY: the file, PUBLIC: its content
        QTest::newRow("a private key's file") << "[user]\n\tsigningKey = KEY\n"_ba;
        QTest::newRow("a public key's file") << "[user]\n\tsigningKey = KEY.pub\n"_ba;
        QTest::newRow("below home") << "[user]\n\tsigningKey = ~/key\n"_ba;
        QTest::newRow("in full, by the agent") << "[user]\n\tsigningKey = key::PUBLIC\n"_ba;
        QTest::newRow("the command's first key, by the agent")
            << "[gpg \"ssh\"]\n\tdefaultKeyCommand = cat 'KEY.pub'\n"_ba;
    }

    void anSshSignatureIsVerifiedByGit()
    {
        if (isMissing(u"ssh-keygen"_s) || isMissing(u"ssh-add"_s))
            SKIP_FOR_WANT_OF("OpenSSH's ssh-keygen or ssh-add");
        QFETCH(QByteArray, key);
        const QString file = m_git.home() + u"/key"_s;
        if (!QFile::exists(file))
            QCOMPARE(runCommand(m_git.home(), u"ssh-keygen"_s,
                                {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, u""_s, u"-f"_s, file})
                         .exitCode,
                     0);
        const QByteArray publicKey = contentOf(file + u".pub"_s).trimmed();
        key.replace("KEY", QFile::encodeName(file)).replace("PUBLIC", publicKey);
        put(m_git.home() + u"/signers"_s, "ada@example.org " + publicKey + '\n');
        const QByteArray ssh = "[gpg]\n\tformat = ssh\n[gpg \"ssh\"]\n\tallowedSignersFile = "
            + QFile::encodeName(m_git.home()) + "/signers\n";
        m_git.configure("[commit]\n\tgpgSign = true\n" + ssh + key);
        const Checkout checkout;

        QProcess agent;
        if (QByteArray(QTest::currentDataTag()).endsWith("by the agent")) {
            const QString socket = m_git.home() + u"/agent"_s;
            QFile::remove(socket);
            agent.start(u"ssh-agent"_s, {u"-D"_s, u"-a"_s, socket});
            QTRY_VERIFY(QFile::exists(socket));
            qputenv("SSH_AUTH_SOCK", QFile::encodeName(socket));
            QCOMPARE(runCommand(m_git.home(), u"ssh-add"_s, {u"-q"_s, file}).exitCode, 0);
        }
        const auto made = commit(checkout);
        qunsetenv("SSH_AUTH_SOCK");
        agent.kill();
        agent.waitForFinished();
        VERIFY_RESULT(made);
        const auto verified = testing::git(checkout.path(), "verify-commit " + made->id.toHex());
        QVERIFY2(verified.exitCode == 0, verified.errors.constData());
        QVERIFY(verified.errors.contains("Good \"git\" signature for ada@example.org"));
        QCOMPARE(checkout.fsck(), ""_ba);
    }

    void anOpenPgpSignatureIsVerifiedByGit_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("the committer's key") << ""_ba;
        QTest::newRow("a key by its address") << "[user]\n\tsigningKey = ada@example.org\n"_ba;
    }

    void anOpenPgpSignatureIsVerifiedByGit()
    {
        if (isMissing(u"gpg"_s) || isMissing(u"gpg-agent"_s) || isMissing(u"gpgconf"_s))
            SKIP_FOR_WANT_OF("GnuPG");
        QFETCH(const QByteArray, key);
        const QTemporaryDir keys(u"/tmp/gpgXXXXXX"_s); // a socket's path is at most 107 bytes long
        qputenv("GNUPGHOME", QFile::encodeName(keys.path()));
        const auto made = runCommand(keys.path(), u"gpg"_s,
                                     {u"--batch"_s, u"--quiet"_s, u"--passphrase"_s, u""_s,
                                      u"--quick-generate-key"_s, u"Ada <ada@example.org>"_s,
                                      u"ed25519"_s, u"sign"_s, u"never"_s});
        QVERIFY2(made.exitCode == 0, made.errors.constData());
        m_git.configure("[commit]\n\tgpgSign = true\n" + key);
        const Checkout checkout;
        const auto signedCommit = commit(checkout);
        VERIFY_RESULT(signedCommit);
        const auto verified
            = testing::git(checkout.path(), "verify-commit " + signedCommit->id.toHex());
        QVERIFY2(verified.exitCode == 0, verified.errors.constData());
        QVERIFY(!checkout.run("cat-file commit " + signedCommit->id.toHex()).contains("\n \n\n"));
        QCOMPARE(checkout.fsck(), ""_ba);
        cleanup(); // while the folder of the keys is there
    }

    void gpgsProtocolIsSpokenWithAnyProgram()
    {
        const QString program = m_git.home() + u"/sign"_s;
        putExecutable(
            program,
            "#!/bin/sh\necho \"$@\" > '" + m_git.home().toUtf8() + "/arguments'\ncat > '"
                + m_git.home().toUtf8()
                + "/input'\necho '[GNUPG:] SIG_CREATED x' >&2\nprintf -- '-----BEGIN SIGNED "
                  "MESSAGE-----\\r\\nQQ==\\r\\n-----END SIGNED MESSAGE-----\\r\\n'\n");
        m_git.configure(
            "[commit]\n\tgpgSign = true\n[gpg]\n\tformat = x509\n[gpg \"x509\"]\n\tprogram = "
            + QFile::encodeName(program) + '\n');
        const Checkout checkout;
        const auto made = commit(checkout);
        VERIFY_RESULT(made);
        QCOMPARE(contentOf(m_git.home() + u"/arguments"_s),
                 "--status-fd=2 -bsau Ada <ada@example.org>\n"_ba);
        const QByteArray stored = checkout.run("cat-file commit " + made->id.toHex());
        const QByteArray field
            = "gpgsig -----BEGIN SIGNED MESSAGE-----\n QQ==\n -----END SIGNED MESSAGE-----\n";
        QVERIFY(stored.contains(field));
        QCOMPARE(contentOf(m_git.home() + u"/input"_s),
                 QByteArray(stored).replace(field, "") + '\n');
    }

    void aProgramThatDoesNotSignIsShownAsItPrinted_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("script"); // none: there is no such program
        QTest::addColumn<QString>("printed");
        QTest::newRow("OpenPGP: refuses")
            << "openpgp"_ba << "echo 'no secret key' >&2; exit 2"_ba << u"no secret key"_s;
        QTest::newRow("OpenPGP: ends well without a signature")
            << "openpgp"_ba << "echo hm >&2"_ba << u"hm"_s;
        QTest::newRow("OpenPGP: missing") << "openpgp"_ba << ""_ba << u""_s;
        QTest::newRow("SSH: refuses")
            << "ssh"_ba << "echo 'no agent' >&2; exit 255"_ba << u"no agent"_s;
        QTest::newRow("SSH: ends well without a signature")
            << "ssh"_ba << "echo hm >&2"_ba << u"hm"_s;
        QTest::newRow("SSH: missing") << "ssh"_ba << ""_ba << u""_s;
    }

    void aProgramThatDoesNotSignIsShownAsItPrinted()
    {
        QFETCH(const QByteArray, format);
        QFETCH(const QByteArray, script);
        QFETCH(const QString, printed);
        const QString program = m_git.home() + u"/refuse"_s;
        QFile::remove(program);
        if (!script.isEmpty())
            putExecutable(program, "#!/bin/sh\n" + script + '\n');
        m_git.configure(
            "[commit]\n\tgpgSign = true\n[user]\n\tsigningKey = /no/such/key\n[gpg]\n\tformat = "
            + format + "\n[gpg \"" + format + "\"]\n\tprogram = " + QFile::encodeName(program)
            + '\n');
        const Checkout checkout;
        const auto made = commit(checkout);
        QVERIFY(!made);
        QCOMPARE(made.error().problem.code, u"git.signing"_s);
        QCOMPARE(made.error().problem.excerpt, printed);
        QVERIFY(!made.error().problem.hint.isEmpty());
    }

    void aProgramThatCameWithATemplateIsNotRun_data()
    {
        QTest::addColumn<QByteArray>("configuration");
        QTest::addColumn<QSet<QByteArray>>("planned");
        QTest::addColumn<bool>("isRun");
        const QByteArray gpg = "[gpg]\n\tprogram = ./sign\n";
        const QByteArray ssh = "[gpg]\n\tformat = ssh\n[gpg \"ssh\"]\n\tdefaultKeyCommand = ";
        const QSet<QByteArray> theirs = {"sign", "linked"};
        QTest::newRow("the user's own") << gpg << QSet<QByteArray>() << true;
        QTest::newRow("gpg.program") << gpg << theirs << false;
        QTest::newRow("a link") << "[gpg]\n\tprogram = ./linked\n"_ba << QSet<QByteArray>{"linked"}
                                << false;
        QTest::newRow("gpg.ssh.program")
            << "[user]\n\tsigningKey = /k\n[gpg]\n\tformat = ssh\n[gpg \"ssh\"]\n\tprogram = sub/../sign\n"_ba
            << theirs << false;
        QTest::newRow("the command for a key") << ssh + "./sign\n" << theirs << false;
        QTest::newRow("a script of that command") << ssh + "sh sign\n" << theirs << false;
    }

    void aProgramThatCameWithATemplateIsNotRun()
    {
        QFETCH(const QByteArray, configuration);
        QFETCH(const QSet<QByteArray>, planned);
        QFETCH(const bool, isRun);
        m_git.configure("[commit]\n\tgpgSign = true\n" + configuration);
        const Checkout checkout;
        const QString mark = m_git.home() + u"/ran"_s;
        QFile::remove(mark);
        QDir().mkdir(checkout.path(u"sub"_s));
        putExecutable(checkout.path(u"sign"_s), "#!/bin/sh\ntouch '" + mark.toUtf8() + "'\n");
        QFile::link(u"sign"_s, checkout.path(u"linked"_s));
        const auto made = commit(checkout, planned);
        QVERIFY(!made);
        QCOMPARE(made.error().problem.code, u"git.signing"_s);
        QCOMPARE(made.error().problem.message.contains(u"came with the template"), !isRun);
        QCOMPARE(QFile::exists(mark), isRun);
    }

    void sshWithoutAKeyIsExplained_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::newRow("no command") << ""_ba;
        QTest::newRow("a command that prints no key") << "echo nothing"_ba;
        QTest::newRow("a command that fails") << "false"_ba;
    }

    void sshWithoutAKeyIsExplained()
    {
        QFETCH(const QByteArray, command);
        const QByteArray line = command.isEmpty()
            ? command
            : "[gpg \"ssh\"]\n\tdefaultKeyCommand = " + command + '\n';
        m_git.configure("[commit]\n\tgpgSign = true\n[gpg]\n\tformat = ssh\n" + line);
        const Checkout checkout;
        const auto made = commit(checkout);
        QVERIFY(!made);
        QCOMPARE(made.error().problem.code, u"git.signing"_s);
        QVERIFY(made.error().problem.message.contains(u"user.signingKey"));
    }

private:
    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestSigning)
#include "tst_signing.moc"
