#include "app/cli/option.h"

#include "app/cli/helpcommands.h"
#include "app/cli/listcommand.h"
#include "app/cli/newcommand.h"
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

Option flag(const QString &name, const char *help)
{
    return {.name = name, .help = text(help)};
}

Option value(const QString &name, const QString &shown, const char *help, Takes takes = Takes::Text)
{
    return {.name = name, .value = shown, .help = text(help), .takes = takes};
}

Option several(const QString &name, const QString &shown, const char *help)
{
    return {.name = name,
            .value = shown,
            .help = text(help),
            .takes = Takes::Text,
            .isRepeatable = true};
}

Option oneOf(const QString &name, const QStringList &choices, const char *help)
{
    return {.name = name,
            .value = choices.join(u'|'),
            .help = text(help),
            .takes = Takes::OneOf,
            .choices = choices};
}

Option json()
{
    return flag(u"--json"_s, "Print a JSON document whose schema ships with Waymark.");
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

QList<Option> answerOptions()
{
    return {
        value(u"--answers"_s, u"FILE"_s, "Take answers from FILE, YAML or JSON.", Takes::File),
        several(u"--set"_s, u"NAME=VALUE"_s,
                "Answer NAME. Lists and maps are written as JSON; a dot leads into a map."),
        several(u"--secret"_s, u"NAME=env:VAR|file:PATH|-"_s,
                "Answer the secret NAME from a variable, a file, or standard input."),
        several(u"--reason"_s, u"NAME=TEXT"_s,
                "Why the answer NAME departs from its golden default; kept in the service record."),
        flag(u"--defaults"_s, "Ask nothing: take the default of everything that is not answered."),
        value(u"--now"_s, u"RFC3339"_s,
              "The time that the template sees. Else SOURCE_DATE_EPOCH, else the clock."),
        value(u"--seed"_s, u"HEX"_s, "The seed of every random function."),
    };
}

QList<Option> outcomeOptions()
{
    return {
        flag(u"--no-commit"_s, "Leave plain files: no repository is made, nothing is committed."),
        flag(u"--no-record"_s, "Write no service record (.waymark.yaml)."),
        value(u"--message"_s, u"TEXT"_s, "The commit's message."),
        value(u"--branch"_s, u"NAME"_s, "The branch to commit to, instead of the usual one."),
        flag(u"--sign-off"_s, "Add a Signed-off-by line to the commit."),
    };
}

Command newCommand()
{
    return {
        .name = u"new"_s,
        .summary = text("create a service from a template and commit it"),
        .description
        = text("Plans every file, checks them, then writes them all or none and commits them. "
               "What a terminal can be asked is asked; elsewhere a missing answer is an error."),
        .positionals = {templateName(), destination()},
        .options
        = answerOptions() + outcomeOptions()
            + QList<
                Option>{value(u"--expect-plan"_s, u"HASH"_s,
                              "Apply only the plan with this hash, as “waymark plan” printed it."),
                        flag(u"--dry-run"_s, "Stop before anything is written."), json()},
        .run = runNew};
}

Command planCommand()
{
    return {.name = u"plan"_s,
            .summary = text("show what “new” would do; write nothing"),
            .description
            = text("Takes the options of “new”. Exit code 1 says that the plan has problems."),
            .positionals = {templateName(), destination()},
            .options = answerOptions() + outcomeOptions()
                + QList<Option>{flag(u"--patch"_s, "Print the plan as a git patch."), json()},
            .run = runPlan};
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
                             .takes = Takes::Folder,
                             .isOptional = true}},
            .options = {value(u"--name"_s, u"NAME"_s,
                              "What to call the source that is added; else the folder's name."),
                        json()},
            .run = runSource};
}

