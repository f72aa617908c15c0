#include "models/items/formmodel.h"
#include "views/create/answeredit.h"
#include "views/create/choiceeditors.h"
#include "views/create/parts.h"
#include "views/theme/controls.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>

namespace waymark {
namespace {

constexpr qsizetype longList = 12;
constexpr int shownLetters = 12; ///< Of a choice at least; longer ones are whole in the list.

} // namespace

OptionsEditor::OptionsEditor(QWidget *parent)
    : FieldEditor(parent)
    , m_combo(new QComboBox(this))
{
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->setMinimumContentsLength(shownLetters);
    m_combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_combo->setFocusPolicy(Qt::StrongFocus);
    m_combo->setMaxVisibleItems(int(longList));
    m_combo->installEventFilter(this);
    columnOf(this)->addWidget(m_combo);
    connect(m_combo, &QComboBox::activated, this, &FieldEditor::chosen);
}

/// A wheel that passes by changes no answer; undo is the whole form's.
bool OptionsEditor::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPassing = event->type() == QEvent::Wheel && !m_combo->hasFocus();
    if (!isPassing && !isFormKey(event))
        return FieldEditor::eventFilter(watched, event);
    event->ignore();
    return true;
}

void OptionsEditor::makeSearchable()
{
    if (m_combo->isEditable())
        return;
    m_combo->setEditable(true);
    m_combo->setInsertPolicy(QComboBox::NoInsert);
    QCompleter *completer = m_combo->completer();
    completer->setCompletionMode(QCompleter::PopupCompletion);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->popup()->setAccessibleName(tr("Choices"));
    connect(m_combo->lineEdit(), &QLineEdit::editingFinished, this, &OptionsEditor::takeText);
}

/// What was typed: a choice, or a text that is told to be none.
void OptionsEditor::takeText()
{
    const QString text = m_combo->currentText();
    if (text == m_known)
        return;
    m_known = text;
    const int found = m_combo->findText(text, Qt::MatchFixedString);
    if (found >= 0)
        Q_EMIT chosen(found);
    else
        Q_EMIT typed(text);
}

void OptionsEditor::fill(const FormField &field)
{
    const QStringList titles = fieldData(field, FormModel::ChoicesRole).toStringList();
    if (titles == m_titles)
        return;
    m_titles = titles;
    m_known.clear();
    if (titles.size() > longList)
        makeSearchable();
    m_combo->clear();
    m_combo->addItems(titles);
    m_combo->setCurrentIndex(-1); // it takes the first one by itself
}

void OptionsEditor::setField(const FormField &field)
{
    fill(field);
    m_combo->setEnabled(!field.parameter.readOnly);
    const QString &placeholder = field.parameter.placeholder;
    m_combo->setPlaceholderText(placeholder.isEmpty() ? tr("Choose…") : placeholder);
    if (QLineEdit *edit = m_combo->lineEdit())
        edit->setPlaceholderText(m_combo->placeholderText());
    setMistake(m_combo, field.isProblemShown);
    const int choice = field.isUnreadable ? -1 : fieldData(field, FormModel::ChoiceRole).toInt();
    const QString text = choice < 0 ? field.text : m_titles.value(choice);
    if (text == m_known && choice == m_combo->currentIndex())
        return;
    const QString typed = m_combo->currentText();
    const bool isTheSame = text == m_known; // what stands there is newer, or no choice
    m_known = text;
    m_combo->setCurrentIndex(choice); // which replaces what was typed
    if (m_combo->isEditable())
        m_combo->setEditText(isTheSame ? typed : text);
    m_combo->setToolTip(m_combo->currentText());
}

QWidget *OptionsEditor::control()
{
    return m_combo;
}

} // namespace waymark
