#include "tests/fuzz/onefuzz.h"

#include <cstdio>
#include <cstdlib>

/// The entry that libFuzzer's manual names.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArrayView input(bytes, static_cast<qsizetype>(size));
    const QString fault = waymark::testing::FuzzTry(input).fault();
    if (!fault.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(fault));
        std::abort();
    }
    return 0;
}
