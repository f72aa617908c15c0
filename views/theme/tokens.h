#pragma once

#include <QColor>

namespace waymark {

/// What a colour is for. The names are those of the design's tokens.
enum class Token : quint8 {
    BgWindow,
    BgPage,
    BgSurface,
    BgSubtle,
    BgHover,
    BgPressed,
    BgSelected,
    BgSelectedInactive,
    BgTextSelection,
    BgRaised,
    BgTooltip,
    LineSubtle,
    Line,
    LineControl,
    Tx,
    Tx2,
    Tx3,
    TxDisabled,
    TxOnAccent,
    TxTooltip,
    Accent,
    AccentHover,
    AccentPressed,
    AccentTx,
    AccentSoft,
    Focus,
    Gold,
    GoldBright,
    GoldEdge,
    TxOnGold,
    GoldTx,
    GoldSoft,
    GoldLine,
    AddTx,
    AddSoft,
    AddStrong,
    ModTx,
    ModSoft,
    ModStrong,
    DelTx,
    DelSoft,
    DelStrong,
    ConTx,
    ConSoft,
    ConStrong,
    WarnTx,
    WarnSoft,
    WarnLine,
    ErrTx,
    ErrSoft,
    ErrLine,
    OkTx,
    OkSoft,
    OkFill,
    SynKey,
    SynStr,
    SynNum,
    SynCom,
    SynExpr,
    SynPunct,
    CodeBg,
    CodeGutter,
    CodeLn,
    CodeFocus,
    CodeCur,
    C1,
    C2,
    C3,
    C4,
    C5,
    Contour,
};

inline constexpr int tokenCount = int(Token::Contour) + 1;

/// The two sets of colours there are.
enum class Scheme : quint8 { Light, Dark };

/// The colour of `token` in `scheme`: the only place that knows one.
[[nodiscard]] QColor color(Token token, Scheme scheme);

/// The token's name as the design writes it: "bg-window".
[[nodiscard]] QLatin1StringView tokenName(Token token);

} // namespace waymark
