#include "app/cli/shellscripts.h"
#include "models/base/shellquoting.h"

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

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
    case Takes::Source:
        return u"_waymark_sources"_s;
    case Takes::Draft:
        return u"_waymark_drafts"_s;
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
        lines += u" \\\n      "_s + singleQuoted(spec);
    }
    for (qsizetype i = 0; i < command.positionals.size(); ++i) {
        const Positional &place = command.positionals.at(i);
        const QString spec = QString::number(i + 1) + (place.isOptional ? u"::"_s : u":"_s)
            + zshEscaped(place.name) + u':' + zshAction(place.takes, place.choices);
        lines += u" \\\n      "_s + singleQuoted(spec);
    }
    return lines + u" ;;\n"_s;
}

} // namespace

QByteArray zshScript()
{
    QString names;
    QString cases;
    for (const Command &command : commands()) {
        names
            += u"    "_s + singleQuoted(command.name + u':' + zshEscaped(command.summary)) + u'\n';
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
          "_waymark_sources() {\n"
          "  local -a names\n"
          "  [[ $words[2] == remove ]] || { _files -/; return; }\n"
          "  names=(${(f)\"$(%5)\"})\n"
          "  compadd -a names\n"
          "}\n"
          "_waymark_drafts() {\n"
          "  local -a ids\n"
          "  ids=(${(f)\"$(%4)\"})\n"
          "  compadd -a ids\n"
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
    return script.arg(templateIds(), names, cases, draftIds(), sourceNames()).toUtf8();
}

} // namespace waymark::cli
