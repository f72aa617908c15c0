#include "tests/benchmarks/sheet.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace waymark::bench {
namespace {

double judged(const QList<double> &values, Goal::Of of)
{
    switch (of) {
    case Goal::Of::Median:
        return percentile(values, 0.5);
    case Goal::Of::NinetyFive:
        return percentile(values, 0.95);
    case Goal::Of::Worst:
        return percentile(values, 1);
    }
    Q_UNREACHABLE_RETURN(0);
}

QString nameOf(Goal::Of of)
{
    return of == Goal::Of::Median    ? u"median"_s
        : of == Goal::Of::NinetyFive ? u"p95"_s
                                     : u"worst"_s;
}

} // namespace

double percentile(QList<double> values, double share)
{
    std::ranges::sort(values);
    const auto rank = qsizetype(std::ceil(share * double(values.size())));
    return values.at(std::max<qsizetype>(rank, 1) - 1);
}

void Sheet::add(const QString &what, double milliseconds, Goal goal)
{
    add(what, QList<double>{milliseconds}, goal);
}

void Sheet::add(const QString &what, const QList<double> &milliseconds, Goal goal)
{
    const auto found = std::ranges::find(m_lines, what, &Line::what);
    if (found == m_lines.end())
        m_lines += Line{what, goal, milliseconds};
    else
        found->values += milliseconds;
}

void Sheet::print() const
{
    for (const Line &line : m_lines) {
        const double value = judged(line.values, line.goal.of);
        std::printf(
            "  %-50s median %7.2f  p95 %7.2f  worst %7.2f ms | goal %.0f ms, %s: %s, %.2f of it\n",
            qPrintable(line.what), percentile(line.values, 0.5), percentile(line.values, 0.95),
            percentile(line.values, 1), line.goal.most, qPrintable(nameOf(line.goal.of)),
            value <= line.goal.most ? "held" : "MISSED", value / line.goal.most);
    }
    std::fflush(stdout);
}

} // namespace waymark::bench
