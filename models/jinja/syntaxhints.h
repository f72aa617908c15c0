#pragma once

#include "models/jinja/failure.h"
#include "models/jinja/options.h"

#include <QStringView>

namespace waymark::jinja {

/// The way out of a template `text` that cannot be read: the failure's own hint, else what its
/// message mostly comes from (what is not closed, and where it was opened). Empty where nothing can
/// be said.
[[nodiscard]] QString hintOf(const Failure &failure, QStringView text,
                             const Delimiters &delimiters);

} // namespace waymark::jinja
