#pragma once

#include "models/base/problem.h"

namespace waymark {

/// Why an apply or undo did not happen, as a notice says it.
struct ApplyReport
{
    /// What leads on from there.
    enum class Way : quint8 {
        TryAgain,
        PlanAgain, ///< The destination is another one than was shown.
    };

    Severity severity = Severity::Error;
    QString title = {};
    QString text = {}; ///< Which files it is about, and what to do.
    QString details = {}; ///< What a program printed, word for word; empty: none did.
    Way way = Way::TryAgain;

    friend bool operator==(const ApplyReport &, const ApplyReport &) = default;
};

/// Nothing was changed by what failed with `problem`, which the report ends with.
[[nodiscard]] ApplyReport applyReport(const Problem &problem);

} // namespace waymark
