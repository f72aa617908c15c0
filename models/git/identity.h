#pragma once

#include "models/base/problem.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace waymark::git {

class Repository;

/// Who did something, and when.
struct Person
{
    QString name = {};
    QString email = {};
    qint64 time = 0; ///< Seconds of the Unix epoch.
    int offset = 0; ///< Of the local time, in minutes east of UTC.

    /// "Ada <ada@example.org>"
    [[nodiscard]] QString toString() const;
    /// "Ada <ada@example.org> 1700000000 +0100", as git var prints and a commit holds it.
    [[nodiscard]] QByteArray toIdent() const;
    /// What toIdent() printed; empty for anything else.
    [[nodiscard]] static std::optional<Person> parse(QByteArrayView ident);

    friend bool operator==(const Person &, const Person &) = default;
};

struct Identity
{
    Person author = {};
    Person committer = {};
    friend bool operator==(const Identity &, const Identity &) = default;
};

/// Whom a commit made now in `repository` is by: as `git var GIT_AUTHOR_IDENT` and
/// GIT_COMMITTER_IDENT say, environment included; where git is missing, as the environment and
/// libgit2's configuration do. Without a name or an address it fails with the code "git.identity"
/// and the two commands that set them. Starts git.
[[nodiscard]] Result<Identity> identity(const Repository &repository);

/// user.name and user.email of the user's configuration (with that of `repository`, unless it is
/// null), as far as both are there; time and offset are 0. Starts nothing.
[[nodiscard]] std::optional<Person> configuredUser(const Repository *repository = nullptr);

/// Whom git would most likely say that a commit in `repository` (null: anywhere) is by, as far as
/// environment and configuration tell; time and offset are 0. Starts nothing.
[[nodiscard]] std::optional<Person> expectedAuthor(const Repository *repository = nullptr);

/// Makes `name` and `email` user.name and user.email of the user's own configuration, in the file
/// that "git config --global" would write to, both or neither ("git.identity" for what cannot be).
[[nodiscard]] Result<> configureUser(const QString &name, const QString &email);

/// Why git may not know whom a commit would be by, as far as environment and configuration tell. A
/// warning where git may guess from the account what is missing, an error where user.useConfigOnly
/// forbids that; nothing where all is set, or where it depends on the place (includeIf). Starts
/// nothing.
[[nodiscard]] std::optional<Problem> doubtfulIdentity(const Repository *repository = nullptr);

/// Why a commit in `repository` (null: in one that is made yet) fails for want of a name or an
/// address: what doubtfulIdentity() doubts, where git cannot guess it either. Starts git.
[[nodiscard]] std::optional<Problem> missingIdentity(const Repository *repository = nullptr);

/// That git does not know whom a commit is by, for `reason`, with the way out ("git.identity").
[[nodiscard]] Problem identityProblem(const QString &reason);

} // namespace waymark::git
