#include "models/catalog/templatesearch.h"

#include "models/base/closest.h"
#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/catalog/backstagereader.h"
#include "models/catalog/openfolder.h"
#include "models/yaml/yaml.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int deepest = 8;
constexpr int mostFolders = 20'000;

constexpr TextContext translated("Catalog");

/// What the file `name` holds; nothing: there is none.
std::optional<Result<QByteArray>> optionalFile(const OpenFolder &folder,
                                               const QList<FolderEntry> &entries,
                                               const QByteArray &name)
{
    const auto found = std::ranges::find(entries, name, &FolderEntry::name);
    if (found == entries.end() || found->kind == FolderEntry::Kind::Folder)
        return {};
    return folder.file(name, longestDefinition);
}

/// Adds the paths of all files below `folder`, which is at `prefix`, as far as they can be read.
void addPaths(const OpenFolder &folder, const QByteArray &prefix, int depth, QByteArrayList &paths)
{
    constexpr int deepestPath = 32;
    constexpr qsizetype mostPaths = 20'000;
    const Result<QList<FolderEntry>> entries = folder.entries();
    for (const FolderEntry &entry : entries.value_or(QList<FolderEntry>())) {
        if (paths.size() >= mostPaths)
            return;
        const QByteArray path = prefix + entry.name;
        if (entry.kind == FolderEntry::Kind::File || entry.kind == FolderEntry::Kind::Executable)
            paths += path;
        if (entry.kind != FolderEntry::Kind::Folder || entry.name == ".git" || depth == deepestPath)
            continue;
        if (const Result<OpenFolder> inner = folder.folder(entry.name))
            addPaths(*inner, path + '/', depth + 1, paths);
    }
}

bool isTemplate(const Result<QByteArray> &definition)
{
    if (!definition || looksLikeTemplate(*definition))
        return true;
    const ParsedYaml parsed = parseYaml(*definition);
    const Problem *error = parsed.firstError();
    return error
        && QStringList{u"yaml.encoding"_s, u"yaml.character"_s, u"yaml.too-deep"_s,
                       u"yaml.too-large"_s}
               .contains(error->code);
}

/// The texts of a template of Backstage in `folder`, whose file is called `name`.
TemplateTexts backstageTexts(const OpenFolder &folder, const QByteArray &name,
                             const Result<QByteArray> &definition,
                             const std::optional<Result<QByteArray>> &sidecar)
{
    return {.definition = definition,
            .sidecar = sidecar,
            .name = name,
            .files = [&folder](const QByteArray &path) { return fileBelow(folder, path); }};
}

} // namespace

std::optional<Result<QByteArray>> fileBelow(const OpenFolder &folder, const QByteArray &path)
{
    const Result<QList<FolderEntry>> entries = folder.entries();
    if (!entries)
        return std::unexpected(entries.error());
    const qsizetype slash = path.indexOf('/');
    if (slash < 0)
        return optionalFile(folder, *entries, path);
    const QByteArray name = path.first(slash);
    const auto found = std::ranges::find(*entries, name, &FolderEntry::name);
    if (found == entries->end() || found->kind != FolderEntry::Kind::Folder)
        return {};
    const Result<OpenFolder> inner = folder.folder(name);
    if (!inner)
        return std::unexpected(inner.error());
    return fileBelow(*inner, path.sliced(slash + 1));
}

Result<std::optional<TemplateTexts>> templateTexts(const OpenFolder &folder, LookReason reason)
{
    const Result<QList<FolderEntry>> entries = folder.entries();
    if (!entries)
        return std::unexpected(entries.error());
    const auto sidecar = [&] { return optionalFile(folder, *entries, sidecarName); };
    std::optional<TemplateTexts> unlike; // a file of that name, which looks like something else
    for (const char *name : {templateName, shortTemplateName}) {
        const auto definition = optionalFile(folder, *entries, name);
        if (definition && isTemplate(*definition))
            return backstageTexts(folder, name, *definition, sidecar());
        if (definition && !unlike)
            unlike = backstageTexts(folder, name, *definition, sidecar());
    }
    const auto other = otherDefinition([&](const QByteArray &name) {
        const auto found = std::ranges::find(*entries, name, &FolderEntry::name);
        return found != entries->end() && found->kind != FolderEntry::Kind::Folder;
    });
    if (other)
        return TemplateTexts{
            .definition = folder.file(other->name, longestDefinition),
            .sidecar = sidecar(),
            .format = other->format,
            .name = other->name,
            .files = [&folder](const QByteArray &path) { return fileBelow(folder, path); },
            .paths =
                [&folder] {
                    QByteArrayList paths;
                    addPaths(folder, {}, 0, paths);
                    return paths;
                }};
    if (reason == LookReason::Named)
        return unlike;
    return std::nullopt;
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
    if (!m_wasEnough)
        checkIndex();
}

void TemplateSearch::look(const OpenFolder &folder, const QString &path, int depth)
{
    const Result<std::optional<TemplateTexts>> texts = templateTexts(folder, LookReason::Search);
    if (!texts) {
        m_problems.append(texts.error().problem);
        return;
    }
    if (const std::optional<TemplateTexts> &found = *texts) {
        m_entries.append(m_reader.read(path, *found));
        m_wasEnough = m_found && !m_found(m_entries.last());
    } else if (depth < deepest) {
        lookInside(folder, path, depth);
    }
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
        if (m_folders >= mostFolders || m_wasEnough)
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
