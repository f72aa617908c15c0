#include "views/shell/statusline.h"

#include "views/theme/appearance.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/iconlabel.h"

#include <QBoxLayout>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QWidget *withIcon(const QString &iconName, ElidedLabel *label, QWidget *parent)
{
    auto *part = new QWidget(parent);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(px(parent, 12), 0, px(parent, 12), 0);
    row->setSpacing(px(parent, 7));
    row->addWidget(new IconLabel(iconName, Token::Tx2, part, 14));
    row->addWidget(label, 1);
    return part;
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_status(new ElidedLabel(TextRole::Help, Token::Tx2, this))
    , m_promise(new ElidedLabel(TextRole::Help, Token::Tx2, this))
{
    setAccessibleName(tr("Status"));
    setSizeGripEnabled(false);
    m_status->setElideMode(Qt::ElideRight);
    m_promise->setText(tr("Nothing leaves this computer"));
    addWidget(withIcon(u"folder"_s, m_status, this), 1);
    addPermanentWidget(withIcon(u"lock"_s, m_promise, this));
    measure();
}

void StatusLine::setStatus(const QString &text)
{
    m_status->setText(text);
}

void StatusLine::measure()
{
    setMinimumHeight(px(this, 26));
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        measure();
}

} // namespace waymark
