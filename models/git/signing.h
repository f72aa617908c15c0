#pragma once

#include "models/base/problem.h"
#include "models/git/hooks.h"
#include "models/git/identity.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <stop_token>

namespace waymark::git {

class Repository;

/// How commits are signed here, read from the configuration.
struct Signing
{
    enum class Format : quint8 { OpenPgp, X509, Ssh };
    Format format = Format::OpenPgp; ///< gpg.format
    QString program = {}; ///< gpg.<format>.program, gpg.program; else gpg, gpgsm or ssh-keygen.
    QString key
        = {}; ///< user.signingKey; empty: the committer's, or what `defaultKeyCommand` says.
    QString defaultKeyCommand = {}; ///< gpg.ssh.defaultKeyCommand
    friend bool operator==(const Signing &, const Signing &) = default;
};

/// Nothing where commit.gpgSign is not true. Starts nothing.
[[nodiscard]] Result<std::optional<Signing>> configuredSigning(const Repository &repository);

/// The armoured signature of `content` (a commit without its signature), made by git's configured
/// program in the way git calls it, from the root of the work tree. Fails with the code
/// "git.signing" and what the program printed; one that came with a template, as `environment`
/// says, is not run.
[[nodiscard]] Result<QByteArray> sign(const Repository &repository, const Signing &signing,
                                      const QByteArray &content, const Person &committer,
                                      const HookEnvironment &environment,
                                      const std::stop_token &stop = {});

} // namespace waymark::git
