#pragma once

#include "models/jinja/engine.h"

namespace waymark {

/// Whether `text` is one construct of the language and nothing else, as Backstage's isolated
/// `${{ … }}` is: one expression, or one block such as `{% if … %}…{% endif %}`; comments do not
/// count. Then the value of a step's input is not text, but what the construct stands for.
[[nodiscard]] bool isSingleConstruct(QStringView text);

/// The expression of a text that is nothing but one `${{ … }}` on one line.
[[nodiscard]] std::optional<QString> singleExpression(const QString &text);

/// `text` with every expression printed as JSON, by the replacement that Backstage makes.
[[nodiscard]] QString withDumpedExpressions(const QString &text);

/// `value` as it comes out of JSON: what has no value is null in a list, as are numbers that are
/// none. Entries of maps without a value stay undefined, with what they depend on.
[[nodiscard]] jinja::TaggedValue throughJson(const jinja::TaggedValue &value);

} // namespace waymark
