#pragma once

#include <QTest>

/// Skips a test that cannot be made here. With WAYMARK_REQUIRE_TOOLS=1, which says that it can,
/// that is a failure.
#define SKIP_HERE(reason)                                                                          \
    do {                                                                                           \
        if (qEnvironmentVariable("WAYMARK_REQUIRE_TOOLS") == QLatin1StringView("1"))               \
            QFAIL(reason);                                                                         \
        QSKIP(reason);                                                                             \
    } while (false)

#define SKIP_FOR_WANT_OF(tool) SKIP_HERE(tool " is not installed")
