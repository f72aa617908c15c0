#pragma once

#include <QByteArrayView>
#include <QString>

namespace waymark {

/// What the scalar `source` in single or double quotes holds: lines folded (YAML 1.2.2, section
/// 7.3), escapes resolved (section 5.7).
[[nodiscard]] QString quotedText(QByteArrayView source);

} // namespace waymark
