#include "views/widgets/actionbutton.h"

#include "views/widgets/mnemonics.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace waymark {

ActionButton::ActionButton(QAction *action, ButtonLook look, QWidget *parent)
    : QPushButton(parent)
{
    setButtonLook(this, look);
    follow(*action);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, [this, action] { follow(*action); });
    connect(action, &QObject::destroyed, this, &QWidget::hide);
}

void ActionButton::follow(const QAction &action)
{
    setText(literally(action.iconText()));
    setIcon(action.icon());
    setEnabled(action.isEnabled());
    if (!action.isVisible())
        hide();
    else if (testAttribute(Qt::WA_WState_ExplicitShowHide))
        show();
    setCheckable(action.isCheckable());
    setChecked(action.isChecked());
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    const bool saysMore = action.toolTip() != action.iconText();
    const QString words = saysMore ? action.toolTip() : QString();
    setToolTip(keys.isEmpty() ? words : (action.toolTip() + u" ("_s + keys + u')'));
    setAccessibleName(action.iconText());
    setAccessibleDescription(words);
}

} // namespace waymark
