#pragma once

#include <QMainWindow>

namespace components {

/// What Qt brings of itself, as a window has it: menus, tabs, tables, trees, splitters, text boxes.
class StandardPage final : public QMainWindow
{
    Q_OBJECT

public:
    StandardPage();
};

} // namespace components
