#pragma once

class QMenu;

namespace waymark {

class Theme;

/// Adds the choices of colours and of motion to `menu`, each a menu of its own; they follow the
/// theme, which has to live as long as the menu.
void addThemeMenus(QMenu *menu, Theme &theme);

} // namespace waymark
