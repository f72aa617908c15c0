#pragma once

#include <QString>

namespace waymark {

/// Where a destination is: its path, absolute and without links as far as it exists, and the
/// nearest folder at it or above it that does.
struct Place
{
    QString path;
    QString existing;

    [[nodiscard]] bool exists() const { return path == existing; }
};

/// The place of `destination`, absolute or relative to the current folder. A file in the way is
/// passed over: what is named is below the folder that holds it.
[[nodiscard]] Place placeOf(const QString &destination);

} // namespace waymark
