#include "views/review/reviewkeys.h"

#include "views/theme/badges.h"
#include "views/widgets/accessiblerole.h"

#include <QPainter>

#include <algorithm>

namespace waymark {
namespace {

constexpr qreal gap = 4;

} // namespace

ReviewKeys::ReviewKeys(QStringList keys, QWidget *parent)
    : QWidget(parent)
    , m_keys(std::move(keys))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::Graphic);
    setAccessibleName(m_keys.join(u'+'));
}

QSize ReviewKeys::sizeHint() const
{
    const Appearance &look = appearanceOf(this);
    QSize size;
    for (const QString &key : m_keys) {
        const QSize cap = keyCapSize(key, look);
        size = {size.width() + (size.isEmpty() ? 0 : look.px(gap)) + cap.width(),
                std::max(size.height(), cap.height())};
    }
    return size;
}

void ReviewKeys::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Appearance &look = appearanceOf(this);
    int left = 0;
    for (const QString &key : std::as_const(m_keys)) {
        const int width = keyCapSize(key, look).width();
        paintKeyCap(&painter, QRect(left, 0, width, height()), key, look);
        left += width + look.px(gap);
    }
}

} // namespace waymark
