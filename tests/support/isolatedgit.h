#pragma once

#include "models/git/library.h"
#include "tests/support/testing.h"

#include <QFile>
#include <QTemporaryDir>

namespace waymark::testing {

/// libgit2, and the git command, with an empty configuration instead of the user's and the
/// system's, and nothing of the environment of a git that runs the tests.
class IsolatedGit
{
public:
    /// The folder that HOME names.
    [[nodiscard]] QString home() const { return m_home.path(); }

    /// What a test writes here is the user's configuration.
    [[nodiscard]] QString configPath() const
    {
        return m_home.filePath(QStringLiteral(".gitconfig"));
    }

    /// Makes `text` the user's whole configuration.
    void configure(const QByteArray &text) const
    {
        QFile file(configPath());
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }

private:
    QTemporaryDir m_home;
    // Set before libgit2 starts, which looks for its configuration once.
    [[maybe_unused]] bool m_environment = setEnvironment(m_home.path(), configPath());
    git::Library m_library;

    static bool setEnvironment(const QString &home, const QString &config)
    {
        for (const char *name :
             {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_AUTHOR_NAME",
              "GIT_AUTHOR_EMAIL", "GIT_AUTHOR_DATE", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL",
              "GIT_COMMITTER_DATE", "EMAIL", "GIT_OBJECT_DIRECTORY", "GIT_CONFIG_PARAMETERS",
              "GIT_CONFIG_COUNT", "SSH_AUTH_SOCK"})
            qunsetenv(name);
        for (const char *name : {"HOME", "XDG_CONFIG_HOME"})
            qputenv(name, QFile::encodeName(home));
        qputenv("GIT_CONFIG_GLOBAL", QFile::encodeName(config));
        qputenv("GIT_CONFIG_NOSYSTEM", "1");
        return true;
    }
};

} // namespace waymark::testing
