#include "views/theme/controls.h"
#include "views/theme/waymarkstyle.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QTreeView>

#include <algorithm>
#include <optional>

// What has a size or a habit that Qt asks for by name.
namespace waymark {
namespace {

bool isTextBox(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

/// In px at 100 %.
std::optional<qreal> designMetric(QStyle::PixelMetric metric)
{
    switch (metric) {
    case QStyle::PM_ButtonIconSize:
    case QStyle::PM_SmallIconSize:
    case QStyle::PM_ListViewIconSize:
    case QStyle::PM_TabBarIconSize:
    case QStyle::PM_ToolBarIconSize:
    case QStyle::PM_LineEditIconSize:
    case QStyle::PM_IndicatorHeight:
    case QStyle::PM_IndicatorWidth:
    case QStyle::PM_ExclusiveIndicatorHeight:
    case QStyle::PM_ExclusiveIndicatorWidth:
    case QStyle::PM_TreeViewIndentation:
    case QStyle::PM_HeaderMarkSize:
        return 16;
    case QStyle::PM_CheckBoxLabelSpacing:
    case QStyle::PM_RadioButtonLabelSpacing:
    case QStyle::PM_LayoutHorizontalSpacing:
    case QStyle::PM_LayoutVerticalSpacing:
    case QStyle::PM_ToolTipLabelFrameWidth:
    case QStyle::PM_HeaderMargin:
        return 8;
    case QStyle::PM_LayoutLeftMargin:
    case QStyle::PM_LayoutTopMargin:
    case QStyle::PM_LayoutRightMargin:
    case QStyle::PM_LayoutBottomMargin:
    case QStyle::PM_MenuButtonIndicator:
        return 16;
    case QStyle::PM_HeaderDefaultSectionSizeHorizontal:
        return 100;
    case QStyle::PM_ScrollBarExtent:
        return 10;
    case QStyle::PM_ScrollBarSliderMin:
        return 32;
    case QStyle::PM_LineEditIconMargin:
    case QStyle::PM_MenuHMargin:
    case QStyle::PM_MenuVMargin:
    case QStyle::PM_MenuBarHMargin:
    case QStyle::PM_MenuBarVMargin:
        return 4;
    default:
        return std::nullopt;
    }
}

/// In px of the screen, at any size of text.
std::optional<int> fixedMetric(QStyle::PixelMetric metric)
{
    switch (metric) {
    case QStyle::PM_DefaultFrameWidth:
    case QStyle::PM_ComboBoxFrameWidth:
    case QStyle::PM_SpinBoxFrameWidth:
    case QStyle::PM_MenuPanelWidth:
    case QStyle::PM_SplitterWidth: // Qt makes what can be gripped wider than what is seen
        return 1;
    case QStyle::PM_ButtonMargin:
    case QStyle::PM_ButtonDefaultIndicator:
    case QStyle::PM_ButtonShiftHorizontal:
    case QStyle::PM_ButtonShiftVertical:
    case QStyle::PM_MenuBarPanelWidth:
    case QStyle::PM_MenuBarItemSpacing:
    case QStyle::PM_ScrollView_ScrollBarSpacing:
    case QStyle::PM_ScrollView_ScrollBarOverlap:
    case QStyle::PM_TabBarTabOverlap:
    case QStyle::PM_TabBarBaseOverlap:
    case QStyle::PM_TabBarTabShiftVertical:
    case QStyle::PM_TabBarTabShiftHorizontal:
    case QStyle::PM_ToolBarFrameWidth:
        return 0;
    default:
        return std::nullopt;
    }
}

QRegion roundedRegion(const QRect &rect, qreal radius)
{
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return QRegion(path.toFillPolygon().toPolygon());
}

} // namespace

int WaymarkStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                              const QWidget *widget) const
{
    const bool isSwitch = widget && buttonLookOf(widget) == ButtonLook::Switch;
    if (isSwitch && metric == PM_IndicatorWidth)
        return m_appearance.px(32);
    if (isSwitch && metric == PM_IndicatorHeight)
        return m_appearance.px(18);
    if (metric == PM_FocusFrameHMargin || metric == PM_FocusFrameVMargin) {
        // Of an item it is the air on both sides of its icon and of its text.
        if (qobject_cast<const QTreeView *>(widget))
            return m_appearance.px(3);
        return m_appearance.px(qobject_cast<const QAbstractItemView *>(widget) ? 7 : 4);
    }
    if (metric == PM_DefaultFrameWidth && isTextBox(widget))
        return m_appearance.px(4); // so that the text's background stays inside of round corners
    if (const auto fixed = fixedMetric(metric))
        return *fixed;
    if (const auto design = designMetric(metric))
        return m_appearance.px(*design);
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int WaymarkStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
        return m_appearance.moves ? 120 : 0;
    case SH_FocusFrame_AboveWidget:
    case SH_ItemView_ShowDecorationSelected:
    case SH_Menu_MouseTracking:
    case SH_ComboBox_ListMouseTracking:
        return 1;
    case SH_FocusFrame_Mask: // its hole would have square corners
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_ScrollBar_Transient:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_Table_GridLineColor:
        return int(m_appearance.color(Token::LineSubtle).rgb());
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_Menu_Mask:
    case SH_ToolTip_Mask:
        if (auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(returnData); mask && option) {
            mask->region
                = roundedRegion(option->rect, m_appearance.px(hint == SH_Menu_Mask ? 8 : 6));
            return 1;
        }
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace waymark
