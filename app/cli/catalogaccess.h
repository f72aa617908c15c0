#pragma once

#include "app/cli/reporter.h"
#include "app/cli/surroundings.h"
#include "models/catalog/catalog.h"

namespace waymark::cli {

/// The file that keeps the sources which the user added.
[[nodiscard]] QString sourcesFile(const Surroundings &surroundings);

/// Where templates come from, and what is wrong with the list of it.
struct OpenedSources
{
    QList<Source> sources; ///< The built-in one first.
    QList<Problem> problems;
};
[[nodiscard]] Result<OpenedSources> openSources(const Surroundings &surroundings);

/// The catalog of all sources; its problems are among those of the sources.
struct OpenedCatalog : OpenedSources
{
    Catalog catalog;
};
[[nodiscard]] Result<OpenedCatalog> openCatalog(const Surroundings &surroundings,
                                                Reporter &reporter);

/// The problems of `entry`, each behind the id of the template.
[[nodiscard]] QList<Problem> problemsOf(const CatalogEntry &entry);

/// "supported", "experimental", "deprecated".
[[nodiscard]] QString lifecycleName(Lifecycle lifecycle);

} // namespace waymark::cli
