#pragma once

#include "models/base/filemode.h"
#include "models/base/problem.h"

#include <QByteArray>
#include <QList>

namespace waymark {

/// A file or folder in a ZIP archive; a folder's path ends in a slash.
struct ZipEntry
{
    QByteArray path;
    FileMode mode = FileMode::Regular;
    QByteArray content = {};
};

/// The ZIP archive (PKWARE's APPNOTE 6.3) that holds `entries`, in this order, each stored as it
/// is: the same entries give the same bytes, on every system, and what they hold can be found in
/// them. All are of 1980-01-01, the first day that the format knows. An error where they are more
/// than the format counts in its usual form: 65,534 entries, or 4 GB.
[[nodiscard]] Result<QByteArray> storedZip(const QList<ZipEntry> &entries);

} // namespace waymark
