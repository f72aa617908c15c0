#include "app/cli/foreseen.h"

#include "app/cli/preparation.h"
#include "models/git/commit.h"
#include "models/git/identity.h"
#include "models/git/objectid.h"
#include "models/git/references.h"
#include "models/git/repository.h"
#include "models/git/shellwords.h"
#include "models/plan/branchrules.h"
#include "models/plan/placechecks.h"
#include "models/plan/presence.h"
#include "models/plan/record.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// What the plan would be blocked by, as far as no answer decides that.
Result<QList<Problem>> certainProblems(const DestinationSnapshot &destination,
                                       const PlanWishes &wishes)
{
    const auto seen = observed(destination, {recordPath.toByteArray()});
    if (!seen)
        return std::unexpected(seen.error());
    QList<Problem> problems;
    if (const auto service = checkService(*seen))
        problems += *service;
    if (wishes.commit)
        problems += checkCommitPlace(destination);
    const bool isCheckedOut
        = destination.repository && destination.repository->branch == wishes.branch;
    if (wishes.commit && !wishes.branch.isEmpty() && !isCheckedOut) {
        if (const auto taken = checkBranch(wishes.branch, destination.branches))
            problems += *taken;
    }
    problems.removeIf([](const Problem &problem) { return problem.severity != Severity::Error; });
    return problems;
}

/// That git does not know whom the commit is by, once it was asked.
std::optional<Problem> unknownAuthor(const DestinationSnapshot &destination)
{
    if (!destination.unknownAuthor)
        return {};
    const auto repository = git::Repository::discover(destination.existing);
    if (!repository)
        return {};
    auto unknown = git::missingIdentity(*repository ? &**repository : nullptr);
    if (unknown)
        unknown->hint += u'\n' + text("Or leave the commit out: --no-commit");
    return unknown;
}

/// The branch at `folder` that others are usually made from, where it lacks the commit `head`;
/// empty where there is none.
QString branchWithout(const QString &folder, const QByteArray &head)
{
    const auto repository = git::Repository::discover(folder);
    const auto commit = git::ObjectId::parse(head);
    if (!repository || !*repository || !commit)
        return {};
    for (const QByteArray &name : {git::Repository::defaultBranch(), "main"_ba, "master"_ba}) {
        const auto there = git::readReference(**repository, "refs/heads/" + name);
        if (!there || !*there)
            continue;
        const auto isMerged = git::leadsTo(**repository, *commit, **there);
        return isMerged && !*isMerged ? QString::fromUtf8(name) : QString();
    }
    return {};
}

} // namespace

std::optional<Problem> startNote(const Plan &plan)
{
    const auto &repository = plan.destination.repository;
    if (!plan.commits || !repository || repository->head.isEmpty()
        || repository->branch == plan.branch)
        return {};
    const QString usual = branchWithout(plan.destination.existing, repository->head);
    if (usual.isEmpty())
        return {};
    return Problem{.severity = Severity::Note,
                   .code = u"place.start"_s,
                   .message = text("The branch “%1” starts from “%2”, which is checked out, so its "
                                   "pull request carries that too.")
                                  .arg(plan.branch, repository->branch),
                   .hint
                   = text("To start from “%1”, check it out first: git -C %2 switch %3")
                         .arg(usual, git::shellQuoted(repository->root), git::shellQuoted(usual))};
}

std::optional<Refusal> foreseenRefusal(const DestinationSnapshot &destination,
                                       const PlanWishes &wishes, Aim aim, bool isAsking)
{
    if (isAsking) {
        const auto problems = certainProblems(destination, wishes);
        if (!problems)
            return Refusal{NotPossible, {problems.error().problem}};
        if (!problems->isEmpty())
            return Refusal{exitCodeOf(problems->constFirst()), *problems};
    }
    if (aim == Aim::Apply && wishes.commit) {
        if (const auto unknown = unknownAuthor(destination))
            return Refusal{NotPossible, {*unknown}};
    }
    return std::nullopt;
}

bool isHopeless(const Plan &plan)
{
    return std::ranges::any_of(plan.problems, [](const Problem &problem) {
        return problem.code == u"destination.service" || problem.code == u"destination.complete";
    });
}

} // namespace waymark::cli
