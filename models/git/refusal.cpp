#include "models/git/refusal.h"

#include "models/git/configuration.h"
#include "models/git/handles.h"
#include "models/git/refusalparts.h"
#include "models/git/repository.h"
#include "models/git/shellwords.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

Problem sparse(const Repository &repository)
{
    return {.code = u"git.sparse"_s,
            .message = QCoreApplication::translate("Git",
                                                   "Only a part of this repository is checked out "
                                                   "(sparse checkout), which Waymark cannot keep."),
            .file = repository.workTree(),
            .hint = QCoreApplication::translate(
                        "Git", "Check all of it out with: %1 sparse-checkout disable")
                        .arg(gitIn(repository))};
}

Problem splitIndex(const Repository &repository)
{
    return {
        .code = u"git.split-index"_s,
        .message = QCoreApplication::translate(
            "Git", "The index of this repository is split, which Waymark cannot keep."),
        .file = repository.indexFile(),
        .hint
        = QCoreApplication::translate(
              "Git",
              "Join it with: %1 config core.splitIndex false && %1 update-index --no-split-index")
              .replace(u"%1"_s, gitIn(repository))};
}

void addSettings(QList<Problem> &problems, const Repository &repository)
{
    const auto configuration = Configuration::load(&repository);
    if (!configuration) {
        problems += configuration.error().problem;
        return;
    }
    if (configuration->flag("core.sparseCheckout"))
        problems += sparse(repository);
    if (configuration->flag("core.splitIndex"))
        problems += splitIndex(repository);
}

/// What the index itself says: libgit2 names the extension that it cannot read.
void addUnreadable(QList<Problem> &problems, const Repository &repository)
{
    const auto error
        = lastError(QCoreApplication::translate("Git", "The index cannot be read")).error().problem;
    const auto isKnown = [&](const QString &code) {
        return std::ranges::find(problems, code, &Problem::code) != problems.end();
    };
    if (error.message.contains(u"'sdir'")) {
        if (!isKnown(u"git.sparse"_s))
            problems += sparse(repository);
    } else if (error.message.contains(u"'link'")) {
        if (!isKnown(u"git.split-index"_s))
            problems += splitIndex(repository);
    } else {
        problems
            += {.code = u"git.index"_s,
                .message = error.message,
                .file = repository.indexFile(),
                .hint = QCoreApplication::translate("Git", "See what git says of it: %1 status")
                            .arg(gitIn(repository))};
    }
}

void addLock(QList<Problem> &problems, const Repository &repository)
{
    const QString lock = repository.indexFile() + u".lock"_s;
    if (QFile::exists(lock))
        problems
            += {.code = u"git.index-locked"_s,
                .message = QCoreApplication::translate(
                    "Git",
                    "Another git is at work in this repository, or one was stopped in the middle."),
                .file = lock,
                .hint = QCoreApplication::translate("Git", "Wait for it; if none is running: rm %1")
                            .arg(shellQuoted(lock))};
}

} // namespace

QList<Problem> refusals(const Repository &repository, const QList<QByteArray> &paths)
{
    QList<Problem> problems;
    if (repository.isBare()) {
        problems += {.code = u"git.bare"_s,
                     .message = QCoreApplication::translate(
                         "Git", "This repository is bare: it has no files to write to."),
                     .file = repository.gitDir(),
                     .hint = QCoreApplication::translate(
                                 "Git", "Make a checkout of it with: %1 worktree add FOLDER")
                                 .arg(gitIn(repository))};
        return problems;
    }
    if (const auto problem = operationUnderway(repository))
        problems += *problem;
    addSettings(problems, repository);
    addLock(problems, repository);
    Handle<git_index> index;
    if (into(index, git_repository_index, repository.handle()) < 0) {
        addUnreadable(problems, repository);
        return problems;
    }
    problems += indexRefusals(repository, index.get(), paths);
    return problems;
}

} // namespace waymark::git
