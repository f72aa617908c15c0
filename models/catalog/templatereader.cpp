#include "models/catalog/templatereader.h"

#include "models/catalog/backstagereader.h"
#include "models/catalog/cookiecutterreader.h"
#include "models/catalog/copierreader.h"
#include "models/catalog/fetchplace.h"
#include "models/catalog/openfolder.h"
#include "models/catalog/placeholders.h"
#include "models/catalog/templatesearch.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// The index of `source`; it may as well not be there.
SidecarIndex indexOf(const Source &source)
{
    const Result<OpenFolder> folder = OpenFolder::open(source.folder);
    if (!folder || !QFileInfo::exists(source.folder + u'/' + QLatin1StringView(indexName)))
        return {};
    const Result<QByteArray> content = folder->file(indexName, longestDefinition);
    return content ? SidecarIndex::read(*content, folder->shown(indexName))
                   : SidecarIndex::unreadable(content.error().problem);
}

/// What the file at `place` of the source in `folder` holds; nothing: there is none.
std::optional<Result<QByteArray>> fileOfSource(const QString &folder, const QByteArray &place)
{
    const Result<OpenFolder> source = OpenFolder::open(folder);
    if (!source)
        return std::unexpected(source.error());
    return fileBelow(*source, place);
}

/// What the placeholders of the template at `place` of `source` may read. `texts` has to live as
/// long.
PlaceholderFiles placeholderFiles(const TemplateTexts &texts, const Source &source,
                                  const QByteArray &place)
{
    if (!texts.files)
        return {};
    return {.place = place,
            .read = [&texts, folder = source.folder,
                     place](const QByteArray &path) -> std::optional<Result<QByteArray>> {
                if (!path.startsWith("../"))
                    return texts.files(path);
                return texts.beside ? texts.beside(path)
                                    : fileOfSource(folder, joinedPath(place, path));
            }};
}

/// What `texts`, of the template at `path` of `source`, say without the sidecar.
Template definitionOf(const TemplateTexts &texts, const Source &source, const QString &path,
                      const QString &folder)
{
    const QString file = folder + u'/' + QString::fromLatin1(texts.name);
    if (!texts.definition)
        return {
            .format = texts.format, .file = file, .problems = {texts.definition.error().problem}};
    switch (texts.format) {
    case TemplateFormat::Backstage:
        break;
    case TemplateFormat::Copier:
        return readCopierTemplate(texts, file);
    case TemplateFormat::Cookiecutter:
        return readCookiecutterTemplate(*texts.definition, file, texts.files);
    }
    return readBackstageTemplate(*texts.definition, file,
                                 placeholderFiles(texts, source, QFile::encodeName(path)));
}

/// "." for the source's own folder, as the index names it.
QString indexKey(const QString &path)
{
    return path.isEmpty() ? u"."_s : path;
}

} // namespace

std::optional<DefinitionFile> otherDefinition(
    const std::function<bool(const QByteArray &name)> &has)
{
    for (const DefinitionFile &file :
         {DefinitionFile{"copier.yml", TemplateFormat::Copier},
          DefinitionFile{"copier.yaml", TemplateFormat::Copier},
          DefinitionFile{"cookiecutter.json", TemplateFormat::Cookiecutter}}) {
        if (has(file.name))
            return file;
    }
    return std::nullopt;
}

TemplateReader::TemplateReader(const Source &source)
    : m_source(source)
    , m_index(indexOf(source))
{
}

std::optional<SidecarRead> TemplateReader::sidecarOf(const CatalogEntry &entry,
                                                     const TemplateTexts &texts) const
{
    const QStringList &names = entry.definition.form.names();
    if (!texts.sidecar)
        return m_index.sidecar(indexKey(entry.path), names);
    if (!*texts.sidecar)
        return SidecarRead{.sidecar = {}, .problems = {texts.sidecar->error().problem}};
    return readSidecar(**texts.sidecar, entry.folder() + u'/' + QLatin1StringView(sidecarName),
                       names);
}

CatalogEntry TemplateReader::read(const QString &path, const TemplateTexts &texts) const
{
    CatalogEntry entry{.source = m_source, .path = path, .id = {}, .definition = {}};
    const QString folder = entry.folder();
    Template &definition = entry.definition;
    definition = definitionOf(texts, m_source, path, folder);
    // Of what cannot be read it is not known which names the sidecar may speak of.
    if (const auto sidecar = definition.isRead() ? sidecarOf(entry, texts) : std::nullopt) {
        definition.sidecar = sidecar->sidecar;
        definition.problems.append(sidecar->problems);
    }
    definition.problems.append(missingFolders(definition, folder, QFile::encodeName(path)));
    const QString fallback = QFileInfo(folder).fileName();
    entry.id = definition.name.isEmpty() ? fallback : definition.name;
    if (definition.title.isEmpty())
        definition.title = entry.id;
    return entry;
}

} // namespace waymark
