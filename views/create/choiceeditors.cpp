#include "views/create/choiceeditors.h"

#include "models/items/formmodel.h"
#include "views/create/choicerow.h"
#include "views/create/parts.h"
#include "views/theme/controls.h"
#include "views/widgets/segments.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QRadioButton>

namespace waymark {
namespace {

QStringList titlesOf(const FormField &field)
{
    return fieldData(field, FormModel::ChoicesRole).toStringList();
}

/// Tab goes to what is chosen, or to the first; arrows go from there.
void setOneTabStop(const QButtonGroup &group)
{
    const QList<QAbstractButton *> buttons = group.buttons();
    QAbstractButton *stop = group.checkedButton();
    if (!stop && !buttons.isEmpty())
        stop = buttons.first();
    for (QAbstractButton *button : buttons)
        button->setFocusPolicy(button == stop ? Qt::StrongFocus : Qt::ClickFocus);
}

int choiceIn(const FormField &field)
{
    return fieldData(field, FormModel::ChoiceRole).toInt();
}

} // namespace

SwitchEditor::SwitchEditor(QWidget *parent)
    : FieldEditor(parent)
    , m_switch(new QCheckBox(this))
{
    setButtonLook(m_switch, ButtonLook::Switch);
    rowOf(this)->addWidget(m_switch);
    connect(m_switch, &QCheckBox::clicked, this,
            [this](bool isOn) { Q_EMIT answered(Value(isOn)); });
}

void SwitchEditor::setField(const FormField &field)
{
    m_switch->setEnabled(!field.parameter.readOnly);
    m_switch->setChecked(field.value == Value(true));
    m_switch->setText(m_switch->isChecked() ? tr("On") : tr("Off"));
}

QWidget *SwitchEditor::control()
{
    return m_switch;
}

CardsEditor::CardsEditor(Picks picks, QWidget *parent)
    : FieldEditor(parent)
    , m_picks(picks)
    , m_group(new QButtonGroup(this))
{
    columnOf(this, {}, 2);
    connect(m_group, &QButtonGroup::idClicked, this, &FieldEditor::chosen);
}

void CardsEditor::build(const QStringList &titles)
{
    qDeleteAll(m_rows);
    m_rows.clear();
    for (const QString &title : titles) {
        QAbstractButton *button = nullptr;
        if (m_picks == Picks::One)
            button = new QRadioButton;
        else
            button = new QCheckBox;
        // Of the buttons of a group, Tab goes to one only: each one of several has to be reached.
        if (m_picks == Picks::One)
            m_group->addButton(button, int(m_rows.size()));
        else
            connect(button, &QAbstractButton::clicked, this, &CardsEditor::tellSeveral);
        m_rows += new ChoiceRow(button, title, this);
        layout()->addWidget(m_rows.last());
    }
    m_titles = titles;
    Q_EMIT partsChanged();
}

void CardsEditor::tellSeveral()
{
    QList<int> choices;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        if (m_rows.at(i)->button()->isChecked())
            choices += i;
    }
    Q_EMIT severalChosen(choices);
}

void CardsEditor::setField(const FormField &field)
{
    if (const QStringList titles = titlesOf(field); titles != m_titles)
        build(titles);
    QList<int> wanted = {choiceIn(field)};
    if (m_picks == Picks::Several)
        wanted = fieldData(field, FormModel::ChosenRole).value<QList<int>>();
    m_group->setExclusive(false); // so that none can be checked
    for (int i = 0; i < int(m_rows.size()); ++i) {
        m_rows.at(i)->button()->setChecked(wanted.contains(i));
        m_rows.at(i)->setEnabled(!field.parameter.readOnly);
    }
    m_group->setExclusive(true);
    if (m_picks == Picks::One)
        setOneTabStop(*m_group);
}

QWidget *CardsEditor::firstControl()
{
    for (const ChoiceRow *row : std::as_const(m_rows)) {
        if (m_picks == Picks::One && row->button()->isChecked())
            return row->button();
    }
    return m_rows.isEmpty() ? nullptr : m_rows.first()->button();
}

SegmentsEditor::SegmentsEditor(QWidget *parent)
    : FieldEditor(parent)
    , m_segments(new Segments({}, Segments::Breaks::WithoutRoom, this))
{
    columnOf(this)->addWidget(m_segments);
    connect(m_segments, &Segments::chosenByUser, this, &FieldEditor::chosen);
}

void SegmentsEditor::setField(const FormField &field)
{
    if (const QStringList titles = titlesOf(field); titles != m_titles) {
        m_segments->setChoices(titles);
        m_titles = titles;
        Q_EMIT partsChanged();
    }
    m_segments->choose(choiceIn(field));
    setEnabled(!field.parameter.readOnly);
}

QWidget *SegmentsEditor::control()
{
    return m_segments;
}

QWidget *SegmentsEditor::firstControl()
{
    return m_segments->tabStop();
}

} // namespace waymark
