#pragma once

#include "app/cli/surroundings.h"

#include <memory>

namespace waymark::cli {

/// A prompt on the terminal that stdin and stdout are, with line editing by libedit.
[[nodiscard]] std::unique_ptr<Prompt> terminalPrompt();

} // namespace waymark::cli
