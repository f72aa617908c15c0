#include "models/git/status.h"

#include "models/git/handles.h"
#include "models/git/repository.h"

#include <QCoreApplication>

#include <filesystem>
#include <set>
#include <vector>

namespace waymark::git {
namespace {

std::unexpected<Error> unreadable()
{
    return lastError(QCoreApplication::translate("Git", "The state of the files cannot be read"));
}

/// Paths below `below`, taken literally, whose state is one of `states`, looked for with `flags`.
Result<QList<QByteArray>> listed(const Repository &repository, unsigned int flags,
                                 unsigned int states, QList<QByteArray> below)
{
    std::vector<char *> specs;
    for (QByteArray &path : below)
        specs.push_back(path.data());
    git_status_options options;
    git_status_options_init(&options, GIT_STATUS_OPTIONS_VERSION);
    options.flags = flags | GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH;
    options.pathspec = {specs.data(), specs.size()};
    Handle<git_status_list> list;
    if (into(list, git_status_list_new, repository.handle(), &options) < 0)
        return unreadable();
    std::set<QByteArray> paths;
    for (size_t i = 0; i < git_status_list_entrycount(list.get()); ++i) {
        const git_status_entry *entry = git_status_byindex(list.get(), i);
        if ((entry->status & states) == 0)
            continue;
        for (const git_diff_delta *delta : {entry->head_to_index, entry->index_to_workdir}) {
            if (delta)
                paths.insert(delta->new_file.path ? delta->new_file.path : delta->old_file.path);
        }
    }
    return QList<QByteArray>(paths.begin(), paths.end());
}

/// What stands at `path` itself, not behind a link. By bytes, since Qt takes file names for UTF-8.
std::filesystem::file_type typeOf(const QByteArray &path)
{
    std::error_code ignored;
    const std::u8string name(path.begin(), path.end());
    return std::filesystem::symlink_status(std::filesystem::path(name), ignored).type();
}

/// The first of `path` and its folders that is no folder but stands there untracked, or empty.
QByteArray obstacle(const Repository &repository, git_index *index, const QByteArray &path)
{
    using std::filesystem::file_type;
    const QByteArray root = QByteArray(git_repository_workdir(repository.handle()));
    const auto isInTheWay = [&](const QByteArray &name) {
        return typeOf(root + name) != file_type::not_found && typeOf(root + name) != file_type::none
            && git_index_get_bypath(index, name.constData(), 0) == nullptr;
    };
    for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        const QByteArray folder = path.first(slash);
        if (typeOf(root + folder) != file_type::directory)
            return isInTheWay(folder) ? folder : QByteArray();
    }
    return isInTheWay(path) ? path : QByteArray();
}

/// A folder of which a tracked file is part is tracked itself.
bool holdsTracked(git_index *index, const QByteArray &path)
{
    size_t position = 0;
    return git_index_find_prefix(&position, index, (path + '/').constData()) == 0;
}

} // namespace

Result<QList<QByteArray>> trackedChanges(const Repository &repository,
                                         const QList<QByteArray> &below)
{
    return listed(repository, 0, ~0U, below);
}

Result<QList<QByteArray>> untrackedInTheWay(const Repository &repository,
                                            const QList<QByteArray> &paths)
{
    Handle<git_index> index;
    if (into(index, git_repository_index, repository.handle()) < 0
        || git_index_read(index.get(), false) < 0)
        return unreadable();
    std::set<QByteArray> found;
    for (const QByteArray &path : paths) {
        const QByteArray name = obstacle(repository, index.get(), path);
        if (!name.isEmpty() && !holdsTracked(index.get(), name))
            found.insert(name);
    }
    return QList<QByteArray>(found.begin(), found.end());
}

Result<QList<QByteArray>> untrackedBelow(const Repository &repository, const QByteArray &folder)
{
    return listed(
        repository, GIT_STATUS_OPT_INCLUDE_UNTRACKED | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS,
        GIT_STATUS_WT_NEW, folder.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{folder});
}

Result<QList<QByteArray>> ignored(const Repository &repository, const QList<QByteArray> &paths)
{
    QList<QByteArray> found;
    for (const QByteArray &path : paths) {
        int isIgnored = 0;
        if (git_ignore_path_is_ignored(&isIgnored, repository.handle(), path.constData()) < 0)
            return unreadable();
        if (isIgnored != 0)
            found += path;
    }
    return found;
}

} // namespace waymark::git
