#pragma once

#include "app/cli/surroundings.h"
#include "models/base/problem.h"

#include <QByteArrayList>
#include <QStringList>

namespace waymark::cli {

/// The words of a command line. A word that is no UTF-8 is an error: as text it would name another
/// file than the bytes do.
[[nodiscard]] Result<QStringList> decodedWords(const QByteArrayList &words);

/// The folder that the process is in; one whose name is no UTF-8 is an error for the same reason.
[[nodiscard]] Result<QString> currentFolder();

/// 16 hexadecimal digits from the system's source of randomness.
[[nodiscard]] QByteArray drawnSeed();

/// Runs the command that `words` name in the surroundings of this process.
[[nodiscard]] ExitCode start(const QByteArrayList &words, const Streams &streams);

} // namespace waymark::cli
