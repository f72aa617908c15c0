#include "views/create/texteditors.h"

#include "models/items/userfile.h"
#include "views/create/answeredit.h"
#include "views/create/parts.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/widgets/wraplabel.h"

#include <QBoxLayout>
#include <QCalendarWidget>
#include <QMenu>
#include <QToolButton>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr auto dateFormat = Qt::ISODate;

void prepare(AnswerEdit *edit, const FormField &field)
{
    edit->setReadOnly(field.parameter.readOnly);
    if (edit->placeholderText() != field.parameter.placeholder)
        edit->setPlaceholderText(field.parameter.placeholder);
    setMistake(edit, field.isProblemShown);
}

} // namespace

TextEditor::TextEditor(QWidget *parent)
    : FieldEditor(parent)
    , m_edit(new AnswerEdit(this))
{
    columnOf(this)->addWidget(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &FieldEditor::typed);
}

void TextEditor::setField(const FormField &field)
{
    prepare(m_edit, field);
    m_edit->take(field.text);
}

void TextEditor::settle(const FormField &field)
{
    m_edit->settle(field.text);
}

QWidget *TextEditor::control()
{
    return m_edit;
}

BoxEditor::BoxEditor(Look look, QWidget *parent)
    : FieldEditor(parent)
    , m_box(new AnswerBox(this))
{
    if (look == Look::Code)
        setTextRole(m_box, TextRole::Code);
    columnOf(this)->addWidget(m_box);
    connect(m_box, &AnswerBox::textEdited, this, &FieldEditor::typed);
}

void BoxEditor::setField(const FormField &field)
{
    m_box->setReadOnly(field.parameter.readOnly);
    m_box->setPlaceholderText(field.parameter.placeholder);
    setMistake(m_box, field.isProblemShown);
    m_box->take(field.text);
}

void BoxEditor::settle(const FormField &field)
{
    m_box->settle(field.text);
}

QWidget *BoxEditor::control()
{
    return m_box;
}

SecretEditor::SecretEditor(QWidget *parent)
    : FieldEditor(parent)
    , m_edit(new AnswerEdit(this))
    , m_eye(iconButton(u"eye"_s, {}, this))
    , m_revealed(new WrapLabel(TextRole::Code, Token::Tx, this))
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_eye->setCheckable(true);
    QBoxLayout *column = columnOf(this, {}, 4);
    auto *row = new QHBoxLayout;
    row->addWidget(m_edit, 1);
    row->addWidget(m_eye);
    column->addLayout(row);
    column->addWidget(m_revealed);
    connect(m_edit, &QLineEdit::textEdited, this, &FieldEditor::typed);
    connect(m_edit, &QLineEdit::textChanged, this, &SecretEditor::reveal);
    connect(m_eye, &QToolButton::toggled, this, &SecretEditor::reveal);
    reveal();
}

/// What is typed stays masked, so that nothing of it can be copied; it is shown below.
void SecretEditor::reveal()
{
    const bool isShown = m_eye->isChecked();
    m_eye->setIcon(icon(isShown ? u"eyeoff"_s : u"eye"_s));
    m_eye->setToolTip(isShown ? tr("Hide") : tr("Show"));
    m_revealed->setText(isShown ? m_edit->text() : QString());
    m_revealed->setVisible(isShown && !m_edit->text().isEmpty());
}

void SecretEditor::setField(const FormField &field)
{
    prepare(m_edit, field);
    m_edit->take(field.text);
    setSpoken(m_eye, tr("Show %1").arg(field.parameter.title));
}

void SecretEditor::settle(const FormField &field)
{
    m_edit->settle(field.text);
}

QWidget *SecretEditor::control()
{
    return m_edit;
}

DateEditor::DateEditor(QWidget *parent)
    : FieldEditor(parent)
    , m_edit(new AnswerEdit(this))
    , m_button(iconButton(u"calendar"_s, {}, this))
{
    QBoxLayout *row = rowOf(this, {}, 4);
    row->addWidget(m_edit);
    row->addWidget(m_button);
    keepScaled(this, [this] { m_edit->setMinimumWidth(px(this, 120)); });
    m_button->setToolTip(tr("Choose a day"));
    connect(m_edit, &QLineEdit::textEdited, this, &FieldEditor::typed);
    connect(m_button, &QToolButton::clicked, this, &DateEditor::openCalendar);
}

void DateEditor::openCalendar()
{
    QMenu menu(this);
    auto *calendar = new QCalendarWidget;
    calendar->setAccessibleName(m_edit->accessibleName());
    const QDate typed = QDate::fromString(m_edit->text(), dateFormat);
    if (typed.isValid())
        calendar->setSelectedDate(typed);
    auto *action = new QWidgetAction(&menu);
    action->setDefaultWidget(calendar);
    menu.addAction(action);
    connect(calendar, &QCalendarWidget::activated, this, [&](QDate day) {
        menu.close();
        Q_EMIT answered(Value(day.toString(dateFormat)));
    });
    connect(calendar, &QCalendarWidget::clicked, this, [&](QDate day) {
        menu.close();
        Q_EMIT answered(Value(day.toString(dateFormat)));
    });
    menu.exec(m_button->mapToGlobal(QPoint(0, m_button->height())));
}

void DateEditor::setField(const FormField &field)
{
    prepare(m_edit, field);
    if (m_edit->placeholderText().isEmpty())
        m_edit->setPlaceholderText(tr("Year-month-day"));
    m_button->setEnabled(!field.parameter.readOnly);
    m_edit->take(field.text);
    setSpoken(m_button, tr("Choose a day for %1").arg(field.parameter.title));
}

void DateEditor::settle(const FormField &field)
{
    m_edit->settle(field.text);
}

QWidget *DateEditor::control()
{
    return m_edit;
}

FileEditor::FileEditor(QWidget *parent)
    : FieldEditor(parent)
    , m_name(new WrapLabel(TextRole::Body, Token::Tx, this))
    , m_choose(new QToolButton(this))
    , m_remove(iconButton(u"x"_s, {}, this))
{
    setButtonLook(m_choose, ButtonLook::Usual);
    m_choose->setText(tr("Choose a file…"));
    m_choose->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_choose->setFocusPolicy(Qt::StrongFocus);
    m_remove->setToolTip(tr("Take it out"));
    QBoxLayout *row = rowOf(this);
    row->addWidget(m_choose);
    row->addWidget(m_name, 1);
    row->addWidget(m_remove);
    connect(m_choose, &QToolButton::clicked, this, &FieldEditor::fileWanted);
    connect(m_remove, &QToolButton::clicked, this, [this] { Q_EMIT typed({}); });
}

void FileEditor::setField(const FormField &field)
{
    const QString file = fileAnswerText(field.text);
    const bool canRemove = !file.isEmpty() && !field.parameter.readOnly;
    m_choose->setEnabled(!field.parameter.readOnly);
    m_remove->setVisible(canRemove);
    m_name->setText(file.isEmpty() ? tr("No file is chosen") : file);
    setInk(m_name, file.isEmpty() ? Token::Tx3 : Token::Tx);
    setSpoken(m_remove, tr("Take the file of %1 out").arg(field.parameter.title));
}

QWidget *FileEditor::control()
{
    return m_choose;
}

} // namespace waymark
