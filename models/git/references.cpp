#include "models/git/references.h"

#include "models/git/commit.h"
#include "models/git/handles.h"
#include "models/git/library.h"
#include "models/git/repository.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace waymark::git {
namespace {

/// Calls `take` with each reference, until there is no other.
template<typename Take>
Result<> forEachReference(const Repository &repository, Take take)
{
    Handle<git_reference_iterator> references;
    if (into(references, git_reference_iterator_new, repository.handle()) < 0)
        return lastError(
            QCoreApplication::translate("Git", "The branches and tags cannot be read"));
    for (;;) {
        Handle<git_reference> reference;
        if (into(reference, git_reference_next, references.get()) < 0)
            return {};
        take(reference.get());
    }
}

} // namespace

QByteArray baseReference(QByteArrayView servicePath)
{
    return "refs/waymark/base/"
        + QCryptographicHash::hash(servicePath, QCryptographicHash::Sha1).toHex();
}

bool isBranchName(QByteArrayView branch)
{
    Library::start();
    int valid = 0;
    return !branch.contains('\0') && branch != "HEAD"
        && git_branch_name_is_valid(&valid, branch.toByteArray().constData()) == 0 && valid != 0;
}

Result<std::optional<ObjectId>> readReference(const Repository &repository, const QByteArray &name)
{
    git_oid id = {};
    const int code = git_reference_name_to_id(&id, repository.handle(), name.constData());
    if (code == GIT_ENOTFOUND)
        return std::nullopt;
    if (code < 0)
        return lastError(
            QCoreApplication::translate("Git", "%1 cannot be read").arg(QString::fromUtf8(name)));
    return fromOid(id);
}

Result<QList<QByteArray>> referencesTo(const Repository &repository, const ObjectId &commit)
{
    QList<QByteArray> names;
    const auto read = forEachReference(repository, [&](git_reference *reference) {
        const QByteArray name = git_reference_name(reference);
        Handle<git_object> object;
        if ((name.startsWith("refs/heads/") || name.startsWith("refs/tags/"))
            && into(object, git_reference_peel, reference, GIT_OBJECT_COMMIT) == 0
            && fromOid(*git_object_id(object.get())) == commit)
            names += name;
    });
    if (!read)
        return std::unexpected(read.error());
    std::ranges::sort(names);
    return names;
}

Result<QList<QByteArray>> remoteBranchesWith(const Repository &repository, const ObjectId &commit)
{
    constexpr QByteArrayView folder = "refs/remotes/";
    QList<QByteArray> names;
    const auto read = forEachReference(repository, [&](git_reference *reference) {
        const QByteArray name = git_reference_name(reference);
        Handle<git_object> object;
        if (name.startsWith(folder)
            && into(object, git_reference_peel, reference, GIT_OBJECT_COMMIT) == 0
            && leadsTo(repository, commit, fromOid(*git_object_id(object.get()))).value_or(false))
            names += name.sliced(folder.size());
    });
    if (!read)
        return std::unexpected(read.error());
    std::ranges::sort(names);
    return names;
}

Result<QList<QByteArray>> branchNames(const Repository &repository)
{
    constexpr QByteArrayView folder = "refs/heads/";
    QList<QByteArray> names;
    const auto read = forEachReference(repository, [&](git_reference *reference) {
        const QByteArray name = git_reference_name(reference);
        if (name.startsWith(folder))
            names += name.sliced(folder.size());
    });
    if (!read)
        return std::unexpected(read.error());
    std::ranges::sort(names);
    return names;
}

} // namespace waymark::git
