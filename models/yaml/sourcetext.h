#pragma once

#include "models/base/problem.h"

#include <QByteArray>
#include <QList>

namespace waymark {

/// A text in UTF-8 that knows the place of each of its bytes. Offsets are bytes.
class SourceText
{
public:
    /// `bytes` are UTF-8 without a byte order mark.
    SourceText(QByteArray bytes, QString file);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] const QString &file() const { return m_file; }

    [[nodiscard]] SourcePosition positionOf(qsizetype offset) const;
    /// `problem` with the file, `position` and the line at it.
    [[nodiscard]] Problem placed(Problem problem, SourcePosition position) const;

private:
    friend class PositionCursor;
    [[nodiscard]] int lineOf(qsizetype offset) const;

    QByteArray m_bytes;
    QString m_file;
    QList<qsizetype> m_lines; // where each begins
};

/// `utf8`, which is known to be valid, as text; a byte order mark in it stays.
[[nodiscard]] QString textOf(QByteArrayView utf8);

/// Finds the places of offsets that come in (nearly) rising order, each in the time of the step to
/// it, so that a long line costs no more than many short ones.
class PositionCursor
{
public:
    explicit PositionCursor(const SourceText &text)
        : m_text(text)
    {
    }
    [[nodiscard]] SourcePosition positionOf(qsizetype offset);

private:
    const SourceText &m_text;
    qsizetype m_offset = 0;
    qsizetype m_nextLine = 0; // where the line behind m_position's begins
    SourcePosition m_position;
};

} // namespace waymark
