#include "views/create/choiceeditors.h"

#include "models/items/formmodel.h"
#include "views/create/choicerow.h"
#include "views/create/parts.h"
#include "views/theme/controls.h"
#include "views/widgets/mnemonics.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QRadioButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

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
    , m_group(new QButtonGroup(this))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_group, &QButtonGroup::idClicked, this, &FieldEditor::chosen);
    keepScaled(this, [this] { arrange(); });
}

void SegmentsEditor::build(const QStringList &titles)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const QString &title : titles) {
        auto *button = new QToolButton(this);
        button->setText(literally(title));
        button->setAccessibleName(title);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        m_group->addButton(button, int(m_buttons.size()));
        m_buttons += button;
        button->show();
    }
    m_titles = titles;
    m_wasRow = true;
    setSegments(m_buttons);
    updateGeometry();
    arrange();
    Q_EMIT partsChanged();
}

void SegmentsEditor::setField(const FormField &field)
{
    if (const QStringList titles = titlesOf(field); titles != m_titles)
        build(titles);
    const int wanted = choiceIn(field);
    m_group->setExclusive(false);
    for (int i = 0; i < int(m_buttons.size()); ++i)
        m_buttons.at(i)->setChecked(i == wanted);
    m_group->setExclusive(true);
    setOneTabStop(*m_group);
    setEnabled(!field.parameter.readOnly);
}

QWidget *SegmentsEditor::firstControl()
{
    QAbstractButton *checked = m_group->checkedButton();
    return checked || m_buttons.isEmpty() ? checked : m_buttons.first();
}

int SegmentsEditor::widest() const
{
    int width = 0;
    for (const QToolButton *button : m_buttons)
        width = std::max(width, button->sizeHint().width());
    return width;
}

int SegmentsEditor::together() const
{
    int width = 0;
    for (const QToolButton *button : m_buttons)
        width += button->sizeHint().width();
    return width;
}

bool SegmentsEditor::isRow(int width) const
{
    return together() <= width;
}

QSize SegmentsEditor::sizeHint() const
{
    const int height = m_buttons.isEmpty() ? 0 : m_buttons.first()->sizeHint().height();
    return {together(), height};
}

QSize SegmentsEditor::minimumSizeHint() const
{
    return {widest(), sizeHint().height()};
}

int SegmentsEditor::heightForWidth(int width) const
{
    const int height = sizeHint().height();
    const int count = int(m_buttons.size());
    return isRow(width) || count == 0 ? height : count * height + (count - 1) * px(this, 4);
}

void SegmentsEditor::resizeEvent(QResizeEvent *event)
{
    FieldEditor::resizeEvent(event);
    arrange();
}

void SegmentsEditor::arrange()
{
    if (m_buttons.isEmpty())
        return;
    const bool row = isRow(width());
    if (row != m_wasRow) {
        if (row)
            setSegments(m_buttons);
        for (QToolButton *button : std::as_const(m_buttons)) {
            if (!row)
                setSegments({button}); // each one round
        }
        m_wasRow = row;
    }
    const int height = m_buttons.first()->sizeHint().height();
    const int count = int(m_buttons.size());
    const bool areEven = widest() * count <= width();
    const int more = std::max(0, width() - together()); // each one has its share of it
    int left = 0;
    for (int i = 0; i < count; ++i) {
        const int own
            = m_buttons.at(i)->sizeHint().width() + more * (i + 1) / count - more * i / count;
        const int even = width() * (i + 1) / count - width() * i / count;
        const QRect place = row ? QRect(left, 0, areEven ? even : own, height)
                                : QRect(0, i * (height + px(this, 4)), width(), height);
        m_buttons.at(i)->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        left += place.width();
    }
}

} // namespace waymark
