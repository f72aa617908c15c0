#include "models/catalog/templatesearch.h"

#include "models/base/closest.h"
#include "models/base/utf8.h"
#include "models/catalog/backstagereader.h"
#include "models/catalog/openfolder.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int deepest = 8;
constexpr int mostFolders = 20'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Catalog", text);
}

Result<std::optional<QByteArray>> optionalFile(const OpenFolder &folder,
                                               const QList<FolderEntry> &entries,
                                               const QByteArray &name)
{
    const auto found = std::ranges::find(entries, name, &FolderEntry::name);
    if (found == entries.end() || found->kind == FolderEntry::Kind::Folder)
        return std::nullopt;
    Result<QByteArray> content = folder.file(name, longestDefinition);
    if (!content)
        return std::unexpected(content.error());
    return *std::move(content);
}

} // namespace

Result<std::optional<TemplateTexts>> templateTexts(const OpenFolder &folder, bool isNamed)
{
    const Result<QList<FolderEntry>> entries = folder.entries();
    if (!entries)
        return std::unexpected(entries.error());
    const auto definition = optionalFile(folder, *entries, templateName);
    if (!definition)
        return std::unexpected(definition.error());
    if (!*definition || !(isNamed || looksLikeTemplate(**definition)))
        return std::nullopt;
    const auto sidecar = optionalFile(folder, *entries, sidecarName);
    if (!sidecar)
        return std::unexpected(sidecar.error());
    return TemplateTexts{**definition, *sidecar};
}

void TemplateSearch::run()
{
    const Result<OpenFolder> root = OpenFolder::open(m_source.folder);
    if (!root) {
        Problem problem = root.error().problem;
        problem.hint
            = translated("Take the source out with “waymark source remove %1”, or make its "
                         "folder readable.")
                  .arg(m_source.name);
        m_problems.append(problem);
        return;
    }
    look(*root, {}, 0);
    checkIndex();
}

void TemplateSearch::look(const OpenFolder &folder, const QString &path, int depth)
{
    const Result<std::optional<TemplateTexts>> texts = templateTexts(folder, false);
    if (!texts) {
        m_problems.append(texts.error().problem);
        return;
    }
    if (*texts)
        m_entries.append(m_reader.read(path, **texts));
    else if (depth < deepest)
        lookInside(folder, path, depth);
}

void TemplateSearch::lookInside(const OpenFolder &folder, const QString &path, int depth)
{
    const Result<QList<FolderEntry>> entries = folder.entries();
    for (const FolderEntry &entry : entries.value_or(QList<FolderEntry>())) {
        if (entry.kind != FolderEntry::Kind::Folder || entry.name == ".git")
            continue;
        if (++m_folders == mostFolders)
            m_problems.append(
                {.code = u"catalog.too-many-folders"_s,
                 .message
                 = translated(
                       "The source “%1” has more than %2 folders: the others are not looked at.")
                       .arg(m_source.name)
                       .arg(mostFolders),
                 .file = m_source.folder,
                 .hint = translated("Add the folder of the templates instead.")});
        if (m_folders >= mostFolders)
            return;
        const QString name = displayed(entry.name);
        if (const Result<OpenFolder> inner = folder.folder(entry.name))
            look(*inner, path.isEmpty() ? name : path + u'/' + name, depth + 1);
        else
            m_problems.append(inner.error().problem);
    }
}

void TemplateSearch::checkIndex()
{
    m_problems.append(m_reader.index().problems());
    QStringList folders;
    for (const CatalogEntry &entry : std::as_const(m_entries))
        folders.append(entry.path.isEmpty() ? u"."_s : entry.path);
    for (const QString &named : m_reader.index().folders()) {
        if (folders.contains(named))
            continue;
        m_problems.append(m_reader.index().placed(
            {.severity = Severity::Warning,
             .code = u"catalog.index"_s,
             .message = translated("There is no template in “%1”.").arg(named),
             .hint = didYouMean(named, folders)},
            named));
    }
}

} // namespace waymark
