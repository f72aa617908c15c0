#include "models/plan/committedfiles.h"

#include "models/git/commit.h"

namespace waymark {

Result<git::ObjectId> headTree(const git::Repository &repository)
{
    const auto head = repository.head();
    if (!head)
        return std::unexpected(head.error());
    return head->commit ? git::treeOf(repository, *head->commit)
                        : Result<git::ObjectId>(git::emptyTree());
}

Result<CommittedFiles> committedFiles(const git::Repository &repository, const git::ObjectId &tree)
{
    const auto list = git::readTree(repository, tree);
    if (!list)
        return std::unexpected(list.error());
    CommittedFiles files;
    for (const git::TreeEntry &entry : *list)
        files.insert(entry.path, entry);
    return files;
}

} // namespace waymark
