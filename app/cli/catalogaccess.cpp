#include "app/cli/catalogaccess.h"

#include "models/catalog/sourcelist.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace waymark::cli {

QString sourcesFile(const Surroundings &surroundings)
{
    return QDir(surroundings.configuration).filePath(u"sources.yaml"_s);
}

Result<OpenedSources> openSources(const Surroundings &surroundings)
{
    OpenedSources opened;
    const auto builtIn
        = builtInSource(QCoreApplication::applicationDirPath(), surroundings.builtInTemplates);
    if (builtIn)
        opened.sources += *builtIn;
    else
        opened.problems += builtIn.error().problem;
    const auto added = SourceList::read(sourcesFile(surroundings));
    if (!added)
        return std::unexpected(added.error());
    opened.sources += added->sources();
    opened.problems += added->problems();
    return opened;
}

Result<OpenedCatalog> openCatalog(const Surroundings &surroundings, Reporter &reporter)
{
    const auto sources = openSources(surroundings);
    if (!sources)
        return std::unexpected(sources.error());
    for (const Source &source : sources->sources)
        reporter.step(
            QCoreApplication::translate("cli", "Reading the templates in %1").arg(source.folder));
    OpenedCatalog opened{*sources, Catalog(sources->sources)};
    opened.problems += opened.catalog.problems();
    return opened;
}

QList<Problem> problemsOf(const CatalogEntry &entry)
{
    QList<Problem> problems = entry.definition.problems;
    for (Problem &problem : problems)
        problem.message = QCoreApplication::translate("cli", "Template “%1”: %2")
                              .arg(entry.id, problem.message);
    return problems;
}

QString lifecycleName(Lifecycle lifecycle)
{
    switch (lifecycle) {
    case Lifecycle::Supported:
        return u"supported"_s;
    case Lifecycle::Experimental:
        return u"experimental"_s;
    case Lifecycle::Deprecated:
        return u"deprecated"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace waymark::cli
