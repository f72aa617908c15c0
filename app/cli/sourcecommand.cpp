#include "app/cli/sourcecommand.h"

#include "app/cli/catalogaccess.h"
#include "app/cli/jsonoutput.h"
#include "app/cli/reporter.h"
#include "models/catalog/sourcelist.h"

#include <QCoreApplication>
#include <QDir>
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
            out << reporter.bold(printable(source.name)) << "  " << printable(source.folder) << "  "
                << reporter.dim(u'(' + counted(templates, text("template"), text("templates"))
                                + u')')
                << '\n';
        }
    }
    if (arguments.has(u"--json"_s))
        reporter.document(u"sources"_s, {{u"sources"_s, list}});
    return Done;
}

/// Adds or removes one source and writes the list.
ExitCode changeSources(const Arguments &arguments, const Surroundings &surroundings,
                       Reporter &reporter)
{
    const bool isAdding = arguments.positional(0) == u"add";
    if (arguments.positionals().size() < 2) {
        return reporter.fail(
            Error{{.code = u"cli.usage"_s,
                   .message = text("Which folder?"),
                   .hint = isAdding ? text("Write: waymark source add FOLDER")
                                    : text("Write: waymark source remove NAME. “waymark source "
                                           "list” shows the names.")}},
            WrongRequest);
    }
    const QString file = sourcesFile(surroundings);
    auto sources = SourceList::read(file);
    if (!sources)
        return reporter.fail(sources.error(), NotPossible);
    for (const Problem &problem : sources->problems())
        reporter.problem(problem);
    if (!sources->problems().isEmpty())
        return reporter.fail(
            Error{{.code = u"source.unreadable"_s,
                   .message = text("The list of sources has mistakes; it was left as it is."),
                   .file = file,
                   .hint = text("Correct it, then run the same command again.")}},
            NotPossible);
    const QString given = arguments.positional(1);
    const bool isName = isAdding ? isRepositoryAddress(given) : !given.contains(u'/');
    const QString folder
        = QDir::cleanPath(QDir(surroundings.workingDirectory).absoluteFilePath(given));
    const QString meant = isName ? given : folder;
    const auto changed
        = isAdding ? sources->add(meant, arguments.value(u"--name"_s)) : sources->remove(meant);
    if (!changed)
        return reporter.fail(changed.error(), WrongRequest);
    if (const auto written = sources->write(file); !written)
        return reporter.fail(written.error(), NotPossible);
    if (arguments.has(u"--json"_s))
        return listSources(arguments, surroundings, reporter);
    reporter.note((isAdding ? text("Added the source “%1”: %2")
                            : text("Removed the source “%1”: %2. Its files stay."))
                      .arg(printable(changed->name), printable(changed->folder)));
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
