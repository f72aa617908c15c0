#include "models/base/textcontext.h"
#include "models/catalog/catalog.h"
#include "models/catalog/fetchplace.h"
#include "models/catalog/openfolder.h"
#include "models/catalog/sourceroot.h"
#include "models/catalog/templatesearch.h"
#include "models/git/describe.h"
#include "models/git/ignored.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Catalog");

std::unexpected<Error> noTemplate(const QString &folder)
{
    return failure(
        {.code = u"catalog.no-template"_s,
         .message
         = translated("There is no template here: “%1” is missing, and so are “copier.yml” "
                      "and “cookiecutter.json”.")
               .arg(QLatin1StringView(templateName)),
         .file = folder,
         .hint
         = translated("Name a folder with a template of Backstage, Copier or Cookiecutter.")});
}

std::unexpected<Error> broken(const Template &definition)
{
    const auto first = std::ranges::find(definition.problems, Severity::Error, &Problem::severity);
    Problem problem = *first;
    const auto more = std::ranges::count(definition.problems, Severity::Error, &Problem::severity);
    if (more > 1)
        problem.hint += (problem.hint.isEmpty() ? QString() : u" "_s)
            + translated("The template has %1 more problems.").arg(more - 1);
    return failure(problem);
}

/// The source that `folder` (absolute) is in, the innermost of several, else itself.
Source sourceOf(const QString &folder, const QList<Source> &sources)
{
    Source found{.name = QFileInfo(folder).fileName(), .folder = folder};
    qsizetype longest = -1;
    for (const Source &source : sources) {
        const QString place = QFileInfo(source.folder).canonicalFilePath();
        const bool isIn = folder == place || folder.startsWith(place + u'/');
        if (!place.isEmpty() && isIn && place.size() > longest) {
            longest = place.size();
            found = source;
            found.folder = place;
        }
    }
    return found;
}

/// The template in the folder `place`, somewhere below that of `source`, of these texts.
CatalogEntry readAt(const QString &place, const Source &source, const TemplateTexts &texts)
{
    const QString path = place.sliced(source.folder.size());
    return TemplateReader(source).read(path.startsWith(u'/') ? path.sliced(1) : path, texts);
}

} // namespace

Result<CatalogEntry> readTemplateFolder(const QString &folder, const QList<Source> &sources)
{
    const QString place = QFileInfo(folder).canonicalFilePath();
    if (place.isEmpty())
        return failure({.code = u"catalog.no-folder"_s,
                        .message = translated("There is no such folder."),
                        .file = QDir::cleanPath(folder),
                        .hint = translated("“waymark list” shows the templates that are there.")});
    const Source source = sourceOf(place, sources);
    const Result<OpenFolder> opened = OpenFolder::open(place);
    if (!opened)
        return std::unexpected(opened.error());
    const Result<std::optional<TemplateTexts>> texts = templateTexts(*opened, LookReason::Named);
    if (!texts)
        return std::unexpected(texts.error());
    const std::optional<TemplateTexts> &found = *texts;
    if (!found)
        return noTemplate(place);
    CatalogEntry entry = readAt(place, source, *found);
    if (source.folder != place || !fetchesOutside(entry.definition, {}))
        return entry;
    const QString root = sourceRoot(place); // what it shares with others is there
    return readAt(place, {.name = QFileInfo(root).fileName(), .folder = root}, *found);
}

