#include "models/items/catalogfilter.h"

#include "models/items/searchedtext.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QStringList valuesOf(const CatalogRow &row, Facet facet)
{
    switch (facet) {
    case Facet::Kind:
        return row.kind.isEmpty() ? QStringList() : QStringList{row.kind};
    case Facet::Language:
        return row.languages;
    case Facet::Lifecycle:
        return {QString::number(int(row.lifecycle))};
    case Facet::Owner:
        return row.owner.isEmpty() ? QStringList() : QStringList{row.owner};
    }
    Q_UNREACHABLE_RETURN(QStringList());
}

QString textOf(Facet facet, const QString &value)
{
    if (facet == Facet::Lifecycle)
        return lifecycleText(Lifecycle(value.toInt()));
    if (facet == Facet::Kind && !value.isEmpty())
        return value.at(0).toUpper() + value.sliced(1);
    return value;
}

/// How far behind a template stands when nothing else tells two apart.
int rank(const CatalogRow &row)
{
    return row.isBroken ? 4 : row.isRecommended ? 0 : 1 + int(row.lifecycle);
}

QList<int> orderOf(const QList<CatalogRow> &rows)
{
    struct Place
    {
        int rank;
        QString title;
        int row;
    };
    QList<Place> places;
    for (qsizetype i = 0; i < rows.size(); ++i)
        places += {rank(rows.at(i)), folded(rows.at(i).title), int(i)};
    std::ranges::sort(places, {}, [](const Place &place) {
        return std::tie(place.rank, place.title, place.row);
    });
    QList<int> order;
    for (const Place &place : std::as_const(places))
        order += place.row;
    return order;
}

} // namespace

CatalogFilter::CatalogFilter(const CatalogModel &model, QObject *parent)
    : RowModel(parent)
    , m_model(model)
{
    connect(&model, &CatalogModel::listingChanged, this, &CatalogFilter::readCatalog);
    readCatalog();
}

void CatalogFilter::setQuery(const QString &query)
{
    m_query = query;
    m_words = searchWords(query);
    search();
    show();
    if (rowCount() > 0) // the same templates may be found by other letters
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {TitleSpansRole, DescriptionSpansRole});
}

void CatalogFilter::setChosen(Facet facet, const QStringList &values)
{
    m_chosen.insert(facet, values);
    show();
}

void CatalogFilter::clear()
{
    m_chosen.clear();
    setQuery({});
}

bool CatalogFilter::isFiltering() const
{
    return !m_words.isEmpty()
        || std::ranges::any_of(m_chosen, [](const QStringList &all) { return !all.isEmpty(); });
}

void CatalogFilter::readCatalog()
{
    m_order = orderOf(m_model.rows());
    search();
    show();
}

void CatalogFilter::search()
{
    m_found = m_order;
    if (m_words.isEmpty())
        return;
    QList<int> scores(m_order.size(), -1); // by row; a score is 0 at least
    for (const SearchIndex::Hit &hit : m_model.listing().index.find(m_words))
        scores[hit.document] = hit.score;
    m_found.removeIf([&](int row) { return scores.at(row) < 0; });
    std::ranges::stable_sort(m_found, std::greater(), [&](int row) { return scores.at(row); });
}

void CatalogFilter::show()
{
    QList<CatalogHit> hits;
    for (const int row : std::as_const(m_found)) {
        if (const CatalogRow &there = m_model.rows().at(row); fits(there))
            hits += {there.key, row};
    }
    setRows(hits);
    Q_EMIT filterChanged();
}

/// Whether a value of each facet is among those that are chosen.
bool CatalogFilter::fits(const CatalogRow &row, std::optional<Facet> except) const
{
    for (const auto &[facet, wanted] : m_chosen.asKeyValueRange()) {
        if (facet == except || wanted.isEmpty())
            continue;
        const QStringList own = valuesOf(row, facet);
        if (std::ranges::none_of(own, [&](const QString &one) { return wanted.contains(one); }))
            return false;
    }
    return true;
}

QList<FacetValue> CatalogFilter::values(Facet facet) const
{
    QMap<QString, int> counts;
    for (const CatalogRow &row : m_model.rows()) {
        for (const QString &value : valuesOf(row, facet))
            counts.insert(value, 0);
    }
    const QStringList wanted = chosen(facet);
    for (const QString &value : wanted)
        counts.insert(value, 0);
    for (const int row : m_found) {
        const CatalogRow &there = m_model.rows().at(row);
        if (!fits(there, facet))
            continue;
        for (const QString &value : valuesOf(there, facet))
            ++counts[value];
    }
    QList<FacetValue> values;
    for (const auto &[value, count] : counts.asKeyValueRange())
        values += {value, textOf(facet, value), count, wanted.contains(value)};
    if (facet != Facet::Lifecycle)
        std::ranges::stable_sort(values, {}, [](const FacetValue &v) { return folded(v.text); });
    return values;
}

QModelIndex CatalogFilter::toModel(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return m_model.index(rows().at(index.row()).row);
}

QModelIndex CatalogFilter::fromModel(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(index.data(CatalogModel::KeyRole).toString()) : QModelIndex();
}

QVariant CatalogFilter::data(const QModelIndex &index, int role) const
{
    const QModelIndex there = toModel(index);
    switch (role) {
    case TitleSpansRole:
        return QVariant::fromValue(matchedSpans(m_words, there.data().toString()));
    case DescriptionSpansRole:
        return QVariant::fromValue(
            matchedSpans(m_words, there.data(CatalogModel::DescriptionRole).toString()));
    default:
        return there.data(role);
    }
}

QHash<int, QByteArray> CatalogFilter::roleNames() const
{
    auto names = m_model.roleNames();
    names.insert({{TitleSpansRole, "titleSpans"}, {DescriptionSpansRole, "descriptionSpans"}});
    return names;
}

} // namespace waymark
