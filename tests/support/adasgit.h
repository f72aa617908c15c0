#pragma once

namespace waymark::testing {

/// The configuration of somebody whom git knows.
inline constexpr const char *adasGit = "[user]\n\tname = Ada Lovelace\n\temail = ada@example.org\n"
                                       "[init]\n\tdefaultBranch = main\n";

} // namespace waymark::testing
