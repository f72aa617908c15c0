#include "models/git/cleansource.h"

#include "models/git/commit.h"
#include "models/git/handles.h"
#include "models/git/references.h"
#include "models/git/repository.h"
#include "models/git/status.h"
#include "models/git/tree.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

/// Whether there is something in `folder` that git would not give again: changed, untracked or
/// ignored.
bool differsFromHead(const Repository &repository, const QByteArray &folder)
{
    const auto changes = trackedChanges(
        repository, folder.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{folder});
    const auto untracked = untrackedBelow(repository, folder);
    return !changes || !untracked || !changes->isEmpty() || !untracked->isEmpty();
}

QString originUrl(const Repository &repository)
{
    Handle<git_remote> remote;
    if (into(remote, git_remote_lookup, repository.handle(), "origin") < 0)
        return {};
    return publicUrl(QString::fromUtf8(git_remote_url(remote.get())));
}

/// The tag that sorts last of those on `commit`, else the branch that HEAD stands on.
QByteArray referenceName(const Repository &repository, const ObjectId &commit,
                         const QByteArray &branch)
{
    constexpr QByteArrayView tags = "refs/tags/";
    QByteArray tag;
    for (const QByteArray &name : referencesTo(repository, commit).value_or(QList<QByteArray>())) {
        if (name.startsWith(tags))
            tag = name.sliced(tags.size());
    }
    return tag.isEmpty() ? branch : tag;
}

} // namespace

std::optional<CleanSource> cleanSource(const QString &folder)
{
    const auto found = Repository::discover(folder);
    if (!found || !*found || (*found)->isBare())
        return {};
    const Repository &repository = **found;
    const auto path = repository.relative(folder);
    const auto head = repository.head();
    if (!path || !head || !head->commit || differsFromHead(repository, *path))
        return {};
    const auto root = treeOf(repository, *head->commit);
    const auto tree = root ? subtree(repository, *root, *path) : std::unexpected(root.error());
    if (!tree || !*tree)
        return {};
    return CleanSource{.commit = *head->commit,
                       .tree = **tree,
                       .path = *path,
                       .reference = referenceName(repository, *head->commit, head->branch),
                       .url = originUrl(repository)};
}

QString publicUrl(const QString &url)
{
    const qsizetype scheme = url.indexOf(u"://"_s);
    if (scheme < 0) { // "git@host:path", or a path: with a slash before its first colon, or a
                      // drive's letter
        const qsizetype colon = url.indexOf(u':');
        const qsizetype slash = url.indexOf(u'/');
        return colon > 1 && (slash < 0 || slash > colon) ? url : QString();
    }
    QUrl parsed(url);
    if (!parsed.isValid() || parsed.host().isEmpty() || parsed.scheme() == u"file")
        return {};
    const bool isSsh = parsed.scheme().contains(u"ssh");
    parsed.setUserInfo(isSsh ? parsed.userName() : QString());
    return parsed.toString(QUrl::FullyEncoded);
}

} // namespace waymark::git
