#pragma once

#include "models/plan/actioninput.h"
#include "models/plan/rendering.h"

namespace waymark {

/// `value` in one line for people, lists and maps as JSON. Secrets are masked.
[[nodiscard]] QString shownText(const ActionInput &input, const jinja::TaggedValue &value);
/// The same of the entry `key`; empty: there is none.
[[nodiscard]] QString shownText(const ActionInput &input, const QString &key);

/// All entries that are there, in order.
[[nodiscard]] QList<ResolvedInput> shownTexts(const ActionInput &input);

} // namespace waymark
