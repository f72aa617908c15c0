#include "views/catalog/factcard.h"

#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/widgets/wraplabel.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QEvent>
#include <QFrame>

#include <algorithm>

namespace waymark {

FactCard::FactCard(const QString &title, QAbstractItemView *view, QWidget *parent)
    : QWidget(parent)
    , m_count(new QLabel(this))
    , m_note(new WrapLabel(TextRole::Help, Token::Tx2, this))
    , m_frame(new QFrame(this))
{
    auto *name = new WrapLabel(title, TextRole::BodyStrong, Token::Tx, this);
    name->setBuddy(view);
    view->setAccessibleName(title);
    setTextRole(m_count, TextRole::Help);
    setInk(m_count, Token::Tx2);
    setSurface(m_frame, Surface::Card);
    m_note->hide();

    auto *inside = new QVBoxLayout(m_frame);
    inside->addWidget(view);
    auto *heading = new QHBoxLayout;
    heading->addWidget(name, 1);
    heading->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(heading);
    column->addWidget(m_note);
    column->addWidget(m_frame, 1);
    measure();
}

void FactCard::setCount(const QString &count)
{
    m_count->setText(count);
}

void FactCard::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void FactCard::fitContent(bool fits, int content)
{
    const QMargins margins = m_frame->layout()->contentsMargins();
    int needed = std::max(content + margins.top() + margins.bottom(), px(this, 40));
    needed += layout()->itemAt(0)->sizeHint().height() + layout()->spacing();
    if (!m_note->isHidden())
        needed += m_note->heightForWidth(width()) + layout()->spacing();
    setMaximumHeight(fits ? needed : QWIDGETSIZE_MAX);
}

void FactCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_frame)
        measure();
}

void FactCard::measure()
{
    layout()->setSpacing(px(this, 6));
    const int air = px(this, 4);
    m_frame->layout()->setContentsMargins(1, air, 1, air);
}

} // namespace waymark
