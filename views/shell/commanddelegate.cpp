#include "views/shell/commanddelegate.h"

#include "views/shell/keycappainting.h"
#include "views/theme/icons.h"
#include "views/theme/rows.h"
#include "views/theme/typography.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace waymark {
namespace {

int flags(const QStyleOptionViewItem &option)
{
    const auto align = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    return int(align | Qt::AlignVCenter) | Qt::TextSingleLine;
}

/// The title with the letters that match in bold and in the colour of links; its width.
int paintTitle(QPainter *painter, const QRect &room, const CommandRow &row, const QColor &ink,
               const QColor &matchInk)
{
    const QFont font = fontOf(TextRole::BodyMedium);
    QTextLayout layout(QFontMetrics(font).elidedText(row.entry.title, Qt::ElideRight, room.width()),
                       font);
    QList<QTextLayout::FormatRange> ranges;
    for (const TextSpan &span : row.spans) {
        QTextCharFormat format;
        format.setFontWeight(QFont::Bold);
        format.setForeground(matchInk);
        ranges += QTextLayout::FormatRange{int(span.start), int(span.length), format};
    }
    layout.setFormats(ranges);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    if (!line.isValid())
        return 0;
    painter->setPen(ink);
    layout.draw(painter, QPointF(room.x(), room.y() + (room.height() - line.height()) / 2));
    return int(line.naturalTextWidth());
}

} // namespace

CommandDelegate::CommandDelegate(const CommandModel &model, IconOf iconOf, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_iconOf(std::move(iconOf))
{
}

void CommandDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const CommandRow &row = m_model.rows().at(index.row());
    painter->save();
    if (row.isHeading) {
        paintHeading(painter, option, row.heading);
    } else {
        const Appearance &look = appearanceOf(option.widget);
        const bool isHere = option.state.testFlag(QStyle::State_Selected);
        const auto state = isHere ? option.state | QStyle::State_Active : option.state;
        paintRow(painter, option.rect, state, {.direction = option.direction}, look);
        QRect room = option.rect.adjusted(look.px(12), 0, -look.px(10), 0);
        const int side = look.px(16);
        const QRect mark(room.x(), room.y() + (room.height() - side) / 2, side, side);
        paintIcon(painter, QStyle::visualRect(option.direction, option.rect, mark),
                  m_iconOf(row.entry), QIcon::Normal, QIcon::Off,
                  look.color(isHere ? Token::AccentTx : Token::Tx2));
        if (!row.entry.keys.isEmpty()) {
            paintKeyCaps(painter, QStyle::visualRect(option.direction, option.rect, room),
                         row.entry.keys, option.direction, look);
            room.setRight(room.right() - keyCapsSize(row.entry.keys, look).width() - look.px(12));
        }
        room.setLeft(room.left() + side + look.px(14));
        paintWords(painter, room, row, option);
    }
    painter->restore();
}

void CommandDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QString &text) const
{
    const Appearance &look = appearanceOf(option.widget);
    painter->setFont(fontOf(TextRole::HelpStrong));
    painter->setPen(look.color(Token::Tx2));
    painter->drawText(option.rect.adjusted(look.px(10), look.px(6), -look.px(10), 0), flags(option),
                      text);
}

void CommandDelegate::paintWords(QPainter *painter, const QRect &room, const CommandRow &row,
                                 const QStyleOptionViewItem &option) const
{
    const Appearance &look = appearanceOf(option.widget);
    const CommandEntry &entry = row.entry;
    const Token ink = entry.isEnabled ? Token::Tx : Token::TxDisabled;
    const Token matchInk = entry.isEnabled ? Token::AccentTx : Token::TxDisabled;
    const bool isMirrored = option.direction == Qt::RightToLeft;
    const QString beside = entry.isEnabled || entry.reason.isEmpty() ? entry.detail : entry.reason;
    const QFontMetrics metrics(fontOf(TextRole::BodyStrong));
    const int titleWidth = std::min(metrics.horizontalAdvance(entry.title), room.width());
    const QRect title(isMirrored
                          ? option.rect.right() + option.rect.left() - room.left() - titleWidth
                          : room.left(),
                      room.y(), titleWidth, room.height());
    const int used = paintTitle(painter, title, row, look.color(ink), look.color(matchInk));
    const QRect rest = room.adjusted((isMirrored ? titleWidth : used) + look.px(12), 0, 0, 0);
    if (beside.isEmpty() || rest.width() < look.px(24))
        return;
    painter->setFont(fontOf(TextRole::Help));
    painter->setPen(look.color(Token::Tx3));
    painter->drawText(QStyle::visualRect(option.direction, option.rect, rest), flags(option),
                      painter->fontMetrics().elidedText(beside, Qt::ElideMiddle, rest.width()));
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Appearance &look = appearanceOf(option.widget);
    const int row = rowHeight(RowKind::Palette, QApplication::font());
    const bool isHeading = m_model.rows().at(index.row()).isHeading;
    return {look.px(200), isHeading ? row - look.px(4) : row};
}

} // namespace waymark
