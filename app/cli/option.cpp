#include "app/cli/option.h"

#include "app/cli/conflicts.h"
#include "app/cli/draftcommand.h"
#include "app/cli/helpcommands.h"
#include "app/cli/listcommand.h"
#include "app/cli/newcommand.h"
#include "app/cli/optiontables.h"
#include "app/cli/plancommand.h"
#include "app/cli/rendercommand.h"
#include "app/cli/showcommand.h"
#include "app/cli/sourcecommand.h"
#include "app/cli/undocommand.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

Positional templateName()
{
    return {.name = u"TEMPLATE"_s,
            .help
            = text("an id of the catalog (see waymark list), or a folder, written with a slash"),
            .takes = Takes::Template};
}

Positional destination()
{
    return {
        .name = u"DEST"_s,
        .help
        = text("the folder to make: absent, empty, a fresh clone, or a folder inside a repository"),
        .takes = Takes::Folder};
}

Command listCommand()
{
    return {.name = u"list"_s,
            .summary = text("list the templates of the catalog"),
            .options = {jsonOption()},
            .document = u"list"_s,
            .run = runList};
}

Command showCommand()
{
    return {.name = u"show"_s,
            .summary
            = text("show one template: what it asks, its documentation, the files it makes"),
            .positionals = {templateName()},
            .options = {jsonOption()},
            .document = u"show"_s,
            .run = runShow};
}

Command newCommand()
{
    return {.name = u"new"_s,
            .summary = text("create a service from a template and commit it"),
            .description = text(
                "Plans every file, checks them, then writes them all or none and commits them. "
                "On a terminal it asks what is missing, and before it writes; elsewhere a missing "
                "answer is an error."),
            .positionals = {templateName(), destination()},
            .options = answerOptions() + outcomeOptions() + newOptions(),
            .conflicts = conflictsOfOutcome(),
            .document = u"new"_s,
            .run = runNew};
}

Command planCommand()
{
    return {.name = u"plan"_s,
            .summary = text("show what “new” would do; write nothing"),
            .description
            = text("On a terminal it asks what is missing, as “new” does. It takes the "
                   "options of “new”, without --dry-run, --expect-plan and --run-hooks, and "
                   "besides them --patch. It runs nothing: hooks are shown in full. Exit code 1 "
                   "says that the plan has problems."),
            .positionals = {templateName(), destination()},
            .options = answerOptions() + outcomeOptions() + planOptions(),
            .conflicts = conflictsOfOutcome() + conflictsOfPlan(),
            .document = u"plan"_s,
            .run = runPlan};
}

Command undoCommand()
{
    return {.name = u"undo"_s,
            .summary = text("take the last apply back"),
            .description
            = text("As long as files and HEAD are what it left; else it is refused, by file."),
            .positionals = {{.name = u"REPO"_s,
                             .help = text("the service's folder; else the current one"),
                             .takes = Takes::Folder,
                             .isOptional = true}},
            .options = {jsonOption()},
            .document = u"undo"_s,
            .run = runUndo};
}

Command sourceCommand()
{
    return {.name = u"source"_s,
            .summary = text("add, remove or list the places that templates come from"),
            .positionals = {{.name = u"ACTION"_s,
                             .help = text("add, remove or list"),
                             .takes = Takes::OneOf,
                             .choices = {u"add"_s, u"remove"_s, u"list"_s}},
                            {.name = u"FOLDER"_s,
                             .help = text("a folder of templates; to remove, its name will do"),
                             .takes = Takes::Source,
                             .isOptional = true}},
            .options = sourceOptions(),
            .conflicts = conflictsOfSource(),
            .document = u"sources"_s,
            .run = runSource};
}

Command draftCommand()
{
    return {.name = u"draft"_s,
            .summary = text("list, show or remove services that are begun and not made"),
            .description
            = text("The window keeps them as they are typed, without secrets. One that is open "
                   "there is not removed."),
            .positionals = {{.name = u"ACTION"_s,
                             .help = text("list, show or remove"),
                             .takes = Takes::OneOf,
                             .choices = {u"list"_s, u"show"_s, u"remove"_s}},
                            {.name = u"DRAFT"_s,
                             .help = text("its id, as “waymark draft list” shows it, or its name"),
                             .takes = Takes::Draft,
                             .isOptional = true}},
            .options = {jsonOption()},
            .conflicts = conflictsOfDraft(),
            .document = u"drafts"_s,
            .run = runDraft};
}

Command renderCommand()
{
    return {.name = u"render"_s,
            .summary = text("render one file of the template language"),
            .positionals = {{.name = u"FILE"_s,
                             .help = text("the file to render; - is standard input"),
                             .takes = Takes::File}},
            .options = renderOptions(),
            .conflicts = conflictsOfRender(),
            .run = runRender};
}

Command completionCommand()
{
    return {.name = u"completion"_s,
            .summary = text("print the completion script of a shell"),
            .positionals = {{.name = u"SHELL"_s,
                             .help = text("bash, zsh or fish"),
                             .takes = Takes::OneOf,
                             .choices = {u"bash"_s, u"zsh"_s, u"fish"_s}}},
            .isPlain = true,
            .run = runCompletion};
}

QList<Command> makeCommands()
{
    return {
        listCommand(),
        showCommand(),
        newCommand(),
        planCommand(),
        undoCommand(),
        sourceCommand(),
        draftCommand(),
        renderCommand(),
        completionCommand(),
        {.name = u"man"_s,
         .summary = text("print the manual page, in troff"),
         .isPlain = true,
         .run = runMan},
        {.name = u"help"_s,
         .summary = text("show this help, or that of one command"),
         .positionals = {{.name = u"COMMAND"_s,
                          .help = text("the command"),
                          .takes = Takes::Command,
                          .isOptional = true}},
         .isPlain = true,
         .run = runHelp},
    };
}

} // namespace

const QList<Command> &commands()
{
    static const QList<Command> table = makeCommands();
    return table;
}

QStringList commandNames()
{
    QStringList names;
    for (const Command &command : commands())
        names += command.name;
    return names;
}

QStringList namesOf(const QList<Option> &options)
{
    QStringList names;
    for (const Option &option : options)
        names += option.name;
    return names;
}

} // namespace waymark::cli
