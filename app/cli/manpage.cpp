#include "app/cli/manpage.h"

#include "app/cli/help.h"
#include "app/cli/option.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

/// `text` so that troff prints it as it stands.
QString escaped(QString text)
{
    text.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    if (text.startsWith(u'.') || text.startsWith(u'\''))
        text.prepend(u"\\&"_s);
    return text;
}

QString optionEntry(const Option &option)
{
    QString entry = u".TP\n\\fB"_s + escaped(option.name) + u"\\fR"_s;
    if (!option.value.isEmpty())
        entry += u" \\fI"_s + escaped(option.value) + u"\\fR"_s;
    return entry + u'\n' + escaped(helpOf(option)) + u'\n';
}

QString section(const QString &title)
{
    return u".SH "_s + title + u'\n';
}

QString commandEntry(const Command &command)
{
    const QString summary = command.summary.first(1).toUpper() + command.summary.sliced(1) + u'.';
    QString entry = u".SS "_s + escaped(usage(command)) + u'\n' + escaped(summary) + u'\n';
    if (!command.description.isEmpty())
        entry += escaped(command.description) + u'\n';
    for (const Positional &positional : command.positionals)
        entry += u".TP\n\\fI"_s + escaped(positional.name) + u"\\fR\n"_s + escaped(positional.help)
            + u'\n';
    for (const Option &option : command.options)
        entry += optionEntry(option);
    return entry;
}

QString exitStatus()
{
    const std::pair<const char16_t *, QString> codes[] = {
        {u"0", QCoreApplication::translate("cli", "Done, and nothing to report.")},
        {u"1",
         QCoreApplication::translate("cli",
                                     "Done, and there is something to see: a plan with problems; "
                                     "or a template error, nothing having been written.")},
        {u"2",
         QCoreApplication::translate(
             "cli",
             "The request was wrong: usage, a bad or missing answer, no such "
             "template, a destination that is not empty.")},
        {u"3",
         QCoreApplication::translate("cli",
                                     "It could not be done: unreadable file, I/O, git; nothing was "
                                     "changed.")},
        {u"129, 130, 143",
         QCoreApplication::translate("cli",
                                     "A hangup, Ctrl+C or SIGTERM stopped it; nothing was "
                                     "changed. A second one ends it at once: what was being "
                                     "written is put right when waymark looks there again.")},
    };
    QString list;
    for (const auto &[code, meaning] : codes)
        list += u".TP\n\\fB"_s + QString::fromUtf16(code) + u"\\fR\n"_s + escaped(meaning) + u'\n';
    return list;
}

QString fileEntry(const QString &path, const QString &about)
{
    return u".TP\n\\fI"_s + escaped(path) + u"\\fR\n"_s + escaped(about) + u'\n';
}

QString files()
{
    return fileEntry(u"$XDG_CONFIG_HOME/waymark/sources.yaml"_s,
                     QCoreApplication::translate("cli",
                                                 "The sources added with waymark source add. "
                                                 "XDG_CONFIG_HOME is ~/.config where it is not "
                                                 "set."))
        + fileEntry(u"$XDG_DATA_HOME/waymark/drafts/"_s,
                    QCoreApplication::translate("cli",
                                                "What is begun in the window and not made yet, "
                                                "without secrets. XDG_DATA_HOME is "
                                                "~/.local/share where it is not set."))
        + fileEntry(u"$XDG_STATE_HOME/waymark/"_s,
                    QCoreApplication::translate("cli",
                                                "Journals and undo notes of services without a "
                                                "repository. XDG_STATE_HOME is ~/.local/state "
                                                "where it is not set."))
        + fileEntry(u".waymark.yaml"_s,
                    QCoreApplication::translate("cli",
                                                "The service record: which template, with which "
                                                "answers, made the service."));
}

} // namespace

QByteArray manualPage()
{
    QString page = u".TH WAYMARK 1 \"\" \"Waymark "_s + QCoreApplication::applicationVersion()
        + u"\" \"\"\n"_s;
    page += section(u"NAME"_s) + u"waymark \\- "_s
        + escaped(QCoreApplication::translate("cli", "create services from golden-path templates"))
        + u'\n';
    page += section(u"SYNOPSIS"_s) + u"\\fBwaymark\\fR [\\fICOMMAND\\fR [\\fIARGUMENTS\\fR]]\n"_s;
    page += section(u"DESCRIPTION"_s)
        + escaped(QCoreApplication::translate(
            "cli",
            "Waymark plans every file of a service, shows and checks them, "
            "and writes and commits them only when you say so. Nothing that "
            "a template holds is ever executed unasked. Without a command it opens the "
            "window."))
        + u'\n';
    page += section(u"COMMANDS"_s);
    for (const Command &command : commands())
        page += commandEntry(command);
    page += section(u"COMMON OPTIONS"_s);
    for (const Option &option : commonOptions())
        page += optionEntry(option);
    page += section(u"EXIT STATUS"_s) + exitStatus();
    page += section(u"FILES"_s) + files();
    return page.toUtf8();
}

} // namespace waymark::cli
