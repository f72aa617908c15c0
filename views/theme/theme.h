#pragma once

#include "views/theme/appearance.h"
#include "views/theme/typography.h"

#include <QFont>
#include <QObject>
#include <QPalette>
#include <QPointer>

namespace waymark {

class WaymarkStyle;

/// Which colours the user wishes.
enum class SchemeChoice : quint8 { System, Light, Dark };

/// Whether the user wishes things to move.
enum class MotionChoice : quint8 { System, Full, Reduced };

/// Owns what the user chose for the look of all windows, and puts it into the application: its
/// style, its palette, its fonts. One exists, made after QApplication and handed down; what paints
/// needs only appearanceOf() its widget.
class Theme final : public QObject
{
    Q_OBJECT

public:
    /// Takes the application's font and palette as those of the system.
    explicit Theme(QObject *parent = nullptr);

    [[nodiscard]] SchemeChoice schemeChoice() const { return m_schemeChoice; }
    void setSchemeChoice(SchemeChoice choice);

    /// Kept between 0.8 and 2.0.
    [[nodiscard]] qreal textScale() const { return m_textScale; }
    void setTextScale(qreal scale);
    /// The next larger (`steps` > 0) or smaller of 80, 90, … 200 %.
    void stepTextScale(int steps);

    [[nodiscard]] MotionChoice motionChoice() const { return m_motionChoice; }
    void setMotionChoice(MotionChoice choice);

    /// The scheme in force, whoever chose it.
    [[nodiscard]] Scheme scheme() const { return m_appearance.colors.scheme(); }
    [[nodiscard]] const Appearance &appearance() const { return m_appearance; }

    /// `milliseconds`, or 0 where nothing is to move.
    [[nodiscard]] int duration(int milliseconds) const;

    /// As if the system had this palette: one of high contrast takes the place of our colours.
    void setSystemPalette(const QPalette &palette);

Q_SIGNALS:
    /// Colours, sizes or motion are other ones; everything on screen has been told to repaint.
    void changed();

private:
    void followSystem(Qt::ColorScheme scheme);
    [[nodiscard]] Colors chosenColors() const;
    [[nodiscard]] bool chosenMotion() const;
    void apply();
    void applyFonts();
    void applyPalettes();

    const QFont m_systemFont;
    QPalette m_systemPalette;
    Scheme m_systemScheme;
    SchemeChoice m_schemeChoice = SchemeChoice::System;
    MotionChoice m_motionChoice = MotionChoice::System;
    qreal m_textScale = 1;
    Appearance m_appearance;
    QPointer<WaymarkStyle> m_style; // belongs to the application
};

} // namespace waymark
