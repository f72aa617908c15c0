#pragma once

#include <QTest>

/// Skips a test for want of a tool. With WAYMARK_REQUIRE_TOOLS=1, which says that all of them were
/// installed, that is a failure.
#define SKIP_FOR_WANT_OF(tool)                                                                     \
    do {                                                                                           \
        if (qEnvironmentVariable("WAYMARK_REQUIRE_TOOLS") == QLatin1StringView("1"))               \
            QFAIL(tool " is not installed");                                                       \
        QSKIP(tool " is not installed");                                                           \
    } while (false)
