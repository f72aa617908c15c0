#include "views/theme/waymarkstyle.h"

#include "views/theme/elements.h"
#include "views/theme/focusring.h"
#include "views/theme/icons.h"
#include "views/theme/palettes.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QTabBar>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using PaintElement = bool (*)(const Painting &);

PaintElement primitive(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_PanelButtonCommand:
        return paintButtonPanel;
    case QStyle::PE_PanelLineEdit:
        return paintLineEdit;
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck:
        return paintCheckIndicator;
    case QStyle::PE_IndicatorRadioButton:
        return paintRadioIndicator;
    case QStyle::PE_PanelItemViewItem:
        return paintItemPanel;
    case QStyle::PE_PanelItemViewRow:
        return paintItemRow;
    case QStyle::PE_IndicatorBranch:
        return paintBranch;
    case QStyle::PE_IndicatorHeaderArrow:
        return paintHeaderArrow;
    case QStyle::PE_FrameTabBarBase:
        return paintTabBarBase;
    case QStyle::PE_FrameFocusRect:
        return paintItemFocus;
    case QStyle::PE_Widget:
        return paintSurface;
    case QStyle::PE_Frame:
        return paintFrame;
    case QStyle::PE_FrameMenu:
    case QStyle::PE_PanelMenu:
        return paintMenuPanel;
    case QStyle::PE_PanelTipLabel:
        return paintToolTip;
    case QStyle::PE_PanelStatusBar:
        return paintStatusBar;
    case QStyle::PE_FrameLineEdit:
    case QStyle::PE_FrameTabWidget:
    case QStyle::PE_FrameStatusBarItem:
    case QStyle::PE_PanelMenuBar:
    case QStyle::PE_PanelToolBar:
    case QStyle::PE_PanelScrollAreaCorner:
        return paintNothing;
    default:
        return nullptr;
    }
}

PaintElement control(QStyle::ControlElement element)
{
    switch (element) {
    case QStyle::CE_PushButton:
        return paintPushButton;
    case QStyle::CE_ComboBoxLabel:
        return paintComboText;
    case QStyle::CE_Header:
        return paintHeader;
    case QStyle::CE_HeaderSection:
        return paintHeaderSection;
    case QStyle::CE_HeaderLabel:
        return paintHeaderText;
    case QStyle::CE_HeaderEmptyArea:
        return paintHeaderSection;
    case QStyle::CE_TabBarTabShape:
        return paintTab;
    case QStyle::CE_TabBarTabLabel:
        return paintTabText;
    case QStyle::CE_ProgressBar:
        return paintProgress;
    case QStyle::CE_MenuItem:
        return paintMenuItem;
    case QStyle::CE_MenuBarItem:
        return paintMenuBarItem;
    case QStyle::CE_MenuBarEmptyArea:
        return paintNothing;
    case QStyle::CE_Splitter:
        return paintSplitter;
    case QStyle::CE_ShapedFrame:
        return paintRule;
    case QStyle::CE_FocusFrame:
        return paintFocusFrame;
    default:
        return nullptr;
    }
}

PaintElement complexControl(QStyle::ComplexControl control)
{
    switch (control) {
    case QStyle::CC_ComboBox:
        return paintCombo;
    case QStyle::CC_SpinBox:
        return paintSpinBox;
    case QStyle::CC_ScrollBar:
        return paintScrollBar;
    case QStyle::CC_ToolButton:
        return paintToolButton;
    default:
        return nullptr;
    }
}

bool isInput(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
        || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QTextEdit *>(widget)
        || widget->inherits("QPlainTextEdit");
}

} // namespace

WaymarkStyle::WaymarkStyle(const Appearance &appearance)
    : QProxyStyle(u"fusion"_s)
    , m_appearance(appearance)
    , m_focusRing(std::make_unique<FocusRing>())
{
}

WaymarkStyle::~WaymarkStyle() = default;

void WaymarkStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                 QPainter *painter, const QWidget *widget) const
{
    const PaintElement paint = primitive(element);
    if (!paint || !paint({painter, option, widget, m_appearance}))
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void WaymarkStyle::drawControl(ControlElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    const PaintElement paint = control(element);
    if (!paint || !paint({painter, option, widget, m_appearance}))
        QProxyStyle::drawControl(element, option, painter, widget);
}

void WaymarkStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    const PaintElement paint = complexControl(control);
    if (!paint || !paint({painter, option, widget, m_appearance}))
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon WaymarkStyle::standardIcon(StandardPixmap pixmap, const QStyleOption *option,
                                 const QWidget *widget) const
{
    switch (pixmap) {
    case SP_LineEditClearButton:
    case SP_TabCloseButton:
    case SP_DialogCloseButton:
        return icon(u"x"_s);
    case SP_MessageBoxInformation:
        return icon(u"info"_s, Token::AccentTx);
    case SP_MessageBoxWarning:
        return icon(u"warn"_s, Token::WarnTx);
    case SP_MessageBoxCritical:
        return icon(u"error"_s, Token::ErrTx);
    case SP_MessageBoxQuestion:
        return icon(u"help"_s, Token::AccentTx);
    case SP_DirIcon:
    case SP_DirClosedIcon:
        return icon(u"folder"_s);
    case SP_DirOpenIcon:
        return icon(u"folderopen"_s);
    case SP_FileIcon:
        return icon(u"file"_s);
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

QPalette WaymarkStyle::standardPalette() const
{
    return paletteOf(m_appearance.colors);
}

void WaymarkStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (isInput(widget) || qobject_cast<QTabBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
    if (auto *tabs = qobject_cast<QTabBar *>(widget))
        tabs->setExpanding(false);
    if (FocusRing::isFor(widget))
        widget->installEventFilter(m_focusRing.get());
}

void WaymarkStyle::unpolish(QWidget *widget)
{
    widget->removeEventFilter(m_focusRing.get());
    QProxyStyle::unpolish(widget);
}

} // namespace waymark
