#include "app/cli/interruption.h"
#include "app/cli/startup.h"
#include "models/git/library.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <unistd.h>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace waymark;

int main(int argc, char *argv[])
{
    const QByteArrayList words(argv + std::min(argc, 1), argv + argc);
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
    const cli::ExitCode code = cli::start(words,
                                          {in, outText, errText, isatty(STDIN_FILENO) == 1,
                                           isatty(STDOUT_FILENO) == 1, isatty(STDERR_FILENO) == 1});
    return cli::interruptedBy() != 0 && code != cli::Done ? 128 + cli::interruptedBy() : code;
}
