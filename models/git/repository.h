#pragma once

#include "models/base/problem.h"
#include "models/git/objectid.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

struct git_repository;

namespace waymark::git {

/// What HEAD says.
struct Head
{
    QByteArray branch = {}; ///< "main", without "refs/heads/"; empty: detached.
    std::optional<ObjectId> commit = {}; ///< None: unborn, the branch has no commit yet.
    [[nodiscard]] bool isUnborn() const { return !commit; }
    [[nodiscard]] bool isDetached() const { return branch.isEmpty(); }
    friend bool operator==(const Head &, const Head &) = default;
};

/// What a repository is in the middle of.
enum class Operation : quint8 { None, Merge, Revert, CherryPick, Bisect, Rebase, ApplyPatches };

/// An open git repository. Movable, not copyable; used by one thread at a time. Everything of this
/// folder that takes one fails with the code "git.failed" and git's own words, where nothing better
/// is said.
class Repository
{
public:
    /// The repository whose work tree or git folder is `path` itself. What cannot be read fails
    /// with a code
    /// ("git.not-a-repository", "git.owner", "git.sha256", "git.reftable",
    /// "git.relative-worktrees", "git.extension") and the command to go on.
    [[nodiscard]] static Result<Repository> open(const QString &path);

    /// The repository that `path` (which need not exist yet) lies in, looking upwards from it and
    /// not across file systems; nothing where it lies in none. Fails as open() does for one that
    /// cannot be read.
    [[nodiscard]] static Result<std::optional<Repository>> discover(const QString &path);

    /// Makes a repository in `path`, whose folders are made where they are missing, with HEAD on
    /// the configured init.defaultBranch (else "main"). Nothing in it is absolute: `path`, or its
    /// ".git" alone, can be moved (then open it again). What is in ".git" already, from a
    /// templateFolder(), stays.
    [[nodiscard]] static Result<Repository> init(const QString &path);

    /// What init() names its branch: init.defaultBranch where it is a valid name, else "main".
    [[nodiscard]] static QByteArray defaultBranch();

    /// A note where init.defaultBranch is no valid name, so that defaultBranch() is another.
    [[nodiscard]] static std::optional<Problem> doubtfulDefaultBranch();

    /// Whose content git init copies into each repository: GIT_TEMPLATE_DIR, else init.templateDir;
    /// empty where there is none of the user's.
    [[nodiscard]] static QString templateFolder();

    [[nodiscard]] QString workTree()
        const; ///< Absolute, no '/' at its end; empty in a bare repository.
    [[nodiscard]] QString gitDir()
        const; ///< Absolute, no '/' at its end; of a linked worktree, its own.
    [[nodiscard]] QString commonDir()
        const; ///< gitDir(), but of a linked worktree the one it shares.
    [[nodiscard]] QString indexFile() const;
    [[nodiscard]] bool isBare() const;
    [[nodiscard]] Operation operation() const;
    [[nodiscard]] Result<Head> head() const;

    /// `path` of the file system (absolute or from the current folder), as git names it from the
    /// root of the work tree: "services/orders", empty for the root. Nothing for what lies outside.
    [[nodiscard]] std::optional<QByteArray> relative(const QString &path) const;

    /// The lock files that stand in git's way now, as names from gitDir() or commonDir():
    /// "index.lock", "HEAD.lock", "refs/heads/main.lock", "packed-refs.lock", "config.lock".
    [[nodiscard]] QList<QByteArray> locks() const;

    struct LocksLeft
    {
        QList<QByteArray> removed = {};
        QList<QByteArray> kept
            = {}; ///< Not ours, as far as can be told; git still stumbles over them.
    };
    /// Removes what an own process that is dead left of `names` (as locks() names them; what was
    /// there before it began must not be among them): a lock goes only if it is at least as young
    /// as `since` (seconds of the Unix epoch, when that process began) and no process that can be
    /// looked at holds it open.
    [[nodiscard]] LocksLeft removeOwnLocks(const QList<QByteArray> &names, qint64 since) const;

    /// For the sources of this folder only.
    [[nodiscard]] git_repository *handle() const { return m_handle.get(); }

private:
    struct Free
    {
        void operator()(git_repository *repository) const noexcept;
    };
    using Handle = std::unique_ptr<git_repository, Free>;

    explicit Repository(Handle handle)
        : m_handle(std::move(handle))
    {
    }
    static Result<Repository> openAt(const QString &gitDirectory, const QString &shown);

    Handle m_handle;
};

} // namespace waymark::git
