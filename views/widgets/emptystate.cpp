#include "views/widgets/emptystate.h"

#include "views/theme/appearance.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/actionbutton.h"
#include "views/widgets/emptydrawing.h"
#include "views/widgets/wraplabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>

namespace waymark {

EmptyState::EmptyState(const QString &iconName, QWidget *parent)
    : QWidget(parent)
    , m_title(new WrapLabel(TextRole::SectionTitle, Token::Tx, this))
    , m_sentence(new WrapLabel(TextRole::Body, Token::Tx2, this))
    , m_middle(new QWidget(this))
    , m_column(new QVBoxLayout(m_middle))
    , m_buttons(new QHBoxLayout)
{
    setAccessibleRole(this, QAccessible::Grouping);
    for (WrapLabel *label : {m_title, m_sentence})
        label->setAlignment(Qt::AlignCenter);
    m_column->addWidget(new EmptyDrawing(iconName, m_middle), 0, Qt::AlignHCenter);
    m_column->addWidget(m_title);
    m_column->addWidget(m_sentence);
    m_column->addLayout(m_buttons);
    m_buttons->addStretch();
    m_buttons->addStretch();

    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_middle, 1000);
    row->addStretch(1);
    auto *page = new QVBoxLayout(this);
    page->addStretch();
    page->addLayout(row);
    page->addStretch();
    measure();
}

void EmptyState::measure()
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(px(this, 8));
    m_buttons->setSpacing(px(this, 8));
    m_buttons->setContentsMargins(0, px(this, 8), 0, 0);
    m_middle->setMaximumWidth(px(this, 400));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        measure();
}

void EmptyState::setText(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

void EmptyState::setActions(QAction *primary, QAction *other)
{
    qDeleteAll(m_actions);
    m_actions.clear();
    for (QAction *action : {primary, other}) {
        if (!action)
            continue;
        const bool isFirst = action == primary;
        auto *button
            = new ActionButton(action, isFirst ? ButtonLook::Primary : ButtonLook::Usual, m_middle);
        m_actions += button;
        m_buttons->insertWidget(int(m_actions.size()), button);
    }
}

void EmptyState::setField(QWidget *field)
{
    m_column->insertWidget(m_column->indexOf(m_buttons), field);
}

} // namespace waymark
