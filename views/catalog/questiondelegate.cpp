#include "views/catalog/questiondelegate.h"

#include "models/items/questionsmodel.h"
#include "views/theme/badges.h"
#include "views/theme/controls.h"
#include "views/theme/rows.h"
#include "views/theme/shapes.h"
#include "views/theme/typography.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// The places of what one row shows, as it is read from left to right.
struct Places
{
    QRect title, help, diamond, answer;
    QString answerText; ///< As much of it as there is room for.
    int height = 0;
};

QRect wrapped(const QString &text, TextRole role, const QRect &room)
{
    if (text.isEmpty())
        return {room.topLeft(), QSize(room.width(), 0)};
    QRect rect = QFontMetrics(fontOf(role)).boundingRect(room, Qt::TextWordWrap, text);
    rect.setWidth(room.width());
    return rect;
}

Places placesOf(const QModelIndex &index, const QPoint &corner, int width, const Appearance &look)
{
    Places places;
    const QFontMetrics code(fontOf(TextRole::CodeSmall));
    const int pad = look.px(12);
    const int inner = std::max(look.px(80), width - 2 * pad);
    const QString answer = index.data(QuestionsModel::AnswerRole).toString();
    places.answerText = code.elidedText(answer, Qt::ElideMiddle, inner * 45 / 100);
    const int wide = code.horizontalAdvance(places.answerText);
    const bool isGolden = index.data(QuestionsModel::GoldenRole).toBool();
    const int mark = isGolden ? look.px(14 + 4) : 0;
    const int all = QWIDGETSIZE_MAX;
    QRect room(corner.x() + pad, corner.y() + look.px(8), inner - wide - mark - look.px(12), all);
    places.title = wrapped(index.data().toString(), TextRole::BodyMedium, room);
    const int line = QFontMetrics(fontOf(TextRole::BodyMedium)).height();
    places.answer = {room.x() + inner - wide, room.y(), wide, line};
    places.diamond = {places.answer.x() - mark, room.y(), look.px(14), line};
    room.setTop(places.title.bottom() + 1 + look.px(2));
    room.setHeight(all);
    room.setWidth(inner);
    places.help = wrapped(index.data(QuestionsModel::HelpRole).toString(), TextRole::Help, room);
    places.height = places.help.y() + places.help.height() + look.px(8) - corner.y();
    return places;
}

} // namespace

void QuestionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const Appearance &look = appearanceOf(option.widget);
    const Places places = placesOf(index, option.rect.topLeft(), option.rect.width(), look);
    const auto placed = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const int start = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft));
    painter->save();
    if (index.row() > 0)
        paintHairline(painter, option.rect, Qt::TopEdge, look.color(Token::LineSubtle));
    paintRow(painter, option.rect.adjusted(look.px(2), look.px(2), -look.px(2), -look.px(1)),
             rowStateOf(item), {.direction = option.direction}, look);
    painter->setFont(fontOf(TextRole::BodyMedium));
    painter->setPen(look.color(Token::Tx));
    painter->drawText(placed(places.title), start | Qt::TextWordWrap, index.data().toString());
    painter->setFont(fontOf(TextRole::Help));
    painter->setPen(look.color(Token::Tx2));
    painter->drawText(placed(places.help), start | Qt::TextWordWrap,
                      index.data(QuestionsModel::HelpRole).toString());
    painter->setFont(fontOf(TextRole::CodeSmall));
    const bool isNeeded = index.data(QuestionsModel::NeededRole).toBool();
    painter->setPen(look.color(isNeeded ? Token::Tx : Token::Tx2));
    painter->drawText(placed(places.answer), Qt::AlignVCenter | Qt::TextSingleLine,
                      places.answerText);
    if (index.data(QuestionsModel::GoldenRole).toBool())
        paintDiamond(painter, placed(places.diamond), Diamond::Golden, look);
    if (item.state.testFlag(QStyle::State_HasFocus))
        paintRowFocus(painter, option.rect.adjusted(1, 1, -1, -1), look);
    painter->restore();
}

QSize QuestionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return {px(view, 160), placesOf(index, {}, width, appearanceOf(view)).height};
}

bool QuestionDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStringList lines = {index.data(QuestionsModel::AnswerRole).toString()};
    if (index.data(QuestionsModel::GoldenRole).toBool())
        lines += tr("Golden default.");
    lines += index.data(QuestionsModel::WhyRole).toString();
    lines.removeAll(QString());
    const QString text = lines.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s);
    QToolTip::showText(event->globalPos(), u"<p>"_s + text + u"</p>"_s, view);
    return true;
}

} // namespace waymark
