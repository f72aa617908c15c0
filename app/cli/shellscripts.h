#pragma once

#include "app/cli/option.h"

#include <QByteArray>

namespace waymark::cli {

// The completion script of each shell, made from the tables of the commands.
[[nodiscard]] QByteArray bashScript();
[[nodiscard]] QByteArray zshScript();
[[nodiscard]] QByteArray fishScript();

/// A command that prints the ids of the catalog, one a line, with nothing but sed. It leaves out
/// those with characters that mean something to a shell: a template calls itself what it likes.
[[nodiscard]] QString templateIds();
/// The same of the names of the sources.
[[nodiscard]] QString sourceNames();
/// Every option that a value stands behind, of any command.
[[nodiscard]] QStringList namesOfTakers();

} // namespace waymark::cli
