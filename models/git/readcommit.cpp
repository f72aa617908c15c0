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

Result<ObjectId> treeOf(const Repository &repository, const ObjectId &id)
{
    const auto commit = lookUpCommit(repository, id);
    return commit ? Result<ObjectId>(fromOid(*git_commit_tree_id(commit->get())))
                  : std::unexpected(commit.error());
}

Result<bool> leadsTo(const Repository &repository, const ObjectId &ancestor, const ObjectId &id)
{
    if (ancestor == id)
        return true;
    const git_oid commit = toOid(id);
    const git_oid earlier = toOid(ancestor);
    const int answer = git_graph_descendant_of(repository.handle(), &commit, &earlier);
    if (answer < 0)
        return lastError(QCoreApplication::translate("Git", "A commit cannot be read"));
    return answer == 1;
}

} // namespace waymark::git
