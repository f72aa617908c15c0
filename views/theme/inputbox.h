#pragma once

#include "views/theme/elements.h"

#include <QRect>

namespace waymark {

/// What the edge of an input tells.
struct InputState
{
    bool isEnabled = true;
    bool isReadOnly = false;
    bool hasFocus = false;
    bool isHovered = false;
    bool hasMistake = false;
};

[[nodiscard]] InputState inputStateOf(const Painting &paint);

/// The box of everything that one types into or chooses from.
void paintInputBox(QPainter *painter, const QRect &rect, const InputState &state,
                   const Appearance &look);

} // namespace waymark
