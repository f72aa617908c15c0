#include "views/catalog/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace waymark {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange({0, 0, width, 0}, false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    static_cast<void>(arrange(rect, true));
}

/// The height that it takes. The items of a line are centred in it.
int FlowLayout::arrange(const QRect &rect, bool moves) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    QList<std::pair<QLayoutItem *, QRect>> line;
    int x = room.x();
    int y = room.y();
    int lineHeight = 0;
    const auto finishLine = [&] {
        for (const auto &[item, place] : std::as_const(line)) {
            const QRect centred = place.translated(0, (lineHeight - place.height()) / 2);
            if (moves)
                item->setGeometry(QStyle::visualRect(direction, room, centred));
        }
        line.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().boundedTo({room.width(), QLAYOUTSIZE_MAX});
        if (!line.isEmpty() && x + size.width() > room.x() + room.width()) {
            finishLine();
            x = room.x();
            y += lineHeight + spacing();
            lineHeight = 0;
        }
        lineHeight = std::max(lineHeight, size.height());
        line += {item, QRect(QPoint(x, y), size)};
        x += size.width() + spacing();
    }
    finishLine();
    return y + lineHeight - rect.y() + contentsMargins().bottom();
}

} // namespace waymark
