#pragma once

#include "models/jinja/runtime.h"

#include <QStringView>

namespace waymark::jinja {

/// The parts of a format specification: [[fill]align][sign]["z"]["#"]["0"][width][grouping]["."
/// precision][type].
struct FormatSpec
{
    char32_t fill = U' ';
    char32_t align = 0; ///< 0: not given.
    char32_t sign = 0;
    bool coercesZero = false; ///< "z": no minus before a zero.
    bool isAlternate = false; ///< "#"
    qint64 width = -1;
    char32_t grouping = 0; ///< "," or "_"
    qint64 precision = -1;
    char32_t type = 0;

    /// Reads `text`, written for a value of the type `typeName`. `fallback` is the type where none
    /// is given.
    [[nodiscard]] static FormatSpec parse(Runtime &runtime, QStringView text,
                                          const QString &typeName, char32_t fallback);
};

} // namespace waymark::jinja
