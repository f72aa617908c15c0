#pragma once

#include "models/git/commit.h"

#include <QHash>

#include <stop_token>

namespace waymark::git {

/// The hooks of one commit, in git's order; notes what they print and change.
class CommitHooks
{
public:
    /// What they print goes into `made`.
    CommitHooks(const Repository &repository, const CommitRequest &request, CommitMade &made,
                const std::stop_token &stop);

    /// Whether one of that name was started; an error where it refused.
    [[nodiscard]] Result<bool> run(const QString &name, const QStringList &arguments = {});
    [[nodiscard]] bool isThere(const QString &name) const;
    [[nodiscard]] QString indexFile() const { return m_environment.indexFile; }
    /// Of the planned files, those whose content is not what it was before the first hook.
    [[nodiscard]] QList<QByteArray> changedFiles() const;

private:
    [[nodiscard]] QHash<QByteArray, ObjectId> digests() const;

    const Repository &m_repository;
    HookEnvironment m_environment;
    CommitMade &m_made;
    const std::stop_token &m_stop;
    QHash<QByteArray, ObjectId> m_before;
};

} // namespace waymark::git
