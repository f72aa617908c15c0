#pragma once

#include "models/base/problem.h"

#include <QByteArrayView>

namespace waymark {

/// The text that `bytes` hold as UTF-8. It encodes to the same bytes again: a byte order mark
/// stays, and a byte that is no UTF-8 is an error with its place, where QString::fromUtf8() would
/// replace it. Overlong forms, surrogates and what lies beyond U+10FFFF are no UTF-8.
[[nodiscard]] Result<QString> decodeUtf8(QByteArrayView bytes);

/// `bytes` for a person to read: what is no UTF-8 is shown as U+FFFD.
[[nodiscard]] QString displayed(QByteArrayView bytes);

} // namespace waymark
