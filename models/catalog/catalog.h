#pragma once

#include "models/catalog/source.h"
#include "models/catalog/template.h"
#include "models/catalog/templatetree.h"

namespace waymark {

/// One template of a source, as `template.yaml` and its sidecar say; its other files are not read
/// yet.
struct CatalogEntry
{
    Source source;
    QString path; ///< Of the template's folder below the source; empty: it is the source.
    QString id; ///< What names it: its name, or `source/name` where two share the name.
    Template definition;

    [[nodiscard]] QString folder() const; ///< Absolute.
};

/// A template with all its files: what a plan is made of.
struct LoadedTemplate
{
    CatalogEntry entry;
    TemplateTree tree;
};

/// All templates of some sources, the broken ones among them.
class Catalog
{
public:
    Catalog() = default;
    /// Reads every template below the sources. A template or folder that cannot be read is listed
    /// with why.
    explicit Catalog(const QList<Source> &sources);

    /// Sorted by name, then by source in the given order.
    [[nodiscard]] const QList<CatalogEntry> &entries() const { return m_entries; }
    /// Sources and folders that could not be read.
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }

    /// The template that `text` means: an id, or a folder (it has a slash, or is "." or "..";
    /// relative to `workingFolder`). Nothing found, two of a name and a URL are errors with a way
    /// out.
    [[nodiscard]] Result<CatalogEntry> find(const QString &text,
                                            const QString &workingFolder) const;

private:
    QList<CatalogEntry> m_entries;
    QList<Problem> m_problems;
};

/// The template in `folder`, which is its own source unless it is below one of `sources`.
[[nodiscard]] Result<CatalogEntry> readTemplateFolder(const QString &folder,
                                                      const QList<Source> &sources = {});

/// `entry` with all its files. An error where they cannot be read or the template is broken: the
/// first of its problems; all are in the entry.
[[nodiscard]] Result<LoadedTemplate> loadTemplate(const CatalogEntry &entry,
                                                  const TemplateBudget &budget = {});

} // namespace waymark
