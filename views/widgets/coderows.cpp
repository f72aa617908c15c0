#include "views/widgets/coderows.h"

#include <algorithm>
#include <bit>

namespace waymark {
namespace {

/// Whether East Asian Width or emoji presentation makes it two columns.
bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f)
        || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x1faff)
        || (c >= 0x20000 && c <= 0x3fffd);
}

int cellsOf(char32_t c, int before, int tabCells)
{
    if (c == u'\t')
        return tabCells - before % tabCells;
    if (c < 0x300)
        return 1;
    const QChar::Category category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing
        || category == QChar::Other_Format)
        return 0;
    return isWide(c) ? 2 : 1;
}

char32_t characterAt(QStringView line, qsizetype at)
{
    if (line[at].isHighSurrogate() && at + 1 < line.size() && line[at + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(line[at], line[at + 1]);
    return line[at].unicode();
}

/// Where rows of at most `columns` begin: behind a blank where there is one.
QList<int> cut(QStringView line, int columns, int tabCells)
{
    QList<int> starts{0};
    int cells = 0;
    int afterBlank = 0; // a column
    int cellsAfterBlank = 0;
    for (int at = 0; at < line.size();) {
        const char32_t c = characterAt(line, at);
        const int wide = cellsOf(c, cells, tabCells);
        if (cells + wide > columns && wide > 0 && at > starts.last()) {
            const bool isAtBlank = afterBlank > starts.last();
            starts += isAtBlank ? afterBlank : snappedColumn(line, at);
            cells = isAtBlank ? cells - cellsAfterBlank : 0;
            continue;
        }
        cells += wide;
        at += QChar::requiresSurrogates(c) ? 2 : 1;
        if (c == u' ' || c == u'\t') {
            afterBlank = at;
            cellsAfterBlank = cells;
        }
    }
    return starts;
}

bool hasLongLine(const CodeText &text)
{
    for (int line = 0; line < text.lineCount(); ++line) {
        if (text.startOf(line + 1) - text.startOf(line) > CodeRows::longestLine)
            return true;
    }
    return false;
}

} // namespace

int cellsOf(QStringView line, int tabCells)
{
    int cells = 0;
    for (qsizetype at = 0; at < line.size();) {
        const char32_t c = characterAt(line, at);
        cells += cellsOf(c, cells, tabCells);
        at += QChar::requiresSurrogates(c) ? 2 : 1;
    }
    return cells;
}

void CodeRows::reset(const CodeText &text, const Setting &setting, const CodeRows *beside)
{
    m_text = &text;
    m_beside = beside;
    m_hasCuts = setting.isWrapped || hasLongLine(text);
    m_setting = setting;
    m_setting.columns = std::max(setting.columns, 8);
    m_measured = 0;
    m_nextWidest = 0;
    m_cutLine = -1;
    m_longRows.clear();
    m_rows.clear();
    m_sums.clear();
    const int lines = text.lineCount();
    m_count = lines;
    if (!m_hasCuts && (!beside || !beside->m_hasCuts))
        return;
    std::vector<int> rows(static_cast<size_t>(lines));
    int all = 0;
    for (int line = 0; line < lines; ++line) {
        const int other = hasLineBeside(line) ? m_beside->guessed(line) : 1;
        all += rows[size_t(line)] = std::max(guessed(line), other);
    }
    m_count = all;
    m_rows = rows;
    m_sums = std::move(rows);
    for (size_t i = 1; i <= m_sums.size(); ++i) {
        const size_t above = i + (i & -i);
        if (above <= m_sums.size())
            m_sums[above - 1] += m_sums[i - 1];
    }
}

int CodeRows::count() const
{
    return m_count;
}

int CodeRows::rowOf(Place place) const
{
    if (m_sums.empty())
        return place.line;
    int row = place.part;
    for (size_t i = size_t(place.line); i > 0; i &= i - 1)
        row += m_sums[i - 1];
    return row;
}

CodeRows::Place CodeRows::placeOf(int row) const
{
    row = std::clamp(row, 0, m_count - 1);
    if (m_sums.empty())
        return {row, 0};
    size_t line = 0;
    for (size_t step = std::bit_floor(m_sums.size()); step > 0; step /= 2) {
        if (line + step <= m_sums.size() && m_sums[line + step - 1] <= row) {
            line += step;
            row -= m_sums[line - 1];
        }
    }
    return {int(line), row};
}

int CodeRows::rowsOf(int line) const
{
    return m_rows.empty() ? 1 : m_rows[size_t(line)];
}

bool CodeRows::isBelowText(Place place) const
{
    return place.part > 0 && place.part >= needed(place.line);
}

bool CodeRows::measureLine(int line)
{
    if (m_rows.empty())
        return false;
    const int rows = std::max(needed(line), hasLineBeside(line) ? m_beside->needed(line) : 1);
    const bool isOther = rows != rowsOf(line);
    add(line, rows - rowsOf(line));
    return isOther;
}

bool CodeRows::measure(const QDeadlineTimer &until)
{
    if (m_measured >= m_text->lineCount())
        return false;
    for (int budget = 64; m_measured < m_text->lineCount(); ++m_measured) {
        const QStringView text = m_text->line(m_measured);
        measureLine(m_measured);
        if (!isCut(text))
            m_nextWidest = std::max(m_nextWidest, waymark::cellsOf(text, m_setting.tabCells));
        if (--budget <= 0) {
            budget = 64;
            if (until.hasExpired())
                return true;
        }
    }
    m_widest = m_nextWidest;
    return false;
}

ColumnRange CodeRows::columnsOf(Place place) const
{
    const QStringView line = m_text->line(place.line);
    const int size = int(line.size());
    const auto start = [&](int part) {
        if (part >= needed(place.line))
            return size;
        if (part == 0)
            return 0;
        return isLong(line) ? snappedColumn(line, part * longRow(place.line))
                            : startsOf(place.line).at(part);
    };
    return {start(place.part), start(place.part + 1)};
}

CodeRows::Place CodeRows::placeOf(TextPlace place) const
{
    const QStringView line = m_text->line(place.line);
    if (!isCut(line))
        return {place.line, 0};
    if (isLong(line)) {
        const int rows = needed(place.line);
        const int part = std::min(place.column / longRow(place.line), rows - 1);
        const bool isNext
            = part + 1 < rows && columnsOf({place.line, part + 1}).first <= place.column;
        return {place.line, isNext ? part + 1 : part};
    }
    const QList<int> &starts = startsOf(place.line);
    const auto behind = std::ranges::upper_bound(starts, place.column);
    return {place.line, int(behind - starts.begin()) - 1};
}

bool CodeRows::isCut(QStringView line) const
{
    return m_setting.isWrapped || isLong(line);
}

int CodeRows::guessed(int line) const
{
    const QStringView text = m_text->line(line);
    if (!isCut(text))
        return 1;
    const int row = isLong(text) ? longRow(line) : m_setting.columns;
    return std::max(1, (int(text.size()) + row - 1) / row);
}

int CodeRows::needed(int line) const
{
    const QStringView text = m_text->line(line);
    const bool isCounted = isCut(text) && !isLong(text); // what is long is guessed right
    return isCounted ? int(startsOf(line).size()) : guessed(line);
}

bool CodeRows::hasLineBeside(int line) const
{
    return m_beside && line < m_beside->m_text->lineCount();
}

/// Rows of a long line are cut without looking at what stands before them. Its start tells whether
/// it has wide characters: nobody waits until all of it was looked at.
int CodeRows::longRow(int line) const
{
    int &row = m_longRows[line];
    if (row == 0) {
        const auto isNarrow = [](QChar c) { return c < u'\u0300'; };
        const bool isPlain = std::ranges::all_of(m_text->line(line).first(longestLine), isNarrow);
        row = isPlain ? m_setting.columns : std::max(4, m_setting.columns / 2);
    }
    return row;
}

const QList<int> &CodeRows::startsOf(int line) const
{
    if (m_cutLine != line) {
        m_starts = cut(m_text->line(line), m_setting.columns, m_setting.tabCells);
        m_cutLine = line;
    }
    return m_starts;
}

void CodeRows::add(int line, int rows)
{
    if (rows == 0)
        return;
    m_rows[size_t(line)] += rows;
    m_count += rows;
    for (size_t i = size_t(line) + 1; i <= m_sums.size(); i += i & -i)
        m_sums[i - 1] += rows;
}

} // namespace waymark
