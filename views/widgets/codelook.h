#pragma once

#include "views/theme/tokens.h"

#include <QFont>

#include <functional>
#include <memory>

namespace waymark {

class HighlightingDefinitions;

/// What views of code are told of how they look. Asked anew at each painting.
struct CodeLook
{
    std::function<QColor(Token)> colour;
    std::function<bool()> isMotionReduced = [] { return false; };
    std::shared_ptr<HighlightingDefinitions> definitions = nullptr; ///< none: one colour for all
};

/// The fonts of a view of code, sized by that of the application.
struct CodeFonts
{
    QFont text;
    QFont gutter;
    QFont note;
    int rowHeight = 19;
    int baseline = 14; ///< of a row, from its top

    [[nodiscard]] static CodeFonts of(const QFont &application, double scale = 1);
};

} // namespace waymark
