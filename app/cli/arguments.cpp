#include "app/cli/arguments.h"

#include "app/cli/conflicts.h"
#include "models/base/closest.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

std::unexpected<Error> wrong(const Command &command, const QString &message,
                             const QString &hint = {})
{
    const QString help = text("See: waymark help %1").arg(command.name);
    return failure({.code = u"cli.usage"_s,
                    .message = message,
                    .hint = hint.isEmpty() ? help : hint + u' ' + help});
}

Result<> checkChoice(const Command &command, const QString &what, const QStringList &choices,
                     const QString &value)
{
    if (choices.isEmpty() || choices.contains(value))
        return {};
    return wrong(command,
                 text("%1 is one of %2, not “%3”.").arg(what, choices.join(u", "_s), value),
                 didYouMean(value, choices));
}

Result<> checkPositionals(const Command &command, const QStringList &given)
{
    if (given.size() > command.positionals.size()) {
        return wrong(command,
                     text("“%1” is one word too many for “waymark %2”.")
                         .arg(given.at(command.positionals.size()), command.name));
    }
    for (qsizetype i = 0; i < command.positionals.size(); ++i) {
        const Positional &expected = command.positionals.at(i);
        if (i >= given.size() && !expected.isOptional)
            return wrong(command,
                         text("%1 is missing. It is %2.").arg(expected.name, expected.help));
        if (i >= given.size())
            continue;
        if (given.at(i).isEmpty())
            return wrong(command, text("%1 is empty. It is %2.").arg(expected.name, expected.help),
                         text("Was it a variable of the shell that is not set?"));
        if (auto good = checkChoice(command, expected.name, expected.choices, given.at(i)); !good)
            return good;
    }
    return {};
}

} // namespace

Result<Arguments> Arguments::parse(const Command &command, const QStringList &words)
{
    Arguments arguments;
    bool optionsEnded = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (optionsEnded || !word.startsWith(u'-') || word == u"-") {
            arguments.m_positionals += word;
        } else if (word == u"--") {
            optionsEnded = true;
        } else if (const auto last = arguments.takeOption(command, words, i)) {
            i = *last;
        } else {
            return std::unexpected(last.error());
        }
    }
    if (arguments.has(u"--help"_s))
        return arguments;
    if (const auto good = checkPositionals(command, arguments.m_positionals); !good)
        return std::unexpected(good.error());
    if (const auto good = checkConflicts(command, arguments); !good)
        return std::unexpected(good.error());
    return arguments;
}

Result<qsizetype> Arguments::takeOption(const Command &command, const QStringList &words,
                                        qsizetype at)
{
    const QString &word = words.at(at);
    const qsizetype equals = word.indexOf(u'=');
    const QString name
        = word == u"-h" ? u"--help"_s : word.first(equals < 0 ? word.size() : equals);
    const QList<Option> options = allOptions(command);
    const auto option = std::ranges::find(options, name, &Option::name);
    if (option == options.end()) {
        return wrong(command, text("“waymark %1” has no option %2.").arg(command.name, name),
                     didYouMean(name, namesOf(options)));
    }
    if (has(name) && !option->isRepeatable)
        return wrong(command, text("%1 is given twice.").arg(name));
    if (option->takes == Takes::Nothing) {
        if (equals >= 0)
            return wrong(command, text("%1 takes no value.").arg(name));
        m_values[name] += QString();
        return at;
    }
    const bool isNext = equals < 0;
    if (isNext && at + 1 >= words.size())
        return wrong(command, text("%1 needs a value: %1 %2").arg(name, option->value));
    const QString value = isNext ? words.at(at + 1) : word.sliced(equals + 1);
    if (value.isEmpty())
        return wrong(command, text("%1 needs a value: %1 %2").arg(name, option->value));
    if (auto good = checkChoice(command, name, option->choices, value); !good)
        return std::unexpected(good.error());
    m_values[name] += value;
    return isNext ? at + 1 : at;
}

QString Arguments::value(const QString &option, const QString &fallback) const
{
    const auto found = m_values.constFind(option);
    return found == m_values.cend() ? fallback : found->constLast();
}

} // namespace waymark::cli
