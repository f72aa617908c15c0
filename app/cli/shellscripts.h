#pragma once

#include "app/cli/option.h"

#include <QByteArray>

namespace waymark::cli {

// The completion script of each shell, made from the tables of the commands.
[[nodiscard]] QByteArray bashScript();
[[nodiscard]] QByteArray zshScript();
[[nodiscard]] QByteArray fishScript();

// Commands that print ids, one a line, with nothing but sed. They leave out those with characters
// that mean something to a shell: a template calls itself what it likes, and so does a file.
[[nodiscard]] QString templateIds(); ///< Of the catalog.
[[nodiscard]] QString draftIds(); ///< Also of those that cannot be read.
[[nodiscard]] QString sourceNames(); ///< Of the user's own.
/// Every option that a value stands behind, of any command.
[[nodiscard]] QStringList namesOfTakers();

} // namespace waymark::cli
