#include "views/shell/commandfield.h"

#include "views/shell/keycappainting.h"
#include "views/theme/appearance.h"
#include "views/theme/icons.h"
#include "views/theme/shapes.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

// In px at 100 %.
constexpr qreal leastWidth = 38; ///< Of the icon alone.
constexpr qreal leastWords = 60;

} // namespace

CommandField::CommandField(const QStringList &keys, QWidget *parent)
    : QAbstractButton(parent)
    , m_keys(keys)
{
    setText(tr("Search templates and commands"));
    setAccessibleName(tr("Find anything"));
    setAccessibleDescription(keys.join(u'+'));
    setToolTip(text() + u" ("_s + keys.join(u'+') + u')');
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize CommandField::sizeHint() const
{
    return {px(this, 420), std::max(px(this, 28), fontMetrics().height() + px(this, 6))};
}

QSize CommandField::minimumSizeHint() const
{
    return {px(this, leastWidth), sizeHint().height()};
}

void CommandField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Appearance &look = appearanceOf(this);
    paintBox(&painter, rect(),
             {.fill = look.color(Token::BgSurface),
              .edge = look.color(underMouse() ? Token::Tx2 : Token::LineControl),
              .radius = 6 * look.scale});
    const QRect room = rect().adjusted(look.px(11), 0, -look.px(7), 0);
    const auto placed
        = [&](const QRect &place) { return QStyle::visualRect(layoutDirection(), room, place); };
    const int side = look.px(16);
    paintIcon(&painter, QRectF(placed({room.x(), (height() - side) / 2, side, side})), u"search"_s,
              look.color(Token::Tx2));
    QRect words = room.adjusted(side + look.px(8), 0, 0, 0);
    const int capsWidth = keyCapsSize(m_keys, look).width();
    if (words.width() > 3 * capsWidth) {
        paintKeyCaps(&painter, room, m_keys, layoutDirection(), look);
        words.setRight(words.right() - capsWidth - look.px(8));
    }
    if (words.width() < look.px(leastWords))
        return;
    painter.setFont(font());
    painter.setPen(look.color(Token::Tx3));
    const auto align = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    painter.drawText(placed(words), int(align | Qt::AlignVCenter) | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

void CommandField::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void CommandField::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace waymark
