#pragma once

#include <QByteArrayView>
#include <QString>

namespace waymark::cli {

/// `text` for a terminal: control characters, and those that hide or turn around what stands beside
/// them, are shown as escapes, so that nothing a template holds can pretend to be something else.
[[nodiscard]] QString printable(QStringView text);
/// A name or path, which stands in a line: its line ends and tabs are escapes too.
[[nodiscard]] QString printableName(QStringView name);
[[nodiscard]] QString printable(QByteArrayView path);

/// "1 file", "41 files".
[[nodiscard]] QString counted(qint64 number, const QString &one, const QString &many);

} // namespace waymark::cli
