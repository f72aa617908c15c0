#pragma once

#include "app/cli/surroundings.h"
#include "models/base/problem.h"

#include <QList>

#include <expected>

namespace waymark::cli {

/// Why a command ends without having done what was asked: everything that is in the way, and the
/// exit code that says of what kind it is.
struct Refusal
{
    ExitCode code = NotPossible;
    QList<Problem> problems;
};

template<typename T>
using Attempt = std::expected<T, Refusal>;

[[nodiscard]] inline std::unexpected<Refusal> refused(ExitCode code, const Error &error)
{
    return std::unexpected(Refusal{code, {error.problem}});
}

} // namespace waymark::cli
