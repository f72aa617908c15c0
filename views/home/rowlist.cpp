#include "views/home/rowlist.h"

#include "views/theme/appearance.h"
#include "views/theme/icons.h"
#include "views/theme/rows.h"
#include "views/theme/typography.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {

RowListDelegate::RowListDelegate(RowList::WordsOf wordsOf, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_wordsOf(std::move(wordsOf))
{
}

void RowListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Appearance &look = appearanceOf(option.widget);
    const QRect row = option.rect;
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    const auto state = hasFocus ? option.state : option.state & ~QStyle::State_Selected;
    paintRow(painter, row, state, {.direction = option.direction}, look);
    if (hasFocus)
        paintRowFocus(painter, row, look);
    const RowWords words = m_wordsOf(index);
    const auto placed
        = [&](const QRect &place) { return QStyle::visualRect(option.direction, row, place); };
    const int side = look.px(16);
    const int middle = row.y() + (row.height() - side) / 2;
    paintIcon(painter, QRectF(placed({row.x() + look.px(10), middle, side, side})), words.icon,
              look.color(words.isTrouble ? Token::WarnTx : Token::Tx2));
    paintIcon(painter, QRectF(placed({row.right() - look.px(8) - side, middle, side, side})),
              option.direction == Qt::RightToLeft ? u"left"_s : u"right"_s, look.color(Token::Tx3));
    const QRect room = row.adjusted(look.px(36), 0, -look.px(34), 0);
    const QFont title = fontOf(TextRole::BodyMedium);
    const QFont detail = fontOf(TextRole::Help);
    const int high = QFontMetrics(title).height();
    const int top = row.y() + (row.height() - high - QFontMetrics(detail).height()) / 2;
    const auto line = [&](const QFont &font, Token ink, int y, const QString &text) {
        const QFontMetrics metrics(font);
        painter->setFont(font);
        painter->setPen(look.color(ink));
        const auto align = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
        painter->drawText(placed({room.x(), y, room.width(), metrics.height()}),
                          int(align | Qt::AlignVCenter) | Qt::TextSingleLine,
                          metrics.elidedText(text, Qt::ElideMiddle, room.width()));
    };
    painter->save();
    line(title, Token::Tx, top, words.title);
    line(detail, words.isTrouble ? Token::WarnTx : Token::Tx2, top + high, words.detail);
    painter->restore();
}

QSize RowListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {px(option.widget, 200), rowHeight(RowKind::Table, QApplication::font())};
}

RowList::RowList(QAbstractItemModel &model, WordsOf wordsOf, QWidget *parent)
    : QListView(parent)
{
    setModel(&model);
    setItemDelegate(new RowListDelegate(std::move(wordsOf), this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setCursor(Qt::PointingHandCursor);
    connect(this, &QListView::clicked, this, &RowList::opened);
    connect(this, &QListView::activated, this, &RowList::opened);
}

QSize RowList::sizeHint() const
{
    const int rows = model() ? model()->rowCount() : 0;
    return {px(this, 200), rows * std::max(0, sizeHintForRow(0))};
}

QSize RowList::minimumSizeHint() const
{
    return {px(this, 120), sizeHint().height()};
}

void RowList::updateGeometries()
{
    QListView::updateGeometries();
    if (height() != sizeHint().height())
        updateGeometry();
}

void RowList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (!currentIndex().isValid() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
}

void RowList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        doItemsLayout();
}

} // namespace waymark
