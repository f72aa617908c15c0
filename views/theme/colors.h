#pragma once

#include "views/theme/tokens.h"

#include <QPalette>

#include <optional>

namespace waymark {

/// The colours in force: those of a scheme, or what a system palette of high contrast leaves of
/// them.
class Colors
{
public:
    explicit Colors(Scheme scheme);
    /// Soft fills are gone, text and lines have the system's colours: shapes and words must do.
    explicit Colors(const QPalette &highContrast);

    [[nodiscard]] QColor of(Token token) const;
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] bool isHighContrast() const { return m_system.has_value(); }

    /// Over everything below a palette or a sheet.
    [[nodiscard]] QColor scrim() const;
    /// The darkest of a shadow below what floats.
    [[nodiscard]] QColor shadow() const;

    [[nodiscard]] bool operator==(const Colors &other) const;

private:
    Scheme m_scheme;
    std::optional<QPalette> m_system;
};

/// Of WCAG 2.2: 1 of two equal colours, 21 of black and white.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

/// Whether all text of `system` is as good as black on white: no usual theme goes so far. (Qt 6.8
/// cannot be asked.)
[[nodiscard]] bool isOfHighContrast(const QPalette &system);

/// Whether `system` is one of light text on dark.
[[nodiscard]] Scheme schemeOf(const QPalette &system);

} // namespace waymark
