#include "views/catalog/cardlist.h"

#include "views/catalog/carddelegate.h"
#include "views/theme/controls.h"
#include "views/theme/rings.h"
#include "views/theme/shapes.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace waymark {

CardList::CardList(QWidget *parent)
    : QListView(parent)
    , m_delegate(new CardDelegate(this))
{
    setAccessibleName(tr("Templates"));
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    viewport()->setAutoFillBackground(false);
    setKeepsSelection(this, true);
    applySizes();
}

void CardList::setGrid(bool isGrid)
{
    if (m_isGrid == isGrid)
        return;
    m_isGrid = isGrid;
    m_delegate->setTiles(isGrid);
    setViewMode(isGrid ? QListView::IconMode : QListView::ListMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    applyGrid();
    scrollTo(currentIndex());
}

void CardList::setExpectsMore(bool expects)
{
    m_expectsMore = expects;
    viewport()->update();
}

QSize CardList::sizeHint() const
{
    return {px(this, 424), 3 * CardDelegate::rowHeight()};
}

void CardList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        applySizes();
}

void CardList::resizeEvent(QResizeEvent *event)
{
    applyGrid();
    QListView::resizeEvent(event);
}

void CardList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!m_expectsMore)
        return;
    QPainter painter(viewport());
    const Appearance &look = appearanceOf(this);
    const QModelIndex last = model() ? model()->index(model()->rowCount() - 1, 0) : QModelIndex();
    const int high = CardDelegate::rowHeight();
    int top = last.isValid() ? visualRect(last).bottom() + 1 : 0;
    for (int number = 0; top < viewport()->height(); ++number, top += high) {
        const QRect row(look.px(10), top, viewport()->width() - look.px(20), high);
        paintSkeletonRow(&painter, row, number, look);
        paintHairline(&painter, row, Qt::BottomEdge, look.color(Token::LineSubtle));
    }
}

void CardList::applySizes()
{
    const int side = px(this, 8);
    setViewportMargins(side, px(this, 4), side, px(this, 4));
    verticalScrollBar()->setSingleStep(CardDelegate::rowHeight() / 3);
    applyGrid();
    scheduleDelayedItemsLayout();
}

/// Tiles share the width, so that no margin is left at the end of a line.
void CardList::applyGrid()
{
    if (!m_isGrid) {
        setGridSize({});
        return;
    }
    const int room = viewport()->width() - verticalScrollBar()->sizeHint().width() - 1;
    const int columns = std::max(1, room / px(this, 190));
    setGridSize({room / columns, CardDelegate::tileHeight()});
}

} // namespace waymark
