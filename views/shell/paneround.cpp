#include "views/shell/paneround.h"

#include "views/widgets/accessiblerole.h"
#include "views/widgets/screen.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace waymark {
namespace {

bool takesFocus(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled()
        && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

/// What had the focus in `pane` last, else what it names, else the first that takes it.
QWidget *targetIn(QWidget *pane)
{
    for (QWidget *wanted : {pane->focusWidget(), firstFocus(pane)}) {
        if (wanted && takesFocus(wanted))
            return wanted;
    }
    if (takesFocus(pane))
        return pane;
    for (QWidget *widget = pane->nextInFocusChain(); widget && widget != pane;
         widget = widget->nextInFocusChain()) {
        if (pane->isAncestorOf(widget) && takesFocus(widget))
            return widget;
    }
    return nullptr;
}

bool holds(const QWidget *pane, const QWidget *focus)
{
    return focus && (pane == focus || pane->isAncestorOf(focus));
}

} // namespace

void goToNextPane(const QList<QWidget *> &panes, bool backwards)
{
    const QWidget *focus = QApplication::focusWidget();
    QList<std::pair<QWidget *, QWidget *>> targets;
    qsizetype here = -1;
    for (QWidget *pane : panes) {
        QWidget *target = pane->isVisible() ? targetIn(pane) : nullptr;
        if (!target)
            continue;
        if (holds(pane, focus))
            here = targets.size();
        targets += std::pair(pane, target);
    }
    if (targets.isEmpty())
        return;
    const qsizetype count = targets.size();
    const qsizetype next
        = here < 0 ? (backwards ? count - 1 : 0) : (here + (backwards ? count - 1 : 1)) % count;
    const auto &[pane, target] = targets.at(next);
    target->setFocus(Qt::ShortcutFocusReason);
    announce(pane, pane->accessibleName());
}

} // namespace waymark
