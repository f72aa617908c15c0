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

} // namespace

QList<Problem> indexRefusals(const Repository &repository, git_index *index,
                             const QList<QByteArray> &paths)
{
    QList<Problem> problems;
    addConflicts(problems, repository, index);
    addSubmodules(problems, index, paths);
    addHidden(problems, repository, index, paths);
    return problems;
}

} // namespace waymark::git