namespace {

/// Why what defines `entry` is not among its files.
std::unexpected<Error> notLoaded(const CatalogEntry &entry)
{
    const Result<CatalogEntry> again = readTemplateFolder(entry.folder(), {entry.source});
    if (!again)
        return std::unexpected(again.error());
    return again->definition.isBroken() ? broken(again->definition) : noTemplate(entry.folder());
}

/// What the file at `path` of `tree` holds; nothing: there is none, or it is a link or too large.
std::optional<Result<QByteArray>> fileIn(const TemplateTree &tree, const QByteArray &path)
{
    const TemplateFile *file = tree.find(path);
    if (!file || file->mode == FileMode::Link || file->content.size() > longestDefinition)
        return {};
    return file->content;
}

/// The same of one beside the template's folder, at `place` of the source, which is read into
/// `tree` for that.
std::optional<Result<QByteArray>> fileBeside(TemplateTree &tree, const Source &source,
                                             const QByteArray &place, const QByteArray &path,
                                             const TemplateBudget &budget)
{
    if (!tree.find(path)) {
        const auto read = tree.readFilesBeside(source.folder, {joinedPath(place, path)}, budget);
        if (!read)
            return std::unexpected(read.error());
        if (const auto unread = tree.unread(path))
            return failure(*unread);
    }
    return fileIn(tree, path);
}

/// The texts of the template `entry`, all of whose files are in `tree`; what it includes from
/// beside its folder is read into that.
std::optional<TemplateTexts> textsIn(TemplateTree &tree, const CatalogEntry &entry,
                                     const TemplateBudget &budget)
{
    const TemplateFormat format = entry.definition.format;
    const auto other = otherDefinition([&](const QByteArray &name) { return tree.find(name); });
    if (format != TemplateFormat::Backstage && (!other || other->format != format))
        return {};
    const QByteArray name
        = format == TemplateFormat::Backstage ? entry.definition.fileName() : other->name;
    const auto definition = fileIn(tree, name);
    if (!definition)
        return {};
    TemplateTexts texts{.definition = *definition, .sidecar = {}, .format = format, .name = name};
    texts.files = [&tree](const QByteArray &path) { return fileIn(tree, path); };
    texts.beside = [&tree, &entry, budget](const QByteArray &path) {
        return fileBeside(tree, entry.source, QFile::encodeName(entry.path), path, budget);
    };
    texts.paths = [&tree] {
        QByteArrayList paths;
        for (const TemplateFile &file : tree.files())
            paths += file.path;
        return paths;
    };
    if (format == TemplateFormat::Copier) {
        if (const auto checkout = git::describeCheckout(entry.folder()))
            texts.revision = {.description = checkout->text,
                              .commit = QString::fromLatin1(checkout->commit.toHex()),
                              .ignored = git::ignoredPaths(entry.folder(), texts.paths())};
    }
    const TemplateFile *sidecar = tree.find(sidecarName);
    if (sidecar && sidecar->mode != FileMode::Link)
        texts.sidecar = sidecar->content;
    return texts;
}

} // namespace

Result<LoadedTemplate> loadAgain(const CatalogEntry &entry, TemplateTree tree,
                                 const TemplateBudget &budget)
{
    const auto texts = textsIn(tree, entry, budget);
    if (!texts)
        return notLoaded(entry);
    CatalogEntry read = TemplateReader(entry.source).read(entry.path, *texts);
    LoadedTemplate loaded{.entry = std::move(read), .tree = std::move(tree)};
    loaded.entry.id = entry.id;
    if (loaded.entry.definition.isBroken())
        return broken(loaded.entry.definition);
    return loaded;
}

Result<LoadedTemplate> loadTemplate(const CatalogEntry &entry, const TemplateBudget &budget)
{
    Result<TemplateTree> tree
        = TemplateTree::read(entry.source.folder, QFile::encodeName(entry.path), budget);
    if (!tree)
        return std::unexpected(tree.error());
    auto again = loadAgain(entry, *std::move(tree), budget);
    if (!again)
        return again;
    LoadedTemplate &loaded = *again;
    const QByteArray place = QFile::encodeName(entry.path);
    const QByteArrayList folders = foldersToFetch(loaded.entry.definition, place);
    const QByteArrayList files = filesToFetch(loaded.entry.definition, place);
    const QString &root = entry.source.folder;
    Result<> beside = loaded.tree.readBeside(root, folders, budget);
    if (beside)
        beside = loaded.tree.readFilesBeside(root, files, budget);
    if (!beside)
        return std::unexpected(beside.error());
    return again;
}

} // namespace waymark
