#include "models/git/references.h"

#include "models/git/handles.h"
#include "models/git/identity.h"
#include "models/git/repository.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

std::unexpected<Error> moved(const QByteArray &name)
{
    return failure(
        {.code = u"git.reference-moved"_s,
         .message = QCoreApplication::translate(
                        "Git", "%1 is no longer where it was: something else moved it.")
                        .arg(QString::fromUtf8(name)),
         .hint = QCoreApplication::translate("Git", "Look at it with git log, then try again.")});
}

std::unexpected<Error> refused(const QByteArray &name)
{
    return lastError(
        QCoreApplication::translate("Git", "%1 could not be changed").arg(QString::fromUtf8(name)));
}

/// Who signs the lines of the reflog while one lives.
class ReflogIdentity
{
public:
    ReflogIdentity(const Repository &repository, const Person &who)
        : m_repository(repository.handle())
    {
        git_repository_set_ident(m_repository, who.name.toUtf8().constData(),
                                 who.email.toUtf8().constData());
    }
    ~ReflogIdentity() { git_repository_set_ident(m_repository, nullptr, nullptr); }
    Q_DISABLE_COPY_MOVE(ReflogIdentity)

private:
    git_repository *m_repository;
};

/// The reference `name`, if it is one that points at `expected`.
Result<Handle<git_reference>> lookUp(const Repository &repository, const QByteArray &name,
                                     const ObjectId &expected)
{
    Handle<git_reference> reference;
    const int code = into(reference, git_reference_lookup, repository.handle(), name.constData());
    if (code < 0 && code != GIT_ENOTFOUND)
        return refused(name);
    const git_oid *target = reference ? git_reference_target(reference.get()) : nullptr;
    if (!target || fromOid(*target) != expected)
        return moved(name);
    return reference;
}

/// git_reference_delete() compares once more, under the reference's lock.
Result<> remove(const Handle<git_reference> &reference, const QByteArray &name)
{
    const int code = git_reference_delete(reference.get());
    if (code == GIT_EMODIFIED || code == GIT_ENOTFOUND)
        return moved(name);
    if (code < 0)
        return refused(name);
    return {};
}

} // namespace

Result<> updateReference(const Repository &repository, const ReferenceUpdate &update,
                         const Person &who)
{
    const ReflogIdentity identity(repository, who);
    const git_oid to = toOid(update.to);
    const git_oid from = update.from ? toOid(*update.from) : git_oid{};
    Handle<git_reference> reference;
    const int code = into(reference, git_reference_create_matching, repository.handle(),
                          update.name.constData(), &to, update.from.has_value(),
                          update.from ? &from : nullptr, update.message.constData());
    if (code == GIT_EMODIFIED || code == GIT_EEXISTS || code == GIT_ENOTFOUND)
        return moved(update.name);
    if (code < 0)
        return refused(update.name);
    return {};
}

Result<> deleteReference(const Repository &repository, const QByteArray &name,
                         const ObjectId &expected)
{
    const auto reference = lookUp(repository, name, expected);
    if (!reference)
        return std::unexpected(reference.error());
    if (git_branch_is_checked_out(reference->get()) == 1)
        return failure(
            {.code = u"git.branch-in-use"_s,
             .message = QCoreApplication::translate("Git", "The branch %1 is checked out.")
                            .arg(QString::fromUtf8(git_reference_shorthand(reference->get()))),
             .hint
             = QCoreApplication::translate("Git", "Go to another one with: git switch BRANCH")});
    return remove(*reference, name);
}

Result<> switchHead(const Repository &repository, const QByteArray &from, const QByteArray &branch,
                    const Person &who, const QByteArray &message)
{
    const auto head = repository.head();
    if (!head)
        return std::unexpected(head.error());
    const QByteArray present
        = head->isDetached() && head->commit ? head->commit->toHex() : head->branch;
    if (present != from)
        return moved("HEAD"_ba);
    const ReflogIdentity identity(repository, who);
    const QByteArray expected = "refs/heads/" + from;
    Handle<git_reference> reference;
    const int code = into(reference, git_reference_symbolic_create_matching, repository.handle(),
                          "HEAD", ("refs/heads/" + branch).constData(), true,
                          head->isDetached() ? nullptr : expected.constData(), message.constData());
    if (code == GIT_EMODIFIED)
        return moved("HEAD"_ba);
    if (code < 0)
        return refused("HEAD"_ba);
    return {};
}

Result<> unbearBranch(const Repository &repository, const ObjectId &expected)
{
    const auto head = repository.head();
    if (!head)
        return std::unexpected(head.error());
    if (head->isDetached())
        return moved("HEAD"_ba);
    const QByteArray name = "refs/heads/" + head->branch;
    const auto reference = lookUp(repository, name, expected);
    return reference ? remove(*reference, name) : std::unexpected(reference.error());
}

} // namespace waymark::git
