#pragma once

#include "models/git/handles.h"

#include <QString>

#include <optional>

namespace waymark::git {

class Repository;

/// The file that GIT_CONFIG_GLOBAL names in the place of ~/.gitconfig; empty if it is set to
/// nothing.
[[nodiscard]] std::optional<QString> globalConfigurationFile();

/// Makes `config` read the file of GIT_CONFIG_GLOBAL, which libgit2 does not know of.
void addGlobalConfiguration(git_config *config, const git_repository *repository);

/// The settings git would use, as they are when it is made.
class Configuration
{
public:
    /// Of `repository`, or of the user alone where it is null.
    [[nodiscard]] static Result<Configuration> load(const Repository *repository);

    /// The value of `key` ("user.name"), nothing where it is not set.
    [[nodiscard]] std::optional<QByteArray> bytes(const char *key) const;
    [[nodiscard]] QString text(const char *key) const; ///< Empty where it is not set.
    [[nodiscard]] bool flag(
        const char *key) const; ///< False where it is not set, or is no truth value.
    /// Whether any key matches the POSIX regular expression `pattern`, in lower case.
    [[nodiscard]] bool has(const char *pattern) const;
    /// A path, "~" and "~user" resolved as git does; empty where it is not set.
    [[nodiscard]] QString path(const char *key) const;

private:
    explicit Configuration(Handle<git_config> handle)
        : m_handle(std::move(handle))
    {
    }
    Handle<git_config> m_handle; // a snapshot
};

} // namespace waymark::git
