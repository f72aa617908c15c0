#pragma once

#include <QByteArray>
#include <QStringView>

namespace waymark::cli {

/// The completion script of `shell` (bash, zsh or fish), made from the tables of the commands. Ids
/// of templates and drafts are asked of `waymark` itself when the Tab key is pressed.
[[nodiscard]] QByteArray completionScript(QStringView shell);

} // namespace waymark::cli
