#include "views/create/choicerow.h"

#include "views/create/parts.h"
#include "views/widgets/wraplabel.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QMouseEvent>

namespace waymark {

ChoiceRow::ChoiceRow(QAbstractButton *button, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_button(button)
{
    button->setParent(this);
    button->setAccessibleName(title);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QBoxLayout *row = rowOf(this, {}, 6);
    row->addWidget(button, 0, Qt::AlignTop);
    row->addWidget(new WrapLabel(title, TextRole::Body, Token::Tx, this), 1, Qt::AlignVCenter);
}

void ChoiceRow::mousePressEvent(QMouseEvent *event)
{
    event->setAccepted(event->button() == Qt::LeftButton); // else the release would go elsewhere
}

void ChoiceRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !rect().contains(event->position().toPoint()))
        return;
    m_button->setFocus(Qt::MouseFocusReason);
    m_button->click();
}

} // namespace waymark
