#include "views/shell/brandtile.h"

#include "views/theme/badges.h"
#include "views/theme/shapes.h"
#include "views/widgets/accessiblerole.h"

#include <QPainter>

namespace waymark {

BrandTile::BrandTile(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Graphic);
    setAccessibleName(tr("Waymark"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize BrandTile::sizeHint() const
{
    return {px(this, 32), px(this, 32)};
}

void BrandTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Appearance &look = appearanceOf(this);
    paintBox(&painter, rect(),
             {.fill = look.color(Token::GoldSoft),
              .edge = look.color(Token::GoldLine),
              .radius = 8 * look.scale});
    const int air = look.px(7);
    paintDiamond(&painter, rect().adjusted(air, air, -air, -air), Diamond::Golden, look);
}

} // namespace waymark
