#pragma once

#include <QList>
#include <QString>

namespace waymark::bench {

/// What a figure may be at most, and which of the values that were measured has to hold it.
struct Goal
{
    enum class Of : quint8 { Median, NinetyFive, Worst };

    double most = 0;
    Of of = Of::Median;
};

/// Milliseconds, collected by what they were measured of. Prints each in a line, beside its goal.
class Sheet
{
public:
    void add(const QString &what, double milliseconds, Goal goal);
    void add(const QString &what, const QList<double> &milliseconds, Goal goal);
    void print() const;

private:
    struct Line
    {
        QString what;
        Goal goal;
        QList<double> values;
    };

    QList<Line> m_lines;
};

/// The value that such a share of `values` does not exceed; they are not empty.
[[nodiscard]] double percentile(QList<double> values, double share);

} // namespace waymark::bench
