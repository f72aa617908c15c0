#include "app/cli/conflicts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// The place of the positional `name` of `command`, or -1.
qsizetype placeOf(const Command &command, const QString &name)
{
    const auto found = std::ranges::find(command.positionals, name, &Positional::name);
    return found == command.positionals.cend() ? -1 : found - command.positionals.cbegin();
}

bool isGiven(const QString &part, const Command &command, const Arguments &arguments)
{
    const QString name = part.section(u'=', 0, 0);
    const bool hasValue = part.contains(u'=');
    const QString value = part.section(u'=', 1);
    if (name.startsWith(u"--"))
        return arguments.has(name) && (!hasValue || arguments.values(name).contains(value));
    const qsizetype place = placeOf(command, name);
    return place >= 0 && place < arguments.positionals().size()
        && (!hasValue || arguments.positional(place) == value);
}

/// `part` as its user wrote it.
QString shown(const QString &part, const Command &command, const Arguments &arguments)
{
    if (part.startsWith(u"--"))
        return QString(part).replace(u'=', u' ');
    const qsizetype place = placeOf(command, part.section(u'=', 0, 0));
    return u'“' + arguments.positional(place) + u'”';
}

} // namespace

QList<Conflict> conflictsOfOutcome()
{
    const QString nothing = text("nothing is committed");
    return {
        {{u"--message"_s, u"--no-commit"_s}, nothing},
        {{u"--branch"_s, u"--no-commit"_s}, nothing},
        {{u"--sign-off"_s, u"--no-commit"_s}, nothing},
        {{u"--reason"_s, u"--no-commit"_s, u"--no-record"_s}, text("nothing would keep it")},
        {{u"--reason"_s, u"--message"_s, u"--no-record"_s}, text("nothing would keep it")},
    };
}

QList<Conflict> conflictsOfPlan()
{
    return {{{u"--patch"_s, u"--json"_s}, text("there is one output")}};
}

QList<Conflict> conflictsOfSource()
{
    return {
        {{u"--name"_s, u"ACTION=list"_s}, text("it names a source that is added")},
        {{u"--name"_s, u"ACTION=remove"_s}, text("it names a source that is added")},
        {{u"FOLDER"_s, u"ACTION=list"_s}, text("all sources are listed")},
    };
}

QList<Conflict> conflictsOfDraft()
{
    return {{{u"DRAFT"_s, u"ACTION=list"_s}, text("all drafts are listed")}};
}

QList<Conflict> conflictsOfRender()
{
    const QString nunjucks = u"--dialect=nunjucks"_s;
    const QString onlyJinja2 = text("only Jinja2 has it");
    QList<Conflict> conflicts{
        {{u"--jinja-compat"_s, u"--dialect=jinja2"_s}, text("only Nunjucks has it")},
        {{u"--data=-"_s, u"FILE=-"_s}, text("there is one standard input")},
    };
    for (const QString &option :
         {u"--keep-trailing-newline"_s, u"--newline-sequence"_s, u"--line-statement-prefix"_s,
          u"--line-comment-prefix"_s, u"--undefined=chainable"_s, u"--undefined=debug"_s,
          u"--extension"_s, u"--sandbox=immutable"_s})
        conflicts += Conflict{{option, nunjucks}, onlyJinja2};
    return conflicts;
}

Result<> checkConflicts(const Command &command, const Arguments &arguments,
                        const QStringList &known)
{
    static const Conflict volume{{u"--quiet"_s, u"--verbose"_s},
                                 text("one asks for less, the other for more")};
    for (const Conflict &conflict : command.conflicts + QList<Conflict>{volume}) {
        const bool isWhole = std::ranges::all_of(conflict.parts, [&](const QString &part) {
            return known.contains(part) || isGiven(part, command, arguments);
        });
        if (!isWhole)
            continue;
        const bool isGivenWhole = std::ranges::all_of(
            conflict.parts, [&](const QString &part) { return isGiven(part, command, arguments); });
        const QString wayOut = isGivenWhole
            ? text("Leave one of them out.")
            : text("Leave it out, or say otherwise with %1.")
                  .arg(conflict.parts.constLast().section(u'=', 0, 0));
        QStringList others;
        for (const QString &part : conflict.parts.sliced(1))
            others += shown(part, command, arguments);
        return failure({.code = u"cli.conflict"_s,
                        .message = text("%1 does not go with %2: %3.")
                                       .arg(shown(conflict.parts.constFirst(), command, arguments),
                                            others.join(text(" and ")), conflict.why),
                        .hint = wayOut + u' ' + text("See: waymark help %1").arg(command.name)});
    }
    return {};
}

} // namespace waymark::cli
