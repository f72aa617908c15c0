#include "views/theme/elements.h"
#include "views/theme/icons.h"
#include "views/theme/shapes.h"

#include <QPainter>
#include <QStyle>
#include <QTabBar>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QFont tabFont(const Painting &paint)
{
    QFont font = paint.painter->font();
    if (paint.is(QStyle::State_Selected))
        font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

/// Qt's own way does not ask a proxy where the parts of a header are.
bool paintHeader(const Painting &paint)
{
    const auto *header = paint.as<QStyleOptionHeader>();
    if (!header || !paint.widget)
        return false;
    const QStyle *style = paint.widget->style();
    style->drawControl(QStyle::CE_HeaderSection, header, paint.painter, paint.widget);
    const bool isSorted = header->sortIndicator != QStyleOptionHeader::None;
    const int margin = paint.look.px(8);
    const int after = isSorted ? paint.look.px(20) : margin;
    QStyleOptionHeader part = *header;
    part.rect = QStyle::visualRect(header->direction, header->rect,
                                   header->rect.adjusted(margin, 0, -after, 0));
    style->drawControl(QStyle::CE_HeaderLabel, &part, paint.painter, paint.widget);
    part.rect = style->subElementRect(QStyle::SE_HeaderArrow, header, paint.widget);
    style->drawPrimitive(QStyle::PE_IndicatorHeaderArrow, &part, paint.painter, paint.widget);
    return true;
}

bool paintHeaderSection(const Painting &paint)
{
    const QRect rect = paint.option->rect;
    const bool isHovered = paint.isHovered() && paint.as<QStyleOptionHeader>();
    paint.painter->fillRect(rect, paint.look.color(isHovered ? Token::BgHover : Token::BgSubtle));
    paintHairline(paint.painter, rect, Qt::BottomEdge, paint.look.color(Token::Line));
    return true;
}

bool paintHeaderText(const Painting &paint)
{
    const auto *header = paint.as<QStyleOptionHeader>();
    if (!header)
        return false;
    paint.painter->save();
    paint.painter->setPen(paint.look.color(Token::Tx2));
    const auto align = QStyle::visualAlignment(
        header->direction, (header->textAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter);
    paint.painter->drawText(header->rect, int(align) | Qt::TextSingleLine,
                            paint.painter->fontMetrics().elidedText(header->text, Qt::ElideRight,
                                                                    header->rect.width()));
    paint.painter->restore();
    return true;
}

/// Qt's SortDown is the ascending order, whose small ones are above.
bool paintHeaderArrow(const Painting &paint)
{
    const auto *header = paint.as<QStyleOptionHeader>();
    if (!header || header->sortIndicator == QStyleOptionHeader::None)
        return true;
    const int side = paint.look.px(14);
    QRect place(0, 0, side, side);
    place.moveCenter(header->rect.center());
    paintIcon(paint.painter, place,
              header->sortIndicator == QStyleOptionHeader::SortUp ? u"down"_s : u"up"_s,
              paint.look.color(Token::Tx2));
    return true;
}

bool paintTab(const Painting &paint)
{
    const QRect rect = paint.option->rect;
    if (paint.is(QStyle::State_Selected)) {
        const int height = paint.look.px(2);
        const int air = paint.look.px(10);
        paint.painter->fillRect(
            QRect(rect.x() + air, rect.bottom() + 1 - height, rect.width() - 2 * air, height),
            paint.look.color(Token::AccentTx));
    } else if (paint.isHovered()) {
        const int air = paint.look.px(4);
        paintBox(paint.painter, rect.adjusted(2, air, -2, -air),
                 {.fill = paint.look.color(Token::BgHover), .radius = 6 * paint.look.scale});
    }
    if (paint.is(QStyle::State_HasFocus))
        paintBox(
            paint.painter, rect.adjusted(2, 3, -2, -4),
            {.edge = paint.look.color(Token::Focus), .radius = 6 * paint.look.scale, .width = 2});
    return true;
}

bool paintTabText(const Painting &paint)
{
    const auto *tab = paint.as<QStyleOptionTab>();
    const bool isHorizontal = tab
        && (tab->shape == QTabBar::RoundedNorth || tab->shape == QTabBar::TriangularNorth
            || tab->shape == QTabBar::RoundedSouth || tab->shape == QTabBar::TriangularSouth);
    if (!isHorizontal || !tab->icon.isNull())
        return false;
    const Token color = !paint.is(QStyle::State_Enabled) ? Token::TxDisabled
        : paint.is(QStyle::State_Selected)               ? Token::Tx
                                                         : Token::Tx2;
    paint.painter->save();
    paint.painter->setFont(tabFont(paint));
    paint.painter->setPen(paint.look.color(color));
    paint.painter->drawText(tab->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                            tab->text);
    paint.painter->restore();
    return true;
}

bool paintTabBarBase(const Painting &paint)
{
    paintHairline(paint.painter, paint.option->rect, Qt::BottomEdge,
                  paint.look.color(Token::LineSubtle));
    return true;
}

} // namespace waymark
