#pragma once

#include <QFont>

namespace waymark {

/// What a text is. The sizes are factors of the application's font, as the design lists them.
enum class TextRole : quint8 {
    Body,
    BodyMedium, // a button, what stands out in a line
    BodyStrong, // the name of a thing, a label that leads
    PageTitle,
    Metric,
    SectionTitle,
    Help,
    HelpStrong, // a table's header
    Badge, // the smallest
    Code,
    CodeSmall, // paths in lists, line numbers
};

inline constexpr int textRoleCount = int(TextRole::CodeSmall) + 1;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow" // a List of values is something else
/// The rows there are in lists.
enum class RowKind : quint8 { Tree, List, Palette, TableHeader, Table, Tab };
#pragma GCC diagnostic pop

inline constexpr qreal smallestTextScale = 0.8;
inline constexpr qreal largestTextScale = 2.0;

/// The interface's family at the size of the system's font, at least 13 px, times `textScale`.
[[nodiscard]] QFont applicationFont(const QFont &system, qreal textScale);

/// Of `application`, a font as applicationFont() makes it. Code has no ligatures.
[[nodiscard]] QFont fontOf(TextRole role, const QFont &application);
/// Of QApplication::font().
[[nodiscard]] QFont fontOf(TextRole role);

/// `font` with figures of one width, for numbers that stand below each other or count.
[[nodiscard]] QFont withTabularFigures(QFont font);

/// How many px of the screen one px of the design is: 1 when the application's font has 13 px.
[[nodiscard]] qreal textScaleOf(const QFont &application);

/// In px; never less than the fonts of the row need.
[[nodiscard]] int rowHeight(RowKind kind, const QFont &application);

} // namespace waymark
