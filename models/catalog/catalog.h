#pragma once

#include "models/catalog/source.h"
#include "models/catalog/template.h"
#include "models/catalog/templatetree.h"

#include <functional>

namespace waymark {

/// One template of a source, as the file that defines it and its sidecar say; its other files are
/// not read yet.
struct CatalogEntry
{
    Source source;
    QString path; ///< Of its folder below the source's, with `/`; empty: it is that folder.
    QString id; ///< What names it: its name, or `source/name` where two share the name.
    Template definition;

    [[nodiscard]] QString folder() const; ///< Absolute.
};

/// A template with all its files: what a plan is made of. `entry.definition` was read from `tree`.
struct LoadedTemplate
{
    CatalogEntry entry;
    TemplateTree tree;
    bool hasRunFirstHooks = false; ///< Those before its questions: `tree` is what they left.
};

/// All templates of some sources, the broken ones among them.
class Catalog
{
public:
    Catalog() = default;
    /// Reads every template below the sources' folders: each folder with a `template.yaml` that is
    /// or wants to be a Backstage template, a `copier.yml`, or a `cookiecutter.json`. Nothing
    /// inside of one is looked at. What cannot be read never hides the rest.
    explicit Catalog(const QList<Source> &sources);
    /// The same, telling of each template as it is found; false: that was enough, and the others
    /// are not read.
    using Found = std::function<bool(const CatalogEntry &entry)>;
    Catalog(const QList<Source> &sources, const Found &found);

    /// Sorted by id.
    [[nodiscard]] const QList<CatalogEntry> &entries() const { return m_entries; }
    /// Sources, folders and indexes that could not be read; those of templates are in the entries.
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }

    /// The template that `text` means: an id, `source/name`, or a folder (it has a slash, or is "."
    /// or
    /// ".."; relative to `workingFolder`). None, several and an address are errors with a way out.
    [[nodiscard]] Result<CatalogEntry> find(const QString &text,
                                            const QString &workingFolder) const;

private:
    QList<Source> m_sources;
    QList<CatalogEntry> m_entries;
    QList<Problem> m_problems;
};

/// The template that `text` means, as Catalog::find() says, of the templates of `sources`. They are
/// not read where it can only mean a folder: it begins with `/`, or is or begins with `.` or `..`.
[[nodiscard]] Result<CatalogEntry> findTemplate(const QString &text, const QString &workingFolder,
                                                const QList<Source> &sources);

/// The template in `folder`, whether broken or not, also where what defines it cannot be read.
/// Its source is the one of `sources` that it is in, else the folder itself. An error where there
/// is none.
[[nodiscard]] Result<CatalogEntry> readTemplateFolder(const QString &folder,
                                                      const QList<Source> &sources = {});

/// `entry` read again, with all its files. An error where they cannot be read or the template is
/// broken: its first problem, with how many more there are. What tree.problems() has is the
/// caller's to refuse.
[[nodiscard]] Result<LoadedTemplate> loadTemplate(const CatalogEntry &entry,
                                                  const TemplateBudget &budget = {});
/// `entry` read again from `tree`, which somebody made of its files, and without what is beside
/// them. The same errors.
[[nodiscard]] Result<LoadedTemplate> loadAgain(const CatalogEntry &entry, TemplateTree tree,
                                               const TemplateBudget &budget = {});

} // namespace waymark
