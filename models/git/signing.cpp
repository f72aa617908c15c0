#include "models/git/signing.h"

#include "models/git/configuration.h"
#include "models/git/gitprogram.h"
#include "models/git/repository.h"
#include "models/git/shellwords.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

std::unexpected<Error> unsignable(const QString &reason, const QByteArray &printed = {})
{
    return failure(
        {.code = u"git.signing"_s,
         .message
         = QCoreApplication::translate("Git", "The commit could not be signed: %1").arg(reason),
         .excerpt = QString::fromUtf8(printed).trimmed(),
         .hint
         = QCoreApplication::translate("Git",
                                       "See git config user.signingKey and gpg.format; without a "
                                       "signature: git config commit.gpgSign false")});
}

QString programFor(const Configuration &configuration, const char *format, const QString &standard)
{
    const QString own = configuration.path((QByteArray("gpg.") + format + ".program").constData());
    return own.isEmpty() ? standard : own;
}

/// What a signature is made with.
struct Task
{
    const Repository &repository;
    const Signing &signing;
    const QByteArray &content;
    const Person &committer;
    const HookEnvironment &environment;
    const std::stop_token &stop;

    /// That no word of a command is a file which came with a template.
    [[nodiscard]] Result<> refuseBrought(const QStringList &words) const
    {
        const QDir folder(environment.workTree.isEmpty() ? repository.workTree()
                                                         : environment.workTree);
        for (const QString &word : words) {
            if (isBrought(repository, folder.absoluteFilePath(word), environment))
                return unsignable(QCoreApplication::translate(
                                      "Git", "“%1” came with the template, so it is not run.")
                                      .arg(word));
        }
        return {};
    }

    [[nodiscard]] Result<ProgramResult> run(ProgramCall call) const
    {
        if (call.program.contains(u'/')) {
            if (const auto own = refuseBrought({call.program}); !own)
                return std::unexpected(own.error());
        }
        call.usesTerminal = true; // for a passphrase
        const auto ended = runForGit(repository, std::move(call), stop);
        if (!ended && ended.error().problem.code != u"process.cancelled")
            return unsignable(ended.error().problem.message);
        return ended;
    }
};

Result<QByteArray> signWithGpg(const Task &task)
{
    const QString key = task.signing.key.isEmpty() ? task.committer.toString() : task.signing.key;
    const auto ended = task.run({.program = task.signing.program,
                                 .arguments = {u"--status-fd=2"_s, u"-bsau"_s, key},
                                 .input = task.content});
    if (!ended)
        return std::unexpected(ended.error());
    if (ended->exitCode != 0 || !('\n' + ended->errorOutput).contains("\n[GNUPG:] SIG_CREATED "))
        return unsignable(
            QCoreApplication::translate("Git", "%1 refused.").arg(task.signing.program),
            ended->errorOutput);
    return QByteArray(ended->output).replace("\r\n", "\n");
}

/// The key itself, where `key` is one and no file.
std::optional<QByteArray> literalKey(const QString &key)
{
    if (key.startsWith(u"key::"))
        return key.sliced(5).toUtf8();
    if (key.startsWith(u"ssh-"))
        return key.toUtf8();
    return {};
}

/// The first line that gpg.ssh.defaultKeyCommand prints, where it is a key.
Result<QString> defaultKey(const Task &task)
{
    const auto missing = [&](const QByteArray &printed) {
        return unsignable(
            QCoreApplication::translate(
                "Git", "neither user.signingKey nor gpg.ssh.defaultKeyCommand gives a key."),
            printed);
    };
    QStringList command = shellWords(task.signing.defaultKeyCommand);
    if (command.isEmpty())
        return missing({});
    if (const auto own = task.refuseBrought(command); !own)
        return std::unexpected(own.error());
    const QString program = command.takeFirst();
    const auto ended = task.run({.program = program, .arguments = command});
    if (!ended)
        return std::unexpected(ended.error());
    QString line = QString::fromUtf8(ended->output).section(u'\n', 0, 0);
    if (ended->exitCode != 0 || !literalKey(line))
        return missing(ended->errorOutput);
    return line;
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

Result<QByteArray> signWithSsh(const Task &task)
{
    const auto key = task.signing.key.isEmpty() ? defaultKey(task) : task.signing.key;
    if (!key)
        return std::unexpected(key.error());
    const QTemporaryDir folder; // readable by its owner only
    const QString buffer = folder.filePath(u"commit"_s);
    const QString keyCopy = folder.filePath(u"key"_s);
    const auto literal = literalKey(*key);
    if (!folder.isValid() || !write(buffer, task.content)
        || (literal && !write(keyCopy, *literal + '\n')))
        return unsignable(
            QCoreApplication::translate("Git", "no temporary file could be written."));
    QStringList arguments
        = {u"-Y"_s, u"sign"_s, u"-n"_s, u"git"_s, u"-f"_s, literal ? keyCopy : *key};
    if (literal)
        arguments += u"-U"_s; // the private key is the agent's
    arguments += buffer;
    const auto ended = task.run({.program = task.signing.program, .arguments = arguments});
    if (!ended)
        return std::unexpected(ended.error());
    QFile signature(buffer + u".sig"_s);
    if (ended->exitCode != 0 || !signature.open(QIODevice::ReadOnly))
        return unsignable(
            QCoreApplication::translate("Git", "%1 refused.").arg(task.signing.program),
            ended->errorOutput);
    return signature.readAll().replace("\r\n", "\n");
}

} // namespace

Result<std::optional<Signing>> configuredSigning(const Repository &repository)
{
    const auto configuration = Configuration::load(&repository);
    if (!configuration)
        return std::unexpected(configuration.error());
    if (!configuration->flag("commit.gpgSign"))
        return std::nullopt;
    const QString format = configuration->text("gpg.format");
    Signing signing = {.key = configuration->text("user.signingKey"),
                       .defaultKeyCommand = configuration->text("gpg.ssh.defaultKeyCommand")};
    if (format.isEmpty() || format == u"openpgp") {
        const QString plain = configuration->path("gpg.program");
        signing.program = programFor(*configuration, "openpgp", plain.isEmpty() ? u"gpg"_s : plain);
    } else if (format == u"x509") {
        signing.format = Signing::Format::X509;
        signing.program = programFor(*configuration, "x509", u"gpgsm"_s);
    } else if (format == u"ssh") {
        signing.format = Signing::Format::Ssh;
        signing.program = programFor(*configuration, "ssh", u"ssh-keygen"_s);
        if (!literalKey(signing.key))
            signing.key = configuration->path("user.signingKey");
    } else {
        return unsignable(QCoreApplication::translate(
                              "Git", "gpg.format is “%1”, which is none of openpgp, x509 and ssh.")
                              .arg(format));
    }
    return signing;
}

Result<QByteArray> sign(const Repository &repository, const Signing &signing,
                        const QByteArray &content, const Person &committer,
                        const HookEnvironment &environment, const std::stop_token &stop)
{
    const Task task = {repository, signing, content, committer, environment, stop};
    return signing.format == Signing::Format::Ssh ? signWithSsh(task) : signWithGpg(task);
}

} // namespace waymark::git
