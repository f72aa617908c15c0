#include "views/create/stepdelegate.h"

#include "models/items/stepsmodel.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/theme/rows.h"
#include "views/theme/shapes.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

// In px at 100 %.
constexpr qreal circleSide = 24;
constexpr qreal padding = 10;
constexpr qreal gap = 11;
constexpr qreal lineTop = 4; ///< Between a circle and the line to the next.

struct Words
{
    QRect title;
    QRect summary;
};

int textLeft(const Appearance &look)
{
    return look.px(padding + circleSide + gap);
}

QRect wrapped(TextRole role, const QString &text, const QRect &room)
{
    const QRect around(room.topLeft(), QSize(room.width(), 10'000));
    return QFontMetrics(fontOf(role)).boundingRect(around, Qt::TextWordWrap, text);
}

Words wordsOf(const QModelIndex &index, const QRect &row, const Appearance &look)
{
    QRect room = row.adjusted(textLeft(look), look.px(8), -look.px(8), 0);
    Words words;
    words.title = wrapped(TextRole::BodyStrong, index.data().toString(), room);
    words.title.setWidth(room.width());
    room.setTop(words.title.bottom() + 1);
    const QString summary = index.data(StepsModel::SummaryRole).toString();
    words.summary = summary.isEmpty() ? QRect(room.topLeft(), QSize())
                                      : wrapped(TextRole::Help, summary, room);
    words.summary.setWidth(room.width());
    return words;
}

struct CircleLook
{
    std::optional<Token> fill;
    Token edge;
    Token text;
    bool hasTick = false;
};

CircleLook circleOf(const QModelIndex &index)
{
    const auto state = StepState(index.data(StepsModel::StateRole).toInt());
    if (index.data(StepsModel::CurrentRole).toBool())
        return {Token::Accent, Token::Accent, Token::TxOnAccent};
    if (state == StepState::Done)
        return {Token::OkSoft, Token::OkFill, Token::OkTx, true};
    if (state == StepState::Problems)
        return {Token::ErrSoft, Token::ErrTx, Token::ErrTx};
    return {{}, Token::LineControl, Token::Tx2};
}

void paintCircle(QPainter *painter, const QRect &place, const QModelIndex &index,
                 const Appearance &look)
{
    const CircleLook circle = circleOf(index);
    paintBox(painter, place,
             {.fill = circle.fill ? look.color(*circle.fill) : QColor(),
              .edge = look.color(circle.edge),
              .radius = place.height() / 2.0});
    if (circle.hasTick) {
        const int inside = look.px(5);
        paintIcon(painter, place.adjusted(inside, inside, -inside, -inside), u"check"_s,
                  look.color(circle.text));
        return;
    }
    painter->setFont(fontOf(TextRole::HelpStrong));
    painter->setPen(look.color(circle.text));
    painter->drawText(place, Qt::AlignCenter, index.data(StepsModel::NumberRole).toString());
}

} // namespace

void StepDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Appearance &look = appearanceOf(option.widget);
    const auto mirrored = [&](const QRect &place) {
        return QStyle::visualRect(option.direction, option.rect, place);
    };
    QStyle::State state = rowStateOf(option);
    state.setFlag(QStyle::State_Selected, index.data(StepsModel::CurrentRole).toBool());
    painter->save();
    paintRow(painter, option.rect, state, {.direction = option.direction}, look);
    const int side = look.px(circleSide);
    const QRect circle(option.rect.x() + look.px(padding), option.rect.y() + look.px(10), side,
                       side);
    if (!index.data(StepsModel::IsLastRole).toBool()) {
        const bool isDone = StepState(index.data(StepsModel::StateRole).toInt()) == StepState::Done;
        const int top = circle.bottom() + 1 + look.px(lineTop);
        const QRect line(circle.center().x(), top, look.px(2), option.rect.bottom() - top);
        painter->fillRect(mirrored(line), look.color(isDone ? Token::OkFill : Token::Line));
    }
    paintCircle(painter, mirrored(circle), index, look);
    const Words words = wordsOf(index, option.rect, look);
    const bool isWrong
        = StepState(index.data(StepsModel::StateRole).toInt()) == StepState::Problems;
    const auto flags
        = int(Qt::TextWordWrap | QStyle::visualAlignment(option.direction, Qt::AlignLeft));
    painter->setFont(fontOf(TextRole::BodyStrong));
    painter->setPen(look.color(Token::Tx));
    painter->drawText(mirrored(words.title), flags, index.data().toString());
    painter->setFont(fontOf(TextRole::Help));
    painter->setPen(look.color(isWrong ? Token::ErrTx : Token::Tx2));
    painter->drawText(mirrored(words.summary), flags,
                      index.data(StepsModel::SummaryRole).toString());
    painter->restore();
    if (option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        paintRowFocus(painter, option.rect, look);
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Appearance &look = appearanceOf(option.widget);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : look.px(180);
    const Words words = wordsOf(index, QRect(0, 0, width, 0), look);
    const int bottom = std::max(words.title.bottom(), words.summary.bottom()) + 1;
    return {look.px(120), std::max(look.px(60), bottom + look.px(12))};
}

} // namespace waymark
