#include "models/catalog/catalog.h"

#include "models/base/closest.h"
#include "models/base/textcontext.h"
#include "models/catalog/templatesearch.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Catalog");

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
        if (folders.contains(entry.folder())) // which is in two sources
            continue;
        ids.append(entry.id);
        folders.append(entry.folder());
    }
    const bool isToldApart = ids.removeDuplicates() == 0;
    return refused(
        u"ambiguous"_s, translated("Several templates are called “%1”.").arg(text),
        translated("Name one of them: %1.").arg((isToldApart ? ids : folders).join(u", ")));
}

} // namespace

QString CatalogEntry::folder() const
{
    return path.isEmpty() ? source.folder : source.folder + u'/' + path;
}

Catalog::Catalog(const QList<Source> &sources)
    : Catalog(sources, {})
{
}

Catalog::Catalog(const QList<Source> &sources, const Found &found)
    : m_sources(sources)
{
    for (const Source &source : sources) {
        TemplateSearch search(source, found);
        search.run();
        m_entries.append(search.entries());
        m_problems.append(search.problems());
        if (search.wasEnough())
            break;
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

} // namespace waymark
