#include "views/shell/keycaps.h"

#include "views/shell/keycappainting.h"
#include "views/theme/badges.h"
#include "views/widgets/accessiblerole.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qreal gap = 3;

QString capOf(Qt::Key key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return KeyCaps::tr("Enter");
    case Qt::Key_PageUp:
        return KeyCaps::tr("PgUp");
    case Qt::Key_PageDown:
        return KeyCaps::tr("PgDn");
    case Qt::Key_Left:
        return u"←"_s;
    case Qt::Key_Right:
        return u"→"_s;
    case Qt::Key_Up:
        return u"↑"_s;
    case Qt::Key_Down:
        return u"↓"_s;
    case Qt::Key_Minus:
        return u"−"_s;
    default:
        return QKeySequence(key).toString(QKeySequence::NativeText);
    }
}

} // namespace

QStringList keyCaps(const QKeySequence &keys)
{
    if (keys.isEmpty())
        return {};
    const QKeyCombination first = keys[0];
    const Qt::KeyboardModifiers modifiers = first.keyboardModifiers();
    QStringList caps;
    if (modifiers.testFlag(Qt::MetaModifier))
        caps += KeyCaps::tr("Meta");
    if (modifiers.testFlag(Qt::ControlModifier))
        caps += KeyCaps::tr("Ctrl");
    if (modifiers.testFlag(Qt::AltModifier))
        caps += KeyCaps::tr("Alt");
    if (modifiers.testFlag(Qt::ShiftModifier))
        caps += KeyCaps::tr("Shift");
    caps += capOf(first.key());
    return caps;
}

QSize keyCapsSize(const QStringList &caps, const Appearance &look)
{
    QSize all(0, 0);
    for (const QString &cap : caps) {
        const QSize size = keyCapSize(cap, look);
        all = {all.width() + size.width() + (all.width() > 0 ? look.px(gap) : 0),
               std::max(all.height(), size.height())};
    }
    return all;
}

void paintKeyCaps(QPainter *painter, const QRect &rect, const QStringList &caps,
                  Qt::LayoutDirection direction, const Appearance &look)
{
    const QSize all = keyCapsSize(caps, look);
    int x = rect.right() + 1 - all.width();
    for (const QString &cap : caps) {
        const QSize size = keyCapSize(cap, look);
        const QRect place(x, rect.y() + (rect.height() - size.height()) / 2, size.width(),
                          size.height());
        paintKeyCap(painter, QStyle::visualRect(direction, rect, place), cap, look);
        x += size.width() + look.px(gap);
    }
}

KeyCaps::KeyCaps(const QStringList &caps, QWidget *parent)
    : QWidget(parent)
    , m_caps(caps)
{
    setAccessibleRole(this, QAccessible::StaticText);
    setAccessibleName(caps.join(u'+'));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize KeyCaps::sizeHint() const
{
    return keyCapsSize(m_caps, appearanceOf(this));
}

void KeyCaps::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintKeyCaps(&painter, rect(), m_caps, layoutDirection(), appearanceOf(this));
}

} // namespace waymark
