#include "models/items/catalogmodel.h"

#include "models/base/textcontext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("CatalogModel");

QString titleOf(const CatalogEntry &entry)
{
    const Template &definition = entry.definition;
    for (const QString &text : {definition.title, definition.name, entry.id,
                                entry.path.section(u'/', -1), entry.source.name}) {
        if (!text.isEmpty())
            return text;
    }
    return translated("A template without a name");
}

CatalogRow rowOf(const CatalogEntry &entry)
{
    const Template &definition = entry.definition;
    const Sidecar sidecar = definition.sidecar.value_or(Sidecar());
    CatalogRow row{.key = entry.source.name + u'\n' + entry.path,
                   .id = entry.id,
                   .title = titleOf(entry),
                   .name = definition.name,
                   .description = definition.description,
                   .tags = definition.tags,
                   .owner = ownerText(definition.owner),
                   .kind = definition.type,
                   .languages = languagesOf(definition.tags),
                   .lifecycle = definition.lifecycle(),
                   .support = sidecar.support,
                   .version = sidecar.version,
                   .icon = sidecar.icon,
                   .source = entry.source.name,
                   .successor = sidecar.successor,
                   .isRecommended = isRecommended(definition),
                   .isBroken = definition.isBroken(),
                   .problems = definition.problems};
    std::ranges::stable_sort(row.problems, std::greater(), &Problem::severity);
    return row;
}

QString spoken(const CatalogRow &row)
{
    QStringList parts = {row.title};
    if (row.isBroken)
        parts += translated("cannot be used");
    else if (row.isRecommended)
        parts += translated("recommended");
    else
        parts += lifecycleText(row.lifecycle).toLower();
    parts += {row.description, row.owner, row.version};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace

QString lifecycleText(Lifecycle lifecycle)
{
    switch (lifecycle) {
    case Lifecycle::Supported:
        return translated("Supported");
    case Lifecycle::Experimental:
        return translated("Experimental");
    case Lifecycle::Deprecated:
        return translated("Deprecated");
    }
    Q_UNREACHABLE_RETURN(QString());
}

CatalogModel::CatalogModel(QObject *parent)
    : RowModel(parent)
{
}

void CatalogModel::setListing(std::shared_ptr<const CatalogListing> listing)
{
    m_listing = std::move(listing);
    QList<CatalogRow> rows;
    for (const CatalogEntry &entry : m_listing->entries)
        rows += rowOf(entry);
    setRows(rows);
    Q_EMIT listingChanged();
}

const CatalogEntry *CatalogModel::entry(const QModelIndex &index) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid) ? &m_listing->entries.at(index.row())
                                                             : nullptr;
}

QString CatalogModel::readme(const QModelIndex &index) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid) ? m_listing->readmes.at(index.row())
                                                             : QString();
}

QVariant CatalogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CatalogRow &row = rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return spoken(row);
    case KeyRole:
        return row.key;
    case IdRole:
        return row.id;
    case NameRole:
        return row.name;
    case DescriptionRole:
        return row.description;
    case TagsRole:
        return row.tags;
    case OwnerRole:
        return row.owner;
    case KindRole:
        return row.kind;
    case LanguagesRole:
        return row.languages;
    case LifecycleRole:
        return int(row.lifecycle);
    case LifecycleTextRole:
        return lifecycleText(row.lifecycle);
    case SupportRole:
        return row.support;
    case VersionRole:
        return row.version;
    case IconRole:
        return row.icon;
    case SourceRole:
        return row.source;
    case SuccessorRole:
        return row.successor;
    case RecommendedRole:
        return row.isRecommended;
    case BrokenRole:
        return row.isBroken;
    case ProblemRole:
        return row.problems.isEmpty() ? QString() : row.problems.first().headline();
    default:
        return {};
    }
}

QHash<int, QByteArray> CatalogModel::roleNames() const
{
    auto names = RowModel::roleNames();
    names.insert({{KeyRole, "key"},
                  {IdRole, "id"},
                  {NameRole, "name"},
                  {DescriptionRole, "description"},
                  {TagsRole, "tags"},
                  {OwnerRole, "owner"},
                  {KindRole, "kind"},
                  {LanguagesRole, "languages"},
                  {LifecycleRole, "lifecycle"},
                  {LifecycleTextRole, "lifecycleText"},
                  {SupportRole, "support"},
                  {VersionRole, "version"},
                  {IconRole, "icon"},
                  {SourceRole, "source"},
                  {SuccessorRole, "successor"},
                  {RecommendedRole, "recommended"},
                  {BrokenRole, "broken"},
                  {ProblemRole, "problem"}});
    return names;
}

} // namespace waymark
