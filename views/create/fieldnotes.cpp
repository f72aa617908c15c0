#include "views/create/fieldnotes.h"

#include "views/create/answeredit.h"
#include "views/create/parts.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/iconlabel.h"
#include "views/widgets/mnemonics.h"
#include "views/widgets/wraplabel.h"

#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype shortFix = 24; // UTF-16 units that fit beside a message

QPushButton *linkButton(QWidget *parent)
{
    auto *button = new QPushButton(parent);
    setButtonLook(button, ButtonLook::Link);
    setControlSize(button, ControlSize::Inline);
    return button;
}

} // namespace

MistakeLine::MistakeLine(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout)
    , m_text(new WrapLabel(TextRole::Help, Token::ErrTx, this))
    , m_fix(linkButton(this))
{
    QBoxLayout *whole = rowOf(this, {}, 6);
    whole->addWidget(new IconLabel(u"error"_s, Token::ErrTx, this), 0, Qt::AlignTop);
    whole->addLayout(m_row, 1);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_fix, 0, Qt::AlignTop | Qt::AlignLeft);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeading); // beside the sign
    setAccessibleRole(m_text, QAccessible::AlertMessage);
    connect(m_fix, &QPushButton::clicked, this, &MistakeLine::fixWanted);
    hide();
}

void MistakeLine::setField(const FormField &field)
{
    const bool isShown = field.problem && field.isProblemShown;
    setVisible(isShown);
    if (!isShown)
        return;
    const QString &hint = field.problem->hint;
    const bool saysMore = !hint.isEmpty() && hint != field.parameter.description;
    m_text->setText(saysMore ? field.problem->message + u' ' + hint : field.problem->message);
    m_fix->setVisible(field.fix.has_value());
    if (!field.fix)
        return;
    const bool fits = field.fix->text.size() <= shortFix;
    m_row->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_fix->setText(tr("Use %1").arg(literally(field.fix->text)));
    setSpoken(m_fix, tr("Use %1").arg(field.fix->text), field.parameter.title);
}

GoldenLine::GoldenLine(QWidget *parent)
    : QWidget(parent)
    , m_text(new WrapLabel(TextRole::Help, Token::Tx2, this))
    , m_reset(linkButton(this))
{
    QBoxLayout *row = rowOf(this);
    row->addWidget(m_text, 1);
    row->addWidget(m_reset);
    m_reset->setText(tr("Reset"));
    m_reset->setIcon(icon(u"undo"_s));
    connect(m_reset, &QPushButton::clicked, this, &GoldenLine::resetWanted);
    hide();
}

void GoldenLine::setField(const FormField &field)
{
    setVisible(field.golden == GoldenState::Changed);
    const bool isNone
        = field.goldenText.isEmpty() || field.goldenText == u"[]" || field.goldenText == u"{}";
    const QString golden
        = isNone ? tr("Golden default is none") : tr("Golden default is %1").arg(field.goldenText);
    m_text->setText(golden);
    m_text->setToolTip(field.why);
    setSpoken(m_reset, tr("Reset %1").arg(field.parameter.title), golden);
    m_reset->setToolTip(tr("Back to the golden default (Ctrl+Shift+G)"));
}

ReasonBox::ReasonBox(QWidget *parent)
    : QWidget(parent)
    , m_edit(new AnswerEdit(this))
    , m_question(new WrapLabel(tr("Why is a different value needed?"), TextRole::HelpStrong,
                               Token::Tx, this))
{
    setSurface(this, Surface::Well);
    QBoxLayout *column = columnOf(this, {10, 8, 10, 10}, 4);
    auto *head = new QHBoxLayout;
    head->addWidget(m_question, 1);
    auto *where
        = new WrapLabel(tr("Goes into the commit message"), TextRole::Help, Token::Tx3, this);
    where->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    head->addWidget(where, 1);
    column->addLayout(head);
    column->addWidget(m_edit);
    m_question->setBuddy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &ReasonBox::typed);
    hide();
}

void ReasonBox::setField(const FormField &field)
{
    setVisible(field.golden == GoldenState::Changed);
    m_edit->take(field.reason);
    setSpoken(m_edit, tr("Why %1 is different").arg(field.parameter.title),
              m_question->text() + u' ' + field.why);
}

void ReasonBox::settle(const QString &reason)
{
    m_edit->settle(reason);
}

} // namespace waymark
