#include "models/git/refusal.h"

#include "models/git/configuration.h"
#include "models/git/handles.h"
#include "models/git/repository.h"
#include "models/git/shellwords.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

struct Underway
{
    QString message;
    QString hint; // with %1 for "git -C FOLDER"
};

Underway underway(Operation operation)
{
    const auto words
        = [](const char *message) { return QCoreApplication::translate("Git", message); };
    switch (operation) {
    case Operation::None:
        break;
    case Operation::Merge:
        return {
            words(QT_TRANSLATE_NOOP("Git", "A merge is under way here.")),
            words(QT_TRANSLATE_NOOP(
                "Git", "Finish it with: %1 merge --continue, or drop it with: %1 merge --abort"))};
    case Operation::Revert:
        return {words(QT_TRANSLATE_NOOP("Git", "A revert is under way here.")),
                words(QT_TRANSLATE_NOOP(
                    "Git",
                    "Finish it with: %1 revert --continue, or drop it with: %1 revert --abort"))};
    case Operation::CherryPick:
        return {words(QT_TRANSLATE_NOOP("Git", "A cherry-pick is under way here.")),
                words(QT_TRANSLATE_NOOP("Git",
                                        "Finish it with: %1 cherry-pick --continue, or drop it "
                                        "with: %1 cherry-pick --abort"))};
    case Operation::Bisect:
        return {words(QT_TRANSLATE_NOOP("Git", "A bisect is under way here.")),
                words(QT_TRANSLATE_NOOP("Git", "End it with: %1 bisect reset"))};
    case Operation::Rebase:
        return {words(QT_TRANSLATE_NOOP("Git", "A rebase is under way here.")),
                words(QT_TRANSLATE_NOOP(
                    "Git",
                    "Finish it with: %1 rebase --continue, or drop it with: %1 rebase --abort"))};
    case Operation::ApplyPatches:
        return {words(QT_TRANSLATE_NOOP("Git", "git am is applying patches here.")),
                words(QT_TRANSLATE_NOOP(
                    "Git", "Finish it with: %1 am --continue, or drop it with: %1 am --abort"))};
    }
    return {};
}

QString gitIn(const Repository &repository)
{
    return u"git -C %1"_s.arg(
        shellQuoted(repository.isBare() ? repository.gitDir() : repository.workTree()));
}

void addOperation(QList<Problem> &problems, const Repository &repository)
{
    const Underway words = underway(repository.operation());
    if (!words.message.isEmpty())
        problems += {.code = u"git.operation"_s,
                     .message = words.message,
                     .file = repository.workTree(),
                     .hint = QString(words.hint).replace(u"%1"_s, gitIn(repository))};
}

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

void addSubmodules(QList<Problem> &problems, git_index *index, const QList<QByteArray> &paths)
{
    for (size_t i = 0; i < git_index_entrycount(index); ++i) {
        const git_index_entry *entry = git_index_get_byindex(index, i);
        if (entry->mode != GIT_FILEMODE_COMMIT)
            continue;
        const QByteArray submodule = entry->path;
        const auto touches = [&](const QByteArray &path) {
            return path == submodule || path.startsWith(submodule + '/')
                || submodule.startsWith(path + '/');
        };
        if (std::ranges::none_of(paths, touches))
            continue;
        problems
            += {.code = u"git.submodule"_s,
                .message = QCoreApplication::translate(
                    "Git", "This is a submodule, a repository of its own."),
                .file = QFile::decodeName(submodule),
                .hint = QCoreApplication::translate(
                    "Git",
                    "Choose a folder outside of it, or work in the submodule's own repository.")};
    }
}

/// git's status hides what was changed in these, so nobody would notice that it is lost.
void addHidden(QList<Problem> &problems, const Repository &repository, git_index *index,
               const QList<QByteArray> &paths)
{
    for (const QByteArray &path : paths) {
        const git_index_entry *entry = git_index_get_bypath(index, path.constData(), 0);
        const bool isSkipped
            = entry && (entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0;
        if (!isSkipped && (!entry || (entry->flags & GIT_INDEX_ENTRY_VALID) == 0))
            continue;
        const QString name = QFile::decodeName(path);
        const QString option = isSkipped ? u"--no-skip-worktree"_s : u"--no-assume-unchanged"_s;
        problems += {.code = u"git.hidden"_s,
                     .message = QCoreApplication::translate(
                         "Git", "git was told not to look for changes in this file."),
                     .file = name,
                     .hint = QCoreApplication::translate("Git", "Let it look again with: %1")
                                 .arg(u"%1 update-index %2 %3"_s.arg(gitIn(repository), option,
                                                                     shellQuoted(name)))};
    }
}

void addConflicts(QList<Problem> &problems, const Repository &repository, git_index *index)
{
    if (git_index_has_conflicts(index) != 0)
        problems += {.code = u"git.conflicts"_s,
                     .message = QCoreApplication::translate(
                         "Git", "There are conflicts here that are not resolved."),
                     .file = repository.workTree(),
                     .hint = QCoreApplication::translate("Git", "See them with: %1 status")
                                 .arg(gitIn(repository))};
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
    addOperation(problems, repository);
    addSettings(problems, repository);
    addLock(problems, repository);
    Handle<git_index> index;
    if (into(index, git_repository_index, repository.handle()) < 0) {
        addUnreadable(problems, repository);
        return problems;
    }
    addConflicts(problems, repository, index.get());
    addSubmodules(problems, index.get(), paths);
    addHidden(problems, repository, index.get(), paths);
    return problems;
}

} // namespace waymark::git
