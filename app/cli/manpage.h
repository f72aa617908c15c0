#pragma once

#include <QByteArray>

namespace waymark::cli {

/// The manual page waymark(1) in troff, made from the tables of the commands.
[[nodiscard]] QByteArray manualPage();

} // namespace waymark::cli
