#include "views/theme/badges.h"

#include "views/theme/icons.h"
#include "views/theme/shapes.h"
#include "views/theme/typography.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qreal badgePadding = 6;
constexpr qreal badgeIcon = 14;
constexpr qreal linkedIcon = 10; // an arrow alone
constexpr qreal badgeGap = 3;
constexpr qreal radius = 4;

struct BadgeLook
{
    BadgeKind kind;
    Token text;
    std::optional<Token> fill;
    std::optional<Token> edge;
};

constexpr std::array<BadgeLook, 9> badgeLooks{{
    {BadgeKind::Golden, Token::GoldTx, Token::GoldSoft, {}},
    {BadgeKind::Changed, Token::Tx2, {}, Token::LineControl},
    {BadgeKind::Plain, Token::Tx2, {}, Token::Line},
    {BadgeKind::Source, Token::Tx2, {}, Token::Line},
    {BadgeKind::Warning, Token::WarnTx, Token::WarnSoft, {}},
    {BadgeKind::Error, Token::ErrTx, Token::ErrSoft, {}},
    {BadgeKind::Linked, Token::AccentTx, Token::AccentSoft, {}},
    {BadgeKind::Added, Token::AddTx, Token::AddSoft, {}},
    {BadgeKind::Count, Token::Tx2, Token::BgPressed, {}},
}};

QFont badgeFont(BadgeKind kind)
{
    if (kind == BadgeKind::Source)
        return fontOf(TextRole::CodeSmall);
    return withTabularFigures(fontOf(TextRole::Badge));
}

int iconSide(BadgeKind kind, const Appearance &look)
{
    return look.px(kind == BadgeKind::Linked ? linkedIcon : badgeIcon);
}

/// Without soft fills, an edge shows the shape.
Box badgeBox(const BadgeLook &badge, bool isOnSelection, const Appearance &look)
{
    Box box{.radius = radius * look.scale};
    if (badge.fill && !look.colors.isHighContrast())
        box.fill = look.color(isOnSelection ? Token::BgSurface : *badge.fill);
    if (badge.edge)
        box.edge = look.color(*badge.edge);
    else if (look.colors.isHighContrast())
        box.edge = look.color(badge.text);
    return box;
}

struct MarkLook
{
    FileMark mark;
    QChar letter;
    Token text;
    Token fill;
};

constexpr std::array<MarkLook, 5> markLooks{{
    {FileMark::Added, u'A', Token::AddTx, Token::AddSoft},
    {FileMark::Modified, u'M', Token::ModTx, Token::ModSoft},
    {FileMark::Deleted, u'D', Token::DelTx, Token::DelSoft},
    {FileMark::Conflict, u'C', Token::ConTx, Token::ConSoft},
    {FileMark::NotNeeded, QChar(0x2212), Token::Tx3, Token::BgPressed},
}};

QFont keyFont()
{
    QFont font = fontOf(TextRole::Badge);
    font.setWeight(QFont::Medium);
    return font;
}

QRect inTheMiddle(const QRect &rect, const QSize &size)
{
    QRect middle(QPoint(), size);
    middle.moveCenter(rect.center());
    return middle;
}

} // namespace

QSize badgeSize(const BadgeText &badge, const Appearance &look)
{
    const QFontMetrics metrics(badgeFont(badge.kind));
    const int height = std::max(look.px(20), metrics.height() + look.px(2));
    int width = metrics.horizontalAdvance(badge.text) + look.px(2 * badgePadding);
    if (!badge.icon.isEmpty())
        width += iconSide(badge.kind, look) + (badge.text.isEmpty() ? 0 : look.px(badgeGap));
    return {std::max(width, badge.kind == BadgeKind::Count ? height : 0), height};
}

