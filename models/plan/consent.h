#pragma once

#include "models/plan/record.h"
#include "models/plan/rendering.h"

#include <QDateTime>

namespace waymark {

class FileSystem;

/// That somebody has read what a template would run, and agreed to it: to just these commands of
/// just this template.
struct Consent
{
    TemplateIdentity made;
    QByteArray commands; ///< See commandsHash().
    bool isSandboxed = true;
    QDateTime at;
};

/// The SHA-256, in hexadecimal, of the texts of all commands in `undone` as people see them,
/// without secrets.
[[nodiscard]] QByteArray commandsHash(const QList<UndoneAction> &undone);

/// Keeps `consent` in a file of its own in the folder "consents" of `stateFolder`, in the place of
/// an earlier one to the same.
[[nodiscard]] Result<> keepConsent(const Consent &consent, FileSystem &fileSystem,
                                   const QString &stateFolder);

/// Whether a consent is kept in `stateFolder` to just what `wanted` says, whenever it was given:
/// to the same commands of the same commit and tree, in the sandbox or without one.
[[nodiscard]] bool isConsentKept(const Consent &wanted, const QString &stateFolder);

} // namespace waymark
