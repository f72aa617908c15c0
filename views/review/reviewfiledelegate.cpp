#include "views/review/reviewfiledelegate.h"

#include "models/items/reviewmodel.h"
#include "views/review/reviewmark.h"
#include "views/theme/icons.h"
#include "views/theme/rows.h"
#include "views/theme/typography.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString signedCount(QChar sign, int count)
{
    return count > 0 ? sign + QString::number(count) : QString();
}

/// The parts of a row from its start to its end, as far as they are taken.
class RowRoom
{
public:
    explicit RowRoom(const QStyleOptionViewItem &option)
        : m_option(option)
        , m_look(appearanceOf(option.widget))
        , m_rest(option.rect.adjusted(m_look.px(12), 0, -m_look.px(12), 0))
    {
    }

    [[nodiscard]] const Appearance &look() const { return m_look; }
    [[nodiscard]] QRect box() { return seen(takenFirst(boxSide(), 8)); }
    [[nodiscard]] QRect atEnd(int width, qreal gap)
    {
        QRect part = m_rest;
        part.setLeft(m_rest.right() + 1 - width);
        m_rest.setRight(part.left() - 1 - m_look.px(gap));
        return seen(part);
    }
    [[nodiscard]] QRect atStart(int width, qreal gap) { return seen(takenFirst(width, gap)); }
    [[nodiscard]] int restWidth() const { return std::max(0, m_rest.width()); }

private:
    [[nodiscard]] int boxSide() const
    {
        return m_option.widget->style()->pixelMetric(QStyle::PM_IndicatorWidth, &m_option,
                                                     m_option.widget);
    }
    QRect takenFirst(int width, qreal gap)
    {
        QRect part = m_rest;
        part.setWidth(width);
        m_rest.setLeft(part.right() + 1 + m_look.px(gap));
        return part;
    }
    [[nodiscard]] QRect seen(const QRect &part) const
    {
        return QStyle::visualRect(m_option.direction, m_option.rect, part);
    }

    const QStyleOptionViewItem &m_option;
    const Appearance &m_look;
    QRect m_rest;
};

void drawText(QPainter *painter, const QRect &rect, const QString &text, const QColor &color,
              Qt::Alignment align)
{
    painter->setPen(color);
    painter->drawText(rect, int(align | Qt::AlignVCenter) | Qt::TextSingleLine, text);
}

void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    RowRoom room(option);
    const QString title = index.data().toString();
    const QFont strong = fontOf(TextRole::HelpStrong);
    const QFontMetrics metrics(strong);
    painter->setFont(strong);
    const QRect first
        = room.atStart(std::min(metrics.horizontalAdvance(title) + 1, room.restWidth()), 4);
    drawText(painter, first, title, room.look().color(Token::Tx2), Qt::AlignLeading);
    painter->setFont(fontOf(TextRole::Help));
    drawText(painter, room.atStart(room.restWidth(), 0),
             index.data(ReviewModel::DetailRole).toString(), room.look().color(Token::Tx3),
             Qt::AlignLeading);
}

void paintCheck(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                const QRect &rect)
{
    QStyleOptionViewItem box = option;
    const int side = rect.width();
    box.rect = QRect(rect.x(), rect.y() + (rect.height() - side) / 2, side, side);
    const bool isChecked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    box.state.setFlag(QStyle::State_On, isChecked);
    box.state.setFlag(QStyle::State_Off, !isChecked);
    box.state.setFlag(QStyle::State_MouseOver, false);
    box.state.setFlag(QStyle::State_Enabled, index.flags().testFlag(Qt::ItemIsUserCheckable));
    option.widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter,
                                          option.widget);
}