void paintBadge(QPainter *painter, const QRect &rect, const BadgeText &badge,
                const Appearance &look)
{
    const BadgeLook &kind = badgeLooks[size_t(badge.kind)];
    Box box = badgeBox(kind, badge.isOnSelection, look);
    if (badge.kind == BadgeKind::Count)
        box.radius = rect.height() / 2.0;
    paintBox(painter, rect, box);
    painter->save();
    const int padding = look.px(badgePadding);
    QRect text = rect.adjusted(padding, 0, -padding, 0);
    if (!badge.icon.isEmpty()) {
        const int side = iconSide(badge.kind, look);
        const bool isGolden = badge.kind == BadgeKind::Golden;
        paintIcon(painter, QRect(text.x(), rect.y() + (rect.height() - side) / 2, side, side),
                  badge.icon, look.color(isGolden ? Token::Gold : kind.text));
        text.setLeft(text.left() + side + look.px(badgeGap));
    }
    painter->setFont(badgeFont(badge.kind));
    painter->setPen(look.color(kind.text));
    const QFontMetrics metrics = painter->fontMetrics();
    const auto align
        = badge.kind == BadgeKind::Count ? Qt::AlignCenter : Qt::AlignVCenter | Qt::AlignLeft;
    const QRect room = badge.kind == BadgeKind::Count ? rect : text;
    painter->drawText(room, int(align) | Qt::TextSingleLine,
                      metrics.elidedText(badge.text, Qt::ElideMiddle, room.width() + 1));
    painter->restore();
}

QSize fileMarkSize(const Appearance &look)
{
    return {look.px(16), look.px(16)};
}

void paintFileMark(QPainter *painter, const QRect &rect, FileMark mark, const Appearance &look)
{
    const MarkLook &looks = markLooks[size_t(mark)];
    const QRect tile = inTheMiddle(rect, fileMarkSize(look));
    const bool isPlain = look.colors.isHighContrast();
    paintBox(painter, tile,
             {.fill = look.color(looks.fill),
              .edge = isPlain ? look.color(looks.text) : QColor(),
              .radius = radius * look.scale});
    painter->save();
    QFont font = fontOf(TextRole::Badge);
    font.setWeight(QFont::Bold);
    font.setPointSizeF(font.pointSizeF() * 10 / 11); // the letter of a square of 16 px
    painter->setFont(font);
    painter->setPen(look.color(looks.text));
    painter->drawText(tile, Qt::AlignCenter, looks.letter);
    painter->restore();
}

QSize keyCapSize(const QString &key, const Appearance &look)
{
    const QFontMetrics metrics(keyFont());
    const int height = std::max(look.px(18), metrics.height() + look.px(3));
    return {std::max(height, metrics.horizontalAdvance(key) + look.px(10)), height};
}

void paintKeyCap(QPainter *painter, const QRect &rect, const QString &key, const Appearance &look,
                 bool isOnToolTip)
{
    const QRect cap = inTheMiddle(rect, keyCapSize(key, look));
    const QColor edge = look.color(isOnToolTip ? Token::TxTooltip : Token::Line);
    const QColor fill = look.color(isOnToolTip ? Token::BgTooltip : Token::BgSurface);
    const int below = std::max(1, look.px(1)); // the cap stands a little above its foot
    paintBox(painter, cap, {.fill = edge, .radius = radius * look.scale});
    paintBox(painter, cap.adjusted(0, 0, 0, -below),
             {.fill = fill, .edge = edge, .radius = radius * look.scale});
    painter->save();
    painter->setFont(keyFont());
    painter->setPen(look.color(isOnToolTip ? Token::TxTooltip : Token::Tx2));
    painter->drawText(cap.adjusted(0, 0, 0, -below), Qt::AlignCenter, key);
    painter->restore();
}

void paintDiamond(QPainter *painter, const QRect &rect, Diamond diamond, const Appearance &look)
{
    switch (diamond) {
    case Diamond::Golden:
        return paintIcon(painter, rect, u"diamond"_s, look.color(Token::Gold));
    case Diamond::Changed:
        return paintIcon(painter, rect, u"diamondo"_s, look.color(Token::Tx2));
    case Diamond::OffThePath:
        return paintIcon(painter, rect, u"diamondd"_s, look.color(Token::Tx3));
    }
}

} // namespace waymark
