#include "models/catalog/templatereader.h"

#include "models/catalog/backstagereader.h"
#include "models/catalog/fetchplace.h"
#include "models/catalog/openfolder.h"

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

/// "." for the source's own folder, as the index names it.
QString indexKey(const QString &path)
{
    return path.isEmpty() ? u"."_s : path;
}

} // namespace

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
    const QString file = folder + u'/' + QLatin1StringView(templateName);
    Template &definition = entry.definition;
    if (texts.definition)
        definition = readBackstageTemplate(*texts.definition, file);
    else
        definition = Template{.file = file, .problems = {texts.definition.error().problem}};
    // Of what cannot be read it is not known which names the sidecar may speak of.
    const bool isKnown = definition.document.has_value();
    if (const auto sidecar = isKnown ? sidecarOf(entry, texts) : std::nullopt) {
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
