#include "views/theme/waymarkstyle.h"

#include <QStyleOption>

#include <algorithm>

// Where the parts of things are: WaymarkStyle::subControlRect() and subElementRect().
namespace waymark {
namespace {

QRect comboPart(const QStyleOptionComboBox &combo, QStyle::SubControl part, const Appearance &look)
{
    const QRect rect = combo.rect;
    const int arrow = look.px(32);
    switch (part) {
    case QStyle::SC_ComboBoxEditField: // an editor has 2 px of its own before its text
        return rect.adjusted(look.px(combo.editable ? 9 : 11), 1, -arrow, -1);
    case QStyle::SC_ComboBoxArrow:
        return {rect.right() + 1 - arrow, rect.y(), arrow, rect.height()};
    default:
        return rect;
    }
}

QRect spinBoxPart(const QStyleOptionSpinBox &box, QStyle::SubControl part, const Appearance &look)
{
    const QRect rect = box.rect.adjusted(1, 1, -1, -1);
    const bool hasSteps = box.buttonSymbols != QAbstractSpinBox::NoButtons;
    const int steps = hasSteps ? look.px(24) : 0;
    const int half = rect.height() / 2;
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        return hasSteps ? QRect(rect.right() + 1 - steps, rect.y(), steps, half) : QRect();
    case QStyle::SC_SpinBoxDown:
        return hasSteps
            ? QRect(rect.right() + 1 - steps, rect.y() + half, steps, rect.height() - half)
            : QRect();
    case QStyle::SC_SpinBoxEditField:
        return rect.adjusted(look.px(8), 0, -steps - look.px(8), 0);
    default:
        return box.rect;
    }
}

/// Along the bar from its start: where the slider begins, and its length.
std::pair<int, int> sliderPlace(const QStyleOptionSlider &bar, int room, const Appearance &look)
{
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    if (range <= 0)
        return {0, room};
    const auto natural = int(qint64(bar.pageStep) * room / (range + bar.pageStep));
    const int length = std::clamp(natural, std::min(look.px(32), room), room);
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      room - length, bar.upsideDown);
    return {start, length};
}

QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part, const Appearance &look)
{
    const QRect rect = bar.rect;
    const bool isFlat = bar.orientation == Qt::Horizontal;
    const int room = isFlat ? rect.width() : rect.height();
    const auto [start, length] = sliderPlace(bar, room, look);
    const auto piece = [&](int from, int to) {
        return isFlat ? QRect(rect.x() + from, rect.y(), to - from, rect.height())
                      : QRect(rect.x(), rect.y() + from, rect.width(), to - from);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return piece(start, start + length);
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return piece(start + length, room);
    case QStyle::SC_ScrollBarGroove:
        return rect;
    default:
        return {}; // there are no arrows
    }
}

/// The arrow follows the text.
QRect headerArrow(const QStyleOptionHeader &header, const Appearance &look)
{
    const int side = look.px(16);
    const int margin = look.px(8);
    const int text = header.fontMetrics.horizontalAdvance(header.text);
    const int furthest = header.rect.width() - side - margin / 2;
    const int left = header.rect.x() + std::min(margin + text + margin / 2, furthest);
    const QRect rect(left, header.rect.y(), side, header.rect.height());
    return QStyle::visualRect(header.direction, header.rect, rect);
}

} // namespace

QRect WaymarkStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                   SubControl subControl, const QWidget *widget) const
{
    const auto mirrored
        = [&](const QRect &rect) { return visualRect(option->direction, option->rect, rect); };
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
        return mirrored(comboPart(*combo, subControl, m_appearance));
    if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        box && control == CC_SpinBox)
        return mirrored(spinBoxPart(*box, subControl, m_appearance));
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        bar && control == CC_ScrollBar) {
        const QRect rect = scrollBarPart(*bar, subControl, m_appearance);
        return bar->orientation == Qt::Horizontal ? mirrored(rect) : rect;
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect WaymarkStyle::subElementRect(SubElement element, const QStyleOption *option,
                                   const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0) { // QLineEdit has 2 px of its own before its text
            const int padding = m_appearance.px(9);
            return option->rect.adjusted(padding, 1, -padding, -1);
        }
        return option->rect;
    case SE_HeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return headerArrow(*header, m_appearance);
        break;
    case SE_ItemViewItemFocusRect:
    case SE_PushButtonFocusRect:
    case SE_ComboBoxFocusRect:
        return option->rect;
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

} // namespace waymark
