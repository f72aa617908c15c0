#pragma once

#include <algorithm>
#include <cstdio>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace waymark::testing {

using NamedTest = std::pair<std::string_view, int (*)(int, char **)>;

/// The main function of several tests: runs the one that the first argument names, with the others.
inline int runChosen(std::initializer_list<NamedTest> tests, int count, char *words[])
{
    const std::string_view wanted = count > 1 ? words[1] : "";
    const auto chosen = std::ranges::find(tests, wanted, &NamedTest::first);
    if (chosen != tests.end()) {
        words[1] = words[0];
        return chosen->second(count - 1, words + 1);
    }
    std::fputs("The first argument names one of these tests:\n", stderr);
    for (const NamedTest &test : tests)
        std::fprintf(stderr, "  %.*s\n", int(test.first.size()), test.first.data());
    return 2;
}

} // namespace waymark::testing
