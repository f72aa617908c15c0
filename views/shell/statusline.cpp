#include "views/shell/statusline.h"

#include "views/theme/appearance.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/iconlabel.h"

#include <QBoxLayout>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qreal side = 14; // of an icon

QWidget *together(IconLabel *sign, ElidedLabel *label, QWidget *parent)
{
    auto *part = new QWidget(parent);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(px(parent, 12), 0, px(parent, 12), 0);
    row->setSpacing(px(parent, 7));
    row->addWidget(sign);
    row->addWidget(label, 1);
    return part;
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_catalog(new ElidedLabel(TextRole::Help, Token::Tx2, this))
    , m_sign(new IconLabel(u"lock"_s, Token::Tx2, this, side))
    , m_status(new ElidedLabel(TextRole::Help, Token::Tx2, this))
{
    setAccessibleName(tr("Status"));
    setSizeGripEnabled(false);
    m_catalog->setElideMode(Qt::ElideRight);
    addWidget(together(new IconLabel(u"catalog"_s, Token::Tx2, this, side), m_catalog, this), 1);
    addPermanentWidget(together(m_sign, m_status, this));
    setStatus({});
    measure();
}

void StatusLine::setCatalog(const QString &text)
{
    m_catalog->setText(text);
}

void StatusLine::setStatus(const QString &text)
{
    m_sign->setIcon(text.isEmpty() ? u"lock"_s : u"folder"_s, Token::Tx2);
    m_status->setText(text.isEmpty() ? tr("Nothing leaves this computer") : text);
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
