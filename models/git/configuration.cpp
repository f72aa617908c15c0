#include "models/git/configuration.h"

#include "models/git/library.h"
#include "models/git/repository.h"

#include <QCoreApplication>
#include <QFile>

namespace waymark::git {

std::optional<QString> globalConfigurationFile()
{
    if (!qEnvironmentVariableIsSet("GIT_CONFIG_GLOBAL"))
        return {};
    return QFile::decodeName(qgetenv("GIT_CONFIG_GLOBAL"));
}

void addGlobalConfiguration(git_config *config, const git_repository *repository)
{
    const auto file = globalConfigurationFile();
    if (file && QFile::exists(*file))
        git_config_add_file_ondisk(config, QFile::encodeName(*file).constData(),
                                   GIT_CONFIG_LEVEL_GLOBAL, repository, true);
}

Result<Configuration> Configuration::load(const Repository *repository)
{
    Handle<git_config> live;
    Handle<git_config> snapshot;
    if (repository) {
        if (into(live, git_repository_config, repository->handle()) < 0)
            return lastError(
                QCoreApplication::translate("Git", "The git configuration cannot be read"));
    } else {
        Library::start();
        if (into(live, git_config_open_default) < 0)
            return lastError(
                QCoreApplication::translate("Git", "The git configuration cannot be read"));
        addGlobalConfiguration(live.get(), nullptr);
    }
    if (into(snapshot, git_config_snapshot, live.get()) < 0)
        return lastError(
            QCoreApplication::translate("Git", "The git configuration cannot be read"));
    return Configuration(std::move(snapshot));
}

std::optional<QByteArray> Configuration::bytes(const char *key) const
{
    const char *value = nullptr;
    if (git_config_get_string(&value, m_handle.get(), key) < 0)
        return {};
    return QByteArray(value);
}

QString Configuration::text(const char *key) const
{
    return QString::fromUtf8(bytes(key).value_or(QByteArray()));
}

bool Configuration::flag(const char *key) const
{
    int value = 0;
    return git_config_get_bool(&value, m_handle.get(), key) == 0 && value != 0;
}

bool Configuration::has(const char *pattern) const
{
    Handle<git_config_iterator> entries;
    git_config_entry *entry = nullptr; // the iterator's
    return into(entries, git_config_iterator_glob_new, m_handle.get(), pattern) == 0
        && git_config_next(&entry, entries.get()) == 0;
}

QString Configuration::path(const char *key) const
{
    Buffer value;
    if (git_config_get_path(value, m_handle.get(), key) < 0)
        return {};
    return QFile::decodeName(value.bytes());
}

} // namespace waymark::git
