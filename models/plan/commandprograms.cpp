#include "models/plan/commandprograms.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/process/sandbox.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Commands");

/// What the first line of `script` names: an interpreter, and what "env" is to look for.
QStringList interpretersOf(const QByteArray &script)
{
    if (!script.startsWith("#!"))
        return {};
    const QStringList words
        = displayed(script.sliced(2, std::max<qsizetype>(script.indexOf('\n'), 2) - 2))
              .simplified()
              .split(u' ', Qt::SkipEmptyParts);
    QStringList programs = words.first(std::min<qsizetype>(1, words.size()));
    if (!words.value(0).endsWith(u"/env"))
        return programs;
    const auto named = std::find_if(words.cbegin() + 1, words.cend(), [](const QString &word) {
        return !word.startsWith(u'-') && !word.contains(u'=');
    });
    if (named != words.cend())
        programs += *named;
    return programs;
}

QStringList programsOf(const TemplateCommand &command)
{
    if (!command.words.isEmpty())
        return command.words.first(1);
    return interpretersOf(command.script);
}

/// Where a program is that is named without a folder.
QStringList searchPath(bool isSandboxed)
{
    return isSandboxed ? sandboxPath() : qEnvironmentVariable("PATH").split(QDir::listSeparator());
}

bool isThere(const QString &program, bool isSandboxed)
{
    if (program.isEmpty())
        return true; // which is told when it is started
    if (!program.contains(u'/')) {
        const QStringList path = searchPath(isSandboxed);
        return std::ranges::any_of(path, [&](const QString &folder) {
            const QString found = QStandardPaths::findExecutable(program, {folder});
            return !found.isEmpty() && (!isSandboxed || isSeenInSandbox(found));
        });
    }
    const QFileInfo file(program);
    if (!file.isAbsolute() || (isSandboxed && !isOfSystem(program)))
        return true;
    return file.isExecutable() && (!isSandboxed || isSeenInSandbox(program));
}

} // namespace

Result<> checkProgram(const TemplateCommand &command, bool isSandboxed)
{
    for (const QString &program : programsOf(command)) {
        if (isThere(program, isSandboxed))
            continue;
        const bool isOutside = isSandboxed && isThere(program, false);
        return failure(
            {.code = u"process.not-found"_s,
             .message = isOutside
                 ? translated("“%1” needs the program “%2”, which the sandbox does not see: it is "
                              "none of the system's.")
                       .arg(command.name, program)
                 : translated("“%1” needs the program “%2”, which is not installed.")
                       .arg(command.name, program),
             .hint = isOutside
                 ? translated("Install it with the system's packages. Or let the hooks run as you, "
                              "with all that you may do: --run-hooks=unsandboxed")
                 : translated("Install it, or make the service without --run-hooks.")});
    }
    return {};
}

} // namespace waymark
