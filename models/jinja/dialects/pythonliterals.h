#pragma once

#include <QString>
#include <QStringView>

namespace waymark::jinja {

/// What stands between the quotes of a Python string literal, with its escapes resolved as the
/// codec "unicode-escape" does. A broken escape throws a Failure with that codec's message, at
/// `offset`.
[[nodiscard]] QString unescapedPython(QStringView body, qsizetype offset);

/// The length of the number literal at the start of `text` as Jinja2's lexer takes it; 0: none.
[[nodiscard]] qsizetype pythonFloatLength(QStringView text, QChar before);
[[nodiscard]] qsizetype pythonIntegerLength(QStringView text);

} // namespace waymark::jinja
