#pragma once

#include "models/items/rowmodel.h"

#include <QDateTime>

namespace waymark {

/// A service that was made here, as it is remembered.
struct ServiceRow
{
    QString key = {}; ///< Its folder, absolute.
    QString name = {};
    QString templateTitle = {};
    QDateTime made = {}; ///< UTC.

    friend bool operator==(const ServiceRow &, const ServiceRow &) = default;
};

/// The services that were made lately, the latest first.
class ServicesModel final : public RowModel<ServiceRow>
{
    Q_OBJECT

public:
    /// Qt::DisplayRole is the name.
    enum Role {
        FolderRole = Qt::UserRole,
        TemplateRole,
        MadeRole, ///< QDateTime
    };

    explicit ServicesModel(QObject *parent = nullptr);

    void setServices(const QList<ServiceRow> &services);
    /// One was made: it comes first, and the oldest of many is forgotten.
    void add(const ServiceRow &service);

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
};

} // namespace waymark
