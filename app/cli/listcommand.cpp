#include "app/cli/listcommand.h"

#include "app/cli/catalogaccess.h"
#include "app/cli/help.h"
#include "app/cli/jsonoutput.h"
#include "app/cli/reporter.h"
#include "models/base/problemjson.h"

#include <QCoreApplication>
#include <QHash>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

Value entryAsJson(const CatalogEntry &entry)
{
    const Template &definition = entry.definition;
    return Map{{u"id"_s, entry.id},
               {u"name"_s, definition.name},
               {u"title"_s, definition.title},
               {u"description"_s, definition.description},
               {u"type"_s, definition.type},
               {u"owner"_s, definition.owner},
               {u"tags"_s, definition.tags},
               {u"lifecycle"_s, lifecycleName(definition.lifecycle())},
               {u"source"_s, entry.source.name},
               {u"folder"_s, entry.folder()},
               {u"broken"_s, definition.isBroken()},
               {u"problems"_s, problemsToJson(definition.problems)}};
}

/// What can be typed for each of `entries`: its id, or its folder where others of the same source
/// have that id too.
QStringList namesToType(const QList<CatalogEntry> &entries)
{
    QHash<QString, int> counts;
    for (const CatalogEntry &entry : entries)
        ++counts[entry.id];
    QStringList names;
    for (const CatalogEntry &entry : entries)
        names += counts.value(entry.id) > 1 ? entry.folder() : entry.id;
    return names;
}

void printEntry(const CatalogEntry &entry, const QString &name, qsizetype width,
                const Reporter &reporter, QTextStream &out)
{
    const Template &definition = entry.definition;
    QString facts = entry.source.name;
    if (definition.isBroken())
        facts = QCoreApplication::translate("cli", "broken") + u", "_s + facts;
    else if (definition.sidecar)
        facts = lifecycleName(definition.lifecycle()) + u", "_s + facts;
    out << reporter.bold(printableName(name)) << QString(width - name.size() + 2, u' ')
        << printable(definition.title) << "  " << reporter.dim(u'(' + printable(facts) + u')')
        << '\n';
    if (!definition.description.isEmpty()) {
        const QString description = printable(definition.description.simplified());
        out << QString(width + 2, u' ') << wrapped(description, 76, static_cast<int>(width) + 2)
            << '\n';
    }
}

} // namespace

ExitCode runList(const Arguments &arguments, const Surroundings &surroundings, Reporter &reporter)
{
    const auto opened = openCatalog(surroundings, reporter);
    if (!opened)
        return reporter.fail(opened.error(), NotPossible);
    const QList<CatalogEntry> &entries = opened->catalog.entries();
    for (const Problem &problem : opened->problems)
        reporter.problem(problem);
    for (const CatalogEntry &entry : entries) {
        for (const Problem &problem : problemsOf(entry))
            reporter.problem(problem);
    }
    QTextStream &out = surroundings.streams.out;
    if (arguments.has(u"--json"_s)) {
        List templates;
        for (const CatalogEntry &entry : entries)
            templates += entryAsJson(entry);
        reporter.document(u"list"_s, withProblems({{u"templates"_s, templates}}, opened->problems));
        return Done;
    }
    qsizetype width = 0;
    const QStringList names = namesToType(entries);
    for (const QString &name : names)
        width = std::max(width, name.size());
    for (qsizetype i = 0; i < entries.size(); ++i)
        printEntry(entries.at(i), names.at(i), width, reporter, out);
    if (entries.isEmpty())
        reporter.note(
            QCoreApplication::translate("cli",
                                        "There are no templates. Add a folder that has some: "
                                        "waymark source add FOLDER"));
    return Done;
}

} // namespace waymark::cli
