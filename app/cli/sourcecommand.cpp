#include "app/cli/sourcecommand.h"

#include "app/cli/catalogaccess.h"
#include "app/cli/jsonoutput.h"
#include "app/cli/reporter.h"
#include "models/catalog/sourcelist.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

ExitCode listSources(const Arguments &arguments, const Surroundings &surroundings,
                     Reporter &reporter)
{
    const auto opened = openCatalog(surroundings, reporter);
    if (!opened)
        return reporter.fail(opened.error(), NotPossible);
    for (const Problem &problem : opened->problems)
        reporter.problem(problem);
    QTextStream &out = surroundings.streams.out;
    List list;
    for (const Source &source : opened->sources) {
        qint64 templates = 0;
        for (const CatalogEntry &entry : opened->catalog.entries())
            templates += entry.source == source ? 1 : 0;
        list += Map{{u"name"_s, source.name},
                    {u"folder"_s, source.folder},
                    {u"builtIn"_s, source.kind == Source::Kind::BuiltIn},
                    {u"templates"_s, templates}};
        if (!arguments.has(u"--json"_s)) {
            out << reporter.bold(printableName(source.name)) << "  " << printableName(source.folder)
                << "  "
                << reporter.dim(u'(' + counted(templates, text("template"), text("templates"))
                                + u')')
                << '\n';
        }
    }
    if (arguments.has(u"--json"_s))
        reporter.document(u"sources"_s, withProblems({{u"sources"_s, list}}, opened->problems));
    return Done;
}

Error missingFolder(bool isAdding)
{
    return {{.code = u"cli.usage"_s,
             .message = text("Which folder?"),
             .hint = isAdding ? text("Write: waymark source add FOLDER")
                              : text("Write: waymark source remove NAME. “waymark source list” "
                                     "shows the names.")}};
}

/// The list in `file`, where it has no mistakes: what could not be read would be lost.
Attempt<SourceList> soundList(const QString &file)
{
    const auto sources = SourceList::readToChange(file);
    if (!sources)
        return refused(NotPossible, sources.error());
    if (sources->problems().isEmpty())
        return *sources;
    return std::unexpected(
        Refusal{NotPossible,
                sources->problems()
                    + QList<Problem>{
                        {.code = u"source.unreadable"_s,
                         .message = text("The list of sources has mistakes; it was left as it is."),
                         .file = file,
                         .hint = text("Correct it, then run the same command again.")}}});
}

/// Adds `given`, a folder from the command line, to `sources`.
Result<Source> added(SourceList &sources, const QString &given, const QString &name,
                     const Surroundings &surroundings)
{
    if (isRepositoryAddress(given))
        return sources.add(given, name);
    const QString folder
        = QDir::cleanPath(QDir(surroundings.workingDirectory).absoluteFilePath(given));
    if (QFileInfo(folder).isDir())
        return sources.add(folder, name);
    return failure({.code = u"source.folder"_s,
                    .message = QFileInfo::exists(folder) ? text("This is no folder.")
                                                         : text("There is no such folder."),
                    .file = given,
                    .hint = text("Name a folder that holds templates, or will.")});
}

/// Takes `given`, a name or a folder from the command line, out of `sources`.
Result<Source> removed(SourceList &sources, const QString &given, const Surroundings &surroundings)
{
    return sources.remove(
        given.contains(u'/')
            ? QDir::cleanPath(QDir(surroundings.workingDirectory).absoluteFilePath(given))
            : given);
}

/// Adds or removes one source and writes the list.
ExitCode changeSources(const Arguments &arguments, const Surroundings &surroundings,
                       Reporter &reporter)
{
    const bool isAdding = arguments.positional(0) == u"add";
    const QString given = arguments.positional(1);
    if (given.isEmpty())
        return reporter.fail(missingFolder(isAdding), WrongRequest);
    const QString file = sourcesFile(surroundings);
    auto sources = soundList(file);
    if (!sources)
        return reporter.fail(sources.error());
    const auto changed = isAdding
        ? added(*sources, given, arguments.value(u"--name"_s), surroundings)
        : removed(*sources, given, surroundings);
    if (!changed)
        return reporter.fail(changed.error(), WrongRequest);
    if (const auto written = sources->write(file); !written)
        return reporter.fail(written.error(), NotPossible);
    reporter.changed((isAdding ? text("Added the source “%1”.") : text("Removed the source “%1”."))
                         .arg(changed->name));
    if (arguments.has(u"--json"_s))
        return listSources(arguments, surroundings, reporter);
    const qsizetype count = isAdding ? Catalog({*changed}).entries().size() : 0;
    reporter.note(
        printable((isAdding ? text("Added the source “%1”: %2 (%3)")
                                  .arg(changed->name, changed->folder,
                                       counted(count, text("template"), text("templates")))
                            : text("Removed the source “%1”: %2. Its files stay.")
                                  .arg(changed->name, changed->folder))));
    return Done;
}

} // namespace

ExitCode runSource(const Arguments &arguments, const Surroundings &surroundings, Reporter &reporter)
{
    if (arguments.positional(0) == u"list")
        return listSources(arguments, surroundings, reporter);
    return changeSources(arguments, surroundings, reporter);
}

} // namespace waymark::cli
