#include "views/create/formpane.h"

#include "views/create/fieldpage.h"
#include "views/create/parts.h"
#include "views/theme/controls.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/actionbutton.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QFrame>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {

FormPane::FormPane(FieldRow::Hands hands, Actions actions, QWidget *parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea(this))
    , m_page(new FieldPage(std::move(hands)))
    , m_footer(footer(actions))
{
    setAccessibleName(tr("Questions"));
    setSurface(this, Surface::Page);
    m_scroll->setWidget(m_page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::ClickFocus); // its controls take the focus
    setAccessibleRole(m_scroll, QAccessible::Pane);
    m_scroll->setAccessibleName(tr("Questions"));
    setSurface(m_page, Surface::Page);
    QBoxLayout *column = columnOf(this);
    column->addWidget(m_scroll, 1);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    column->addWidget(line);
    column->addWidget(m_footer);
    m_page->installEventFilter(this);
    keepScaled(this, [this] { fit(); });
    connect(m_page, &FieldPage::controlsChanged, this, &FormPane::orderControls);
    connect(qApp, &QApplication::focusChanged, this, &FormPane::followFocus);
    orderControls();
}

/// What goes with it takes the focus along, which is none of its business any more.
FormPane::~FormPane()
{
    qApp->disconnect(this);
}

QWidget *FormPane::footer(Actions actions)
{
    auto *footer = new QWidget(this);
    QBoxLayout *row = rowOf(footer, {24, 12, 24, 12});
    auto *back = new ActionButton(actions.back, ButtonLook::Usual, footer);
    auto *goOn = new ActionButton(actions.goOn, ButtonLook::Primary, footer);
    m_keys = new KeyHint({tr("Ctrl"), tr("Enter")}, footer);
    row->addWidget(back);
    row->addStretch();
    row->addWidget(m_keys);
    row->addWidget(goOn);
    return footer;
}

bool FormPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return QWidget::eventFilter(watched, event);
}

/// Questions scroll up and down only: the pane is as wide as the widest of them needs.
void FormPane::fit()
{
    const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
    const int needed = m_page->minimumSizeHint().width() + bar;
    m_scroll->setMinimumWidth(std::max(px(this, 488 * 0.7), needed));
}

void FormPane::setKeysShown(bool isShown)
{
    m_keys->setVisible(isShown);
}

/// Qt goes on by Tab in the order in which widgets were made.
void FormPane::orderControls()
{
    QWidget *before = m_scroll;
    for (QWidget *control : m_page->controls()) {
        setTabOrder(before, control);
        before = control;
    }
}

void FormPane::focusField(const AnswerPath &path)
{
    m_page->refresh();
    const FieldRow *row = nullptr;
    for (AnswerPath around = path; !row && !around.isEmpty(); around.removeLast())
        row = m_page->row(around);
    QWidget *control = row ? row->firstControl() : nullptr;
    if (!control)
        return;
    control->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(const_cast<FieldRow *>(row), 0, px(this, 24));
    m_scroll->ensureWidgetVisible(control, 0, px(this, 24));
}

void FormPane::focusFirst()
{
    m_page->refresh();
    m_scroll->ensureVisible(0, 0);
    QWidget *control = m_page->firstControl();
    if (!control)
        return;
    control->setFocus(Qt::OtherFocusReason);
    // Once the rows have their places, the title of the page is shown too, where both have room.
    QTimer::singleShot(0, control, [this, control] {
        if (control->mapTo(m_page, control->rect().bottomLeft()).y()
            < m_scroll->viewport()->height())
            m_scroll->ensureVisible(0, 0);
    });
}

void FormPane::followFocus(QWidget *, QWidget *now)
{
    if (!now)
        return; // the window lost it, and will have it again
    const FieldRow *row = FieldPage::rowAround(now); // what it opens over the window is in it too
    const AnswerPath path = row ? row->path() : AnswerPath();
    if (path == m_focused)
        return;
    const AnswerPath before = std::exchange(m_focused, path);
    if (!before.isEmpty())
        Q_EMIT left(before);
    if (row) {
        m_scroll->ensureWidgetVisible(now, 0, px(this, 24));
        Q_EMIT entered(path);
    }
}

} // namespace waymark
