#include "models/git/repository.h"

#include "models/git/handles.h"
#include "models/git/opening.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

/// `path` with links resolved as far as it exists, the rest behind it.
QString resolved(const QString &path)
{
    QString present = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    QString rest;
    while (!QFileInfo::exists(present) && present != QFileInfo(present).path()) {
        rest = u'/' + QFileInfo(present).fileName() + rest;
        present = QFileInfo(present).path();
    }
    const QString canonical = QFileInfo(present).canonicalFilePath();
    return (canonical == u"/" ? QString() : canonical) + rest;
}

} // namespace

void Repository::Free::operator()(git_repository *repository) const noexcept
{
    git_repository_free(repository);
}

QString Repository::workTree() const
{
    return folderName(git_repository_workdir(handle()));
}

QString Repository::gitDir() const
{
    return folderName(git_repository_path(handle()));
}

QString Repository::commonDir() const
{
    return folderName(git_repository_commondir(handle()));
}

QString Repository::indexFile() const
{
    return gitDir() + u"/index"_s;
}

bool Repository::isBare() const
{
    return git_repository_is_bare(handle()) != 0;
}

Operation Repository::operation() const
{
    switch (git_repository_state(handle())) {
    case GIT_REPOSITORY_STATE_MERGE:
        return Operation::Merge;
    case GIT_REPOSITORY_STATE_REVERT:
    case GIT_REPOSITORY_STATE_REVERT_SEQUENCE:
        return Operation::Revert;
    case GIT_REPOSITORY_STATE_CHERRYPICK:
    case GIT_REPOSITORY_STATE_CHERRYPICK_SEQUENCE:
        return Operation::CherryPick;
    case GIT_REPOSITORY_STATE_BISECT:
        return Operation::Bisect;
    case GIT_REPOSITORY_STATE_REBASE:
    case GIT_REPOSITORY_STATE_REBASE_INTERACTIVE:
    case GIT_REPOSITORY_STATE_REBASE_MERGE:
    case GIT_REPOSITORY_STATE_APPLY_MAILBOX_OR_REBASE:
        return Operation::Rebase;
    case GIT_REPOSITORY_STATE_APPLY_MAILBOX:
        return Operation::ApplyPatches;
    default:
        return Operation::None;
    }
}

Result<Head> Repository::head() const
{
    const auto unreadable
        = [] { return lastError(QCoreApplication::translate("Git", "HEAD cannot be read")); };
    git::Handle<git_reference> reference;
    if (into(reference, git_reference_lookup, handle(), "HEAD") < 0)
        return unreadable();
    Head head;
    if (git_reference_type(reference.get()) == GIT_REFERENCE_SYMBOLIC) {
        head.branch = git_reference_symbolic_target(reference.get());
        if (head.branch.startsWith("refs/heads/"))
            head.branch.remove(0, 11);
    }
    git_oid id = {};
    const int code = git_reference_name_to_id(&id, handle(), "HEAD");
    if (code == 0)
        head.commit = fromOid(id);
    else if (code != GIT_ENOTFOUND)
        return unreadable();
    return head;
}

std::optional<QByteArray> Repository::relative(const QString &path) const
{
    const QString root = resolved(workTree());
    const QString inside = resolved(path);
    if (isBare() || (inside != root && !inside.startsWith(root + u'/')))
        return {};
    return QFile::encodeName(inside.sliced(std::min(root.size() + 1, inside.size())));
}

} // namespace waymark::git
