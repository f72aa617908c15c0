#pragma once

#include "views/theme/appearance.h"

#include <QStyleOption>

class QPainter;
class QWidget;

// What WaymarkStyle paints itself. Each function says false when it leaves the work to Fusion.
namespace waymark {

/// What a style is given to paint with.
struct Painting
{
    QPainter *painter;
    const QStyleOption *option;
    const QWidget *widget;
    const Appearance &look;

    /// The option as what it should be; null if it is not.
    template<typename Option>
    [[nodiscard]] const Option *as() const
    {
        return qstyleoption_cast<const Option *>(option);
    }
    [[nodiscard]] bool is(QStyle::StateFlag flag) const { return option->state.testFlag(flag); }
    [[nodiscard]] bool isHovered() const
    {
        return is(QStyle::State_MouseOver) && is(QStyle::State_Enabled);
    }
};

bool paintNothing(const Painting &paint);

// buttonelements.cpp
bool paintPushButton(const Painting &paint);
bool paintButtonPanel(const Painting &paint);
bool paintToolButton(const Painting &paint);

// choiceelements.cpp
bool paintCheckIndicator(const Painting &paint); // also a switch
bool paintRadioIndicator(const Painting &paint);

// inputelements.cpp
bool paintLineEdit(const Painting &paint);
bool paintCombo(const Painting &paint);
bool paintComboText(const Painting &paint);
bool paintSpinBox(const Painting &paint);

// itemelements.cpp
bool paintItemPanel(const Painting &paint);
bool paintItemRow(const Painting &paint);
bool paintItemFocus(const Painting &paint);
bool paintBranch(const Painting &paint);

// headerelements.cpp: of tables, and tabs
bool paintHeader(const Painting &paint);
bool paintHeaderSection(const Painting &paint);
bool paintHeaderText(const Painting &paint);
bool paintHeaderArrow(const Painting &paint);
bool paintTab(const Painting &paint);
bool paintTabText(const Painting &paint);
bool paintTabBarBase(const Painting &paint);

// barelements.cpp
bool paintScrollBar(const Painting &paint);
bool paintProgress(const Painting &paint);
bool paintSplitter(const Painting &paint);

// menuelements.cpp
bool paintMenuPanel(const Painting &paint);
bool paintMenuItem(const Painting &paint);
bool paintMenuBarItem(const Painting &paint);

// frameelements.cpp
bool paintSurface(const Painting &paint);
bool paintFrame(const Painting &paint);
bool paintRule(const Painting &paint);
bool paintToolTip(const Painting &paint);
bool paintStatusBar(const Painting &paint);
bool paintFocusFrame(const Painting &paint);

} // namespace waymark
