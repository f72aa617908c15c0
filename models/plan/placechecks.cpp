#include "models/plan/placechecks.h"

#include "models/base/utf8.h"
#include "models/git/shellwords.h"
#include "models/plan/branchrules.h"
#include "models/plan/destinationrefusals.h"
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
    if (!plan.commits)
        return {};
    QList<Problem> problems = checkCommitPlace(plan.destination);
    const auto &repository = plan.destination.repository;
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

/// That the repository around the service ignores names of its files, which git hides from then on.
QList<Problem> checkIgnored(const Plan &plan)
{
    constexpr qsizetype shown = 3;
    const auto &repository = plan.destination.repository;
    if (!repository || plan.destination.ignored.isEmpty())
        return {};
    QStringList files;
    QByteArray first;
    for (const PlannedFile &file : plan.files) {
        if (!file.change.isWritten() || !plan.destination.ignored.contains(file.change.path))
            continue;
        if (files.isEmpty())
            first = plan.shownPath(file.change.path);
        files += displayed(plan.shownPath(file.change.path));
    }
    if (files.isEmpty())
        return {};
    const QString more = files.size() > shown ? u", …"_s : QString();
    const QString list = files.first(std::min(files.size(), shown)).join(u", "_s) + more;
    const QString sentence = plan.commits
        ? text("The repository around this folder ignores these files: %1. They are committed all "
               "the same, but git will not show files like them that you add.")
        : text("The repository around this folder ignores these files: %1. Git will not show them "
               "or take them into a commit.");
    return {Problem{
        .severity = plan.commits ? Severity::Note : Severity::Warning,
        .code = u"place.ignored-files"_s,
        .message = sentence.arg(list),
        .file = displayed(first),
        .hint
        = text("This names the rule: %1. To let them through, write its pattern once more at "
               "the end of that file, behind “!/%2/**/”.")
              .arg(refusal::ignoreRuleCommand(repository->root, repository->prefix + '/' + first),
                   displayed(repository->prefix))}};
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

/// Whether what is committed at `destination` can go to the branch `name` of its repository later.
bool mayBeMerged(const DestinationSnapshot &destination, const QString &name)
{
    return destination.kind == DestinationKind::RepositoryFolder
        || destination.branches.contains(name.toUtf8());
}

QString wayToBranch(const Plan &plan, const QString &published)
{
    const auto &repository = plan.destination.repository;
    const QString name = git::shellQuoted(published);
    const QString way = repository && !repository->head.isEmpty()
        ? text("Rename the branch first: git -C %1 branch -m %2.")
              .arg(git::shellQuoted(repository->root), name)
        : text("Commit to that branch: --branch %1.").arg(name);
    return way + u' '
        + text("If “%1” is to stay, put it into the pipelines yourself.").arg(plan.branch);
}

} // namespace

QList<Problem> checkCommitPlace(const DestinationSnapshot &destination)
{
    QList<Problem> problems;
    if (destination.unknownAuthor)
        problems += *destination.unknownAuthor;
    const auto &repository = destination.repository;
    if (repository && repository->branch.isEmpty())
        problems += detachedHead(repository->root);
    return problems;
}

QList<Problem> checkDefaultBranch(const Plan &plan)
{
    const QString published = publishedBranch(plan);
    if (!plan.commits || plan.branch.isEmpty() || published.isEmpty() || published == plan.branch
        || mayBeMerged(plan.destination, published))
        return {};
    return {Problem{.severity = Severity::Warning,
                    .code = u"place.default-branch"_s,
                    .message = text("The template publishes the branch “%1”, and its pipelines and "
                                    "addresses may work for that only; the commit goes to “%2”.")
                                   .arg(published, plan.branch),
                    .hint = wayToBranch(plan, published)}};
}

QList<Problem> checkPlace(const Plan &plan)
{
    return checkCommit(plan) + checkWorkflows(plan) + checkIgnored(plan);
}

} // namespace waymark
