#include "views/review/reviewcheck.h"

#include "models/items/safetychecks.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/iconlabel.h"
#include "views/widgets/wraplabel.h"

#include <QBoxLayout>
#include <QModelIndex>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QPushButton *smallButton(ButtonLook look, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    setButtonLook(button, look);
    setControlSize(button, ControlSize::Compact);
    return button;
}

} // namespace

ReviewCheck::ReviewCheck(QWidget *parent)
    : ReviewPart(parent)
    , m_row(new QHBoxLayout(this))
    , m_words(new QVBoxLayout)
    , m_buttons(new QVBoxLayout)
    , m_icon(new IconLabel(u"okcircle"_s, Token::OkTx, this))
    , m_title(new WrapLabel(TextRole::BodyMedium, Token::Tx, this))
    , m_detail(new WrapLabel(TextRole::Help, Token::Tx2, this))
    , m_fix(smallButton(ButtonLook::Usual, this))
    , m_accept(smallButton(ButtonLook::Flat, this))
{
    setAccessibleRole(this, QAccessible::ListItem);
    m_accept->setText(tr("Commit it all the same…"));
    for (QPushButton *button : {m_fix, m_accept})
        m_buttons->addWidget(button, 0, Qt::AlignLeading);
    m_words->addWidget(m_title);
    m_words->addWidget(m_detail);
    m_words->addLayout(m_buttons);
    m_row->addWidget(m_icon, 0, Qt::AlignTop);
    m_row->addLayout(m_words, 1);
    connect(m_fix, &QPushButton::clicked, this, &ReviewCheck::fixWanted);
    connect(m_accept, &QPushButton::clicked, this, &ReviewCheck::acceptWanted);
    built();
}

void ReviewCheck::measure()
{
    const int air = surfaceOf(this) == Surface::None ? 0 : px(this, 10);
    m_row->setContentsMargins(air, air, air, air);
    m_row->setSpacing(px(this, 8));
    m_words->setSpacing(px(this, 2));
    m_buttons->setSpacing(px(this, 4));
}

void ReviewCheck::showRow(const QModelIndex &row)
{
    const bool isPassed = row.data(SafetyChecks::PassedRole).toBool();
    const QString detail = row.data(SafetyChecks::DetailRole).toString();
    const QString fix = row.data(SafetyChecks::FixTextRole).toString();
    const auto kind = SafetyRow::Fix(row.data(SafetyChecks::FixRole).toInt());
    setAccessibleName(row.data(Qt::AccessibleTextRole).toString());
    m_icon->setIcon(isPassed ? u"okcircle"_s : u"error"_s, isPassed ? Token::OkTx : Token::ErrTx);
    m_title->setText(row.data().toString());
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_fix->setText(fix);
    m_fix->setVisible(!fix.isEmpty());
    m_fix->setAccessibleDescription(m_title->text());
    m_accept->setVisible(kind == SafetyRow::Fix::LeaveOutSecret);
    setSurface(this, isPassed ? Surface::None : Surface::Error);
    measure();
}

bool ReviewCheck::takeFocus()
{
    if (m_fix->isHidden())
        return false;
    m_fix->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace waymark
