#pragma once

#include "models/catalog/catalog.h"
#include "models/catalog/sidecarreader.h"

namespace waymark {

/// What the file at a path below a template's folder holds; nothing: there is none.
using TemplateFiles = std::function<std::optional<Result<QByteArray>>(const QByteArray &path)>;

/// The checkout that a template is read from, where its folder is the top of one.
struct TemplateRevision
{
    QString description = {}; ///< As `git describe --tags --always` has it; empty: it is none.
    QString commit = {}; ///< 40 hexadecimal digits.
    QByteArrayList ignored = {}; ///< Files that git ignores, so that no clone has them.
};

/// The texts that say what one template is, or why they cannot be read.
struct TemplateTexts
{
    Result<QByteArray> definition;
    std::optional<Result<QByteArray>> sidecar;
    TemplateFormat format = TemplateFormat::Backstage;
    QByteArray name = templateName; ///< Of the file that `definition` is.
    TemplateFiles files = {}; ///< For what the definition includes; used while it is read only.
    /// For what it includes from the folders around the template's: "../f"; the same. Not set: that
    /// is read from the source's folder.
    TemplateFiles beside = {};
    std::function<QByteArrayList()> paths = {}; ///< Of all files of the template; the same.
    TemplateRevision revision = {}; ///< Only of a template that is loaded with all its files.
};

/// A file that can define a template.
struct DefinitionFile
{
    QByteArray name;
    TemplateFormat format = TemplateFormat::Backstage;
};

/// Which file defines the template in a folder that has the files `has` tells of, where it is none
/// of Backstage.
[[nodiscard]] std::optional<DefinitionFile> otherDefinition(
    const std::function<bool(const QByteArray &name)> &has);

/// What stands in front of all templates of one source: its folder's place and its index.
class TemplateReader
{
public:
    /// Reads the source's `waymark-index.yaml`, where there is one.
    explicit TemplateReader(const Source &source);

    /// The template in the folder at `path` below the source.
    [[nodiscard]] CatalogEntry read(const QString &path, const TemplateTexts &texts) const;
    [[nodiscard]] const SidecarIndex &index() const { return m_index; }

private:
    [[nodiscard]] std::optional<SidecarRead> sidecarOf(const CatalogEntry &entry,
                                                       const TemplateTexts &texts) const;

    Source m_source;
    SidecarIndex m_index;
};

/// The largest `template.yaml` or `waymark.yaml` that is read, in bytes.
inline constexpr qint64 longestDefinition = 8LL * 1024 * 1024;

} // namespace waymark
