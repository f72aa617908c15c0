#pragma once

#include "app/cli/surroundings.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace waymark::cli {

class Arguments;

/// What a shell offers for a value.
enum class Takes : quint8 { Nothing, Text, File, Folder, Template, Command, OneOf };

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

/// One command: its help, man page, completion and parser are all made from this.
struct Command
{
    QString name;
    QString summary; ///< One line, no full stop.
    QString description = {};
    QList<Positional> positionals = {};
    QList<Option> options = {};
    ExitCode (*run)(const Arguments &, const Surroundings &) = nullptr;
};

/// All commands, in the order in which help lists them.
[[nodiscard]] const QList<Command> &commands();
/// The options that every command has.
[[nodiscard]] const QList<Option> &commonOptions();
/// The options of `command`, then the common ones.
[[nodiscard]] QList<Option> allOptions(const Command &command);

} // namespace waymark::cli
