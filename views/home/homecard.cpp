#include "views/home/homecard.h"

#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/iconlabel.h"
#include "views/widgets/wraplabel.h"

#include <QBoxLayout>
#include <QEvent>

namespace waymark {

HomeCard::HomeCard(const QString &iconName, const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
{
    setAccessibleRole(this, QAccessible::Grouping);
    setAccessibleName(title);
    setSurface(this, Surface::Card);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(px(this, 8));
    const Token ink = iconName == u"flag" ? Token::Gold : Token::Tx2; // gold is the path's alone
    heading->addWidget(new IconLabel(iconName, ink, this));
    heading->addWidget(new WrapLabel(title, TextRole::SectionTitle, Token::Tx, this), 1);
    m_column->addLayout(heading);
    m_column->addStretch();
    measure();
}

void HomeCard::add(QWidget *widget)
{
    m_column->insertWidget(m_column->count() - 1, widget);
}

void HomeCard::addLine(QBoxLayout *line)
{
    m_column->insertLayout(m_column->count() - 1, line);
}

void HomeCard::measure()
{
    const int margin = px(this, 16);
    m_column->setContentsMargins(margin, margin, margin, margin);
    m_column->setSpacing(px(this, 10));
}

void HomeCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        measure();
}

} // namespace waymark
