#include "models/yaml/sourcetext.h"

#include "models/base/utf8.h"

#include <algorithm>
#include <limits>

namespace waymark {
namespace {

constexpr qsizetype widestWindow = 4096; // bytes around a place that its excerpt is cut from

bool continues(char byte)
{
    return (static_cast<uchar>(byte) & 0xC0) == 0x80;
}

/// UTF-16 units in whole characters of UTF-8.
int unitsIn(QByteArrayView utf8)
{
    int units = 0;
    for (const char byte : utf8) {
        if (!continues(byte))
            units += static_cast<uchar>(byte) >= 0xF0 ? 2 : 1;
    }
    return units;
}

} // namespace

QString textOf(QByteArrayView utf8)
{
    // QString::fromUtf8() would drop the mark.
    return utf8.startsWith("\xEF\xBB\xBF") ? decodeUtf8(utf8).value_or(QString())
                                           : QString::fromUtf8(utf8);
}

SourceText::SourceText(QByteArray bytes, QString file)
    : m_bytes(std::move(bytes))
    , m_file(std::move(file))
{
    m_lines.append(0);
    for (qsizetype at = m_bytes.indexOf('\n'); at >= 0; at = m_bytes.indexOf('\n', at + 1))
        m_lines.append(at + 1);
}

int SourceText::lineOf(qsizetype offset) const
{
    const auto next = std::ranges::upper_bound(m_lines, offset);
    return static_cast<int>(std::distance(m_lines.begin(), next));
}

SourcePosition SourceText::positionOf(qsizetype offset) const
{
    const int line = lineOf(offset);
    const qsizetype start = m_lines.at(line - 1);
    return {line, 1 + unitsIn(QByteArrayView(m_bytes).sliced(start, offset - start))};
}

Problem SourceText::placed(Problem problem, SourcePosition position) const
{
    const qsizetype lines = m_lines.size();
    const qsizetype line = std::clamp<qsizetype>(position.line, 1, lines);
    qsizetype start = m_lines.at(line - 1);
    const qsizetype end = line < lines ? m_lines.at(line) - 1 : m_bytes.size();
    int column = 1;
    qsizetype place = start;
    while (place < end && column < position.column)
        column += unitsIn(QByteArrayView(m_bytes).sliced(place++, 1));
    if (place - start > widestWindow) {
        start = place - widestWindow;
        while (start > 0 && continues(m_bytes.at(start)))
            --start;
    }
    const qsizetype length = std::min(end - start, 2 * widestWindow);
    const auto before
        = QByteArrayView(m_bytes).sliced(start, std::max<qsizetype>(0, place - start));
    const QString shown = displayed(QByteArrayView(m_bytes).sliced(start, length));
    problem = problem.pointingAt(shown, {1, 1 + unitsIn(before)});
    problem.file = m_file;
    problem.position = position;
    return problem;
}

SourcePosition PositionCursor::positionOf(qsizetype offset)
{
    if (offset < m_offset || offset >= m_nextLine) {
        const int line = m_text.lineOf(offset);
        const QList<qsizetype> &lines = m_text.m_lines;
        m_offset = lines.at(line - 1);
        m_nextLine = line < lines.size() ? lines.at(line) : std::numeric_limits<qsizetype>::max();
        m_position = {line, 1};
    }
    const auto step = QByteArrayView(m_text.m_bytes).sliced(m_offset, offset - m_offset);
    m_position.column += unitsIn(step);
    m_offset = offset;
    return m_position;
}

} // namespace waymark
