#include "app/cli/commandline.h"

#include "app/cli/arguments.h"
#include "app/cli/help.h"
#include "app/cli/reporter.h"
#include "models/base/closest.h"
#include "models/base/problemjson.h"

#include <QCoreApplication>
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

/// What was written behind the name of `command` cannot be read.
ExitCode refuse(const Command &command, const QStringList &words, const Error &error,
                const Surroundings &surroundings)
{
    Reporter reporter({}, surroundings);
    const ExitCode code = reporter.fail(error, WrongRequest);
    if (words.contains(u"--json"_s))
        finishDocument(command, reporter);
    return code;
}

ExitCode runCommand(const Command &command, const Arguments &arguments,
                    const Surroundings &surroundings)
{
    Reporter reporter(arguments, surroundings);
    reporter.log((QStringList{u"waymark"_s, command.name} + arguments.positionals()).join(u' '));
    const ExitCode code = reporter.logError() ? reporter.fail(*reporter.logError(), NotPossible)
                                              : command.run(arguments, surroundings, reporter);
    if (arguments.has(u"--json"_s))
        finishDocument(command, reporter);
    return code;
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
    if (name.startsWith(u'-'))
        return failure({.code = u"cli.unknown-command"_s,
                        .message = text("%1 stands before the command.").arg(name),
                        .hint = text("Options stand behind it: waymark COMMAND %1 …").arg(name)
                            + u' ' + help});
    const QString meant = didYouMean(name, commandNames());
    return failure({.code = u"cli.unknown-command"_s,
                    .message = text("“%1” is no command.").arg(name),
                    .hint = meant.isEmpty() ? help : meant + u' ' + help});
}

ExitCode run(const QStringList &words, const Surroundings &surroundings)
{
    const QString first = words.value(0, u"help"_s);
    if (first == u"--version")
        return printVersion(words, surroundings);
    const bool isHelp = first == u"--help" || first == u"-h";
    const auto command = findCommand(isHelp ? u"help"_s : first);
    if (!command)
        return Reporter({}, surroundings).fail(command.error(), WrongRequest);
    const QStringList rest = words.isEmpty() ? words : words.sliced(1);
    const auto arguments = Arguments::parse(**command, rest);
    if (!arguments)
        return refuse(**command, rest, arguments.error(), surroundings);
    if (arguments->has(u"--help"_s)) {
        surroundings.streams.out << commandHelp(**command);
        return Done;
    }
    return runCommand(**command, *arguments, surroundings);
}

} // namespace waymark::cli
