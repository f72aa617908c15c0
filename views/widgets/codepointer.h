#pragma once

#include "views/widgets/codecaret.h"

#include <QElapsedTimer>
#include <QPoint>

namespace waymark {

/// Selects as a mouse does: by characters, by words after a double click, by lines after a triple
/// one. `text` must outlive it.
class CodePointer
{
public:
    explicit CodePointer(const CodeText &text)
        : m_text(text)
    {
    }

    /// A press; one that follows a double click at the same point is the third.
    void press(CodeCaret &caret, TextPlace place, QPoint point, bool isExtending);
    void pressTwice(CodeCaret &caret, TextPlace place, QPoint point);
    void pressLine(CodeCaret &caret, TextPlace place);
    void drag(CodeCaret &caret, TextPlace place) const;
    void release() { m_isDown = false; }
    [[nodiscard]] bool isDown() const { return m_isDown; }

private:
    enum class Unit : quint8 { Character, Word, Line };

    struct Range
    {
        TextPlace first;
        TextPlace last;
    };

    [[nodiscard]] Range unitAt(TextPlace place) const;
    [[nodiscard]] bool isThird(QPoint point) const;

    const CodeText &m_text;
    Range m_origin; // what was selected at first
    Unit m_unit = Unit::Character;
    QElapsedTimer m_sinceTwice;
    QPoint m_twicePoint;
    bool m_isDown = false;
};

} // namespace waymark
