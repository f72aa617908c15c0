#pragma once

#include "models/items/catalogmodel.h"

#include <QMap>

namespace waymark {

/// What templates are told apart by, beside words.
enum class Facet : quint8 { Kind, Language, Lifecycle, Owner };

/// One value of a facet, as a filter offers it.
struct FacetValue
{
    QString value = {};
    QString text = {}; ///< For people.
    int count = 0; ///< Templates that the search and the other facets leave.
    bool isChosen = false;
    friend bool operator==(const FacetValue &, const FacetValue &) = default;
};

/// A row of the filtered catalog.
struct CatalogHit
{
    QString key = {};
    int row = 0; ///< In the CatalogModel.
    friend bool operator==(const CatalogHit &, const CatalogHit &) = default;
};

/// The templates of a CatalogModel that fit what somebody types and chooses, the best first; equal
/// ones stay in one order: supported, experimental, deprecated, broken, each by title. It has all
/// roles of the model and says which letters match.
class CatalogFilter final : public RowModel<CatalogHit>
{
    Q_OBJECT

public:
    enum Role {
        TitleSpansRole = CatalogModel::LastRole + 1, ///< QVariant of QList<TextSpan>, in the title.
        DescriptionSpansRole,
    };

    /// `model` has to live longer.
    explicit CatalogFilter(const CatalogModel &model, QObject *parent = nullptr);

    void setQuery(const QString &query);
    [[nodiscard]] const QString &query() const { return m_query; }
    /// No values: any.
    void setChosen(Facet facet, const QStringList &values);
    [[nodiscard]] QStringList chosen(Facet facet) const { return m_chosen.value(facet); }
    void clear(); ///< Search and facets.
    [[nodiscard]] bool isFiltering() const;
    /// How many templates meet the query, whatever is chosen.
    [[nodiscard]] qsizetype found() const { return m_found.size(); }
    /// The values of `facet` that occur in the catalog, sorted by text; chosen ones in any case.
    [[nodiscard]] QList<FacetValue> values(Facet facet) const;

    [[nodiscard]] QModelIndex toModel(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex fromModel(const QModelIndex &index) const;

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void filterChanged(); ///< Query, choice, or the counts of facets.

private:
    void readCatalog();
    void search();
    void show();
    [[nodiscard]] bool fits(const CatalogRow &row, std::optional<Facet> except = {}) const;

    const CatalogModel &m_model;
    QString m_query;
    QList<SearchWord> m_words;
    QMap<Facet, QStringList> m_chosen;
    QList<int> m_order; ///< All rows of the model, in the order of equals.
    QList<int> m_found; ///< Those that meet the query, the best first.
};

} // namespace waymark

Q_DECLARE_METATYPE(waymark::TextSpan)
