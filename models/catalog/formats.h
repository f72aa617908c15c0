#pragma once

#include <QString>

namespace waymark {

/// Whether `text` is what JSON Schema's `format` says: "email", "uri", "date", "date-time", "time",
/// "hostname", "ipv4", "ipv6", "uuid", "regex", "data-url". Every text fits an unknown format.
[[nodiscard]] bool fitsFormat(const QString &text, const QString &format);

/// "an email address such as ada@example.org", what a text of `format` is; empty for an unknown
/// one.
[[nodiscard]] QString formatInWords(const QString &format);

} // namespace waymark
