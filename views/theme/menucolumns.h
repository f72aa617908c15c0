#pragma once

#include "views/theme/appearance.h"

class QStyleOptionMenuItem;

// The columns of a menu: painting and measuring must agree. In px at 100 %.
namespace waymark {

inline constexpr double menuPadding = 12;
inline constexpr double menuIcon = 16;
inline constexpr double menuGap = 8;
inline constexpr double menuShortcutGap = 24;

/// Where the words of an item begin, in px of the screen.
[[nodiscard]] int menuTextStart(const QStyleOptionMenuItem &item, const Appearance &look);

} // namespace waymark
