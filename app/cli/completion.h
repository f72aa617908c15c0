#pragma once

#include <QByteArray>
#include <QStringView>

namespace waymark::cli {

/// The completion script of `shell` (bash, zsh or fish), made from the tables of the commands. Ids
/// of templates are asked of `waymark list --json` when the Tab key is pressed.
[[nodiscard]] QByteArray completionScript(QStringView shell);

} // namespace waymark::cli
