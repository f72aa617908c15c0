#include "views/theme/colors.h"

#include <algorithm>
#include <cmath>

namespace waymark {
namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

/// What of the system's palette stands for a token; text and lines are what is left.
QPalette::ColorRole systemRole(Token token)
{
    switch (token) {
    case Token::BgWindow:
        return QPalette::Window;
    case Token::BgPage:
    case Token::BgSurface:
    case Token::BgSubtle:
    case Token::BgHover:
    case Token::BgPressed:
    case Token::BgSelected:
    case Token::BgSelectedInactive:
    case Token::BgRaised:
    case Token::AccentSoft:
    case Token::GoldSoft:
    case Token::AddSoft:
    case Token::AddStrong:
    case Token::ModSoft:
    case Token::ModStrong:
    case Token::DelSoft:
    case Token::DelStrong:
    case Token::ConSoft:
    case Token::ConStrong:
    case Token::WarnSoft:
    case Token::ErrSoft:
    case Token::OkSoft:
    case Token::TxOnGold:
    case Token::CodeBg:
    case Token::CodeGutter:
    case Token::CodeFocus:
    case Token::CodeCur:
    case Token::Contour:
        return QPalette::Base;
    case Token::BgTextSelection:
    case Token::Accent:
    case Token::AccentHover:
    case Token::AccentPressed:
    case Token::Focus:
        return QPalette::Highlight;
    case Token::TxOnAccent:
        return QPalette::HighlightedText;
    case Token::BgTooltip:
        return QPalette::ToolTipBase;
    case Token::TxTooltip:
        return QPalette::ToolTipText;
    default:
        return QPalette::Text;
    }
}

} // namespace

Colors::Colors(Scheme scheme)
    : m_scheme(scheme)
{
}

Colors::Colors(const QPalette &highContrast)
    : m_scheme(schemeOf(highContrast))
    , m_system(highContrast)
{
}

QColor Colors::of(Token token) const
{
    if (!m_system)
        return color(token, m_scheme);
    const auto group = token == Token::TxDisabled ? QPalette::Disabled : QPalette::Active;
    return m_system->color(group, systemRole(token));
}

QColor Colors::scrim() const
{
    return m_scheme == Scheme::Light ? QColor(24, 25, 28, 92) : QColor(0, 0, 0, 128);
}

QColor Colors::shadow() const
{
    return m_scheme == Scheme::Light ? QColor(24, 25, 28, 46) : QColor(0, 0, 0, 140);
}

bool Colors::operator==(const Colors &other) const
{
    return m_scheme == other.m_scheme && m_system == other.m_system;
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

bool isOfHighContrast(const QPalette &system)
{
    constexpr double asGoodAsBlackOnWhite = 20;
    const std::initializer_list<std::pair<QPalette::ColorRole, QPalette::ColorRole>> pairs = {
        {QPalette::WindowText, QPalette::Window},
        {QPalette::Text, QPalette::Base},
        {QPalette::ButtonText, QPalette::Button},
    };
    return std::ranges::all_of(pairs, [&](const auto &pair) {
        return contrast(system.color(QPalette::Active, pair.first),
                        system.color(QPalette::Active, pair.second))
            >= asGoodAsBlackOnWhite;
    });
}

Scheme schemeOf(const QPalette &system)
{
    const QColor text = system.color(QPalette::Active, QPalette::WindowText);
    const QColor window = system.color(QPalette::Active, QPalette::Window);
    return luminance(text) > luminance(window) ? Scheme::Dark : Scheme::Light;
}

} // namespace waymark
