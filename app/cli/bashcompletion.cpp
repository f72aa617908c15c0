#include "app/cli/shellscripts.h"
#include "models/base/shellquoting.h"

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString bashOffer(Takes takes, const QStringList &choices)
{
    switch (takes) {
    case Takes::Nothing:
    case Takes::Text:
        return u"return"_s;
    case Takes::File:
        return u"_waymark_offer_paths -f; return"_s;
    case Takes::Folder:
        return u"_waymark_offer_paths -d; return"_s;
    case Takes::Template:
        return u"_waymark_offer_templates; return"_s;
    case Takes::Source:
        return u"_waymark_offer_sources; return"_s;
    case Takes::Draft:
        return u"_waymark_offer_drafts; return"_s;
    case Takes::Command:
        return bashOffer(Takes::OneOf, commandNames());
    case Takes::OneOf:
        return u"_waymark_offer_words "_s + singleQuoted(choices.join(u' ')) + u"; return"_s;
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

/// The script, without what the tables fill in: %1 prints the templates, %2 are the commands, %3
/// what stands behind options, %4 the options, %5 what stands at places, %6 the options with a
/// value, %7 prints the drafts, %8 the sources. Only words of these tables are given to compgen -W,
/// which expands them as bash does.
QString frame()
{
    return u"# bash completion for waymark\n"
           "_waymark_templates() { %1; }\n"
           "_waymark_drafts() { %7; }\n"
           "_waymark_offer_words() { mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$cur\"); }\n"
           "_waymark_offer_paths() {\n"
           "  compopt -o filenames\n"
           "  mapfile -t COMPREPLY < <(compgen \"$@\" -- \"$cur\")\n"
           "}\n"
           "_waymark_offer_templates() {\n"
           "  local id\n"
           "  _waymark_offer_paths -d -S /\n"
           "  [[ ${#COMPREPLY[@]} -ne 1 ]] || compopt -o nospace\n"
           "  while IFS= read -r id; do\n"
           "    [[ $id != \"$cur\"* ]] || { COMPREPLY+=(\"$id\"); compopt +o nospace; }\n"
           "  done < <(_waymark_templates)\n"
           "}\n"
           "_waymark_offer_sources() {\n"
           "  local name\n"
           "  [[ ${COMP_WORDS[2]} = remove ]] || { _waymark_offer_paths -d; return; }\n"
           "  while IFS= read -r name; do\n"
           "    [[ $name != \"$cur\"* ]] || COMPREPLY+=(\"$name\")\n"
           "  done < <(%8)\n"
           "}\n"
           "_waymark_offer_drafts() {\n"
           "  local id\n"
           "  while IFS= read -r id; do\n"
           "    [[ $id != \"$cur\"* ]] || COMPREPLY+=(\"$id\")\n"
           "  done < <(_waymark_drafts)\n"
           "}\n"
           "_waymark() {\n"
           "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} "
           "command=${COMP_WORDS[1]}\n"
           "  local words place=0 i\n"
           "  COMPREPLY=()\n"
           "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
           "    _waymark_offer_words '%2 --help --version'; return\n"
           "  fi\n"
           "  [[ $cur != = ]] || { cur=; prev==; }\n"
           "  [[ $prev != = ]] || prev=${COMP_WORDS[COMP_CWORD-1]}\n"
           "  [[ $prev != = ]] || prev=${COMP_WORDS[COMP_CWORD-2]}\n"
           "  case \"$command:$prev\" in\n%3  esac\n"
           "  if [[ $cur == -* ]]; then\n"
           "    case \"$command\" in\n%4    esac\n"
           "    _waymark_offer_words \"$words\"; return\n"
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
}

} // namespace

QByteArray bashScript()
{
    QString values;
    QString words;
    QString places;
    for (const Command &command : commands()) {
        values += bashCommand(command);
        words += u"      %1) words=%2 ;;\n"_s.arg(
            command.name, singleQuoted(namesOf(allOptions(command)).join(u' ')));
        for (qsizetype i = 0; i < command.positionals.size(); ++i) {
            const Positional &place = command.positionals.at(i);
            places += u"    %1:%2) %3 ;;\n"_s.arg(command.name, QString::number(i),
                                                  bashOffer(place.takes, place.choices));
        }
    }
    return frame()
        .arg(templateIds(), commandNames().join(u' '), values, words, places,
             namesOfTakers().join(u'|'), draftIds(), sourceNames())
        .toUtf8();
}

} // namespace waymark::cli
