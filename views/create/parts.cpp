#include "views/create/parts.h"

#include "views/theme/badges.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace waymark {
namespace {

constexpr qreal keyGap = 4;

/// The style tells a widget when what it says about sizes has changed.
class Scaling final : public QObject
{
public:
    Scaling(QWidget *widget, std::function<void()> lay)
        : QObject(widget)
        , m_lay(std::move(lay))
    {
        widget->installEventFilter(this);
        m_lay();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::StyleChange)
            m_lay();
        return QObject::eventFilter(watched, event);
    }

private:
    const std::function<void()> m_lay;
};

} // namespace

void keepScaled(QWidget *widget, std::function<void()> lay)
{
    new Scaling(widget, std::move(lay));
}

void setGaps(QBoxLayout *layout, QWidget *owner, QMarginsF margins, qreal gap)
{
    keepScaled(owner, [=] {
        layout->setContentsMargins(px(owner, margins.left()), px(owner, margins.top()),
                                   px(owner, margins.right()), px(owner, margins.bottom()));
        layout->setSpacing(px(owner, gap));
    });
}

QBoxLayout *columnOf(QWidget *owner, QMarginsF margins, qreal gap)
{
    auto *layout = new QVBoxLayout(owner);
    setGaps(layout, owner, margins, gap);
    return layout;
}

QBoxLayout *rowOf(QWidget *owner, QMarginsF margins, qreal gap)
{
    auto *layout = new QHBoxLayout(owner);
    setGaps(layout, owner, margins, gap);
    return layout;
}

QWidget *ruleOf(QWidget *parent)
{
    auto *rule = new QFrame(parent);
    rule->setFrameShape(QFrame::HLine);
    rule->setFixedHeight(1);
    return rule;
}

QToolButton *iconButton(const QString &iconName, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::StrongFocus);
    setControlSize(button, ControlSize::Compact);
    return button;
}

void setSpoken(QWidget *widget, const QString &name, const QString &description)
{
    if (widget->accessibleName() != name)
        widget->setAccessibleName(name);
    if (widget->accessibleDescription() != description)
        widget->setAccessibleDescription(description);
}

KeyHint::KeyHint(QStringList keys, QWidget *parent)
    : QWidget(parent)
    , m_keys(std::move(keys))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize KeyHint::sizeHint() const
{
    const Appearance &look = appearanceOf(this);
    QSize size;
    for (const QString &key : m_keys) {
        const QSize cap = keyCapSize(key, look);
        size
            = {size.width() + cap.width() + look.px(keyGap), std::max(size.height(), cap.height())};
    }
    return size;
}

void KeyHint::paintEvent(QPaintEvent *)
{
    const Appearance &look = appearanceOf(this);
    QPainter painter(this);
    int left = 0;
    for (const QString &key : m_keys) {
        const QSize cap = keyCapSize(key, look);
        const QRect place(QPoint(left, (height() - cap.height()) / 2), cap);
        paintKeyCap(&painter, QStyle::visualRect(layoutDirection(), rect(), place), key, look);
        left += cap.width() + look.px(keyGap);
    }
}

} // namespace waymark
