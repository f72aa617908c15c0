#include "models/git/readcommit.h"

#include "models/git/commit.h"
#include "models/git/repository.h"

#include <QCoreApplication>

namespace waymark::git {

Person toPerson(const git_signature &signature)
{
    return {QString::fromUtf8(signature.name), QString::fromUtf8(signature.email),
            signature.when.time, signature.when.offset};
}

Result<Handle<git_commit>> lookUpCommit(const Repository &repository, const ObjectId &id)
{
    const git_oid oid = toOid(id);
    Handle<git_commit> commit;
    if (into(commit, git_commit_lookup, repository.handle(), &oid) < 0)
        return lastError(QCoreApplication::translate("Git", "A commit cannot be read"));
    return commit;
}

Result<Commit> readCommit(const Repository &repository, const ObjectId &id)
{
    const auto commit = lookUpCommit(repository, id);
    if (!commit)
        return std::unexpected(commit.error());
    Commit read = {.id = id,
                   .tree = fromOid(*git_commit_tree_id(commit->get())),
                   .author = toPerson(*git_commit_author(commit->get())),
                   .committer = toPerson(*git_commit_committer(commit->get())),
                   .message = git_commit_message_raw(commit->get())};
    for (unsigned int i = 0; i < git_commit_parentcount(commit->get()); ++i)
        read.parents += fromOid(*git_commit_parent_id(commit->get(), i));
    Buffer signature;
    read.isSigned = git_commit_header_field(signature, commit->get(), "gpgsig") == 0;
    return read;
}

Result<ObjectId> treeOf(const Repository &repository, const ObjectId &id)
{
    const auto commit = lookUpCommit(repository, id);
    return commit ? Result<ObjectId>(fromOid(*git_commit_tree_id(commit->get())))
                  : std::unexpected(commit.error());
}

} // namespace waymark::git
