#pragma once

#include "models/plan/plan.h"
#include "models/plan/secretmask.h"

namespace waymark {

/// What a plan tells of the files that hold secret answers. Those that the user accepts are warned
/// of and recorded; the others are errors where a commit would keep them.
class SecretFiles
{
public:
    /// `accepted` are paths, or how a plan shows them.
    SecretFiles(const SecretMask &mask, const QByteArrayList &accepted, bool commits);

    /// Adds what is to tell of `file`, which depends on a secret, and marks it where it is
    /// accepted.
    void check(PlannedFile &file, const QByteArray &shownPath);
    /// What is to tell of the folder at `path`, whose name holds a secret and which has no file.
    [[nodiscard]] Problem checkFolder(const QByteArray &path, const QByteArray &shownPath);
    /// That something was accepted which is no file of a plan that holds a secret.
    [[nodiscard]] QList<Problem> acceptedInVain() const;

private:
    [[nodiscard]] bool isAccepted(const QByteArray &path, const QByteArray &shownPath);

    const SecretMask &m_mask;
    const QByteArrayList m_accepted;
    QByteArrayList m_used; ///< Of those that are accepted.
    const bool m_commits;
};

/// `plan` with secrets masked in everything that is for people to read.
[[nodiscard]] Plan withoutSecrets(Plan plan, const SecretMask &mask);

} // namespace waymark
