#include "views/theme/controls.h"
#include "views/theme/elements.h"
#include "views/theme/icons.h"
#include "views/theme/inputbox.h"
#include "views/theme/shapes.h"

#include <QPainter>
#include <QStyle>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

void paintChevron(const Painting &paint, const QRect &rect, const QString &name, bool isUsable)
{
    const int side = std::min({paint.look.px(14), rect.width(), rect.height()});
    QRect place(0, 0, side, side);
    place.moveCenter(rect.center());
    paintIcon(paint.painter, place, name,
              paint.look.color(isUsable ? Token::Tx2 : Token::TxDisabled));
}

/// One of the two halves at the end of a spin box.
void paintStep(const Painting &paint, const QStyleOptionSpinBox &box, QStyle::SubControl which)
{
    const bool isUp = which == QStyle::SC_SpinBoxUp;
    const QRect rect
        = paint.widget->style()->subControlRect(QStyle::CC_SpinBox, &box, which, paint.widget);
    const bool isActive = box.activeSubControls == which;
    const bool isUsable = paint.is(QStyle::State_Enabled)
        && box.stepEnabled.testFlag(isUp ? QAbstractSpinBox::StepUpEnabled
                                         : QAbstractSpinBox::StepDownEnabled);
    if (isActive && isUsable && (paint.isHovered() || paint.is(QStyle::State_Sunken))) {
        const Token fill = paint.is(QStyle::State_Sunken) ? Token::BgPressed : Token::BgHover;
        paint.painter->fillRect(rect, paint.look.color(fill));
    }
    paintChevron(paint, rect, isUp ? u"up"_s : u"down"_s, isUsable);
}

} // namespace

void paintInputBox(QPainter *painter, const QRect &rect, const InputState &state,
                   const Appearance &look)
{
    const bool isAtRest = !state.isEnabled || state.isReadOnly;
    const Token edge = !state.isEnabled ? Token::Line
        : state.hasMistake              ? Token::ErrTx
        : state.hasFocus                ? Token::Focus
        : state.isReadOnly              ? Token::Line
        : state.isHovered               ? Token::Tx2
                                        : Token::LineControl;
    paintBox(painter, rect,
             {.fill = look.color(isAtRest ? Token::BgSubtle : Token::BgSurface),
              .edge = look.color(edge),
              .radius = 6 * look.scale,
              .width = state.isEnabled && state.hasMistake ? 2.0 : 1.0});
}

InputState inputStateOf(const Painting &paint)
{
    return {.isEnabled = paint.is(QStyle::State_Enabled),
            .isReadOnly = paint.is(QStyle::State_ReadOnly),
            .hasFocus = paint.is(QStyle::State_HasFocus),
            .isHovered = paint.isHovered(),
            .hasMistake = hasMistake(paint.widget)};
}

bool paintLineEdit(const Painting &paint)
{
    const auto *frame = paint.as<QStyleOptionFrame>();
    if (frame && frame->lineWidth > 0) // else it is a part of a combo or spin box
        paintInputBox(paint.painter, frame->rect, inputStateOf(paint), paint.look);
    return true;
}

bool paintCombo(const Painting &paint)
{
    const auto *combo = paint.as<QStyleOptionComboBox>();
    if (!combo || !paint.widget)
        return false;
    if (combo->frame)
        paintInputBox(paint.painter, combo->rect, inputStateOf(paint), paint.look);
    const QRect arrow = paint.widget->style()->subControlRect(
        QStyle::CC_ComboBox, combo, QStyle::SC_ComboBoxArrow, paint.widget);
    paintChevron(paint, arrow, u"down"_s, paint.is(QStyle::State_Enabled));
    return true;
}

bool paintComboText(const Painting &paint)
{
    const auto *combo = paint.as<QStyleOptionComboBox>();
    if (!combo || !paint.widget || combo->editable)
        return combo && combo->editable;
    QRect rest = paint.widget->style()->subControlRect(QStyle::CC_ComboBox, combo,
                                                       QStyle::SC_ComboBoxEditField, paint.widget);
    const bool isEnabled = paint.is(QStyle::State_Enabled);
    const QColor color = paint.look.color(isEnabled ? Token::Tx : Token::TxDisabled);
    if (!combo->currentIcon.isNull()) {
        const QSize size = combo->iconSize;
        const QRect place(rest.x(), rest.center().y() - size.height() / 2, size.width(),
                          size.height());
        paintIcon(paint.painter, place, combo->currentIcon,
                  isEnabled ? QIcon::Normal : QIcon::Disabled, QIcon::Off, color);
        rest.setLeft(place.right() + paint.look.px(8));
    }
    const auto align = QStyle::visualAlignment(combo->direction, Qt::AlignLeft | Qt::AlignVCenter);
    const QString text
        = combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, rest.width());
    paint.painter->setPen(color);
    paint.painter->drawText(rest, int(align) | Qt::TextSingleLine, text);
    return true;
}

bool paintSpinBox(const Painting &paint)
{
    const auto *box = paint.as<QStyleOptionSpinBox>();
    if (!box || !paint.widget)
        return false;
    if (box->frame)
        paintInputBox(paint.painter, box->rect, inputStateOf(paint), paint.look);
    if (box->buttonSymbols == QAbstractSpinBox::NoButtons)
        return true;
    paintStep(paint, *box, QStyle::SC_SpinBoxUp);
    paintStep(paint, *box, QStyle::SC_SpinBoxDown);
    const QRect up = paint.widget->style()->subControlRect(QStyle::CC_SpinBox, box,
                                                           QStyle::SC_SpinBoxUp, paint.widget);
    const bool isMirrored = box->direction == Qt::RightToLeft;
    paintHairline(paint.painter,
                  QRect(up.x(), box->rect.y() + 1, up.width(), box->rect.height() - 2),
                  isMirrored ? Qt::RightEdge : Qt::LeftEdge, paint.look.color(Token::Line));
    return true;
}

} // namespace waymark
