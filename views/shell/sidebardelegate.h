#pragma once

#include "views/theme/appearance.h"

#include <QStyledItemDelegate>

namespace waymark {

/// A place in the side bar: icon, name, count and, where it is shown, the bar.
class SideBarDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Qt::DisplayRole is the name.
    enum Role { IdRole = Qt::UserRole, IconRole, CountRole };

    using QStyledItemDelegate::QStyledItemDelegate;

    struct Places
    {
        QRect icon;
        QRect count; ///< Null where nothing waits.
    };

    void setRail(bool isRail) { m_isRail = isRail; }
    /// Where things stand in a row from left to right.
    [[nodiscard]] Places placesIn(const QRect &row, int count, const Appearance &look) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    bool m_isRail = false;
};

} // namespace waymark
