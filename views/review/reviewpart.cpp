#include "views/review/reviewpart.h"

#include "views/theme/appearance.h"

#include <QEvent>
#include <QFrame>
#include <QLayout>

namespace waymark {

QSize ReviewPart::narrow(qreal width) const
{
    return {px(this, width), QWidget::minimumSizeHint().height()};
}

QSize ReviewPart::narrowScrolled(qreal width) const
{
    const QSize least = narrow(width);
    return {least.width(), layout() && layout()->hasHeightForWidth() ? 0 : least.height()};
}

void ReviewPart::built()
{
    m_isBuilt = true;
    measure();
}

void ReviewPart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (m_isBuilt && event->type() == QEvent::StyleChange)
        measure();
}

QWidget *ruleIn(QWidget *parent)
{
    auto *rule = new QFrame(parent);
    rule->setFrameShape(QFrame::HLine);
    rule->setFixedHeight(1);
    return rule;
}

} // namespace waymark
