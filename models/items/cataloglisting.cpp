#include "models/items/cataloglisting.h"

#include "models/base/utf8.h"
#include "models/catalog/openfolder.h"

#include <QFile>

#include <array>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qint64 longestReadme = 1 << 20;
constexpr qsizetype searchedReadme = 20'000; // UTF-16 units: what is far behind tells little

struct Language
{
    QStringView tag;
    QStringView name;
};

constexpr std::array<Language, 29> languages = {{
    {u"c", u"C"},
    {u"clojure", u"Clojure"},
    {u"cpp", u"C++"},
    {u"c++", u"C++"},
    {u"csharp", u"C#"},
    {u"c#", u"C#"},
    {u"dart", u"Dart"},
    {u"dotnet", u".NET"},
    {u"elixir", u"Elixir"},
    {u"erlang", u"Erlang"},
    {u"go", u"Go"},
    {u"golang", u"Go"},
    {u"groovy", u"Groovy"},
    {u"haskell", u"Haskell"},
    {u"java", u"Java"},
    {u"javascript", u"JavaScript"},
    {u"js", u"JavaScript"},
    {u"kotlin", u"Kotlin"},
    {u"node", u"Node.js"},
    {u"nodejs", u"Node.js"},
    {u"php", u"PHP"},
    {u"python", u"Python"},
    {u"ruby", u"Ruby"},
    {u"rust", u"Rust"},
    {u"scala", u"Scala"},
    {u"swift", u"Swift"},
    {u"terraform", u"Terraform"},
    {u"ts", u"TypeScript"},
    {u"typescript", u"TypeScript"},
}};

QList<SearchIndex::Text> searchedTexts(const Template &definition, const QString &readme)
{
    using enum SearchIndex::Field;
    QList<SearchIndex::Text> texts = {{Title, definition.title},
                                      {Name, definition.name},
                                      {Description, definition.description},
                                      {Owner, ownerText(definition.owner)}};
    for (const QString &tag : definition.tags)
        texts += {Tag, tag};
    if (!readme.isEmpty())
        texts += {Body, readme.left(searchedReadme)};
    return texts;
}

/// The text of the file at `path` below `folder`, whose folders are entered one by one.
QString textAt(const QString &folder, const QString &path)
{
    Result<OpenFolder> at = OpenFolder::open(folder);
    QStringList names = path.split(u'/', Qt::SkipEmptyParts);
    if (names.isEmpty() || names.contains(u".."_s))
        return {};
    const QString last = names.takeLast();
    for (const QString &name : std::as_const(names)) {
        if (at)
            at = at->folder(QFile::encodeName(name));
    }
    if (!at)
        return {};
    const Result<QByteArray> content = at->file(QFile::encodeName(last), longestReadme);
    return content ? displayed(*content) : QString();
}

} // namespace

std::shared_ptr<const CatalogListing> listingOf(const Catalog &catalog, const QStringList &readmes)
{
    return listingOf(catalog.entries(), readmes, catalog.problems());
}

std::shared_ptr<const CatalogListing> listingOf(const QList<CatalogEntry> &entries,
                                                const QStringList &readmes,
                                                const QList<Problem> &problems)
{
    QList<QList<SearchIndex::Text>> documents;
    QStringList all = readmes;
    all.resize(entries.size());
    for (qsizetype i = 0; i < entries.size(); ++i)
        documents += searchedTexts(entries.at(i).definition, all.at(i));
    return std::make_shared<const CatalogListing>(entries, all, problems, SearchIndex(documents));
}

QString readmeOf(const CatalogEntry &entry)
{
    const QString docs = entry.definition.sidecar ? entry.definition.sidecar->docs : QString();
    const bool isFile = !docs.isEmpty() && !docs.contains(u"://");
    const QString named = isFile ? textAt(entry.folder(), docs) : QString();
    return named.isEmpty() ? textAt(entry.folder(), u"README.md"_s) : named;
}

QString ownerText(const QString &owner)
{
    const qsizetype start = std::max(owner.lastIndexOf(u'/'), owner.lastIndexOf(u':')) + 1;
    return owner.sliced(start);
}

QStringList languagesOf(const QStringList &tags)
{
    QStringList names;
    for (const QString &tag : tags) {
        for (const Language &language : languages) {
            if (language.tag.compare(tag, Qt::CaseInsensitive) == 0)
                names += language.name.toString();
        }
    }
    names.removeDuplicates();
    return names;
}

bool isRecommended(const Template &definition)
{
    return !definition.isBroken() && definition.lifecycle() == Lifecycle::Supported
        && definition.tags.contains(u"recommended"_s, Qt::CaseInsensitive);
}

} // namespace waymark
