#include "views/create/itemseditor.h"

#include "views/create/answeredit.h"
#include "views/create/parts.h"
#include "views/theme/controls.h"

#include <QBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace waymark {

ItemRow::ItemRow(int columns, QWidget *parent)
    : QWidget(parent)
{
    QBoxLayout *row = rowOf(this, {}, 4);
    for (int i = 0; i < columns; ++i) {
        m_edits += new AnswerEdit(this);
        row->addWidget(m_edits.last(), i + 1);
        connect(m_edits.last(), &QLineEdit::textEdited, this, &ItemRow::typed);
    }
    if (columns == 1) {
        m_up = addButton(u"up"_s, Does::MoveUp);
        m_down = addButton(u"down"_s, Does::MoveDown);
    }
    m_remove = addButton(u"x"_s, Does::Remove);
}

QToolButton *ItemRow::addButton(const QString &icon, Does does)
{
    QToolButton *button = iconButton(icon, {}, this);
    layout()->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, does] { Q_EMIT wanted(does); });
    return button;
}

void ItemRow::setNames(const QString &title, int number, int count)
{
    const QString item = tr("%1, item %2").arg(title).arg(number);
    const QString place = tr("%1 of %2").arg(number).arg(count);
    if (m_edits.size() == 1) {
        setSpoken(m_edits.first(), item, place);
        setSpoken(m_up, tr("Move up: %1").arg(item));
        setSpoken(m_down, tr("Move down: %1").arg(item));
        m_up->setToolTip(tr("Move up"));
        m_down->setToolTip(tr("Move down"));
    } else {
        setSpoken(m_edits.first(), tr("Name of %1").arg(item), place);
        setSpoken(m_edits.last(), tr("Text of %1").arg(item), place);
        m_edits.first()->setPlaceholderText(tr("Name"));
        m_edits.last()->setPlaceholderText(tr("Text"));
    }
    setSpoken(m_remove, tr("Remove: %1").arg(item));
    m_remove->setToolTip(tr("Remove"));
}

void ItemRow::setBounds(bool isFirst, bool isLast, bool isReadOnly)
{
    for (AnswerEdit *edit : std::as_const(m_edits))
        edit->setReadOnly(isReadOnly);
    if (m_up)
        m_up->setEnabled(!isFirst && !isReadOnly);
    if (m_down)
        m_down->setEnabled(!isLast && !isReadOnly);
    m_remove->setEnabled(!isReadOnly);
}

void ItemRow::setWrong(bool isWrong)
{
    for (AnswerEdit *edit : std::as_const(m_edits))
        setMistake(edit, isWrong);
}

QStringList ItemRow::texts() const
{
    QStringList texts;
    for (const AnswerEdit *edit : m_edits)
        texts += edit->text();
    return texts;
}

} // namespace waymark
