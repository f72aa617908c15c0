#pragma once

#include "views/theme/tokens.h"

#include <QStyledItemDelegate>

#include <functional>

namespace waymark {

/// What a row of a list of places shows, read from its model.
struct PlaceRow
{
    QString icon = {}; ///< Empty: none.
    Token ink = Token::Tx2; ///< Of the icon.
    QString place = {};
    QString text = {};
    QString link = {}; ///< What a press on it does; empty: nothing.
};

/// Paints a row with an icon, a place in a file, a text that wraps, and a link at its end.
class LineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using Read = std::function<PlaceRow(const QModelIndex &index)>;

    explicit LineDelegate(Read read, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

Q_SIGNALS:
    void linkPressed(const QModelIndex &index);

private:
    const Read m_read;
};

} // namespace waymark
