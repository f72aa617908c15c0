#pragma once

#include "models/jinja/runtime.h"

#include <QDateTime>

namespace waymark::jinja {

/// time.strftime(), in the C locale; a directive that there is not stays as it is.
[[nodiscard]] QString strftime(const QDateTime &time, const QString &format);
/// datetime.strptime(), without time zones; fails where `text` is not written so.
[[nodiscard]] QDateTime strptime(Runtime &runtime, const QString &text, const QString &format);
/// A datetime.datetime without a zone, as a value.
[[nodiscard]] Value datetimeOf(const QDateTime &time);

} // namespace waymark::jinja
