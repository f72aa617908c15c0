#include "views/catalog/carddelegate.h"

#include "models/items/catalogfilter.h"
#include "views/catalog/matchedtext.h"
#include "views/catalog/templatelook.h"
#include "views/theme/controls.h"
#include "views/theme/rows.h"
#include "views/theme/shapes.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QListView>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int linesOfATile = 2; // of its description

int lineOf(TextRole role)
{
    return QFontMetrics(fontOf(role)).height();
}

/// What is painted of one card.
struct Card
{
    QPainter *painter;
    const QStyleOptionViewItem &option;
    const QModelIndex &index;
    const Appearance &look;
    bool isSelected;

    [[nodiscard]] QString text(int role) const { return index.data(role).toString(); }
    [[nodiscard]] QRect placed(const QRect &rect) const
    {
        return QStyle::visualRect(option.direction, option.rect, rect);
    }
    [[nodiscard]] MatchedText words(int role, int spansRole, TextRole look_, Token ink) const
    {
        return {.text = text(role).simplified(),
                .spans = index.data(spansRole).value<QList<TextSpan>>(),
                .font = fontOf(look_),
                .color = look.color(ink),
                .matched = look.color(Token::AccentTx),
                .direction = option.direction};
    }
};

/// The badge at the end of `line`, which gets shorter by that.
void paintBadgeAtEnd(const Card &card, QRect *line)
{
    auto badge = badgeOf(card.index);
    if (!badge)
        return;
    if (line->width() - badgeSize(*badge, card.look).width() < card.look.px(100))
        badge->text.clear(); // its icon is left; the row's words say the same
    const QSize size = badgeSize(*badge, card.look).boundedTo(line->size());
    const QRect place(line->right() + 1 - size.width(),
                      line->y() + (line->height() - size.height()) / 2, size.width(),
                      size.height());
    paintBadge(card.painter, card.placed(place), *badge, card.look);
    line->setRight(place.left() - card.look.px(8));
}

void paintTitle(const Card &card, const QRect &line)
{
    MatchedText title = card.words(Qt::DisplayRole, CatalogFilter::TitleSpansRole,
                                   TextRole::BodyStrong, Token::Tx);
    if (!title.spans.isEmpty())
        title.font.setWeight(QFont::Medium); // bold stands out
    const int air = (line.height() - lineOf(TextRole::BodyStrong)) / 2;
    paintMatched(card.painter, card.placed(line.adjusted(0, air, 0, 0)), title);
}

QString factsLine(const Card &card, bool isShort)
{
    QStringList facts = {card.text(CatalogModel::OwnerRole), card.text(CatalogModel::VersionRole)};
    if (!isShort)
        facts += card.text(CatalogModel::SourceRole);
    facts.removeAll(QString());
    return facts.join(u"  •  "_s);
}

void paintFacts(const Card &card, const QRect &line, bool isShort = false)
{
    card.painter->setFont(fontOf(TextRole::Help));
    card.painter->setPen(card.look.color(card.isSelected ? Token::Tx2 : Token::Tx3));
    const QString text = card.painter->fontMetrics().elidedText(factsLine(card, isShort),
                                                                Qt::ElideMiddle, line.width());
    card.painter->drawText(
        card.placed(line),
        int(QStyle::visualAlignment(card.option.direction, Qt::AlignLeft) | Qt::AlignVCenter)
            | Qt::TextSingleLine,
        text);
}

/// What the template is for; of a broken one, why it is.
MatchedText descriptionOf(const Card &card)
{
    MatchedText words = card.words(CatalogModel::DescriptionRole,
                                   CatalogFilter::DescriptionSpansRole, TextRole::Body, Token::Tx2);
    if (card.index.data(CatalogModel::BrokenRole).toBool()) {
        words.text = card.text(CatalogModel::ProblemRole);
        words.spans.clear();
        words.color = card.look.color(Token::ErrTx);
    }
    return words;
}

