#include "app/cli/interruption.h"
#include "app/cli/startup.h"
#include "app/cli/waitinginput.h"
#include "models/git/library.h"
#include "models/process/userfolders.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace waymark;

int main(int argc, char *argv[])
{
    if (::fcntl(STDIN_FILENO, F_GETFD) < 0) // closed: what is opened next would be read as it
        std::ignore = ::open("/dev/null", O_RDONLY);
    const QByteArrayList words(argv + std::min(argc, 1), argv + argc);
    const QCoreApplication app(argc, argv);
    ensureHome();
    const git::Library git;
    QCoreApplication::setApplicationName(u"waymark"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(WAYMARK_VERSION));
    cli::WaitingInput in(STDIN_FILENO);
    QFile out;
    QFile err;
    if (!out.open(stdout, QIODevice::WriteOnly) || !err.open(stderr, QIODevice::WriteOnly))
        return cli::NotPossible;
    QTextStream outText(&out);
    QTextStream errText(&err);
    const cli::ExitCode code = cli::start(words,
                                          {in, outText, errText, isatty(STDIN_FILENO) == 1,
                                           isatty(STDOUT_FILENO) == 1, isatty(STDERR_FILENO) == 1});
    return cli::interruptedBy() != 0 && code != cli::Done ? 128 + cli::interruptedBy() : code;
}
