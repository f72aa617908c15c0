#pragma once

#include <QStyledItemDelegate>

namespace waymark {

/// Paints a template as a card: a row of a list, or a tile of a grid.
class CardDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTiles(bool areTiles) { m_areTiles = areTiles; }
    /// In px of the screen, at the size of the application's font.
    [[nodiscard]] static int rowHeight();
    [[nodiscard]] static int tileHeight();

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    bool m_areTiles = false;
};

} // namespace waymark
