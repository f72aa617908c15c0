#pragma once

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

    void setRail(bool isRail) { m_isRail = isRail; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void paintCount(QPainter *painter, const QStyleOptionViewItem &option, const QRect &row,
                    int count) const;

    bool m_isRail = false;
};

} // namespace waymark
