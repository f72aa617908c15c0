#pragma once

#include "app/cli/surroundings.h"
#include "models/catalog/catalog.h"

namespace waymark::cli {

/// The file that keeps the sources which the user added.
[[nodiscard]] QString sourcesFile(const Surroundings &surroundings);

/// The catalog of all sources, and what is wrong with the list of them.
struct OpenedCatalog
{
    Catalog catalog;
    QList<Source> sources; ///< The built-in one first.
    QList<Problem> problems;
};
[[nodiscard]] Result<OpenedCatalog> openCatalog(const Surroundings &surroundings);

/// The problems of `entry`, each behind the id of the template.
[[nodiscard]] QList<Problem> problemsOf(const CatalogEntry &entry);

/// "supported", "experimental", "deprecated".
[[nodiscard]] QString lifecycleName(Lifecycle lifecycle);

} // namespace waymark::cli
