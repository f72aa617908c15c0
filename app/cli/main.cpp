#include "app/cli/commandline.h"
#include "app/cli/interruption.h"
#include "app/cli/linereader.h"
#include "models/git/library.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcessEnvironment>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTextStream>

#include <unistd.h>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

QByteArray drawnSeed()
{
    return QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0');
}

QHash<QString, QString> environment()
{
    QHash<QString, QString> variables;
    const auto system = QProcessEnvironment::systemEnvironment();
    for (const QString &name : system.keys())
        variables.insert(name, system.value(name));
    return variables;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const git::Library git;
    QCoreApplication::setApplicationName(u"waymark"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(WAYMARK_VERSION));
    QFile in;
    QFile out;
    QFile err;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly)
        || !err.open(stderr, QIODevice::WriteOnly))
        return cli::NotPossible;
    QTextStream outText(&out);
    QTextStream errText(&err);
    const bool isInteractive = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
    const std::unique_ptr<cli::Prompt> prompt = isInteractive ? cli::terminalPrompt() : nullptr;
    const auto variables = environment();
    const cli::Surroundings surroundings{
        .streams = {in, outText, errText, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1,
                    isatty(STDERR_FILENO) == 1},
        .workingDirectory = QDir::currentPath(),
        .environment = variables,
        .builtInTemplates = variables.value(u"WAYMARK_TEMPLATES"_s),
        .configuration
        = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/waymark"_s,
        .state
        = QStandardPaths::writableLocation(QStandardPaths::GenericStateLocation) + u"/waymark"_s,
        .clock = [] { return QDateTime::currentDateTimeUtc(); },
        .seed = drawnSeed,
        .prompt = prompt.get(),
        .stop = cli::stopOnInterruption()};
    const cli::ExitCode code = cli::run(QCoreApplication::arguments().sliced(1), surroundings);
    outText.flush();
    if (outText.status() != QTextStream::Ok || !out.flush() || out.error() != QFile::NoError) {
        errText << QCoreApplication::translate("cli",
                                               "waymark: the output could not be written: %1")
                       .arg(out.errorString())
                << '\n';
        return cli::NotPossible;
    }
    return cli::interruptedBy() != 0 && code != cli::Done ? 128 + cli::interruptedBy() : code;
}
