#include "models/git/configuration.h"
#include "models/git/identity.h"
#include "models/git/library.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Git", source);
}

/// The file that "git config --global" writes to: see git-config(1), FILES.
QString writtenFile()
{
    if (const auto named = globalConfigurationFile())
        return *named;
    const QString usual = QDir::homePath() + u"/.gitconfig"_s;
    const QString folder
        = qEnvironmentVariable("XDG_CONFIG_HOME", QDir::homePath() + u"/.config"_s);
    const QString other = folder + u"/git/config"_s;
    return !QFileInfo::exists(usual) && QFileInfo::exists(other) ? other : usual;
}

/// Git takes these out of names and addresses.
bool isCrud(QChar c)
{
    return c.unicode() < 32 || u"<>"_s.contains(c);
}

Result<> checkPerson(const QString &name, const QString &email)
{
    if (name.isEmpty() || std::ranges::any_of(name, isCrud))
        return failure({.code = u"git.identity"_s,
                        .message = text("This cannot be the name of an author."),
                        .hint = text("Write it on one line, without < and >.")});
    const bool hasBlank = std::ranges::any_of(email, [](QChar c) { return c.isSpace(); });
    if (email.isEmpty() || hasBlank || std::ranges::any_of(email, isCrud))
        return failure({.code = u"git.identity"_s,
                        .message = text("This cannot be the address of an author."),
                        .hint = text("Write it like ada@example.org.")});
    return {};
}

} // namespace

Result<> configureUser(const QString &name, const QString &email)
{
    const QString person = name.trimmed();
    const QString address = email.trimmed();
    if (const auto fine = checkPerson(person, address); !fine)
        return fine;
    Library::start();
    const QString file = writtenFile();
    if (file.isEmpty())
        return failure({.code = u"git.identity"_s,
                        .message = text("GIT_CONFIG_GLOBAL says that there is no configuration."),
                        .hint = text("Unset it, then start Waymark again.")});
    Handle<git_config> config;
    Handle<git_transaction> transaction;
    const QString what = text("The git configuration cannot be written");
    if (into(config, git_config_open_ondisk, QFile::encodeName(file).constData()) < 0
        || into(transaction, git_config_lock, config.get()) < 0
        || git_config_set_string(config.get(), "user.name", person.toUtf8().constData()) < 0
        || git_config_set_string(config.get(), "user.email", address.toUtf8().constData()) < 0
        || git_transaction_commit(transaction.get()) < 0) {
        auto error = lastError(what);
        error.error().problem.file = file;
        return error;
    }
    return {};
}

} // namespace waymark::git
