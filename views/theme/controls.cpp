#include "views/theme/controls.h"

#include "views/theme/appearance.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCoreApplication>
#include <QEvent>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVariant>
#include <QWidget>

namespace waymark {
namespace {

constexpr auto lookProperty = "waymarkLook";
constexpr auto sizeProperty = "waymarkSize";
constexpr auto segmentProperty = "waymarkSegment";
constexpr auto mistakeProperty = "waymarkMistake";
constexpr auto toneProperty = "waymarkTone";
constexpr auto selectionProperty = "waymarkSelection";
constexpr auto surfaceProperty = "waymarkSurface";
constexpr auto inkProperty = "waymarkInk";
constexpr auto roleProperty = "waymarkTextRole";

constexpr int firstSegment = 1;
constexpr int lastSegment = 2;

template<typename Enum>
std::optional<Enum> read(const QWidget *widget, const char *name)
{
    if (!widget)
        return std::nullopt;
    const QVariant value = widget->property(name);
    return value.isValid() ? std::optional(Enum(value.toInt())) : std::nullopt;
}

template<typename Enum>
void write(QWidget *widget, const char *name, Enum value)
{
    widget->setProperty(name, int(value));
    widget->update();
}

} // namespace

void setButtonLook(QAbstractButton *button, ButtonLook look)
{
    write(button, lookProperty, look);
    QFont font; // says its weight only: the size is that of the application
    font.setWeight(look == ButtonLook::Primary ? QFont::DemiBold : QFont::Medium);
    if (look != ButtonLook::Switch)
        button->setFont(font);
    measureAgain(button);
    if (auto *tool = qobject_cast<QToolButton *>(button)) {
        if (look == ButtonLook::Segment || look == ButtonLook::Chip || look == ButtonLook::Link)
            tool->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
}

ButtonLook buttonLookOf(const QWidget *button)
{
    if (const auto look = read<ButtonLook>(button, lookProperty))
        return *look;
    const auto *push = qobject_cast<const QPushButton *>(button);
    const bool isFlat
        = push ? push->isFlat() : qobject_cast<const QToolButton *>(button) != nullptr;
    return isFlat ? ButtonLook::Flat : ButtonLook::Usual;
}

void setControlSize(QWidget *control, ControlSize size)
{
    write(control, sizeProperty, size);
    measureAgain(control);
}

ControlSize controlSizeOf(const QWidget *control)
{
    return read<ControlSize>(control, sizeProperty).value_or(ControlSize::Usual);
}

qreal controlHeight(ControlSize size)
{
    switch (size) {
    case ControlSize::Inline:
        return 24;
    case ControlSize::Compact:
        return 28;
    case ControlSize::Usual:
        return 32;
    case ControlSize::Large:
        return 40;
    }
    return 32;
}

void setSegments(const QList<QToolButton *> &buttons)
{
    for (QToolButton *button : buttons) {
        setButtonLook(button, ButtonLook::Segment);
        const int first = button == buttons.first() ? firstSegment : 0;
        const int last = button == buttons.last() ? lastSegment : 0;
        write(button, segmentProperty, first | last);
    }
}

bool isFirstSegment(const QWidget *button)
{
    return (read<int>(button, segmentProperty).value_or(firstSegment | lastSegment) & firstSegment)
        != 0;
}

bool isLastSegment(const QWidget *button)
{
    return (read<int>(button, segmentProperty).value_or(firstSegment | lastSegment) & lastSegment)
        != 0;
}

void measureAgain(QWidget *widget)
{
    QEvent event(
        QEvent::StyleChange); // what a widget has measured, it keeps until the style changes
    QCoreApplication::sendEvent(widget, &event);
    widget->updateGeometry();
    widget->update();
}

void setMistake(QWidget *editor, bool isMistake)
{
    write(editor, mistakeProperty, isMistake);
}

bool hasMistake(const QWidget *editor)
{
    return read<int>(editor, mistakeProperty).value_or(0) != 0;
}

void setTone(QProgressBar *bar, Token tone)
{
    write(bar, toneProperty, tone);
}

Token toneOf(const QWidget *bar)
{
    return read<Token>(bar, toneProperty).value_or(Token::AccentTx);
}

void setKeepsSelection(QAbstractItemView *view, bool keeps)
{
    write(view, selectionProperty, keeps);
    view->viewport()->update();
}

bool keepsSelection(const QWidget *view)
{
    return read<int>(view, selectionProperty).value_or(0) != 0;
}

void setSurface(QWidget *widget, Surface surface)
{
    widget->setAttribute(Qt::WA_StyledBackground, surface != Surface::None);
    widget->setAutoFillBackground(false);
    write(widget, surfaceProperty, surface);
}

Surface surfaceOf(const QWidget *widget)
{
    return read<Surface>(widget, surfaceProperty).value_or(Surface::None);
}

void setInk(QWidget *label, Token token)
{
    write(label, inkProperty, token);
    refreshText(label);
}

std::optional<Token> inkOf(const QWidget *label)
{
    return read<Token>(label, inkProperty);
}

void setTextRole(QWidget *widget, TextRole role)
{
    write(widget, roleProperty, role);
    refreshText(widget);
}

std::optional<TextRole> textRoleOf(const QWidget *widget)
{
    return read<TextRole>(widget, roleProperty);
}

void refreshText(QWidget *widget)
{
    if (const auto ink = inkOf(widget)) {
        QPalette palette; // sets only what is said here: the rest is inherited
        const QColor color = colorOf(widget, *ink);
        for (const auto group : {QPalette::Active, QPalette::Inactive}) {
            for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
                palette.setColor(group, role, color);
        }
        widget->setPalette(palette);
    }
    if (const auto role = textRoleOf(widget))
        widget->setFont(fontOf(*role));
}

} // namespace waymark
