#include "app/cli/commandline.h"

#include "app/cli/arguments.h"
#include "app/cli/help.h"
#include "models/base/closest.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QStringList commandNames()
{
    QStringList names;
    for (const Command &command : commands())
        names += command.name;
    return names;
}

ExitCode refuse(const Error &error, QTextStream &err)
{
    err << error.toString() << '\n';
    return WrongRequest;
}

} // namespace

Result<const Command *> findCommand(const QString &name)
{
    const auto found = std::ranges::find(commands(), name, &Command::name);
    if (found != commands().cend())
        return &*found;
    const QString meant = didYouMean(name, commandNames());
    const QString help = QCoreApplication::translate("cli", "See: waymark help");
    return failure({.code = u"cli.unknown-command"_s,
                    .message = QCoreApplication::translate("cli", "“%1” is no command.").arg(name),
                    .hint = meant.isEmpty() ? help : meant + u' ' + help});
}

ExitCode run(const QStringList &words, const Surroundings &surroundings)
{
    const QString first = words.value(0, u"help"_s);
    if (first == u"--version") {
        surroundings.streams.out << "waymark " << QCoreApplication::applicationVersion() << '\n';
        return Done;
    }
    if (first == u"--help" || first == u"-h") {
        surroundings.streams.out << generalHelp();
        return Done;
    }
    const auto command = findCommand(first);
    if (!command)
        return refuse(command.error(), surroundings.streams.err);
    const auto arguments = Arguments::parse(**command, words.isEmpty() ? words : words.sliced(1));
    if (!arguments)
        return refuse(arguments.error(), surroundings.streams.err);
    if (arguments->has(u"--help"_s)) {
        surroundings.streams.out << commandHelp(**command);
        return Done;
    }
    return (*command)->run(*arguments, surroundings);
}

} // namespace waymark::cli
