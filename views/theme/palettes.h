#pragma once

#include "views/theme/colors.h"

#include <QPalette>

namespace waymark {

/// The palette of all windows.
[[nodiscard]] QPalette paletteOf(const Colors &colors);

/// The palette of lists, trees and tables: what is highlighted there is a row, not text.
[[nodiscard]] QPalette itemViewPaletteOf(const Colors &colors);

} // namespace waymark
