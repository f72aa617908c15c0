#include "models/git/remotes.h"

#include "models/git/handles.h"
#include "models/git/repository.h"

namespace waymark::git {

QStringList remoteNames(const Repository &repository)
{
    git_strarray list = {};
    if (git_remote_list(&list, repository.handle()) < 0)
        return {};
    QStringList names;
    for (std::size_t i = 0; i < list.count; ++i)
        names += QString::fromUtf8(list.strings[i]);
    git_strarray_dispose(&list);
    names.sort();
    return names;
}

} // namespace waymark::git
