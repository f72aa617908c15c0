#pragma once

#include <QSize>

namespace waymark {

/// What is wished to be seen of a service that is made.
enum class CreateView : quint8 { Form, Both, Preview };

/// Which parts of the page have room.
struct CreateLayout
{
    bool hasForm = true;
    bool hasPreview = true;
    bool hasStepper = true; ///< Else a list that opens has the steps.
    bool hasTree = true; ///< Else a list that opens has the files.
    bool hasLegend = true;
    bool foldsProblems = false; ///< One line, until it is opened.
    bool foldsHeader = false; ///< What is less needed is in a menu.

    friend bool operator==(const CreateLayout &, const CreateLayout &) = default;
};

/// For a window of `size`, in px divided by the scale of text.
[[nodiscard]] CreateLayout createLayout(QSizeF size, CreateView view);

} // namespace waymark
