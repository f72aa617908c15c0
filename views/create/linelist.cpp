#include "views/create/linelist.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace waymark {

LineList::LineList(QAbstractItemModel &model, LineDelegate::Read read, QWidget *parent)
    : QTableView(parent)
{
    auto *delegate = new LineDelegate(std::move(read), this);
    setModel(&model);
    setItemDelegate(delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    viewport()->setAutoFillBackground(false);
    connect(delegate, &LineDelegate::linkPressed, this, &LineList::followed);
    connect(this, &QTableView::doubleClicked, this, &LineList::followed);
}

void LineList::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        resizeRowsToContents();
}

void LineList::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
        Q_EMIT followed(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

} // namespace waymark
