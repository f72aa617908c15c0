#include "app/cli/help.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

constexpr int pageWidth = 96;

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// "  --set NAME=VALUE   Answer NAME. …", the help behind column `column`.
QString entry(const QString &left, const QString &right, int column)
{
    QString line = u"  "_s + left;
    if (line.size() + 2 > column)
        line += u'\n' + QString(column, u' ');
    else
        line += QString(column - line.size(), u' ');
    return line + wrapped(right, pageWidth - column, column) + u'\n';
}

QString optionLabel(const Option &option)
{
    return option.value.isEmpty() ? option.name : option.name + u' ' + option.value;
}

QString optionList(const QString &title, const QList<Option> &options)
{
    if (options.isEmpty())
        return {};
    QString list = u'\n' + title + u'\n';
    for (const Option &option : options)
        list += entry(optionLabel(option), helpOf(option), 32);
    return list;
}

} // namespace

QString wrapped(const QString &text, int width, int indent)
{
    QString result;
    qsizetype length = 0;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (length > 0 && length + 1 + word.size() > width) {
            result += u'\n' + QString(indent, u' ');
            length = 0;
        } else if (length > 0) {
            result += u' ';
            ++length;
        }
        result += word;
        length += word.size();
    }
    return result;
}

QString helpOf(const Option &option)
{
    return option.isRepeatable ? option.help + u' ' + text("Can be repeated.") : option.help;
}

QString usage(const Command &command)
{
    QString line = u"waymark "_s + command.name;
    for (const Positional &positional : command.positionals) {
        const QString name
            = positional.choices.isEmpty() ? positional.name : positional.choices.join(u'|');
        line += positional.isOptional ? u" ["_s + name + u']' : u' ' + name;
    }
    return command.options.isEmpty() ? line : line + u" [OPTIONS]"_s;
}

QString generalHelp()
{
    QString help = text("Waymark creates services from golden-path templates: it plans every file, "
                        "shows and checks "
                        "them, and writes and commits them only when you say so.");
    help = wrapped(help, pageWidth, 0) + u"\n\n"_s + text("Usage: waymark COMMAND [ARGUMENTS]")
        + u"\n\n"_s + text("Commands") + u'\n';
    for (const Command &command : commands())
        help += entry(command.name, command.summary, 16);
    help += u'\n' + text("Start with") + u'\n';
    const int width = 52;
    help += entry(u"waymark list"_s, text("the templates there are"), width);
    help += entry(u"waymark show go-service"_s, text("what one asks and makes"), width);
    help += entry(u"waymark plan go-service ../orders --defaults"_s,
                  text("see every file; nothing is written"), width);
    help += entry(u"waymark new go-service ../orders"_s, text("make it"), width);
    const QString more = text("“waymark help COMMAND” shows the options of a command, “waymark "
                              "--version” the version; “waymark” alone opens the window.");
    return help + u'\n' + wrapped(more, pageWidth, 0) + u'\n';
}

QString commandHelp(const Command &command)
{
    QString help = text("Usage: %1").arg(usage(command)) + u"\n\n"_s;
    const QString summary = command.summary.first(1).toUpper() + command.summary.sliced(1) + u'.';
    help += wrapped(command.description.isEmpty() ? summary : summary + u' ' + command.description,
                    pageWidth, 0)
        + u'\n';
    if (!command.positionals.isEmpty())
        help += u'\n';
    for (const Positional &positional : command.positionals)
        help += entry(positional.name, positional.help, 32);
    return help + optionList(text("Options"), command.options)
        + optionList(text("Options of every command"), commonOptions(command));
}

} // namespace waymark::cli
