#pragma once

#include "models/plan/plan.h"

namespace waymark {

/// Whose text a file of a fresh clone has that template and user both have.
struct GoldenChoice
{
    bool isOffered = false;
    bool takesGolden = false; ///< Now.
    QString text = {}; ///< What is so now: "Your file is kept."
    QString verb = {}; ///< "Use the golden text": the other choice,
    QStringList next = {}; ///< and all files that take the golden text then.

    friend bool operator==(const GoldenChoice &, const GoldenChoice &) = default;
};

[[nodiscard]] GoldenChoice goldenChoice(const Plan &plan, const QByteArray &path);

} // namespace waymark
