#pragma once

#include "models/items/commandmodel.h"

#include <QIcon>
#include <QStyledItemDelegate>

#include <functional>

namespace waymark {

/// A row of the palette: what it does with the letters that match, where it belongs, its keys; or
/// the heading of a group.
class CommandDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using IconOf = std::function<QIcon(const CommandEntry &entry)>;

    CommandDelegate(const CommandModel &model, IconOf iconOf, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void paintHeading(QPainter *painter, const QStyleOptionViewItem &option,
                      const QString &text) const;
    void paintWords(QPainter *painter, const QRect &room, const CommandRow &row,
                    const QStyleOptionViewItem &option) const;

    const CommandModel &m_model;
    const IconOf m_iconOf;
};

} // namespace waymark
