#pragma once

#include "models/items/linemark.h"
#include "views/theme/tokens.h"

#include <QList>

#include <optional>
#include <span>

namespace waymark {

/// How a line looks by what is marked in it. The gravest mark gives the ground and the note.
struct LineLook
{
    std::optional<Token> tint; ///< of the whole line
    std::optional<Token> gutter; ///< of the gutter, where it differs
    Token number = Token::CodeLn;
    bool isStrong = false; ///< the number
    bool hasBar = false;
    bool isFiller = false; ///< Hatched: there is no such line.
    QChar sign = {}; ///< of a diff; none: null
    QString note = {};
};

/// The marks of a text, by line.
class CodeMarks
{
public:
    CodeMarks() = default;
    explicit CodeMarks(QList<LineMark> marks);

    /// Those of a 0-based line.
    [[nodiscard]] std::span<const LineMark> of(int line) const;
    [[nodiscard]] LineLook lookOf(int line, bool isCurrent) const;
    /// Whether there are lines added or removed.
    [[nodiscard]] bool hasSigns() const { return m_hasSigns; }
    /// Whether there are lines that only fill.
    [[nodiscard]] bool hasFillers() const { return m_hasFillers; }
    /// What the marks of a line say in words, for who does not see them.
    [[nodiscard]] QString spoken(int line) const;

    friend bool operator==(const CodeMarks &, const CodeMarks &) = default;

private:
    QList<LineMark> m_marks;
    bool m_hasSigns = false;
    bool m_hasFillers = false;
};

} // namespace waymark
