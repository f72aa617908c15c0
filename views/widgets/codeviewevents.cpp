#include "views/widgets/codeview.h"

#include "views/widgets/highlighting.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QVariantAnimation>

namespace waymark {
namespace {

using namespace std::chrono_literals;

constexpr auto slice = 8ms;
/// How many lines below those in sight are coloured before they are scrolled to.
constexpr int ahead = 1'000;

bool isOurs(const QKeyEvent &event)
{
    return event.matches(QKeySequence::Copy) || event.matches(QKeySequence::SelectAll)
        || CodeCaret::keyOf(event).has_value();
}

} // namespace

bool CodeView::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (isOurs(*static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::ApplicationFontChange:
        updateFonts();
        break;
    case QEvent::FontChange:
    case QEvent::Show: // what is hidden is not told of every change
        if (m_layout.fonts().text != CodeFonts::of(QApplication::font(), m_scale).text)
            updateFonts();
        break;
    default:
        break;
    }
    return QAbstractScrollArea::event(event);
}

void CodeView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const CodePainter::Subject subject{
        .layout = m_layout,
        .look = m_look,
        .marks = m_marks,
        .numbers = m_numbers,
        .highlighting = m_highlighting.get(),
        .caret = &m_caret,
        .search = &m_search,
        .hasFocus = hasFocus(),
        .flash
        = m_flash->state() == QAbstractAnimation::Running ? m_flash->currentValue().toDouble() : 0,
    };
    CodePainter code(painter, subject);
    code.paint(event->rect());
    if (m_layout.widen(code.widest()))
        m_work.start(0, this); // bars are not to be moved here
    if (hasFocus()) { // inside, for there is no room around a pane
        painter.setPen(QPen(m_look.colour(Token::Focus), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    const Reading place = reading();
    QAbstractScrollArea::resizeEvent(event);
    m_layout.setViewport(viewport()->size());
    m_layout.measure(QDeadlineTimer(slice));
    scrollTo(place);
    if (event->size().width() != event->oldSize().width())
        Q_EMIT rowsReset();
}

void CodeView::scrollContentsBy(int, int)
{
    m_layout.scrollTo({horizontalScrollBar()->value(), verticalScrollBar()->value()});
    layOutVisible();
    viewport()->update();
}

void CodeView::timerEvent(QTimerEvent *event)
{
    if (event->id() == m_work.id())
        work();
    else if (event->id() == m_dragging.id())
        dragFurther();
    else
        QAbstractScrollArea::timerEvent(event);
}

/// One slice of what is left to do.
void CodeView::work()
{
    const QDeadlineTimer until(slice);
    const int last = m_layout.lastVisibleLine();
    const Highlighting::Slice coloured = m_highlighting->work(last + ahead, until);
    if (coloured.first <= last && coloured.end > m_layout.firstVisibleLine())
        viewport()->update();
    const bool isSearching = !m_search.isFinished();
    bool isMore = coloured.isMore;
    if (isSearching) {
        isMore = m_search.work(until) || isMore;
        viewport()->update();
    }
    const Reading place = reading();
    isMore = m_layout.measure(until) || isMore;
    scrollTo(place);
    if (!isMore)
        m_work.stop();
    if (isSearching)
        Q_EMIT matchesChanged();
}

void CodeView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void CodeView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void CodeView::keyPressEvent(QKeyEvent *event)
{
    if (const auto key = CodeCaret::keyOf(*event)) {
        const CodeCaret before = m_caret;
        m_caret.move(key->step, key->isSelecting, m_layout);
        keepInSight(m_caret.place());
        changed(before);
    } else if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->modifiers().testFlag(Qt::ControlModifier)
               && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        verticalScrollBar()->triggerAction(event->key() == Qt::Key_Up
                                               ? QAbstractSlider::SliderSingleStepSub
                                               : QAbstractSlider::SliderSingleStepAdd);
    } else if ((event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier
               && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT lineActivated(m_caret.place().line + 1, m_caret.place().column + 1);
    } else {
        event->ignore();
    }
}

void CodeView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    const CodeCaret before = m_caret;
    const QPoint point = event->position().toPoint();
    const TextPlace place = m_layout.placeAt(point);
    const bool isExtending = event->modifiers().testFlag(Qt::ShiftModifier);
    if (point.x() < m_layout.gutterWidth() && !isExtending)
        m_pointer.pressLine(m_caret, place);
    else
        m_pointer.press(m_caret, place, point, isExtending);
    changed(before);
    if (event->modifiers().testFlag(Qt::ControlModifier))
        Q_EMIT lineActivated(place.line + 1, place.column + 1);
}

void CodeView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const CodeCaret before = m_caret;
    const QPoint point = event->position().toPoint();
    m_pointer.pressTwice(m_caret, m_layout.placeAt(point), point);
    changed(before);
}

void CodeView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (!m_pointer.isDown()) {
        const bool isGutter = point.x() < m_layout.gutterWidth();
        viewport()->setCursor(isGutter ? Qt::ArrowCursor : Qt::IBeamCursor);
        return;
    }
    const CodeCaret before = m_caret;
    m_pointer.drag(m_caret, m_layout.placeAt(point));
    changed(before);
    if (viewport()->rect().contains(point))
        m_dragging.stop();
    else if (!m_dragging.isActive())
        m_dragging.start(40, this);
}

/// The mouse is held outside: the text comes to it.
void CodeView::dragFurther()
{
    const CodeCaret before = m_caret;
    const QPoint point = viewport()->mapFromGlobal(QCursor::pos());
    m_pointer.drag(m_caret, m_layout.placeAt(point));
    keepInSight(m_caret.place());
    changed(before);
}

void CodeView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pointer.release();
    m_dragging.stop();
    QClipboard *clipboard = QApplication::clipboard();
    if (m_caret.hasSelection() && clipboard->supportsSelection())
        clipboard->setText(selectedText(), QClipboard::Selection);
}

void CodeView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint caret = m_layout.caretRect(m_caret.place()).bottomLeft();
    QMenu *menu = contextMenu().release();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(isKey ? viewport()->mapToGlobal(caret) : event->globalPos());
}

std::unique_ptr<QMenu> CodeView::contextMenu()
{
    auto menu = std::make_unique<QMenu>(this);
    QAction *copying = menu->addAction(tr("&Copy"), QKeySequence::Copy, this, &CodeView::copy);
    copying->setEnabled(m_caret.hasSelection());
    menu->addAction(tr("Select &all"), QKeySequence::SelectAll, this, &CodeView::selectAll);
    if (!m_path.isEmpty()) {
        menu->addAction(tr("Copy &path"), this,
                        [path = m_path] { QApplication::clipboard()->setText(path); });
    }
    if (!actions().isEmpty()) {
        menu->addSeparator();
        menu->addActions(actions());
    }
    return menu;
}

} // namespace waymark
