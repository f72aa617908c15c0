#include "models/plan/nameslips.h"

#include "models/base/textcontext.h"

#include <algorithm>

namespace waymark {
namespace {

constexpr TextContext translated("Commands");

bool failsAt(const Problem &error, const Problem &warning)
{
    return error.code == u"template.undefined" && warning.code == u"template.unknown-name"
        && error.position && warning.position && error.file == warning.file
        && error.position->line == warning.position->line;
}

/// Whether `warning`, as the template was read, is about the step that fails by `error`.
bool isOfStep(const Problem &error, const Problem &warning)
{
    return (warning.code == u"template.no-folder" || warning.code == u"template.action")
        && error.severity == Severity::Error && error.file == warning.file
        && error.position == warning.position;
}

} // namespace

Problem withHintOf(const QList<Problem> &warnings, Problem error)
{
    const auto same = std::ranges::find_if(
        warnings, [&error](const Problem &warning) { return failsAt(error, warning); });
    if (same != warnings.cend() && error.hint.isEmpty())
        error.hint = same->hint;
    return error;
}

QList<Problem> commandProblems(const Rendering &rendering)
{
    QList<Problem> problems;
    for (const TemplateCommand &command : rendering.commands) {
        if (!command.problem)
            continue;
        Problem problem = *command.problem;
        problem.message = translated("“%1” cannot be run: %2").arg(command.name, problem.message);
        problems += problem;
    }
    return problems;
}

void tellOnce(Plan &plan)
{
    const QList<Problem> warnings = plan.problems;
    for (Problem &problem : plan.problems)
        problem = withHintOf(warnings, problem);
    for (PlannedFile &file : plan.files) {
        for (Problem &problem : file.change.problems)
            problem = withHintOf(warnings, problem);
    }
    const QList<Problem> all = plan.allProblems();
    plan.problems.removeIf([&all](const Problem &warning) {
        return std::ranges::any_of(all, [&warning](const Problem &error) {
            return failsAt(error, warning) || isOfStep(error, warning);
        });
    });
}

} // namespace waymark
