#pragma once

#include <QString>

namespace waymark {

/** Where a user's things are kept; absolute paths, made by whoever writes there first. */
struct UserFolders
{
    QString configuration;
    QString data;
    QString state;
};

/** The folders named “waymark” below the three that the XDG Base Directory Specification names. */
UserFolders userFolders();

/**
 * Sets HOME to what the password database has where it is unset or empty, as login does, so that
 * nothing is looked for, or kept, at the root of the file system. Changes nothing where the
 * database does not know the user. To be called before libgit2 starts, which reads HOME once.
 */
void ensureHome();

} // namespace waymark
