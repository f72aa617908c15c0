#include "models/plan/placechecks.h"

#include "models/base/utf8.h"
#include "models/git/shellwords.h"
#include "models/plan/branchrules.h"
#include "models/plan/publication.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Planner", source);
}

/// Whether servers look for `path` only at the root of a repository.
bool isReadAtTheRootOnly(const QByteArray &path)
{
    constexpr std::array files
        = {".gitlab-ci.yml", "azure-pipelines.yml", "bitbucket-pipelines.yml"};
    return path.startsWith(".github/") || path.startsWith(".circleci/")
        || std::ranges::any_of(files, [&path](const char *file) { return path == file; });
}

QList<Problem> checkCommit(const Plan &plan)
{
    QList<Problem> problems;
    const auto &repository = plan.destination.repository;
    if (!plan.commits)
        return problems;
    if (plan.destination.unknownAuthor)
        problems += *plan.destination.unknownAuthor;
    if (repository && repository->branch.isEmpty())
        problems += detachedHead(repository->root);
    if (plan.destination.doubtfulBranch && plan.branch == plan.destination.defaultBranch)
        problems += *plan.destination.doubtfulBranch;
    const bool isCheckedOut = repository && plan.branch == repository->branch;
    if (plan.branch.isEmpty() || isCheckedOut)
        return problems;
    if (const auto problem = checkBranch(plan.branch, plan.destination.branches))
        problems += *problem;
    return problems;
}

/// In a folder of a repository, nothing runs a service's workflows.
QList<Problem> checkWorkflows(const Plan &plan)
{
    const auto &repository = plan.destination.repository;
    if (plan.destination.kind != DestinationKind::RepositoryFolder || !repository)
        return {};
    QStringList files;
    for (const PlannedFile &file : plan.files) {
        if (file.change.isWritten() && isReadAtTheRootOnly(file.change.path))
            files += displayed(plan.shownPath(file.change.path));
    }
    if (files.isEmpty())
        return {};
    const QString folder = displayed(repository->prefix);
    return {Problem{
        .severity = Severity::Note,
        .code = u"place.not-at-root"_s,
        .message
        = text("Servers read these files only at the root of a repository, and the service "
               "goes to the folder %1 of one: %2.")
              .arg(folder, files.join(u", "_s)),
        .file = files.first(),
        .hint
        = text("Waymark changes no file outside of the service's folder. Move what they do to "
               "the root yourself, and let workflows run there for the paths %1/**.")
              .arg(folder)}};
}

/// The branch that a step of the template makes the default one of a repository; empty: none says.
QString publishedBranch(const Plan &plan)
{
    for (const UndoneAction &action : plan.undone) {
        if (action.publication && !isRequest(action.action)
            && !action.publication->branch.isEmpty())
            return action.publication->branch;
    }
    return {};
}

} // namespace

QList<Problem> checkDefaultBranch(const Plan &plan)
{
    const auto &repository = plan.destination.repository;
    const bool isBegun = repository && !repository->head.isEmpty();
    const QString published = publishedBranch(plan);
    if (isBegun || !plan.commits || plan.branch.isEmpty() || published.isEmpty()
        || published == plan.branch)
        return {};
    return {Problem{.severity = Severity::Warning,
                    .code = u"place.default-branch"_s,
                    .message = text("The template publishes the branch “%1”, and its pipelines and "
                                    "addresses may work for that only; the commit goes to “%2”.")
                                   .arg(published, plan.branch),
                    .hint = text("Commit to that branch: --branch %1. If “%2” is to stay, put it "
                                 "into the pipelines yourself.")
                                .arg(git::shellQuoted(published), plan.branch)}};
}

QList<Problem> checkPlace(const Plan &plan)
{
    return checkCommit(plan) + checkWorkflows(plan);
}

} // namespace waymark
