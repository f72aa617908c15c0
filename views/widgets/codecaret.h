#pragma once

#include "views/widgets/codelayout.h"

#include <optional>

class QKeyEvent;

namespace waymark {

/// Where a reader is in a text, and what is selected from there.
class CodeCaret
{
public:
    enum class Step : quint8 {
        Left,
        Right,
        WordLeft,
        WordRight,
        Up,
        Down,
        PageUp,
        PageDown,
        RowStart,
        RowEnd,
        TextStart,
        TextEnd,
    };

    struct Key
    {
        Step step;
        bool isSelecting;
    };

    /// What the keys of the system mean for a caret.
    [[nodiscard]] static std::optional<Key> keyOf(const QKeyEvent &event);

    [[nodiscard]] TextPlace place() const { return m_place; }
    [[nodiscard]] TextPlace anchor() const { return m_anchor; }
    [[nodiscard]] TextPlace first() const { return std::min(m_place, m_anchor); }
    [[nodiscard]] TextPlace last() const { return std::max(m_place, m_anchor); }
    [[nodiscard]] bool hasSelection() const { return m_place != m_anchor; }

    /// Up and down start from this x again.
    void set(TextPlace place, bool isSelecting = false);
    void select(TextPlace anchor, TextPlace place);
    void move(Step step, bool isSelecting, const CodeLayout &layout);

private:
    [[nodiscard]] TextPlace target(Step step, const CodeLayout &layout) const;
    [[nodiscard]] TextPlace beside(bool isLeft, const CodeLayout &layout) const;
    [[nodiscard]] TextPlace word(bool isLeft, const CodeLayout &layout) const;
    [[nodiscard]] TextPlace rowsAway(int rows, const CodeLayout &layout) const;

    TextPlace m_place;
    TextPlace m_anchor;
    double m_goal = -1; // x, kept while going up and down
};

} // namespace waymark
