#include "views/theme/tokens.h"

#include <array>

namespace waymark {
namespace {

struct Row
{
    Token token;
    const char *name;
    QRgb light;
    QRgb dark;
};

constexpr std::array<Row, tokenCount> rows{{
    {Token::BgWindow, "bg-window", 0xfff1f1ee, 0xff18191c},
    {Token::BgPage, "bg-page", 0xfffafaf8, 0xff1e1f23},
    {Token::BgSurface, "bg-surface", 0xffffffff, 0xff25262b},
    {Token::BgSubtle, "bg-subtle", 0xfff5f5f2, 0xff2a2c31},
    {Token::BgHover, "bg-hover", 0xffebebe7, 0xff303238},
    {Token::BgPressed, "bg-pressed", 0xffe0e0db, 0xff3a3d44},
    {Token::BgSelected, "bg-selected", 0xffe3ebfa, 0xff293a63},
    {Token::BgSelectedInactive, "bg-selected-inactive", 0xffe5e5e1, 0xff33363d},
    {Token::BgTextSelection, "bg-text-selection", 0xffbfd2f8, 0xff3c5796},
    {Token::BgRaised, "bg-raised", 0xffffffff, 0xff2c2e34},
    {Token::BgTooltip, "bg-tooltip", 0xff2a2b2f, 0xffececea},
    {Token::LineSubtle, "line-subtle", 0xffe5e5e0, 0xff313339},
    {Token::Line, "line", 0xffd3d3cd, 0xff40434b},
    {Token::LineControl, "line-control", 0xff898982, 0xff7f838c},
    {Token::Tx, "tx", 0xff1b1c1e, 0xffececea},
    {Token::Tx2, "tx-2", 0xff4b4d53, 0xffbcbec4},
    {Token::Tx3, "tx-3", 0xff64666c, 0xffa5a8b0},
    {Token::TxDisabled, "tx-disabled", 0xffa2a29e, 0xff6b6e76},
    {Token::TxOnAccent, "tx-on-accent", 0xffffffff, 0xffffffff},
    {Token::TxTooltip, "tx-tooltip", 0xfff4f4f2, 0xff1b1c1e},
    {Token::Accent, "accent", 0xff2a57c5, 0xff416dda},
    {Token::AccentHover, "accent-hover", 0xff2349a8, 0xff3862cb},
    {Token::AccentPressed, "accent-pressed", 0xff1c3c8b, 0xff3057b8},
    {Token::AccentTx, "accent-tx", 0xff234eaf, 0xffa3bdff},
    {Token::AccentSoft, "accent-soft", 0xffe3ebfa, 0xff293a63},
    {Token::Focus, "focus", 0xff2a57c5, 0xff8faeff},
    {Token::Gold, "gold", 0xffbf8600, 0xffe9b436},
    {Token::GoldBright, "gold-bright", 0xffe8ac10, 0xffe9b436},
    {Token::GoldEdge, "gold-edge", 0xffa97800, 0xff8c6e26},
    {Token::TxOnGold, "tx-on-gold", 0xff3a2800, 0xff3a2800},
    {Token::GoldTx, "gold-tx", 0xff765000, 0xfff3cb6b},
    {Token::GoldSoft, "gold-soft", 0xfffff3d0, 0xff3b3117},
    {Token::GoldLine, "gold-line", 0xffc9a13a, 0xff8c6e26},
    {Token::AddTx, "add-tx", 0xff17692f, 0xff86d99b},
    {Token::AddSoft, "add-soft", 0xffe3f5e7, 0xff1e3527},
    {Token::AddStrong, "add-strong", 0xffbde5c6, 0xff264b33},
    {Token::ModTx, "mod-tx", 0xff0a6175, 0xff84d5e5},
    {Token::ModSoft, "mod-soft", 0xffddf1f5, 0xff1a363e},
    {Token::ModStrong, "mod-strong", 0xffb2dfe8, 0xff245260},
    {Token::DelTx, "del-tx", 0xffb0261e, 0xffffa59d},
    {Token::DelSoft, "del-soft", 0xfffce9e7, 0xff412423},
    {Token::DelStrong, "del-strong", 0xfff8d0cc, 0xff6b322e},
    {Token::ConTx, "con-tx", 0xff7034b0, 0xffd0acf8},
    {Token::ConSoft, "con-soft", 0xfff2e9fc, 0xff362747},
    {Token::ConStrong, "con-strong", 0xffddc6f4, 0xff513670},
    {Token::WarnTx, "warn-tx", 0xff8f4308, 0xffffb784},
    {Token::WarnSoft, "warn-soft", 0xfffdecdd, 0xff412b1c},
    {Token::WarnLine, "warn-line", 0xffe0a06a, 0xff8f5a30},
    {Token::ErrTx, "err-tx", 0xffb0261e, 0xffffa59d},
    {Token::ErrSoft, "err-soft", 0xfffce9e7, 0xff412423},
    {Token::ErrLine, "err-line", 0xffd9675f, 0xffa34b44},
    {Token::OkTx, "ok-tx", 0xff17692f, 0xff86d99b},
    {Token::OkSoft, "ok-soft", 0xffe3f5e7, 0xff1e3527},
    {Token::OkFill, "ok-fill", 0xff2e8b4a, 0xff4fb36e},
    {Token::SynKey, "syn-key", 0xff1f4c9e, 0xff9db9ff},
    {Token::SynStr, "syn-str", 0xff2b6a2e, 0xff9fd29f},
    {Token::SynNum, "syn-num", 0xff8a3a8f, 0xffddaee8},
    {Token::SynCom, "syn-com", 0xff64666c, 0xffa0a3ab},
    {Token::SynExpr, "syn-expr", 0xff765000, 0xfff3cb6b},
    {Token::SynPunct, "syn-punct", 0xff4b4d53, 0xffbcbec4},
    {Token::CodeBg, "code-bg", 0xffffffff, 0xff1f2024},
    {Token::CodeGutter, "code-gutter", 0xfff7f7f5, 0xff232428},
    {Token::CodeLn, "code-ln", 0xff6b6d73, 0xff92959d},
    {Token::CodeFocus, "code-focus", 0xffeaf0fc, 0xff26314d},
    {Token::CodeCur, "code-cur", 0xfff6f6f3, 0xff26282c},
    {Token::C1, "c1", 0xff3f6fd8, 0xff6c94f0},
    {Token::C2, "c2", 0xff2a9487, 0xff4db8aa},
    {Token::C3, "c3", 0xff8e6bc8, 0xffae8fe3},
    {Token::C4, "c4", 0xffc8713f, 0xffe0905f},
    {Token::C5, "c5", 0xff8e8f8a, 0xff8c8f96},
    {Token::Contour, "contour", 0xffe9e6da, 0xff34353b},
}};

constexpr bool isInOrder()
{
    for (size_t i = 0; i < rows.size(); ++i) {
        if (size_t(rows[i].token) != i)
            return false;
    }
    return true;
}
static_assert(isInOrder());

} // namespace

QColor color(Token token, Scheme scheme)
{
    const Row &row = rows[size_t(token)];
    return QColor::fromRgb(scheme == Scheme::Light ? row.light : row.dark);
}

QLatin1StringView tokenName(Token token)
{
    return QLatin1StringView(rows[size_t(token)].name);
}

} // namespace waymark
