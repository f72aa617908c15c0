#pragma once

#include <QTest>

/// QVERIFY for a Result: says why it failed. (QVERIFY2 would read error() even on success.)
#define VERIFY_RESULT(result)                                                                      \
    QVERIFY2((result).has_value(), qPrintable((result) ? QString() : (result).error().toString()))
