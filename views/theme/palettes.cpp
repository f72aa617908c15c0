#include "views/theme/palettes.h"

namespace waymark {

QPalette paletteOf(const Colors &colors)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token token) {
        palette.setColor(QPalette::All, role, colors.of(token));
    };
    set(QPalette::Window, Token::BgWindow);
    set(QPalette::Base, Token::BgSurface);
    set(QPalette::AlternateBase, Token::BgSubtle);
    set(QPalette::Button, Token::BgSurface);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        set(role, Token::Tx);
    set(QPalette::PlaceholderText, Token::Tx3);
    set(QPalette::BrightText, Token::TxOnAccent);
    set(QPalette::Light, Token::BgSurface);
    set(QPalette::Midlight, Token::LineSubtle);
    set(QPalette::Mid, Token::Line);
    set(QPalette::Dark, Token::LineControl);
    set(QPalette::Shadow, Token::LineControl);
    set(QPalette::Highlight, Token::BgTextSelection);
    set(QPalette::HighlightedText, Token::Tx);
    set(QPalette::Accent, Token::Accent);
    set(QPalette::Link, Token::AccentTx);
    set(QPalette::LinkVisited, Token::AccentTx);
    set(QPalette::ToolTipBase, Token::BgTooltip);
    set(QPalette::ToolTipText, Token::TxTooltip);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::PlaceholderText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, colors.of(Token::TxDisabled));
    for (const auto role : {QPalette::Base, QPalette::Button})
        palette.setColor(QPalette::Disabled, role, colors.of(Token::BgSubtle));
    return palette;
}

QPalette itemViewPaletteOf(const Colors &colors)
{
    QPalette palette = paletteOf(colors);
    palette.setColor(QPalette::All, QPalette::Highlight, colors.of(Token::BgSelected));
    palette.setColor(QPalette::Inactive, QPalette::Highlight, colors.of(Token::BgSelectedInactive));
    return palette;
}

} // namespace waymark
