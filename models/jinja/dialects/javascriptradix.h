#pragma once

#include <QString>

namespace waymark::jinja::javascript {

/// Number.prototype.toString(radix) of a finite number, `radix` from 2 to 36, with the digits that
/// V8 gives a fraction.
[[nodiscard]] QString inRadix(double value, int radix);

} // namespace waymark::jinja::javascript
