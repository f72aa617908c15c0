#include "views/theme/appearance.h"

#include "views/theme/waymarkstyle.h"

#include <QApplication>
#include <QWidget>

namespace waymark {

const Appearance &appearanceOf(const QWidget *widget)
{
    static const Appearance usual;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    const auto *ours = qobject_cast<const WaymarkStyle *>(style);
    return ours ? ours->appearance() : usual;
}

QColor colorOf(const QWidget *widget, Token token)
{
    return appearanceOf(widget).color(token);
}

int px(const QWidget *widget, qreal design)
{
    return appearanceOf(widget).px(design);
}

int durationOf(const QWidget *widget, int milliseconds)
{
    return appearanceOf(widget).moves ? milliseconds : 0;
}

} // namespace waymark