/// What the file adds and takes out, in columns of figures.
void paintCounts(QPainter *painter, const QModelIndex &index, RowRoom &room)
{
    const QFont font = withTabularFigures(fontOf(TextRole::Help));
    const QFontMetrics metrics(font);
    painter->setFont(font);
    const auto column = [&](const QString &text, const QString &usual, Token token, qreal gap) {
        const int width
            = std::max(metrics.horizontalAdvance(usual), metrics.horizontalAdvance(text));
        drawText(painter, room.atEnd(width, gap), text, room.look().color(token),
                 Qt::AlignTrailing);
    };
    if (const int errors = index.data(ReviewModel::ErrorsRole).toInt(); errors > 0) {
        column(QString::number(errors), u"0"_s, Token::ErrTx, 2);
        const int side = room.look().px(14);
        paintIcon(painter, QRectF(room.atEnd(side, 8)), u"error"_s,
                  room.look().color(Token::ErrTx));
        return;
    }
    column(signedCount(QChar(0x2212), index.data(ReviewModel::RemovedRole).toInt()), u"\u221200"_s,
           Token::DelTx, 4);
    column(signedCount(u'+', index.data(ReviewModel::AddedRole).toInt()), u"+000"_s, Token::AddTx,
           8);
}

void paintName(QPainter *painter, const QModelIndex &index, RowRoom &room)
{
    const QFont font = fontOf(TextRole::CodeSmall);
    const QFontMetrics metrics(font);
    painter->setFont(font);
    const bool isWanted = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const QString name
        = metrics.elidedText(index.data().toString(), Qt::ElideMiddle, room.restWidth());
    drawText(painter, room.atStart(metrics.horizontalAdvance(name) + 1, 7), name,
             room.look().color(isWanted ? Token::Tx : Token::Tx3), Qt::AlignLeft);
    const int width = room.restWidth();
    if (width < metrics.horizontalAdvance(u"abc…"_s))
        return;
    const QString folder = metrics.elidedText(index.data(ReviewModel::DetailRole).toString(),
                                              Qt::ElideMiddle, width);
    drawText(painter, room.atStart(width, 0), folder, room.look().color(Token::Tx3),
             Qt::AlignLeading);
}

} // namespace

void ReviewFileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    painter->save();
    if (index.data(ReviewModel::IsHeadingRole).toBool()) {
        paintHeading(painter, option, index);
        painter->restore();
        return;
    }
    RowRoom room(option);
    const QStyle::State state = rowStateOf(option);
    paintRow(painter, option.rect, state, {.isRound = false, .direction = option.direction},
             room.look());
    paintCheck(painter, option, index, room.box());
    const auto change = ChangeClass(index.data(ReviewModel::ChangeRole).toInt());
    paintFileMark(painter, room.atEnd(fileMarkSize(room.look()).width(), 8), fileMarkOf(change),
                  room.look());
    paintCounts(painter, index, room);
    paintName(painter, index, room);
    if (state.testFlag(QStyle::State_HasFocus))
        paintRowFocus(painter, option.rect.adjusted(1, 1, -1, -1), room.look());
    painter->restore();
}

QSize ReviewFileDelegate::sizeHint(const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const int height = rowHeight(RowKind::ListRow, QApplication::font());
    const bool isHeading = index.data(ReviewModel::IsHeadingRole).toBool();
    return {0, isHeading ? height + px(option.widget, 4) : height};
}

bool ReviewFileDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                     const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool isMouse = event->type() == QEvent::MouseButtonPress
        || event->type() == QEvent::MouseButtonRelease
        || event->type() == QEvent::MouseButtonDblClick;
    if (!isMouse)
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const auto *mouse = static_cast<QMouseEvent *>(event);
    const QRect box = RowRoom(option).box();
    const bool isHit = mouse->button() == Qt::LeftButton
        && box.left() - px(option.widget, 8) <= mouse->position().toPoint().x()
        && mouse->position().toPoint().x() <= box.right() + px(option.widget, 4);
    if (!isHit || !index.flags().testFlag(Qt::ItemIsUserCheckable))
        return false;
    if (event->type() != QEvent::MouseButtonRelease)
        return true;
    const bool isChecked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, isChecked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

bool ReviewFileDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                   const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || index.data(ReviewModel::IsHeadingRole).toBool())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = index.data(Qt::AccessibleTextRole).toString();
    QToolTip::showText(event->globalPos(), text, view);
    return true;
}

} // namespace waymark
