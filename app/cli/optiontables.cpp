#include "app/cli/optiontables.h"

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
        flag(u"--keep-trailing-newline"_s, "Keep the newline at the end (jinja2)."),
        oneOf(u"--newline-sequence"_s, {u"lf"_s, u"crlf"_s, u"cr"_s}, "How lines end (jinja2)."),
        value(u"--line-statement-prefix"_s, u"P"_s, "What starts a line statement (jinja2)."),
        value(u"--line-comment-prefix"_s, u"P"_s, "What starts a line comment (jinja2)."),
        flag(u"--autoescape"_s, "Escape HTML in what is printed."),
        oneOf(u"--undefined"_s, {u"lenient"_s, u"strict"_s, u"chainable"_s, u"debug"_s},
              "What an unknown name does; nunjucks knows lenient and strict."),
        value(u"--delimiters"_s,
              u"BLOCK_START,BLOCK_END,VAR_START,VAR_END,COMMENT_START,COMMENT_END"_s,
              "What tags are written in."),
        several(u"--extension"_s, u"NAME"_s,
                "Switch on an extension, by the name Jinja2 templates use (jinja2)."),
        oneOf(u"--sandbox"_s, {u"on"_s, u"immutable"_s},
              "immutable: lists and maps cannot be changed either (jinja2)."),
    };
}

} // namespace

Option jsonOption()
{
    return flag(u"--json"_s, "Print a JSON document whose schema ships with Waymark.");
}

QList<Option> answerOptions()
{
    return {
        value(u"--answers"_s, u"FILE"_s,
              "Take answers from FILE, YAML or JSON, or the .waymark.yaml of another service; - is "
              "standard input.",
              Takes::File),
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
        several(u"--accept-secret"_s, u"PATH"_s,
                "Commit the file PATH, as the plan names it, although it holds a secret."),
        several(u"--golden"_s, u"PATH"_s,
                "Use the golden PATH, as the plan names it, instead of a README.md, LICENSE or "
                ".gitignore that is there; else yours is kept."),
        several(u"--decline"_s, u"PATH"_s,
                "Leave the file PATH, as the plan names it, out; the service record says so."),
    };
}

QList<Option> newOptions()
{
    return {value(u"--expect-plan"_s, u"HASH"_s,
                  "Apply only the plan with this hash, as “waymark plan” printed it."),
            oneOf(u"--run-hooks"_s, {u"sandboxed"_s, u"unsandboxed"_s},
                  "Run the template's hooks and tasks on the result before it is written, in a "
                  "sandbox without network, or as you. At a terminal they are shown, and you are "
                  "asked; else --expect-plan says that you agree to those of that plan."),
            flag(u"--dry-run"_s, "Stop before anything is written or run."), jsonOption()};
}

QList<Option> planOptions()
{
    return {flag(u"--patch"_s, "Print the plan as a git patch."), jsonOption()};
}

QList<Option> sourceOptions()
{
    return {value(u"--name"_s, u"NAME"_s,
                  "What to call the source that is added; else the folder's name."),
            jsonOption()};
}

QList<Option> renderOptions()
{
    return QList<Option>{value(u"--data"_s, u"FILE"_s,
                               "Take the names it can use from FILE, JSON or YAML; - is standard "
                               "input.",
                               Takes::File)}
    + languageOptions()
        + QList<Option>{value(u"--now"_s, u"RFC3339"_s, "The time that the template sees."),
                        value(u"--seed"_s, u"HEX"_s, "The seed of every random function.")};
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

QList<Option> commonOptions(const Command &command)
{
    return command.isPlain ? QList<Option>{commonOptions().constLast()} : commonOptions();
}

QList<Option> allOptions(const Command &command)
{
    return command.options + commonOptions(command);
}

} // namespace waymark::cli
