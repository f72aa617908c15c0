#include "models/catalog/catalog.h"

#include "models/base/closest.h"
#include "models/catalog/backstagereader.h"
#include "models/catalog/openfolder.h"
#include "models/catalog/templatesearch.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Catalog", text);
}

QString qualified(const CatalogEntry &entry)
{
    return entry.source.name + u'/' + entry.id;
}

/// Two templates of one name get the names of their sources as well.
void tellApart(QList<CatalogEntry> &entries)
{
    QHash<QString, int> counts;
    for (const CatalogEntry &entry : std::as_const(entries))
        ++counts[entry.id];
    for (CatalogEntry &entry : entries) {
        if (counts.value(entry.id) > 1)
            entry.id = qualified(entry);
    }
}

bool isFolderName(const QString &text)
{
    return text.contains(u'/') || text == u"." || text == u"..";
}

std::unexpected<Error> refused(const QString &code, const QString &message, const QString &hint)
{
    return failure({.code = u"catalog."_s + code, .message = message, .hint = hint});
}

std::unexpected<Error> ambiguous(const QString &text, const QList<CatalogEntry> &entries)
{
    QStringList ids;
    QStringList folders;
    for (const CatalogEntry &entry : entries) {
        ids.append(entry.id);
        folders.append(entry.folder());
    }
    const bool isToldApart = ids.removeDuplicates() == 0;
    return refused(
        u"ambiguous"_s, translated("Several templates are called “%1”.").arg(text),
        translated("Name one of them: %1.").arg((isToldApart ? ids : folders).join(u", ")));
}

/// The tool whose template `folder` is, where it is not Backstage's.
QString otherTool(const QString &folder)
{
    const QDir dir(folder);
    if (dir.exists(u"copier.yml"_s) || dir.exists(u"copier.yaml"_s))
        return u"Copier"_s;
    return dir.exists(u"cookiecutter.json"_s) ? u"Cookiecutter"_s : QString();
}

std::unexpected<Error> noTemplate(const QString &folder)
{
    const QString other = otherTool(folder);
    return failure(
        {.code = u"catalog.no-template"_s,
         .message = other.isEmpty()
             ? translated("There is no template here: “%1” is missing.")
                   .arg(QLatin1StringView(templateName))
             : translated("This is a template of %1, which cannot be used here.").arg(other),
         .file = folder,
         .hint = translated("Name a folder whose “%1” is a Backstage template.")
                     .arg(QLatin1StringView(templateName))});
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

} // namespace

QString CatalogEntry::folder() const
{
    return path.isEmpty() ? source.folder : source.folder + u'/' + path;
}

Catalog::Catalog(const QList<Source> &sources)
    : m_sources(sources)
{
    for (const Source &source : sources) {
        TemplateSearch search(source);
        search.run();
        m_entries.append(search.entries());
        m_problems.append(search.problems());
    }
    tellApart(m_entries);
    std::ranges::stable_sort(m_entries, {}, &CatalogEntry::id);
}

Result<CatalogEntry> Catalog::find(const QString &text, const QString &workingFolder) const
{
    if (isRepositoryAddress(text))
        return refused(
            u"address"_s, translated("Templates cannot be fetched from “%1” here.").arg(text),
            translated("Clone the repository, and name the template's folder in it: ./…"));
    QList<CatalogEntry> named;
    QStringList known;
    for (const CatalogEntry &entry : m_entries) {
        known.append(entry.id);
        const QString name = entry.id.section(u'/', -1);
        if (text == name || text == entry.source.name + u'/' + name)
            named.append(entry);
    }
    if (named.size() == 1)
        return named.first();
    if (named.size() > 1)
        return ambiguous(text, named);
    if (isFolderName(text))
        return readTemplateFolder(QDir(workingFolder).absoluteFilePath(text), m_sources);
    QString hint = didYouMean(text, known);
    if (hint.isEmpty())
        hint = translated(
                   "“waymark list” shows all templates. A folder is written with a slash: ./%1")
                   .arg(text);
    return refused(u"unknown"_s, translated("There is no template “%1”.").arg(text), hint);
}

Result<CatalogEntry> findTemplate(const QString &text, const QString &workingFolder,
                                  const QList<Source> &sources)
{
    const QString first = text.section(u'/', 0, 0);
    if (isFolderName(text) && (first.isEmpty() || first == u"." || first == u".."))
        return readTemplateFolder(QDir(workingFolder).absoluteFilePath(text), sources);
    return Catalog(sources).find(text, workingFolder);
}

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
    const Result<std::optional<TemplateTexts>> texts
        = templateTexts(*opened, otherTool(place).isEmpty());
    if (!texts)
        return std::unexpected(texts.error());
    if (!*texts)
        return noTemplate(place);
    const QString path = place.sliced(source.folder.size());
    return TemplateReader(source).read(path.startsWith(u'/') ? path.sliced(1) : path, **texts);
}

Result<LoadedTemplate> loadTemplate(const CatalogEntry &entry, const TemplateBudget &budget)
{
    const Result<TemplateTree> tree
        = TemplateTree::read(entry.source.folder, QFile::encodeName(entry.path), budget);
    if (!tree)
        return std::unexpected(tree.error());
    const TemplateFile *definition = tree->find(templateName);
    if (!definition || definition->mode == FileMode::Link)
        return noTemplate(entry.folder());
    const TemplateFile *sidecar = tree->find(sidecarName);
    TemplateTexts texts{definition->content, {}};
    if (sidecar && sidecar->mode != FileMode::Link)
        texts.sidecar = sidecar->content;
    LoadedTemplate loaded{TemplateReader(entry.source).read(entry.path, texts), *tree};
    loaded.entry.id = entry.id;
    if (loaded.entry.definition.isBroken())
        return broken(loaded.entry.definition);
    return loaded;
}

} // namespace waymark
