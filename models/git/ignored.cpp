#include "models/git/ignored.h"

#include "models/git/handles.h"
#include "models/git/repository.h"

namespace waymark::git {

QByteArrayList ignoredPaths(const QString &folder, const QByteArrayList &paths)
{
    const auto repository = Repository::open(folder);
    Handle<git_index> index;
    if (!repository || into(index, git_repository_index, repository->handle()) < 0)
        return {};
    QByteArrayList ignored;
    for (const QByteArray &path : paths) {
        int isIgnored = 0;
        if (!git_index_get_bypath(index.get(), path.constData(), 0)
            && git_ignore_path_is_ignored(&isIgnored, repository->handle(), path.constData()) == 0
            && isIgnored)
            ignored += path;
    }
    return ignored;
}

} // namespace waymark::git
