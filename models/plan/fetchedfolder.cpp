#include "models/plan/fetchedfolder.h"

#include "models/plan/folder.h"

#include <QSet>

#include <algorithm>

namespace waymark {
namespace {

/// The extension of a name as Node's path.extname gives it.
QByteArray extensionOf(const QByteArray &path)
{
    const QByteArray name = nameOf(path);
    const qsizetype dot = name.lastIndexOf('.');
    return dot <= 0 ? QByteArray() : name.sliced(dot);
}

/// Every folder of `tree`, those above its files too; sorted.
QByteArrayList foldersOf(const TemplateTree &tree)
{
    QSet<QByteArray> folders;
    QByteArrayList paths = tree.emptyFolders();
    for (QByteArray &folder : paths)
        folder += '/';
    for (const TemplateFile &file : tree.files())
        paths += file.path;
    for (const QByteArray &path : std::as_const(paths)) {
        for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
            folders += path.first(slash);
    }
    QByteArrayList sorted(folders.cbegin(), folders.cend());
    std::ranges::sort(sorted);
    return sorted;
}

FetchedFile fetchedFile(const TemplateFile &file, const FetchSettings &settings)
{
    const FetchInput &input = settings.input();
    const bool losesExtension
        = !input.extension.isEmpty() && extensionOf(file.path) == input.extension;
    FetchedFile fetched{.file = file,
                        .templatePath = pathBelow(input.source, file.path),
                        .name = file.path,
                        .hasRenderedName = settings.rendersName(file.path)};
    if (losesExtension)
        fetched.name.chop(input.extension.size());
    const auto isCopied
        = input.extension.isEmpty() ? settings.isCopied(file.path) : Result<bool>(!losesExtension);
    const auto language = isCopied && !*isCopied ? settings.languageOf(fetched.templatePath)
                                                 : Result<const jinja::Environment *>(nullptr);
    if (!isCopied)
        fetched.problems += isCopied.error().problem;
    else if (!language)
        fetched.problems += language.error().problem;
    else if (*language)
        fetched.language = **language;
    return fetched;
}

/// Whether some component of `path` is a single dot.
bool hasDots(QByteArrayView path)
{
    return path == "." || path.startsWith("./") || path.endsWith("/.") || path.indexOf("/./") >= 0;
}

} // namespace

QByteArray pathBelow(const QByteArray &folder, const QByteArray &path)
{
    QByteArray clean = path;
    if (hasDots(path)) {
        QByteArrayList parts = path.split('/');
        parts.removeAll(QByteArrayLiteral("."));
        clean = parts.join('/');
    }
    return joined(folder, clean);
}

FetchedFolder fetchedFolder(const LoadedTemplate &loaded, const FetchSettings &settings)
{
    const TemplateTree tree = loaded.tree.below(settings.input().source);
    FetchedFolder fetched{.settings = settings};
    for (const QByteArray &path : foldersOf(tree))
        fetched.folders.push_back({.file = {.path = path},
                                   .templatePath = pathBelow(settings.input().source, path),
                                   .name = path + '/',
                                   .hasRenderedName = settings.rendersName(path)});
    fetched.files.reserve(static_cast<size_t>(tree.files().size()));
    for (const TemplateFile &file : tree.files())
        fetched.files.push_back(fetchedFile(file, settings));
    return fetched;
}

} // namespace waymark
