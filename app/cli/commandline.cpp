#include "app/cli/commandline.h"

#include "app/cli/arguments.h"
#include "app/cli/help.h"
#include "app/cli/reporter.h"
#include "app/cli/window.h"
#include "models/base/closest.h"
#include "models/base/problemjson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// With --json there is always one document: where the command made none, what stood in its way.
void finishDocument(const Command &command, Reporter &reporter)
{
    if (!command.document.isEmpty() && !reporter.hasDocument())
        reporter.document(command.document, {{u"problems"_s, problemsToJson(reporter.problems())}});
}

/// What was written behind the name of `command` is wrong.
ExitCode refuse(const Command &command, bool isJson, const Error &error,
                const Surroundings &surroundings)
{
    Reporter reporter({}, surroundings);
    const ExitCode code = reporter.fail(error, WrongRequest);
    if (isJson)
        finishDocument(command, reporter);
    return code;
}

/// A log that would come to lie in the folder that the command is to make, to find empty, or to
/// find as an apply left it.
std::optional<Problem> misplacedLog(const Command &command, const Arguments &arguments,
                                    const Surroundings &surroundings)
{
    const QString log = arguments.value(u"--log"_s);
    const auto place = std::ranges::find_if(command.positionals, [](const Positional &positional) {
        return positional.name == u"DEST" || positional.name == u"REPO";
    });
    if (log.isEmpty() || place == command.positionals.cend())
        return std::nullopt;
    const auto folderOf = [&](const QString &path) {
        const QString whole
            = QDir::cleanPath(QDir(surroundings.workingDirectory).absoluteFilePath(path));
        const QString real = QFileInfo(whole).canonicalFilePath();
        return real.isEmpty() ? whole : real;
    };
    const QString given = arguments.positional(place - command.positionals.cbegin());
    const QString destination = folderOf(given.isEmpty() ? u"."_s : given);
    const QString folder = folderOf(QFileInfo(log).path());
    if (folder != destination && !folder.startsWith(destination + u'/'))
        return std::nullopt;
    return Problem{.code = u"cli.log"_s,
                   .message = text("The log would lie in the service's own folder."),
                   .file = log,
                   .hint = text("Name a file outside of %1.").arg(destination)};
}

ExitCode runCommand(const Command &command, const Arguments &arguments,
                    const Surroundings &surroundings)
{
    if (const auto problem = misplacedLog(command, arguments, surroundings))
        return refuse(command, arguments.has(u"--json"_s), Error{*problem}, surroundings);
    Reporter reporter(arguments, surroundings);
    reporter.log((QStringList{u"waymark"_s, command.name} + arguments.positionals()).join(u' '));
    const ExitCode code = reporter.logError() ? reporter.fail(*reporter.logError(), NotPossible)
                                              : command.run(arguments, surroundings, reporter);
    if (arguments.has(u"--json"_s))
        finishDocument(command, reporter);
    return code;
}

/// Whether some command takes `word` as an option.
bool isOption(const QString &word)
{
    return std::ranges::any_of(commands(), [&](const Command &command) {
        return namesOf(allOptions(command)).contains(word);
    });
}

ExitCode printVersion(const QStringList &words, const Surroundings &surroundings)
{
    if (words.size() > 1)
        return Reporter({}, surroundings)
            .fail(Error{{.code = u"cli.usage"_s,
                         .message = text("“%1” is one word too many.").arg(words.at(1)),
                         .hint = text("Write: waymark --version")}},
                  WrongRequest);
    surroundings.streams.out << "waymark " << QCoreApplication::applicationVersion() << '\n';
    return Done;
}

} // namespace

Result<const Command *> findCommand(const QString &name)
{
    const auto found = std::ranges::find(commands(), name, &Command::name);
    if (found != commands().cend())
        return &*found;
    const QString help = text("See: waymark help");
    if (QStringList{u"version"_s, u"-V"_s, u"-v"_s}.contains(name))
        return failure({.code = u"cli.unknown-command"_s,
                        .message = text("“%1” is no command.").arg(name),
                        .hint = text("Write: waymark --version")});
    if (isOption(name))
        return failure({.code = u"cli.unknown-command"_s,
                        .message = text("%1 stands before the command.").arg(name),
                        .hint = text("Options stand behind it: waymark COMMAND %1 …").arg(name)
                            + u' ' + help});
    const QStringList known
        = name.startsWith(u'-') ? QStringList{u"--help"_s, u"--version"_s} : commandNames();
    const QString meant = didYouMean(name, known);
    return failure({.code = u"cli.unknown-command"_s,
                    .message = text("“%1” is no command.").arg(name),
                    .hint = meant.isEmpty() ? help : meant + u' ' + help});
}

ExitCode run(const QStringList &words, const Surroundings &surroundings)
{
    if (words.isEmpty())
        return openWindow(surroundings);
    const QString &first = words.first();
    if (first == u"--version")
        return printVersion(words, surroundings);
    const bool isHelp = first == u"--help" || first == u"-h";
    const auto command = findCommand(isHelp ? u"help"_s : first);
    if (!command)
        return Reporter({}, surroundings).fail(command.error(), WrongRequest);
    const QStringList rest = words.sliced(1);
    const auto arguments = Arguments::parse(**command, rest);
    if (!arguments)
        return refuse(**command, rest.contains(u"--json"_s), arguments.error(), surroundings);
    if (arguments->has(u"--help"_s)) {
        surroundings.streams.out << commandHelp(**command);
        return Done;
    }
    return runCommand(**command, *arguments, surroundings);
}

} // namespace waymark::cli
