#include "models/plan/fileplanner.h"

#include "models/plan/checks.h"
#include "models/plan/meeting.h"
#include "models/plan/pathrules.h"
#include "models/plan/presence.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

Change changeOf(const RenderedFile &rendered)
{
    Change change;
    change.path = rendered.path;
    change.mode = rendered.mode;
    change.content = rendered.content;
    change.problems = rendered.problems;
    return change;
}

/// What tells of a file that nobody is to see.
Problem withoutContent(Problem problem)
{
    problem.message = QCoreApplication::translate(
        "Planner",
        "The file is not well-formed here. What stands there is not shown, since the file holds a "
        "secret answer.");
    problem.excerpt.clear();
    problem.hint.clear();
    return problem;
}

void meet(PlannedFile &file, const PlanMemory::Circumstances &around)
{
    meetDestination(file.change, around.there, around.isGolden, around.yields);
    if (around.hasService) // which is told once
        file.change.problems.removeIf(
            [](const Problem &problem) { return problem.code == u"destination.differs"; });
    if (file.change.kind != ChangeClass::Kept)
        return;
    file.provenance = {};
    file.dependsOnSecret = false;
}

} // namespace

FilePlanner::FilePlanner(const PlanRequest &request, const DestinationSnapshot &destination,
                         const SecretMask &mask, PlanMemory &memory)
    : m_request(request)
    , m_destination(destination)
    , m_mask(mask)
    , m_memory(memory)
    , m_hasService(hasService(destination))
{
}

PlanMemory::Circumstances FilePlanner::around(const QByteArray &path) const
{
    return {.there = m_destination.entry(path),
            .severity = m_request.loaded.entry.definition.problemSeverity(),
            .isGolden = m_request.wishes.golden.contains(QString::fromUtf8(path)),
            .hasService = m_hasService};
}

PlanMemory::Planned FilePlanner::planned(const RenderedFile &rendered) const
{
    PlanMemory::Circumstances circumstances = around(rendered.path);
    circumstances.yields = rendered.yields;
    circumstances.holdsSecret
        = m_mask.isWrittenIn(rendered.content) || m_mask.isWrittenIn(rendered.path);
    if (const PlanMemory::Planned *known = m_memory.find(rendered, circumstances))
        return *known;
    PlanMemory::Planned anew = plannedAnew(rendered, circumstances);
    m_memory.insert(rendered, circumstances, anew);
    return anew;
}

PlanMemory::Planned FilePlanner::plannedAnew(const RenderedFile &rendered,
                                             const PlanMemory::Circumstances &around) const
{
    PlannedFile file{.change = changeOf(rendered),
                     .templatePath = rendered.templatePath,
                     .provenance = rendered.provenance,
                     .presence = rendered.presence,
                     .dependsOnSecret = around.holdsSecret
                         || m_mask.covers(rendered.provenance.all().with(rendered.presence)),
                     .yields = rendered.yields};
    blockPath(file.change);
    if (!file.change.problems.isEmpty()) {
        file.change.kind = ChangeClass::Blocked;
        return {.file = file};
    }
    if (!file.dependsOnSecret)
        file.rendered = {rendered.mode, rendered.content};
    meet(file, around);
    if (file.change.kind != ChangeClass::Kept)
        checkFile(file, around.severity);
    return {.file = file, .isWhole = true};
}

void FilePlanner::classify(PlannedFile &file) const
{
    meet(file, around(file.change.path));
}

void FilePlanner::blockPath(Change &change) const
{
    if (const auto problem = m_memory.checkedPath(change.path))
        change.problems += *problem;
    else if (change.mode == FileMode::Link) {
        if (const auto linkProblem = checkLink(change.path, change.content))
            change.problems += *linkProblem;
    }
}

void FilePlanner::checkFile(PlannedFile &file, Severity severity) const
{
    Change &change = file.change;
    if (change.mode == FileMode::Link)
        return;
    const TemplateFile *source = m_request.loaded.tree.find(file.templatePath);
    for (const Problem &found : checkContent(change.path, change.content, severity)) {
        const Problem problem = withAnswers(file.dependsOnSecret ? withoutContent(found) : found,
                                            change.content, file.provenance);
        change.problems += withTemplateLine(problem, change.content, file.provenance,
                                            source ? source->content : QByteArray());
    }
}

} // namespace waymark
