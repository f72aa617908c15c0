#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/theme/menucolumns.h"
#include "views/theme/typography.h"
#include "views/theme/waymarkstyle.h"
#include "views/theme/working.h"

#include <QApplication>
#include <QStyleOption>

#include <algorithm>

// How large things are: WaymarkStyle::sizeFromContents().
namespace waymark {
namespace {

constexpr qreal iconGap = 8;
constexpr qreal iconAfter = 14 + 4;
constexpr qreal spinner = 14;

int controlPixels(const QWidget *widget, const Appearance &look)
{
    return look.px(controlHeight(controlSizeOf(widget)));
}

qreal buttonPadding(const QWidget *widget)
{
    switch (controlSizeOf(widget)) {
    case ControlSize::Inline:
        return 9;
    case ControlSize::Large:
        return 16;
    default:
        return 13;
    }
}

/// Room for the text in the heaviest weight it is painted in, so that nothing moves.
int boldWidth(QFont font, const QString &text)
{
    font.setWeight(QFont::DemiBold);
    return QFontMetrics(font).size(Qt::TextShowMnemonic | Qt::TextSingleLine, text).width();
}

QSize atLeastHigh(int width, int textHeight, const QWidget *widget, const Appearance &look)
{
    return {width, std::max(controlPixels(widget, look), textHeight + look.px(6))};
}

QSize pushButtonSize(const QStyleOptionButton &button, const QWidget *widget,
                     const Appearance &look)
{
    const QSize text
        = button.fontMetrics.size(Qt::TextShowMnemonic | Qt::TextSingleLine, button.text);
    int width = text.width() + 2 * look.px(buttonPadding(widget));
    if (isWorking(widget))
        width += look.px(spinner) + look.px(iconGap);
    else if (!button.icon.isNull())
        width += button.iconSize.width() + (button.text.isEmpty() ? 0 : look.px(iconGap));
    if (button.features.testFlag(QStyleOptionButton::HasMenu))
        width += look.px(iconAfter);
    return atLeastHigh(width, text.height(), widget, look);
}

QSize toolButtonSize(const QStyleOptionToolButton &button, const QWidget *widget,
                     const Appearance &look)
{
    const bool hasText = button.toolButtonStyle != Qt::ToolButtonIconOnly && !button.text.isEmpty();
    const bool hasIcon = button.toolButtonStyle != Qt::ToolButtonTextOnly && !button.icon.isNull();
    const int high = controlPixels(widget, look);
    if (!hasText)
        return {std::max(high, button.iconSize.width() + look.px(8)),
                std::max(high, button.iconSize.height() + look.px(8))};
    const ButtonLook kind = buttonLookOf(widget);
    const qreal padding = kind == ButtonLook::Segment ? 6 : kind == ButtonLook::Link ? 8 : 11;
    int width = boldWidth(button.font, button.text) + 2 * look.px(padding);
    if (isWorking(widget))
        width += look.px(spinner) + look.px(iconGap);
    else if (hasIcon)
        width += button.iconSize.width() + look.px(iconGap);
    if (kind == ButtonLook::Chip || button.features.testFlag(QStyleOptionToolButton::HasMenu))
        width += look.px(iconAfter);
    return atLeastHigh(width, button.fontMetrics.height(), widget, look);
}

QSize menuItemSize(const QStyleOptionMenuItem &item, const QSize &size, const Appearance &look)
{
    if (item.menuItemType == QStyleOptionMenuItem::Separator)
        return {look.px(10), look.px(9)};
    int width = menuTextStart(item, look) + look.px(menuPadding)
        + boldWidth(item.font, item.text.section(u'\t', 0, 0));
    if (item.text.contains(u'\t'))
        width += look.px(menuShortcutGap);
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += look.px(menuIcon);
    return {width, std::max(size.height(), rowHeight(RowKind::ListRow, QApplication::font()))};
}

QSize tabSize(const QStyleOptionTab &tab, const QSize &size, const QWidget *widget,
              const Appearance &look)
{
    const bool isHorizontal = tab.shape != QTabBar::RoundedWest && tab.shape != QTabBar::RoundedEast
        && tab.shape != QTabBar::TriangularWest && tab.shape != QTabBar::TriangularEast;
    if (!isHorizontal || !tab.icon.isNull() || !widget)
        return size;
    return {boldWidth(widget->font(), tab.text) + 2 * look.px(10),
            rowHeight(RowKind::Tab, QApplication::font())};
}

QSize comboSize(const QStyleOptionComboBox &combo, const QSize &size, const QWidget *widget,
                const Appearance &look)
{
    const int width = size.width() + look.px(11) + look.px(32);
    return atLeastHigh(width, combo.fontMetrics.height(), widget, look);
}

QSize spinBoxSize(const QStyleOptionSpinBox &box, const QSize &size, const QWidget *widget,
                  const Appearance &look)
{
    const bool hasSteps = box.buttonSymbols != QAbstractSpinBox::NoButtons;
    const int width = size.width() + 2 * look.px(11) + (hasSteps ? look.px(24) : 0);
    return atLeastHigh(width, box.fontMetrics.height(), widget, look);
}

/// A place that a pointer can hit.
QSize target(const QSize &size, const Appearance &look)
{
    return size.expandedTo({0, look.px(24)});
}

} // namespace

QSize WaymarkStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                     const QSize &size, const QWidget *widget) const
{
    const Appearance &look = m_appearance;
    const auto usual = [&] { return QProxyStyle::sizeFromContents(type, option, size, widget); };
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return pushButtonSize(*button, widget, look);
        break;
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            return toolButtonSize(*button, widget, look);
        break;
    case CT_CheckBox:
    case CT_RadioButton:
        return target(usual(), look);
    case CT_LineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            return atLeastHigh(size.width() + 2 * look.px(10), frame->fontMetrics.height(), widget,
                               look);
        return size;
    case CT_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return comboSize(*combo, size, widget, look);
        break;
    case CT_SpinBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return spinBoxSize(*box, size, widget, look);
        break;
    case CT_ProgressBar:
        return {look.px(120), look.px(6)};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return menuItemSize(*item, size, look);
        break;
    case CT_MenuBarItem:
        return {size.width() + 2 * look.px(10), std::max(size.height(), look.px(28))};
    case CT_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return tabSize(*tab, size, widget, look);
        break;
    case CT_HeaderSection:
        return usual().expandedTo({0, rowHeight(RowKind::TableHeader, QApplication::font())});
    case CT_ItemViewItem:
        return usual().expandedTo({0, rowHeight(RowKind::Tree, QApplication::font())});
    default:
        break;
    }
    return usual();
}

} // namespace waymark
