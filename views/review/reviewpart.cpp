#include "views/review/reviewpart.h"

#include <QEvent>

namespace waymark {

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

} // namespace waymark
