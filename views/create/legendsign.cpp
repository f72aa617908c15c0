#include "views/create/legendsign.h"

#include "views/theme/badges.h"
#include "views/theme/icons.h"

#include <QMargins>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace waymark {

LegendSign::LegendSign(Sign sign, QWidget *parent)
    : QWidget(parent)
    , m_sign(sign)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize LegendSign::sizeHint() const
{
    return fileMarkSize(appearanceOf(this));
}

void LegendSign::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Appearance &look = appearanceOf(this);
    switch (m_sign) {
    case Sign::Added:
        paintFileMark(&painter, rect(), FileMark::Added, look);
        break;
    case Sign::Linked:
        paintBadge(&painter, rect(), {BadgeKind::Linked, {}}, look);
        paintIcon(&painter, rect().marginsRemoved(QMargins(3, 3, 3, 3) * look.scale), u"left"_s,
                  look.color(Token::AccentTx));
        break;
    case Sign::NotNeeded:
        paintFileMark(&painter, rect(), FileMark::NotNeeded, look);
        break;
    }
}

} // namespace waymark
