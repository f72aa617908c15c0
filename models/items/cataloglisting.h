#pragma once

#include "models/catalog/catalog.h"
#include "models/items/searchindex.h"

#include <memory>

namespace waymark {

/// All templates of the catalog with what is searched of them. A value that is made off the
/// window's thread and never changed.
struct CatalogListing
{
    QList<CatalogEntry> entries;
    QStringList readmes; ///< Of each entry, in Markdown; empty where there is none.
    QList<Problem> problems; ///< Of sources and folders.
    SearchIndex index; ///< Documents are numbers of entries.
};

/// `readmes` belong to the catalog's entries, one each; it may have fewer.
[[nodiscard]] std::shared_ptr<const CatalogListing> listingOf(const Catalog &catalog,
                                                              const QStringList &readmes = {});
[[nodiscard]] std::shared_ptr<const CatalogListing> listingOf(const QList<CatalogEntry> &entries,
                                                              const QStringList &readmes = {},
                                                              const QList<Problem> &problems = {});

/// What a template says of itself at length: the file that its sidecar names as `docs`, else its
/// README.md. Empty where there is none that can be read; nothing outside of its folder is.
[[nodiscard]] QString readmeOf(const CatalogEntry &entry);

/// A template's own words about itself as they are shown: "platform" for "group:default/platform".
[[nodiscard]] QString ownerText(const QString &owner);
/// The programming languages that `tags` name, as their makers write them: "Go", "TypeScript".
[[nodiscard]] QStringList languagesOf(const QStringList &tags);
/// Whether the platform team recommends it: it is supported, and its tags say so, as is usual in
/// Backstage's catalogs.
[[nodiscard]] bool isRecommended(const Template &definition);

} // namespace waymark
