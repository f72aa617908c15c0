#include "views/theme/theme.h"

#include "views/theme/controls.h"
#include "views/theme/palettes.h"
#include "views/theme/waymarkstyle.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QStyleHints>
#include <QToolTip>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace waymark {
namespace {

Scheme systemScheme(Qt::ColorScheme said, const QPalette &palette)
{
    if (said == Qt::ColorScheme::Unknown)
        return schemeOf(palette);
    return said == Qt::ColorScheme::Dark ? Scheme::Dark : Scheme::Light;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_systemFont(QApplication::font())
    , m_systemPalette(QApplication::palette())
    , m_systemScheme(systemScheme(QGuiApplication::styleHints()->colorScheme(), m_systemPalette))
{
    m_appearance = {.colors = chosenColors(), .scale = 1, .moves = chosenMotion()};
    m_style = new WaymarkStyle(m_appearance);
    QApplication::setStyle(m_style);
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            &Theme::followSystem);
    applyFonts();
    applyPalettes();
}

void Theme::setSchemeChoice(SchemeChoice choice)
{
    m_schemeChoice = choice;
    apply();
}

void Theme::setTextScale(qreal scale)
{
    m_textScale = std::clamp(scale, smallestTextScale, largestTextScale);
    apply();
}

void Theme::stepTextScale(int steps)
{
    setTextScale((qRound(m_textScale * 10) + steps) / 10.0);
}

void Theme::setMotionChoice(MotionChoice choice)
{
    m_motionChoice = choice;
    apply();
}

int Theme::duration(int milliseconds) const
{
    return m_appearance.moves ? milliseconds : 0;
}

void Theme::setSystemPalette(const QPalette &palette)
{
    m_systemPalette = palette;
    apply();
}

void Theme::followSystem(Qt::ColorScheme scheme)
{
    m_systemScheme = systemScheme(scheme, m_systemPalette);
    apply();
}

Colors Theme::chosenColors() const
{
    if (isOfHighContrast(m_systemPalette))
        return Colors(m_systemPalette);
    switch (m_schemeChoice) {
    case SchemeChoice::Light:
        return Colors(Scheme::Light);
    case SchemeChoice::Dark:
        return Colors(Scheme::Dark);
    case SchemeChoice::System:
        break;
    }
    return Colors(m_systemScheme);
}

bool Theme::chosenMotion() const
{
    switch (m_motionChoice) {
    case MotionChoice::Full:
        return true;
    case MotionChoice::Reduced:
        return false;
    case MotionChoice::System:
        break;
    }
    const QStyle *system = m_style ? m_style->baseStyle() : QApplication::style();
    return QApplication::isEffectEnabled(Qt::UI_General)
        && system->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
}

void Theme::apply()
{
    const QFont font = applicationFont(m_systemFont, m_textScale);
    const Appearance wanted{
        .colors = chosenColors(), .scale = textScaleOf(font), .moves = chosenMotion()};
    const Appearance earlier = std::exchange(m_appearance, wanted);
    if (earlier == wanted || !m_style)
        return;
    m_style->setAppearance(wanted);
    const bool isOtherSize = earlier.scale != wanted.scale;
    if (isOtherSize)
        applyFonts();
    if (earlier.colors != wanted.colors)
        applyPalettes();
    // A widget that is told may make others anew.
    const QWidgetList widgets = QApplication::allWidgets();
    const QList<QPointer<QWidget>> all(widgets.cbegin(), widgets.cend());
    for (const QPointer<QWidget> &widget : all) {
        if (widget)
            refreshText(widget);
        if (widget && isOtherSize)
            measureAgain(widget);
    }
    Q_EMIT changed();
}

void Theme::applyFonts()
{
    const QFont font = applicationFont(m_systemFont, m_textScale);
    m_appearance.scale = textScaleOf(font);
    m_style->setAppearance(m_appearance);
    QApplication::setFont(font);
    for (const char *button : {"QPushButton", "QToolButton"})
        QApplication::setFont(fontOf(TextRole::BodyMedium, font), button);
    for (const char *small : {"QTipLabel", "QStatusBar"})
        QApplication::setFont(fontOf(TextRole::Help, font), small);
    QApplication::setFont(fontOf(TextRole::HelpStrong, font), "QHeaderView");
    QToolTip::setFont(fontOf(TextRole::Help, font));
}

void Theme::applyPalettes()
{
    const Colors &colors = m_appearance.colors;
    const QPalette palette = colors.isHighContrast() ? m_systemPalette : paletteOf(colors);
    const QPalette itemViews
        = colors.isHighContrast() ? m_systemPalette : itemViewPaletteOf(colors);
    QApplication::setPalette(palette); // forgets those of classes
    QApplication::setPalette(itemViews, "QAbstractItemView");
    QToolTip::setPalette(palette);
    // Qt tells the widgets later; a picture half in the one scheme and half in the other is none.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::ApplicationPaletteChange);
}

} // namespace waymark
