#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace waymark {

/// Two texts, and which of their lines differ.
struct DifferentLines
{
    QByteArrayList before; ///< Without line ends,
    QByteArrayList after;
    QList<bool> goes; ///< by line of `before`,
    QList<bool> comes; ///< by line of `after`: the others are the same, in the same order.
    bool isBeforeOpen = false; ///< No line end behind its last line.
    bool isAfterOpen = false;
};

/// As `git diff` finds them.
[[nodiscard]] DifferentLines differentLines(const QByteArray &before, const QByteArray &after);

} // namespace waymark
