#pragma once

#include <QList>

class QWidget;

namespace waymark {

/// Puts the focus into the pane behind (before) the one that has it, round the visible ones of
/// `panes`, where it was last, and says the pane's name.
void goToNextPane(const QList<QWidget *> &panes, bool backwards);

} // namespace waymark
