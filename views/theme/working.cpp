#include "views/theme/working.h"

#include "views/theme/appearance.h"
#include "views/theme/controls.h"

#include <QVariantAnimation>
#include <QWidget>

namespace waymark {
namespace {

/// Lives as a child of what turns, so that it ends with it.
class Turning final : public QVariantAnimation
{
public:
    explicit Turning(QWidget *widget)
        : QVariantAnimation(widget)
    {
        constexpr int oneTurn = 900;
        setStartValue(0.0);
        setEndValue(1.0);
        setDuration(oneTurn);
        setLoopCount(-1);
        connect(this, &QVariantAnimation::valueChanged, widget, qOverload<>(&QWidget::update));
    }
};

const Turning *turningOf(const QWidget *widget)
{
    if (!widget)
        return nullptr;
    for (const QObject *child : widget->children()) {
        if (const auto *turning = dynamic_cast<const Turning *>(child))
            return turning;
    }
    return nullptr;
}

} // namespace

void setWorking(QWidget *widget, bool isWorking)
{
    const Turning *turning = turningOf(widget);
    if (isWorking == (turning != nullptr))
        return;
    if (turning) {
        delete turning;
    } else {
        auto *started = new Turning(widget);
        if (durationOf(widget, started->duration()) > 0)
            started->start();
    }
    measureAgain(widget);
}

bool isWorking(const QWidget *widget)
{
    return turningOf(widget) != nullptr;
}

double turnOf(const QWidget *widget)
{
    const Turning *turning = turningOf(widget);
    return turning ? turning->currentValue().toDouble() : 0;
}

} // namespace waymark
