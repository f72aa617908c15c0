#include "models/plan/plan.h"

#include <algorithm>

namespace waymark {

QList<Problem> Plan::allProblems() const
{
    QList<Problem> all = problems;
    for (const PlannedFile &file : files)
        all += file.change.problems;
    return all;
}

bool Plan::isBlocked() const
{
    const auto isError = [](const Problem &problem) { return problem.severity == Severity::Error; };
    const auto isStopped = [&isError](const PlannedFile &file) {
        return std::ranges::any_of(file.change.problems, isError);
    };
    return std::ranges::any_of(problems, isError) || std::ranges::any_of(files, isStopped);
}

QByteArray Plan::shownPath(const QByteArray &path) const
{
    return shownPaths.value(path, path);
}

qsizetype Plan::count(ChangeClass kind) const
{
    return std::ranges::count_if(
        files, [kind](const PlannedFile &file) { return file.change.kind == kind; });
}

} // namespace waymark
