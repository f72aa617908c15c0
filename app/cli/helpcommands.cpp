#include "app/cli/helpcommands.h"

#include "app/cli/commandline.h"
#include "app/cli/completion.h"
#include "app/cli/help.h"
#include "app/cli/manpage.h"
#include "app/cli/reporter.h"

#include <QTextStream>

namespace waymark::cli {

ExitCode runHelp(const Arguments &arguments, const Surroundings &surroundings, Reporter &reporter)
{
    if (arguments.positionals().isEmpty()) {
        surroundings.streams.out << generalHelp();
        return Done;
    }
    const auto command = findCommand(arguments.positional(0));
    if (!command)
        return reporter.fail(command.error(), WrongRequest);
    surroundings.streams.out << commandHelp(**command);
    return Done;
}

ExitCode runCompletion(const Arguments &arguments, const Surroundings &surroundings, Reporter &)
{
    surroundings.streams.out << QString::fromUtf8(completionScript(arguments.positional(0)));
    return Done;
}

ExitCode runMan(const Arguments &, const Surroundings &surroundings, Reporter &)
{
    surroundings.streams.out << QString::fromUtf8(manualPage());
    return Done;
}

} // namespace waymark::cli
