#pragma once

#include <QString>

namespace waymark {

/// Where a line of a YAML scalar may be broken.
enum class Folding : quint8 {
    Flow, ///< At single blanks.
    Block, ///< The same; lines that are indented further stay whole.
    Quoted, ///< Anywhere, with a backslash where there is no blank.
};

struct FoldingWidths
{
    int line = 80; ///< Columns of a line; 0: nothing is folded.
    int content = 20; ///< Columns that a line has at least, however deep it is indented.
    qsizetype first = -1; ///< Columns in front of the first line; -1: those of the others.
};

struct FoldedText
{
    QString text;
    bool hasLongLine = false; ///< One that could not be broken.
};

/// `text` in lines of some width, each but the first behind `indent`, as the package `yaml` of
/// JavaScript folds it: a blank becomes the end of a line where the next word would go too far.
[[nodiscard]] FoldedText foldedText(const QString &text, const QString &indent, Folding folding,
                                    const FoldingWidths &widths);

} // namespace waymark
