#include "app/cli/startup.h"

#include "app/cli/commandline.h"
#include "app/cli/interruption.h"
#include "app/cli/linereader.h"
#include "app/cli/printable.h"
#include "app/cli/window.h"
#include "models/base/utf8.h"
#include "models/process/userfolders.h"

#include <QCoreApplication>
#include <QFileDevice>
#include <QProcessEnvironment>
#include <QRandomGenerator>
#include <QTextStream>

#include <cstdio>
#include <filesystem>
#include <memory>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

QHash<QString, QString> environmentVariables()
{
    QHash<QString, QString> variables;
    const auto system = QProcessEnvironment::systemEnvironment();
    for (const QString &name : system.keys())
        variables.insert(name, system.value(name));
    return variables;
}

/// Who is at the terminal, if somebody is. With --json stdout takes the document alone.
std::unique_ptr<Prompt> promptFor(const QStringList &words, const Streams &streams)
{
    const bool isJson = words.contains(u"--json"_s);
    const bool isInteractive
        = streams.inIsTerminal && streams.outIsTerminal && (!isJson || streams.errIsTerminal);
    return isInteractive ? terminalPrompt(isJson ? stderr : stdout) : nullptr;
}

/// Why what was printed did not get out, if so.
std::optional<QString> outputFault(QTextStream &out)
{
    out.flush();
    auto *const file = qobject_cast<QFileDevice *>(out.device());
    const bool isWhole = out.status() == QTextStream::Ok
        && (!file || (file->flush() && file->error() == QFileDevice::NoError));
    if (isWhole)
        return std::nullopt;
    return out.device()->errorString();
}

} // namespace

Result<QStringList> decodedWords(const QByteArrayList &words)
{
    QStringList decoded;
    for (const QByteArray &word : words) {
        const auto one = decodeUtf8(word);
        if (!one) {
            return failure(
                {.code = u"cli.encoding"_s,
                 .message = text("“%1” is no UTF-8.").arg(displayed(word)),
                 .hint = text("Waymark takes names and answers in UTF-8 only, so that it never "
                              "makes something under another name. Give it another name.")});
        }
        decoded += *one;
    }
    return decoded;
}

Result<QString> currentFolder()
{
    std::error_code code;
    const auto folder = std::filesystem::current_path(code);
    if (code)
        return failure({.code = u"cli.no-folder"_s,
                        .message = text("The current folder is not there any more."),
                        .hint = text("Change to one that is, then try again.")});
    const auto decoded = decodeUtf8(QByteArrayView(folder.native()));
    if (!decoded)
        return failure(
            {.code = u"cli.encoding"_s,
             .message = text("The name of the current folder, “%1”, is no UTF-8.")
                            .arg(displayed(QByteArrayView(folder.native()))),
             .hint = text("Change to one whose name is UTF-8, or rename it, then try again.")});
    return *decoded;
}

QByteArray drawnSeed()
{
    return QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0');
}

ExitCode start(const QByteArrayList &words, const Streams &streams)
{
    const auto decoded = decodedWords(words);
    const auto folder = currentFolder();
    if (!decoded || !folder) {
        const Error &error = decoded ? folder.error() : decoded.error();
        streams.err << error.toString() << '\n';
        return error.problem.code == u"cli.encoding" ? WrongRequest : NotPossible;
    }
    const std::unique_ptr<Prompt> prompt = promptFor(*decoded, streams);
    const auto variables = environmentVariables();
    const UserFolders folders = userFolders();
    QString changed;
    const ExitCode code = run(*decoded,
                              {.streams = streams,
                               .workingDirectory = *folder,
                               .environment = variables,
                               .builtInTemplates = variables.value(u"WAYMARK_TEMPLATES"_s),
                               .configuration = folders.configuration,
                               .state = folders.state,
                               .clock = [] { return QDateTime::currentDateTimeUtc(); },
                               .seed = drawnSeed,
                               .prompt = prompt.get(),
                               .stop = stopOnInterruption(),
                               .changed = [&](const QString &what) { changed = what; },
                               .programFolder = QCoreApplication::applicationDirPath(),
                               .become = becomeProgram,
                               .data = folders.data});
    if (const auto fault = outputFault(streams.out)) {
        streams.err << text("waymark: the output could not be written: %1").arg(*fault) << '\n';
        if (changed.isEmpty())
            return NotPossible;
        streams.err << text("What was asked for is done all the same: %1").arg(printable(changed))
                    << '\n';
    }
    return code;
}

} // namespace waymark::cli
