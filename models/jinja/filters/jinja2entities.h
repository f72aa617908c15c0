#pragma once

#include <QByteArrayView>
#include <QString>

namespace waymark::jinja {

/// The named character references, as "name=hexadecimal+hexadecimal" or "name!=…", with blanks
/// between.
[[nodiscard]] QByteArrayView entityTable();

/// html.unescape(): the character references of HTML 5 in `text` resolved.
[[nodiscard]] QString withoutEntities(const QString &text);

} // namespace waymark::jinja
