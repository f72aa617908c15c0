#include "app/cli/shellscripts.h"

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString fishQuoted(QString text)
{
    return u'\'' + text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

QString fishOffer(Takes takes, const QStringList &choices)
{
    switch (takes) {
    case Takes::Nothing:
        return {};
    case Takes::Text:
        return u" -x"_s;
    case Takes::File:
        return u" -r -F"_s;
    case Takes::Folder:
        return u" -x -a '(__fish_complete_directories)'"_s;
    case Takes::Template:
        return u" -x -a '(__waymark_templates) (__fish_complete_directories)'"_s;
    case Takes::Source:
        return u" -x -a '(__waymark_sources)'"_s;
    case Takes::Draft:
        return u" -x -a '(__waymark_drafts)'"_s;
    case Takes::Command:
        return fishOffer(Takes::OneOf, commandNames());
    case Takes::OneOf:
        return u" -x -a "_s + fishQuoted(choices.join(u' '));
    }
    Q_UNREACHABLE_RETURN({});
}

QString fishCommand(const Command &command)
{
    QString lines = u"complete -c waymark -n __fish_use_subcommand -f -a %1 -d %2\n"_s.arg(
        command.name, fishQuoted(command.summary));
    const QString when
        = u"complete -c waymark -n '__fish_seen_subcommand_from "_s + command.name + u"'"_s;
    for (const Option &option : allOptions(command)) {
        lines += when + u" -l "_s + option.name.sliced(2) + fishOffer(option.takes, option.choices)
            + u" -d "_s + fishQuoted(option.help) + u'\n';
    }
    for (qsizetype i = 0; i < command.positionals.size(); ++i) {
        const Positional &place = command.positionals.at(i);
        const QString there
            = u"complete -c waymark -n '__waymark_at %1 %2'"_s.arg(command.name).arg(i);
        if (place.takes == Takes::File)
            lines += there + u" -F\n"_s;
        else if (place.takes != Takes::Text)
            lines += there + u" -f"_s
                + fishOffer(place.takes, place.choices).replace(u" -x"_s, QString()) + u'\n';
    }
    return lines;
}

/// Whether the word that is typed is the positional PLACE (from 0) of COMMAND.
QString fishPlaceFunction()
{
    return u"function __waymark_at -a command place\n"
           "  set -l words (commandline -opc)\n"
           "  test (count $words) -ge 2 -a \"$words[2]\" = $command; or return 1\n"
           "  set -e words[1..2]\n"
           "  set -l seen 0\n"
           "  set -l is_value 0\n"
           "  for word in $words\n"
           "    if test $is_value = 1\n"
           "      set is_value 0\n"
           "    else if contains -- $word %1\n"
           "      set is_value 1\n"
           "    else if not string match -q -- '-*' $word\n"
           "      set seen (math $seen + 1)\n"
           "    end\n"
           "  end\n"
           "  test $seen = $place\n"
           "end\n"_s.arg(namesOfTakers().join(u' '));
}

} // namespace

QByteArray fishScript()
{
    QString script = u"# fish completion for waymark\nfunction __waymark_templates\n  "_s
        + templateIds() + u"\nend\nfunction __waymark_drafts\n  "_s + draftIds()
        + u"\nend\nfunction __waymark_sources\n"
          "  if contains remove (commandline -opc)\n    "_s
        + sourceNames() + u"\n  else\n    __fish_complete_directories\n  end\nend\n"_s
        + fishPlaceFunction();
    for (const Command &command : commands())
        script += fishCommand(command);
    return script.toUtf8();
}

} // namespace waymark::cli
