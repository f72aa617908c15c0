#include "app/cli/completion.h"

#include "app/cli/option.h"

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

/// Prints the ids of the catalog, one a line, with nothing but sed.
const QString templateIds
    = u"waymark list --json 2>/dev/null | sed -n 's/^ *\"id\": \"\\([^\"]*\\)\",\\{0,1\\}$/\\1/p'"_s;

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

QStringList namesOf(const QList<Option> &options)
{
    QStringList names;
    for (const Option &option : options)
        names += option.name;
    return names;
}

QStringList commandNames()
{
    QStringList names;
    for (const Command &command : commands())
        names += command.name;
    return names;
}

/// Every option that a value stands behind, of any command.
QStringList namesOfTakers()
{
    QStringList takers;
    for (const Command &command : commands()) {
        for (const Option &option : allOptions(command)) {
            if (option.takes != Takes::Nothing && !takers.contains(option.name))
                takers += option.name;
        }
    }
    return takers;
}

// ---- bash

QString bashOffer(Takes takes, const QStringList &choices)
{
    switch (takes) {
    case Takes::Nothing:
    case Takes::Text:
        return u"return"_s;
    case Takes::File:
        return u"compopt -o filenames; COMPREPLY=($(compgen -f -- \"$cur\")); return"_s;
    case Takes::Folder:
        return u"compopt -o filenames; COMPREPLY=($(compgen -d -- \"$cur\")); return"_s;
    case Takes::Template:
        return u"_waymark_offer_templates \"$cur\"; return"_s;
    case Takes::Command:
        return bashOffer(Takes::OneOf, commandNames());
    case Takes::OneOf:
        return u"COMPREPLY=($(compgen -W "_s + quoted(choices.join(u' '))
            + u" -- \"$cur\")); return"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString bashCommand(const Command &command)
{
    QString cases;
    for (const Option &option : allOptions(command)) {
        if (option.takes != Takes::Nothing)
            cases += u"      %1:%2) %3 ;;\n"_s.arg(command.name, option.name,
                                                   bashOffer(option.takes, option.choices));
    }
    return cases;
}

QByteArray bashScript()
{
    QString values;
    QString words;
    QString places;
    for (const Command &command : commands()) {
        values += bashCommand(command);
        words += u"      %1) words=%2 ;;\n"_s.arg(command.name,
                                                  quoted(namesOf(allOptions(command)).join(u' ')));
        for (qsizetype i = 0; i < command.positionals.size(); ++i) {
            const Positional &place = command.positionals.at(i);
            places += u"    %1:%2) %3 ;;\n"_s.arg(command.name, QString::number(i),
                                                  bashOffer(place.takes, place.choices));
        }
    }
    QString script = u"# bash completion for waymark\n"
                     "_waymark_templates() { %1; }\n"
                     "_waymark_offer_templates() {\n"
                     "  COMPREPLY=($(compgen -W \"$(_waymark_templates)\" -- \"$1\") "
                     "$(compgen -d -S / -- \"$1\"))\n"
                     "  [[ ${#COMPREPLY[@]} -ne 1 || ${COMPREPLY[0]} != */ ]] || compopt -o "
                     "nospace\n"
                     "}\n"
                     "_waymark() {\n"
                     "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} "
                     "command=${COMP_WORDS[1]}\n"
                     "  local words place=0 i\n"
                     "  COMPREPLY=()\n"
                     "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                     "    COMPREPLY=($(compgen -W '%2 --help --version' -- \"$cur\")); return\n"
                     "  fi\n"
                     "  [[ $cur != = ]] || { cur=; prev==; }\n"
                     "  [[ $prev != = ]] || prev=${COMP_WORDS[COMP_CWORD-1]}\n"
                     "  [[ $prev != = ]] || prev=${COMP_WORDS[COMP_CWORD-2]}\n"
                     "  case \"$command:$prev\" in\n%3  esac\n"
                     "  if [[ $cur == -* ]]; then\n"
                     "    case \"$command\" in\n%4    esac\n"
                     "    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\")); return\n"
                     "  fi\n"
                     "  for ((i = 2; i < COMP_CWORD; i++)); do\n"
                     "    case \"${COMP_WORDS[i]}\" in\n"
                     "      %6) [[ ${COMP_WORDS[i+1]} != = ]] || ((i++)); ((i++)) ;;\n"
                     "      -*) ;;\n"
                     "      *) ((place++)) ;;\n"
                     "    esac\n"
                     "  done\n"
                     "  case \"$command:$place\" in\n%5  esac\n"
                     "}\n"
                     "complete -F _waymark waymark\n"_s;
    return script
        .arg(templateIds, commandNames().join(u' '), values, words, places,
             namesOfTakers().join(u'|'))
        .toUtf8();
}

// ---- zsh

QString zshEscaped(QString text)
{
    return text.replace(u'\\', u"\\\\"_s)
        .replace(u':', u"\\:"_s)
        .replace(u'[', u"\\["_s)
        .replace(u']', u"\\]"_s);
}

QString zshAction(Takes takes, const QStringList &choices)
{
    switch (takes) {
    case Takes::Nothing:
    case Takes::Text:
        return u" "_s;
    case Takes::File:
        return u"_files"_s;
    case Takes::Folder:
        return u"_files -/"_s;
    case Takes::Template:
        return u"_waymark_templates"_s;
    case Takes::Command:
        return zshAction(Takes::OneOf, commandNames());
    case Takes::OneOf:
        return u'(' + choices.join(u' ') + u')';
    }
    Q_UNREACHABLE_RETURN({});
}

QString zshCommand(const Command &command)
{
    QString lines = u"    "_s + command.name + u") _arguments"_s;
    for (const Option &option : allOptions(command)) {
        QString spec = (option.isRepeatable ? u"*"_s : QString()) + option.name + u'['
            + zshEscaped(option.help) + u']';
        if (option.takes != Takes::Nothing)
            spec
                += u':' + zshEscaped(option.value) + u':' + zshAction(option.takes, option.choices);
        lines += u" \\\n      "_s + quoted(spec);
    }
    for (qsizetype i = 0; i < command.positionals.size(); ++i) {
        const Positional &place = command.positionals.at(i);
        const QString spec = QString::number(i + 1) + (place.isOptional ? u"::"_s : u":"_s)
            + zshEscaped(place.name) + u':' + zshAction(place.takes, place.choices);
        lines += u" \\\n      "_s + quoted(spec);
    }
    return lines + u" ;;\n"_s;
}

QByteArray zshScript()
{
    QString names;
    QString cases;
    for (const Command &command : commands()) {
        names += u"    "_s + quoted(command.name + u':' + zshEscaped(command.summary)) + u'\n';
        cases += zshCommand(command);
    }
    const QString script
        = u"#compdef waymark\n"
          "_waymark_templates() {\n"
          "  local -a ids\n"
          "  ids=(${(f)\"$(%1)\"})\n"
          "  compadd -a ids\n"
          "  _files -/\n"
          "}\n"
          "_waymark() {\n"
          "  local -a names\n"
          "  names=(\n%2  )\n"
          "  if (( CURRENT == 2 )); then\n"
          "    _describe command names\n"
          "    return\n"
          "  fi\n"
          "  local name=$words[2]\n"
          "  shift words\n"
          "  (( CURRENT-- ))\n"
          "  case $name in\n%3  esac\n"
          "}\n"
          "if [ \"$funcstack[1]\" = \"_waymark\" ]; then _waymark \"$@\"; else compdef _waymark waymark; fi\n"_s;
    return script.arg(templateIds, names, cases).toUtf8();
}

// ---- fish

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

QByteArray fishScript()
{
    QString script = u"# fish completion for waymark\nfunction __waymark_templates\n  "_s
        + templateIds + u"\nend\n"_s + fishPlaceFunction();
    for (const Command &command : commands())
        script += fishCommand(command);
    return script.toUtf8();
}

} // namespace

QByteArray completionScript(QStringView shell)
{
    if (shell == u"zsh")
        return zshScript();
    return shell == u"fish" ? fishScript() : bashScript();
}

} // namespace waymark::cli
