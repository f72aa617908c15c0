#include "views/create/linedelegate.h"

#include "views/theme/icons.h"
#include "views/theme/rows.h"
#include "views/theme/typography.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace waymark {
namespace {

// In px at 100 %.
constexpr qreal edge = 12;
constexpr qreal gap = 10;
constexpr qreal iconSide = 16;
constexpr qreal widestPlace = 220;

struct Parts
{
    QRect icon;
    QRect place;
    QRect text;
    QRect link;
};

int widthOf(TextRole role, const QString &text)
{
    return text.isEmpty() ? 0 : QFontMetrics(fontOf(role)).horizontalAdvance(text) + 1;
}

/// In a row from left to right.
Parts partsOf(const QRect &row, const PlaceRow &shown, const Appearance &look)
{
    Parts parts;
    int left = row.x() + look.px(edge);
    int right = row.right() + 1 - look.px(edge);
    const auto take = [&](int width) {
        const QRect place(left, row.y(), width, row.height());
        left += width + look.px(gap);
        return place;
    };
    if (!shown.icon.isEmpty())
        parts.icon = take(look.px(iconSide));
    const int most = std::min(look.px(widestPlace), row.width() / 3);
    parts.place = take(std::min(most, widthOf(TextRole::CodeSmall, shown.place)));
    if (const int link = widthOf(TextRole::BodyMedium, shown.link)) {
        parts.link = QRect(right - link, row.y(), link, row.height());
        right -= link + look.px(gap);
    }
    parts.text = QRect(left, row.y(), std::max(0, right - left), row.height());
    return parts;
}

} // namespace

LineDelegate::LineDelegate(Read read, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_read(std::move(read))
{
}

void LineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Appearance &look = appearanceOf(option.widget);
    const PlaceRow shown = m_read(index);
    const Parts parts = partsOf(option.rect, shown, look);
    const auto mirrored = [&](const QRect &place) {
        return QStyle::visualRect(option.direction, option.rect, place);
    };
    const auto start
        = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter);
    painter->save();
    paintRow(painter, option.rect, rowStateOf(option), {.direction = option.direction}, look);
    if (!shown.icon.isEmpty())
        paintIcon(painter, QRectF(mirrored(parts.icon)), shown.icon, look.color(shown.ink));
    const QFont code = fontOf(TextRole::CodeSmall);
    painter->setFont(code);
    painter->setPen(look.color(Token::Tx2));
    painter->drawText(
        mirrored(parts.place), start,
        QFontMetrics(code).elidedText(shown.place, Qt::ElideMiddle, parts.place.width()));
    painter->setFont(fontOf(TextRole::Body));
    painter->setPen(look.color(Token::Tx));
    painter->drawText(mirrored(parts.text), start | int(Qt::TextWordWrap), shown.text);
    painter->setFont(fontOf(TextRole::BodyMedium));
    painter->setPen(look.color(Token::AccentTx));
    painter->drawText(mirrored(parts.link), start, shown.link);
    painter->restore();
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintRowFocus(painter, option.rect, look);
}

QSize LineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Appearance &look = appearanceOf(option.widget);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : look.px(600);
    const PlaceRow shown = m_read(index);
    const Parts parts = partsOf(QRect(0, 0, width, 0), shown, look);
    const QRect around(0, 0, std::max(1, parts.text.width()), 10'000);
    const QRect text
        = QFontMetrics(fontOf(TextRole::Body)).boundingRect(around, Qt::TextWordWrap, shown.text);
    const int least = rowHeight(RowKind::ListRow, QApplication::font());
    return {look.px(120), std::max(least, text.height() + look.px(8))};
}

bool LineDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                               const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease)
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const auto *mouse = static_cast<const QMouseEvent *>(event);
    const Parts parts = partsOf(option.rect, m_read(index), appearanceOf(option.widget));
    const QRect link = QStyle::visualRect(option.direction, option.rect, parts.link);
    if (mouse->button() != Qt::LeftButton || !link.contains(mouse->position().toPoint()))
        return false;
    Q_EMIT linkPressed(index);
    return true;
}

} // namespace waymark