void paintRowCard(const Card &card)
{
    const Appearance &look = card.look;
    const QRect row = card.option.rect.adjusted(0, look.px(1), 0, -look.px(1));
    paintRow(card.painter, card.placed(row), rowStateOf(card.option),
             {.direction = card.option.direction}, look);
    const int title = std::max(lineOf(TextRole::BodyStrong), look.px(20));
    const MatchedText description = descriptionOf(card);
    const int words = description.text.isEmpty() ? 0 : lineOf(TextRole::Body) + look.px(3);
    const int facts = lineOf(TextRole::Help);
    const int all = title + look.px(2) + words + facts;
    const int top = row.y() + (row.height() - all) / 2;
    const QRect tile(row.x() + look.px(10), top, look.px(36), look.px(36));
    paintTile(card.painter, card.placed(tile), card.index, card.isSelected, look);
    const int left = tile.right() + 1 + look.px(12);
    QRect line(left, top, std::max(0, row.right() + 1 - look.px(10) - left), title);
    const QRect body(line.x(), line.bottom() + 1 + look.px(2), line.width(), words);
    const QRect last(line.x(), body.y() + words, line.width(), facts);
    paintBadgeAtEnd(card, &line);
    paintTitle(card, line);
    if (words > 0)
        paintMatched(card.painter, card.placed(body), description);
    paintFacts(card, last);
}

void paintTileCard(const Card &card)
{
    const Appearance &look = card.look;
    const QRect box = card.option.rect.adjusted(look.px(4), look.px(4), -look.px(4), -look.px(4));
    paintBox(card.painter, box,
             {.fill = look.color(Token::BgSurface),
              .edge = look.color(Token::LineSubtle),
              .radius = 8 * look.scale});
    paintRow(card.painter, box, rowStateOf(card.option), {.direction = card.option.direction},
             look);
    const QRect inner = box.adjusted(look.px(12), look.px(10), -look.px(10), -look.px(10));
    QRect top(inner.x(), inner.y(), inner.width(), look.px(36));
    paintTile(card.painter, card.placed({inner.topLeft(), QSize(look.px(36), look.px(36))}),
              card.index, card.isSelected, look);
    top.setLeft(top.left() + look.px(40));
    paintBadgeAtEnd(card, &top);
    const QRect title(inner.x(), top.bottom() + 1 + look.px(8), inner.width(),
                      lineOf(TextRole::BodyStrong));
    const QRect body(inner.x(), title.bottom() + 1 + look.px(2), inner.width(),
                     linesOfATile * lineOf(TextRole::Body));
    const QRect last(inner.x(), body.bottom() + 1 + look.px(4), inner.width(),
                     lineOf(TextRole::Help));
    paintTitle(card, title);
    paintMatched(card.painter, card.placed(body), descriptionOf(card));
    paintFacts(card, last, true);
}

} // namespace

int CardDelegate::rowHeight()
{
    const Appearance &look = appearanceOf(nullptr);
    const int text = std::max(lineOf(TextRole::BodyStrong), look.px(20)) + lineOf(TextRole::Body)
        + lineOf(TextRole::Help);
    return std::max(look.px(82), text + look.px(2 + 3 + 16));
}

int CardDelegate::tileHeight()
{
    const Appearance &look = appearanceOf(nullptr);
    return look.px(8 + 20 + 36 + 8 + 2 + 4) + lineOf(TextRole::BodyStrong)
        + linesOfATile * lineOf(TextRole::Body) + lineOf(TextRole::Help) + look.px(4);
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const Appearance &look = appearanceOf(option.widget);
    const Card card{painter, item, index, look, item.state.testFlag(QStyle::State_Selected)};
    painter->save();
    if (m_areTiles)
        paintTileCard(card);
    else
        paintRowCard(card);
    if (item.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(item);
        const int air = look.px(m_areTiles ? 4 : 1);
        focus.rect = item.rect.adjusted(m_areTiles ? air : 0, air, m_areTiles ? -air : 0, -air);
        item.widget->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter,
                                            item.widget);
    }
    painter->restore();
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    if (m_areTiles && view && view->gridSize().isValid())
        return view->gridSize();
    return {px(option.widget, 160), m_areTiles ? tileHeight() : rowHeight()};
}

bool CardDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStringList lines
        = {index.data().toString(), index.data(CatalogModel::DescriptionRole).toString(),
           index.data(CatalogModel::ProblemRole).toString()};
    lines.removeAll(QString());
    const QString text = lines.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s);
    QToolTip::showText(event->globalPos(), u"<p>"_s + text + u"</p>"_s, view);
    return true;
}

} // namespace waymark