QList<Option> languageOptions()
{
    return {
        oneOf(u"--dialect"_s, {u"jinja2"_s, u"nunjucks"_s},
              "The template language. Else by the file's surroundings, else jinja2."),
        oneOf(u"--jinja-compat"_s, {u"on"_s, u"off"_s},
              "Nunjucks with its Jinja compatibility, in {{ }}."),
        value(u"--templates"_s, u"DIR"_s, "Where include, import and extends look.", Takes::Folder),
        flag(u"--trim-blocks"_s, "Drop the newline behind a block."),
        flag(u"--lstrip-blocks"_s, "Drop the blanks before a block."),
        flag(u"--keep-trailing-newline"_s, "Keep the newline at the end."),
        oneOf(u"--newline-sequence"_s, {u"lf"_s, u"crlf"_s, u"cr"_s}, "How lines end."),
        value(u"--line-statement-prefix"_s, u"P"_s, "What starts a line statement."),
        value(u"--line-comment-prefix"_s, u"P"_s, "What starts a line comment."),
        flag(u"--autoescape"_s, "Escape HTML in what is printed."),
        oneOf(u"--undefined"_s, {u"lenient"_s, u"strict"_s, u"chainable"_s, u"debug"_s},
              "What an unknown name does."),
        value(u"--delimiters"_s,
              u"BLOCK_START,BLOCK_END,VAR_START,VAR_END,COMMENT_START,COMMENT_END"_s,
              "What tags are written in."),
        several(u"--extension"_s, u"NAME"_s,
                "Switch on an extension, by the name Jinja2 templates use."),
        oneOf(u"--sandbox"_s, {u"on"_s, u"immutable"_s},
              "immutable: lists and maps cannot be changed either."),
    };
}

Command renderCommand()
{
    return {.name = u"render"_s,
            .summary = text("render one file of the template language"),
            .positionals = {{.name = u"FILE"_s,
                             .help = text("the file to render; - is standard input"),
                             .takes = Takes::File}},
            .options = QList<Option>{value(u"--data"_s, u"CONTEXT"_s,
                                           "The names it can use, as JSON or YAML.", Takes::File)}
                + languageOptions()
                + QList<Option>{value(u"--now"_s, u"RFC3339"_s, "The time that the template sees."),
                                value(u"--seed"_s, u"HEX"_s, "The seed of every random function.")},
            .run = runRender};
}

QList<Command> makeCommands()
{
    return {
        {.name = u"list"_s,
         .summary = text("list the templates of the catalog"),
         .options = {json()},
         .run = runList},
        {.name = u"show"_s,
         .summary = text("show one template: what it asks, its documentation, the files it makes"),
         .positionals = {templateName()},
         .options = {json()},
         .run = runShow},
        newCommand(),
        planCommand(),
        {.name = u"undo"_s,
         .summary = text("take the last apply back"),
         .description
         = text("As long as files and HEAD are what it left; else it is refused, by file."),
         .positionals = {{.name = u"REPO"_s,
                          .help = text("the service's folder; else the current one"),
                          .takes = Takes::Folder,
                          .isOptional = true}},
         .options = {json()},
         .run = runUndo},
        sourceCommand(),
        renderCommand(),
        {.name = u"completion"_s,
         .summary = text("print the completion script of a shell"),
         .positionals = {{.name = u"SHELL"_s,
                          .help = text("bash, zsh or fish"),
                          .takes = Takes::OneOf,
                          .choices = {u"bash"_s, u"zsh"_s, u"fish"_s}}},
         .run = runCompletion},
        {.name = u"man"_s, .summary = text("print the manual page, in troff"), .run = runMan},
        {.name = u"help"_s,
         .summary = text("show this help, or that of one command"),
         .positionals = {{.name = u"COMMAND"_s,
                          .help = text("the command"),
                          .takes = Takes::Command,
                          .isOptional = true}},
         .run = runHelp},
    };
}

} // namespace

const QList<Command> &commands()
{
    static const QList<Command> table = makeCommands();
    return table;
}

const QList<Option> &commonOptions()
{
    static const QList<Option> table = {
        flag(u"--quiet"_s, "Print only what was asked for and problems."),
        flag(u"--verbose"_s, "Say more: every file, every step."),
        value(u"--log"_s, u"FILE"_s, "Append what was done to FILE.", Takes::File),
        flag(u"--no-color"_s, "Print without colour (NO_COLOR does the same)."),
        flag(u"--help"_s, "Show the help of the command."),
    };
    return table;
}

QList<Option> allOptions(const Command &command)
{
    return command.options + commonOptions();
}

} // namespace waymark::cli
