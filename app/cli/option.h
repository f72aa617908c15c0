#pragma once

#include "app/cli/surroundings.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace waymark::cli {

class Arguments;
class Reporter;

/// What a shell offers for a value.
enum class Takes : quint8 { Nothing, Text, File, Folder, Template, Source, Draft, Command, OneOf };

struct Option
{
    QString name; ///< With its dashes.
    QString value = {}; ///< What it takes, as help shows it; empty: it is a switch.
    QString help = {};
    Takes takes = Takes::Nothing;
    QStringList choices = {}; ///< For Takes::OneOf.
    bool isRepeatable = false;
};

struct Positional
{
    QString name; ///< As help shows it.
    QString help;
    Takes takes = Takes::Text;
    QStringList choices = {};
    bool isOptional = false;
};

/// What cannot be asked for together, of which nothing would be heeded otherwise. Each part is an
/// option, an option with its value ("--dialect=jinja2"), the name of a positional, or that with
/// its value ("ACTION=list").
struct Conflict
{
    QStringList parts;
    QString why; ///< A clause, without full stop.
};

/// One command: its help, man page, completion and parser are all made from this.
struct Command
{
    QString name;
    QString summary; ///< One line, no full stop.
    QString description = {};
    QList<Positional> positionals = {};
    QList<Option> options = {};
    QList<Conflict> conflicts = {};
    QString document = {}; ///< What kind of document --json prints, as its schema is named.
    bool isPlain = false; ///< It takes no common option but --help.
    ExitCode (*run)(const Arguments &, const Surroundings &, Reporter &) = nullptr;
};

/// All commands, in the order in which help lists them.
[[nodiscard]] const QList<Command> &commands();
/// The options of every command that does something.
[[nodiscard]] const QList<Option> &commonOptions();
[[nodiscard]] QStringList commandNames();
[[nodiscard]] QStringList namesOf(const QList<Option> &options);
/// Those of the common options that `command` takes.
[[nodiscard]] QList<Option> commonOptions(const Command &command);
/// The options of `command`, then the common ones.
[[nodiscard]] QList<Option> allOptions(const Command &command);

} // namespace waymark::cli
