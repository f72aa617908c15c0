#pragma once

#include "views/theme/colors.h"

class QWidget;

namespace waymark {

/// What painting code has to know: the colours in force, the size of a design's px, and whether
/// things move. The style carries it; appearanceOf() asks the style of a widget.
struct Appearance
{
    Colors colors = Colors(Scheme::Light);
    qreal scale = 1;
    bool moves = true;

    [[nodiscard]] QColor color(Token token) const { return colors.of(token); }
    /// `design` px of the pictures in px at this size of text.
    [[nodiscard]] int px(qreal design) const { return qRound(design * scale); }

    [[nodiscard]] bool operator==(const Appearance &other) const = default;
};

/// That of the widget's style, or of the application's where there is none; of a foreign style,
/// what a light window of usual size has. Not to be kept: ask again at each painting.
[[nodiscard]] const Appearance &appearanceOf(const QWidget *widget);

[[nodiscard]] QColor colorOf(const QWidget *widget, Token token);

[[nodiscard]] int px(const QWidget *widget, qreal design);

/// `milliseconds`, or 0 where nothing moves: the whole change is to be made at once then.
[[nodiscard]] int durationOf(const QWidget *widget, int milliseconds);

} // namespace waymark
