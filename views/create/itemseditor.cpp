#include "views/create/itemseditor.h"

#include "views/create/answeredit.h"
#include "views/create/parts.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"

#include <QBoxLayout>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {

ItemsEditor::ItemsEditor(Holds holds, QWidget *parent)
    : FieldEditor(parent)
    , m_columns(holds == Holds::Texts ? 1 : 2)
    , m_list(new QVBoxLayout)
    , m_add(new QToolButton(this))
{
    QBoxLayout *column = columnOf(this, {}, 4);
    setGaps(m_list, this, {}, 4);
    column->addLayout(m_list);
    column->addWidget(m_add, 0, Qt::AlignLeading);
    m_add->setText(holds == Holds::Texts ? tr("Add an item") : tr("Add an entry"));
    m_add->setIcon(icon(u"plus"_s));
    setButtonLook(m_add, ButtonLook::Flat);
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setFocusPolicy(Qt::StrongFocus);
    connect(m_add, &QToolButton::clicked, this, &ItemsEditor::add);
}

QStringList ItemsEditor::items() const
{
    QStringList items;
    for (const ItemRow *row : m_rows)
        items += row->texts();
    return items;
}

qsizetype ItemsEditor::rowOf(const QObject *row) const
{
    const auto isIt = [row](const ItemRow *each) { return each == row; };
    return std::ranges::find_if(m_rows, isIt) - m_rows.begin();
}

void ItemsEditor::setCount(qsizetype count)
{
    if (count == m_rows.size())
        return;
    while (m_rows.size() > count)
        m_rows.takeLast()->deleteLater(); // it may be what was just pressed
    while (m_rows.size() < count) {
        auto *row = new ItemRow(m_columns, this);
        m_rows += row;
        m_list->addWidget(row);
        row->show(); // at once, so that it can take the focus
        connect(row, &ItemRow::typed, this, [this] { tell(items(), true); });
        connect(row, &ItemRow::wanted, this,
                [this, row](ItemRow::Does does) { change(rowOf(row), does); });
    }
    Q_EMIT partsChanged();
}

void ItemsEditor::setField(const FormField &field)
{
    if (field.items != m_known || field.items.size() != m_rows.size() * m_columns) {
        m_known = field.items;
        setCount(field.items.size() / m_columns);
        for (qsizetype i = 0; i < m_rows.size() * m_columns; ++i)
            m_rows.at(i / m_columns)->edits().at(i % m_columns)->take(field.items.at(i));
    }
    name(field);
}

/// What was typed in one item is left as it is; items that came, went or moved are shown.
void ItemsEditor::settle(const FormField &field)
{
    if (field.items.size() != m_rows.size() * m_columns) {
        setField(field);
        return;
    }
    m_known = field.items;
    for (qsizetype i = 0; i < field.items.size(); ++i)
        m_rows.at(i / m_columns)->edits().at(i % m_columns)->settle(field.items.at(i));
    name(field);
}

void ItemsEditor::name(const FormField &field)
{
    const int count = int(m_rows.size());
    for (int i = 0; i < count; ++i) {
        m_rows.at(i)->setNames(field.parameter.title, i + 1, count);
        m_rows.at(i)->setBounds(i == 0, i + 1 == count, field.parameter.readOnly);
        m_rows.at(i)->setWrong(field.isProblemShown
                               && (field.problemItem < 0 || field.problemItem == i));
    }
    m_add->setEnabled(!field.parameter.readOnly);
    setSpoken(m_add, tr("%1: %2").arg(m_add->text(), field.parameter.title));
}

void ItemsEditor::tell(const QStringList &items, bool isTyping)
{
    Q_EMIT itemsTyped(items, isTyping);
}

void ItemsEditor::add()
{
    const qsizetype place = m_rows.size();
    QStringList next = items();
    for (int i = 0; i < m_columns; ++i)
        next += QString();
    tell(next, false);
    if (place < m_rows.size())
        m_rows.at(place)->edits().first()->setFocus(Qt::OtherFocusReason);
}

void ItemsEditor::change(qsizetype row, ItemRow::Does does)
{
    QStringList next = items();
    qsizetype focused = row;
    if (does == ItemRow::Does::Remove) {
        next.remove(row * m_columns, m_columns);
        focused = std::min(row, m_rows.size() - 2);
    } else {
        focused = row + (does == ItemRow::Does::MoveUp ? -1 : 1);
        if (focused < 0 || focused >= m_rows.size())
            return;
        next.move(row, focused);
    }
    m_known = items(); // what the form says to this is shown, whatever it is
    tell(next, false);
    if (focused >= 0 && focused < m_rows.size())
        m_rows.at(focused)->edits().first()->setFocus(Qt::OtherFocusReason);
    else
        m_add->setFocus(Qt::OtherFocusReason);
}

QWidget *ItemsEditor::firstControl()
{
    return m_rows.isEmpty() ? static_cast<QWidget *>(m_add) : m_rows.first()->edits().first();
}

} // namespace waymark
