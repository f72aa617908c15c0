#pragma once

#include "models/jinja/provenance.h"

#include <QByteArray>

namespace waymark {

// How Python reads and writes text files, as far as lines are concerned.

/// `bytes` with a line feed for every kind of line end: what open() in text mode reads.
[[nodiscard]] QByteArray withUniversalNewlines(const QByteArray &bytes);

/// The line end that Python has seen in a file of these `bytes` when its first line was read, by
/// blocks of 8192 bytes: of several kinds a carriage return, else a line feed. Empty: none.
[[nodiscard]] QByteArray firstNewline(const QByteArray &bytes);

/// `rendered` with `newline` for every line feed, as it is written with that line end.
[[nodiscard]] jinja::Rendered withNewlines(jinja::Rendered rendered, const QByteArray &newline);

} // namespace waymark
