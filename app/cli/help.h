#pragma once

#include "app/cli/option.h"

namespace waymark::cli {

/// What `waymark help` prints: what it is, and a line a command.
[[nodiscard]] QString generalHelp();
/// How `command` is called, and a line an option.
[[nodiscard]] QString commandHelp(const Command &command);
/// The help of `option`, and whether it can be repeated.
[[nodiscard]] QString helpOf(const Option &option);
/// "waymark new TEMPLATE DEST [OPTIONS]".
[[nodiscard]] QString usage(const Command &command);
/// `text` broken between words into lines of at most `width` UTF-16 units, each behind `indent`
/// blanks but the first.
[[nodiscard]] QString wrapped(const QString &text, int width, int indent);

} // namespace waymark::cli
