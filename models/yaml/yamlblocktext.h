#pragma once

#include <QByteArrayView>
#include <QString>

namespace waymark {

/// The text of a block scalar (`|` or `>` and its lines), each line of which begins with `indent`
/// blanks: folded and chomped by YAML 1.2, section 8.1.
[[nodiscard]] QString blockText(QByteArrayView scalar, int indent);

} // namespace waymark
