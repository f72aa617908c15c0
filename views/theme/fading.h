#pragma once

class QWidget;

namespace waymark {

/// Lets what was just shown come up within a moment; where nothing moves, it is there at once.
void fadeIn(QWidget *widget);

} // namespace waymark
