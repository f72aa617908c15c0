#include "views/create/numbereditor.h"

#include "models/items/formmodel.h"
#include "models/items/numberstep.h"
#include "views/create/answeredit.h"
#include "views/create/parts.h"
#include "views/theme/controls.h"

#include <QBoxLayout>
#include <QLabel>
#include <QWheelEvent>

#include <algorithm>

namespace waymark {
namespace {

// In px at 100 %.
constexpr qreal usualWidth = 144;
constexpr qreal widthBesideUnit = 96; // of digits and steps

} // namespace

NumberBox::NumberBox(QWidget *parent)
    : QAbstractSpinBox(parent)
    , m_edit(new AnswerEdit(this))
    , m_unit(new QLabel(m_edit))
{
    setLineEdit(m_edit);
    auto *row = new QHBoxLayout(m_edit);
    row->setContentsMargins({});
    row->addStretch();
    row->addWidget(m_unit);
    m_unit->setTextFormat(Qt::PlainText);
    m_unit->setAttribute(Qt::WA_TransparentForMouseEvents);
    setInk(m_unit, Token::Tx2);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus); // a wheel that passes by takes no focus
    connect(m_edit, &QLineEdit::textEdited, this, &NumberBox::typed);
    keepScaled(this, [this] { leaveRoom(); });
}

void NumberBox::setField(const FormField &field)
{
    m_field = field;
    setReadOnly(field.parameter.readOnly);
    m_edit->setPlaceholderText(field.parameter.placeholder);
    setMistake(this, field.isProblemShown);
    m_unit->setText(field.parameter.unit());
    m_unit->setVisible(!m_unit->text().isEmpty());
    leaveRoom();
    m_edit->take(field.text);
}

void NumberBox::leaveRoom()
{
    const int room = m_unit->text().isEmpty() ? 0 : m_unit->sizeHint().width() + px(this, 4);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    m_edit->setTextMargins(isMirrored ? room : 0, 0, isMirrored ? 0 : room, 0);
    updateGeometry();
}

void NumberBox::settle(const FormField &field)
{
    m_field = field;
    m_edit->settle(field.text);
}

QVariant NumberBox::value() const
{
    return m_edit->text().toDouble();
}

QVariant NumberBox::minimum() const
{
    return fieldData(m_field, FormModel::MinimumRole);
}

QVariant NumberBox::maximum() const
{
    return fieldData(m_field, FormModel::MaximumRole);
}

void NumberBox::stepBy(int steps)
{
    const QString stepped = steppedNumber(m_field, m_edit->text(), steps);
    if (stepped == m_edit->text())
        return;
    m_edit->setText(stepped);
    m_edit->selectAll();
    Q_EMIT typed(stepped);
}

QValidator::State NumberBox::validate(QString &, int &) const
{
    return QValidator::Acceptable; // what is wrong is told, not refused
}

QAbstractSpinBox::StepEnabled NumberBox::stepEnabled() const
{
    return isReadOnly() ? StepNone : StepUpEnabled | StepDownEnabled;
}

QSize NumberBox::sizeHint() const
{
    const int unit = m_unit->text().isEmpty() ? 0 : m_unit->sizeHint().width();
    const int width = std::max(px(this, usualWidth), unit + px(this, widthBesideUnit));
    return {width, QAbstractSpinBox::sizeHint().height()};
}

void NumberBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QAbstractSpinBox::wheelEvent(event);
    else
        event->ignore();
}

NumberEditor::NumberEditor(QWidget *parent)
    : FieldEditor(parent)
    , m_box(new NumberBox(this))
{
    rowOf(this)->addWidget(m_box);
    connect(m_box, &NumberBox::typed, this, &FieldEditor::typed);
}

void NumberEditor::setField(const FormField &field)
{
    m_box->setField(field);
}

void NumberEditor::settle(const FormField &field)
{
    m_box->settle(field);
}

} // namespace waymark
