#pragma once

#include "views/theme/controls.h"

#include <QPushButton>

class QAction;

namespace waymark {

/// A button that does what an action does, and follows it: its words, its icon, whether it can be
/// pressed and seen. The tool tip has the action's keys.
class ActionButton final : public QPushButton
{
    Q_OBJECT

public:
    /// `action` is not owned; where it goes, the button is hidden.
    explicit ActionButton(QAction *action, ButtonLook look = ButtonLook::Usual,
                          QWidget *parent = nullptr);

private:
    void follow(const QAction &action);
};

} // namespace waymark
