#pragma once

#include "models/items/cataloglisting.h"
#include "models/items/rowmodel.h"

namespace waymark {

/// What is shown of one template in a list.
struct CatalogRow
{
    QString key
        = {}; ///< The source's name and the folder's path: it outlives a change of the template.
    QString id = {};
    QString title = {}; ///< Never empty.
    QString name = {};
    QString description = {};
    QStringList tags = {};
    QString owner = {};
    QString kind = {}; ///< "service", in the template's own word.
    QStringList languages = {};
    Lifecycle lifecycle = Lifecycle::Supported;
    QString support = {};
    QString version = {};
    QString icon = {};
    QString source = {};
    QString successor = {}; ///< Of a deprecated one.
    bool isRecommended = false;
    bool isBroken = false;
    QList<Problem> problems = {}; ///< Why it is broken, and warnings.

    friend bool operator==(const CatalogRow &, const CatalogRow &) = default;
};

/// Every template of the catalog, a row each, the broken ones too. Rows are in the catalog's order;
/// see CatalogFilter for a list to choose from.
class CatalogModel final : public RowModel<CatalogRow>
{
    Q_OBJECT

public:
    /// Qt::DisplayRole is the title.
    enum Role {
        KeyRole = Qt::UserRole,
        IdRole,
        NameRole,
        DescriptionRole,
        TagsRole, ///< QStringList
        OwnerRole,
        KindRole,
        LanguagesRole, ///< QStringList
        LifecycleRole, ///< int of Lifecycle
        LifecycleTextRole, ///< "Deprecated", translated.
        SupportRole,
        VersionRole,
        IconRole, ///< The name that the sidecar gives, as it stands there.
        SourceRole,
        SuccessorRole,
        RecommendedRole, ///< bool
        BrokenRole, ///< bool
        ProblemRole, ///< The first problem, with its place; empty: none.
        LastRole = ProblemRole,
    };

    explicit CatalogModel(QObject *parent = nullptr);

    /// Shows the templates of `listing`; what is the same stays as it is.
    void setListing(std::shared_ptr<const CatalogListing> listing);
    [[nodiscard]] const CatalogListing &listing() const { return *m_listing; }
    /// The entry at `index`, or null. Valid until the next setListing().
    [[nodiscard]] const CatalogEntry *entry(const QModelIndex &index) const;
    /// The README at `index`, in Markdown.
    [[nodiscard]] QString readme(const QModelIndex &index) const;

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void listingChanged(); ///< Behind the signals of the rows: what is searched may be new as well.

private:
    std::shared_ptr<const CatalogListing> m_listing = std::make_shared<const CatalogListing>();
};

/// What `lifecycle` is called: "Supported", translated.
[[nodiscard]] QString lifecycleText(Lifecycle lifecycle);

} // namespace waymark
