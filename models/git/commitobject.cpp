#include "models/git/commitobject.h"

#include "models/git/handles.h"
#include "models/git/readcommit.h"
#include "models/git/repository.h"
#include "models/git/signing.h"

#include <QCoreApplication>

#include <vector>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

Result<Handle<git_signature>> toSignature(const Person &person)
{
    Handle<git_signature> signature;
    if (into(signature, git_signature_new, person.name.toUtf8().constData(),
             person.email.toUtf8().constData(), person.time, person.offset)
        < 0)
        return lastError(
            QCoreApplication::translate("Git", "“%1” cannot be an author").arg(person.toString()),
            QCoreApplication::translate(
                "Git",
                "Set another one with: git config --global user.name \"Your Name\" && "
                "git config --global user.email you@example.org"),
            u"git.identity"_s);
    return signature;
}

/// The content of a commit object, without signature.
Result<QByteArray> commitObject(const Repository &repository, const CommitRequest &request,
                                const CommitMade &made)
{
    const auto author = toSignature(request.identity.author);
    if (!author)
        return std::unexpected(author.error());
    const auto committer = toSignature(request.identity.committer);
    if (!committer)
        return std::unexpected(committer.error());
    std::vector<Handle<git_commit>> parents;
    std::vector<const git_commit *> pointers;
    for (const ObjectId &id : request.parents) {
        auto parent = lookUpCommit(repository, id);
        if (!parent)
            return std::unexpected(parent.error());
        pointers.push_back(parent->get());
        parents.push_back(std::move(*parent));
    }
    const git_oid treeOid = toOid(made.tree);
    Handle<git_tree> tree;
    Buffer content;
    if (into(tree, git_tree_lookup, repository.handle(), &treeOid) < 0
        || git_commit_create_buffer(content, repository.handle(), author->get(), committer->get(),
                                    nullptr, made.message.constData(), tree.get(), pointers.size(),
                                    pointers.data())
            < 0)
        return lastError(QCoreApplication::translate("Git", "The commit could not be made"));
    return content.bytes();
}

} // namespace

Result<ObjectId> writeCommit(const Repository &repository, const CommitRequest &request,
                             const CommitMade &made, const std::stop_token &stop)
{
    const auto content = commitObject(repository, request, made);
    if (!content)
        return std::unexpected(content.error());
    const auto signing = configuredSigning(repository);
    if (!signing)
        return std::unexpected(signing.error());
    QByteArray signature;
    if (*signing) {
        auto armoured = sign(repository, **signing, *content, request.identity.committer,
                             request.hooks, stop);
        if (!armoured)
            return std::unexpected(armoured.error());
        signature = armoured->trimmed(); // libgit2 makes a line of its own of a last newline
    }
    git_oid id = {};
    if (git_commit_create_with_signature(&id, repository.handle(), content->constData(),
                                         signature.isEmpty() ? nullptr : signature.constData(),
                                         "gpgsig")
        < 0)
        return lastError(QCoreApplication::translate("Git", "The commit could not be written"));
    return fromOid(id);
}

} // namespace waymark::git
