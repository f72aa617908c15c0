#include "views/widgets/codepointer.h"

#include <QGuiApplication>
#include <QStyleHints>

namespace waymark {

void CodePointer::press(CodeCaret &caret, TextPlace place, QPoint point, bool isExtending)
{
    if (isThird(point)) {
        pressLine(caret, place);
        return;
    }
    m_isDown = true;
    m_unit = Unit::Character;
    caret.set(place, isExtending);
    m_origin = {caret.anchor(), caret.anchor()};
}

void CodePointer::pressTwice(CodeCaret &caret, TextPlace place, QPoint point)
{
    m_isDown = true;
    m_unit = Unit::Word;
    m_sinceTwice.start();
    m_twicePoint = point;
    m_origin = unitAt(place);
    caret.select(m_origin.first, m_origin.last);
}

void CodePointer::pressLine(CodeCaret &caret, TextPlace place)
{
    m_isDown = true;
    m_unit = Unit::Line;
    m_sinceTwice.invalidate();
    m_origin = unitAt(place);
    caret.select(m_origin.first, m_origin.last);
}

void CodePointer::drag(CodeCaret &caret, TextPlace place) const
{
    const Range unit = unitAt(place);
    if (unit.first < m_origin.first)
        caret.select(m_origin.last, unit.first);
    else
        caret.select(m_origin.first, std::max(unit.last, m_origin.last));
}

CodePointer::Range CodePointer::unitAt(TextPlace place) const
{
    if (m_unit == Unit::Character)
        return {place, place};
    if (m_unit == Unit::Word) {
        const ColumnRange word = wordAt(m_text.line(place.line), place.column);
        return {{place.line, word.first}, {place.line, word.end}};
    }
    const bool isLast = place.line + 1 >= m_text.lineCount();
    return {{place.line, 0}, isLast ? m_text.end() : TextPlace{place.line + 1, 0}};
}

bool CodePointer::isThird(QPoint point) const
{
    const QStyleHints *hints = QGuiApplication::styleHints();
    return m_sinceTwice.isValid() && !m_sinceTwice.hasExpired(hints->mouseDoubleClickInterval())
        && (point - m_twicePoint).manhattanLength() < hints->startDragDistance();
}

} // namespace waymark
