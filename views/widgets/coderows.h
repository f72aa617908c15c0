#pragma once

#include "views/widgets/codesteps.h"
#include "views/widgets/codetext.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QList>

#include <vector>

namespace waymark {

/// How wide `line` is in columns of a fixed font, about: tabs go to the next stop, East Asian
/// characters and emoji take two.
[[nodiscard]] int cellsOf(QStringView line, int tabCells);

/// Cuts the lines of a text into the rows that are shown. Without wrapping a line is one row, but
/// for lines so long that nobody scrolls to their end. Counts are guessed at first, and made right
/// for what is looked at and, in slices, for all.
class CodeRows
{
public:
    /// A line of more units is cut in any case, and is not highlighted.
    static constexpr int longestLine = 10'000;

    struct Setting
    {
        int columns = 80; ///< of a row
        int tabCells = 4;
        bool isWrapped = false;

        friend bool operator==(const Setting &, const Setting &) = default;
    };

    struct Place
    {
        int line = 0;
        int part = 0; ///< the how manieth row of its line

        friend bool operator==(const Place &, const Place &) = default;
    };

    /// `text` must live as long as it is shown. Keeps the widest line until measured anew. A line
    /// gets at least the rows that the one of its number takes in `beside`, which must live as
    /// long.
    void reset(const CodeText &text, const Setting &setting, const CodeRows *beside = nullptr);

    /// Whether each line is one row, here and beside.
    [[nodiscard]] bool isLevel() const
    {
        return m_rows.empty() && (!m_beside || !m_beside->m_hasCuts);
    }
    [[nodiscard]] int count() const;
    [[nodiscard]] int rowOf(Place place) const;
    /// The nearest place of a row.
    [[nodiscard]] Place placeOf(int row) const;
    [[nodiscard]] int rowsOf(int line) const;

    /// Whether the text of its line ended above this row: it is there for what stands beside.
    [[nodiscard]] bool isBelowText(Place place) const;

    /// Makes the count of a line right; true if it was not.
    bool measureLine(int line);
    /// Goes on making counts right, and finds the widest line; true while there is more.
    bool measure(const QDeadlineTimer &until);

    /// The columns of its line that a row shows.
    [[nodiscard]] ColumnRange columnsOf(Place place) const;
    [[nodiscard]] Place placeOf(TextPlace place) const;
    /// Of the lines that are one row, as far as they were measured.
    [[nodiscard]] int widestCells() const { return std::max(m_widest, m_nextWidest); }
    /// Lines of more than 10,000 units have no tab stops.
    [[nodiscard]] static bool isLong(QStringView line) { return line.size() > longestLine; }

private:
    [[nodiscard]] bool isCut(QStringView line) const;
    [[nodiscard]] int guessed(int line) const; ///< Rows of the text itself, as the next two.
    [[nodiscard]] int needed(int line) const;
    [[nodiscard]] bool hasLineBeside(int line) const;
    [[nodiscard]] int longRow(int line) const;
    [[nodiscard]] const QList<int> &startsOf(int line) const;
    void add(int line, int rows);

    const CodeText *m_text = nullptr;
    const CodeRows *m_beside = nullptr;
    bool m_hasCuts = false; // there are lines of several rows in the text itself
    Setting m_setting;
    std::vector<int> m_rows; // by line; empty when each has one
    std::vector<int> m_sums; // a Fenwick tree over them
    int m_count = 1;
    int m_measured = 0; // lines
    int m_widest = 0;
    int m_nextWidest = 0;
    mutable int m_cutLine = -1; // the line that m_starts are of
    mutable QList<int> m_starts;
    mutable QHash<int, int> m_longRows; // columns, by line
};

} // namespace waymark
