#pragma once

#include "models/base/problem.h"
#include "models/catalog/answerpath.h"

namespace waymark {

/// What is wrong with one answer; its words never hold the value of a secret.
struct AnswerProblem
{
    AnswerPath path;
    Problem problem; ///< Without file and position: whoever read the answer from a file adds them.
    friend bool operator==(const AnswerProblem &, const AnswerProblem &) = default;
};

} // namespace waymark
