#include "views/theme/fading.h"

#include "views/theme/appearance.h"

#include <QGraphicsOpacityEffect>
#include <QPropertyAnimation>
#include <QWidget>

namespace waymark {

void fadeIn(QWidget *widget)
{
    constexpr int moment = 120; // ms
    const int duration = durationOf(widget, moment);
    if (duration <= 0)
        return;
    auto *effect = new QGraphicsOpacityEffect(widget);
    effect->setOpacity(0);
    widget->setGraphicsEffect(effect); // which deletes one that is still at work
    auto *fade = new QPropertyAnimation(effect, "opacity", effect);
    fade->setDuration(duration);
    fade->setEndValue(1.0);
    QObject::connect(fade, &QAbstractAnimation::finished, widget,
                     [widget] { widget->setGraphicsEffect(nullptr); });
    fade->start();
}

} // namespace waymark
