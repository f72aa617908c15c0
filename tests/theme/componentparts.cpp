#include "tests/theme/componentparts.h"

#include "views/theme/icons.h"
#include "views/theme/rings.h"
#include "views/theme/shapes.h"

#include <QApplication>
#include <QLabel>
#include <QStyleOptionButton>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace components {

StateButton::StateButton(const QString &text, QStyle::State state)
    : QPushButton(text)
    , m_state(state)
{
}

void StateButton::initStyleOption(QStyleOptionButton *option) const
{
    QPushButton::initStyleOption(option);
    option->state |= m_state;
}

StateEdit::StateEdit(const QString &text, QStyle::State state)
    : QLineEdit(text)
    , m_state(state)
{
}

void StateEdit::initStyleOption(QStyleOptionFrame *option) const
{
    QLineEdit::initStyleOption(option);
    option->state |= m_state;
}

Painted::Painted(Size size, Paint paint)
    : m_size(std::move(size))
    , m_paint(std::move(paint))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Painted::sizeHint() const
{
    return m_size(appearanceOf(this));
}

void Painted::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_paint(&painter, rect(), appearanceOf(this));
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    row.state = QStyle::State::fromInt(index.data(StateRole).toInt()) | QStyle::State_Enabled;
    const QWidget *view = option.widget;
    view->style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, view);
    const Appearance &look = appearanceOf(view);
    const QRect rect = option.rect.adjusted(look.px(12), 0, -look.px(10), 0);
    const QRect mark(rect.right() + 1 - look.px(16), rect.y(), look.px(16), rect.height());
    paintIcon(painter, QRectF(rect.x(), rect.y(), look.px(14), rect.height()), u"filecode"_s,
              look.color(Token::Tx3));
    painter->save();
    painter->setFont(fontOf(TextRole::Code));
    painter->setPen(look.color(Token::Tx));
    painter->drawText(rect.adjusted(look.px(20), 0, 0, 0), Qt::AlignVCenter,
                      index.data().toString());
    painter->setFont(fontOf(TextRole::Help));
    painter->setPen(
        look.color(row.state.testFlag(QStyle::State_Selected) ? Token::Tx2 : Token::Tx3));
    painter->drawText(rect.adjusted(0, 0, -look.px(22), 0), Qt::AlignVCenter | Qt::AlignRight,
                      index.data(NoteRole).toString());
    painter->restore();
    paintFileMark(painter, mark, FileMark::Added, look);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {10, px(option.widget, 32)};
}

QWidget *badge(const BadgeText &text)
{
    return new Painted([text](const Appearance &look) { return badgeSize(text, look); },
                       [text](QPainter *painter, const QRect &rect, const Appearance &look) {
                           paintBadge(painter, rect, text, look);
                       });
}

QWidget *fileMark(FileMark mark)
{
    return new Painted([](const Appearance &look) { return fileMarkSize(look); },
                       [mark](QPainter *painter, const QRect &rect, const Appearance &look) {
                           paintFileMark(painter, rect, mark, look);
                       });
}

QWidget *iconLabel(const QString &name, Token token, qreal side)
{
    return new Painted(
        [side](const Appearance &look) { return QSize(look.px(side), look.px(side)); },
        [=](QPainter *painter, const QRect &rect, const Appearance &look) {
            paintIcon(painter, rect, name, look.color(token));
        });
}

QWidget *ring(double share, Token token)
{
    return new Painted([](const Appearance &look) { return QSize(look.px(32), look.px(32)); },
                       [=](QPainter *painter, const QRect &rect, const Appearance &look) {
                           paintRing(painter, rect, share, token, look);
                       });
}

QWidget *keyCap(const QString &key, bool isOnToolTip)
{
    return new Painted([key](const Appearance &look) { return keyCapSize(key, look); },
                       [=](QPainter *painter, const QRect &rect, const Appearance &look) {
                           paintKeyCap(painter, rect, key, look, isOnToolTip);
                       });
}

QWidget *swatch(Token token)
{
    return new Painted([](const Appearance &look) { return QSize(look.px(36), look.px(24)); },
                       [token](QPainter *painter, const QRect &rect, const Appearance &look) {
                           paintBox(painter, rect,
                                    {.fill = look.color(token),
                                     .edge = look.color(Token::Line),
                                     .radius = look.px(4) * 1.0});
                       });
}

QWidget *label(const QString &text, TextRole role, Token ink)
{
    auto *label = new QLabel(text);
    setTextRole(label, role);
    setInk(label, ink);
    return label;
}

QWidget *caption(const QString &text)
{
    return label(text, TextRole::Help, Token::Tx3);
}

QPushButton *button(const QString &text, ButtonLook look, QStyle::State state)
{
    auto *button = new StateButton(text, state);
    setButtonLook(button, look);
    setControlSize(button, ControlSize::Compact);
    return button;
}

QBoxLayout *line(const QList<QWidget *> &widgets, qreal spacing)
{
    auto *layout = new QHBoxLayout;
    layout->setSpacing(px(nullptr, spacing));
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    layout->addStretch();
    return layout;
}

QBoxLayout *column(const QList<QWidget *> &widgets, qreal spacing)
{
    auto *layout = new QVBoxLayout;
    layout->setSpacing(px(nullptr, spacing));
    for (QWidget *widget : widgets)
        layout->addWidget(widget, 0, Qt::AlignLeft);
    return layout;
}

} // namespace components
