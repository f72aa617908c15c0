#pragma once

#include "app/cli/surroundings.h"

#include <cstdio>
#include <memory>

namespace waymark::cli {

/// A prompt on the terminal that stdin and `screen`, stdout or stderr, are, with line editing by
/// libedit.
[[nodiscard]] std::unique_ptr<Prompt> terminalPrompt(std::FILE *screen);

} // namespace waymark::cli
