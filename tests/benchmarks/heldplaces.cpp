#include "tests/benchmarks/heldplaces.h"

#include "tests/benchmarks/sheet.h"

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace waymark::bench {
namespace {

constexpr Goal goal{50, Goal::Of::Worst};

Hold longest(const HeldPlace &place)
{
    return std::ranges::max(place.holds, {}, &Hold::milliseconds);
}

double longestTime(const HeldPlace &place)
{
    return longest(place).milliseconds;
}

} // namespace

void print(const QList<HeldPlace> &places)
{
    QList<HeldPlace> sorted = places;
    std::ranges::stable_sort(sorted, std::greater(), longestTime);
    Sheet sheet;
    QList<double> all;
    for (const HeldPlace &place : std::as_const(sorted)) {
        QList<double> holds;
        for (const Hold &hold : place.holds)
            holds += hold.milliseconds;
        sheet.add(place.name, holds, goal);
        all += holds;
    }
    sheet.add(u"held at any of these places"_s, all, goal);
    sheet.print();
    for (const HeldPlace &place : std::as_const(sorted)) {
        const Hold hold = longest(place);
        if (hold.milliseconds > goal.most)
            std::printf("    %s: %.1f ms, in which this thread had a processor for %.1f ms; the "
                        "longest event: %s\n",
                        qPrintable(place.name), hold.milliseconds, hold.ofProcessor,
                        qPrintable(hold.during));
    }
    std::fflush(stdout);
}

} // namespace waymark::bench
