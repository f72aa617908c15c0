#pragma once

class QWidget;

namespace waymark {

/// The button or progress bar turns until told otherwise; where nothing moves, it stands still.
void setWorking(QWidget *widget, bool isWorking);
[[nodiscard]] bool isWorking(const QWidget *widget);

/// How far the turn is, from 0 to 1.
[[nodiscard]] double turnOf(const QWidget *widget);

} // namespace waymark
