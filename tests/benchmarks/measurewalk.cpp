#include "tests/benchmarks/heldplaces.h"
#include "tests/benchmarks/windowfigures.h"
#include "tests/benchmarks/windowwalk.h"

#include <cstdio>

namespace waymark::bench {

void measureWalk()
{
    constexpr int rounds = 3;
    Watchdog watchdog;
    for (int round = 0; round < rounds; ++round) {
        BenchWindow window(QStringLiteral(WAYMARK_SOURCE_DIR "/templates"));
        window.readCatalog();
        watchdog.startRound();
        WindowWalk(window, watchdog).run();
    }
    std::printf("From the catalog to the commit, %d times: the longest that the window does not "
                "answer\n",
                rounds);
    print(watchdog.places());
}

} // namespace waymark::bench
