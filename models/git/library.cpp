#include "models/git/library.h"

#include "models/git/configuration.h"
#include "models/git/handles.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

void setSearchPath(int level, const QString &path)
{
    git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, QFile::encodeName(path).constData());
}

bool isStarted = false; // libgit2's own state is one for the process too
int durableScopes = 0; // and so is this switch of it

} // namespace

void Library::start()
{
    if (std::exchange(isStarted, true))
        return;
    git_libgit2_init();
    const QByteArray noSystem = qgetenv("GIT_CONFIG_NOSYSTEM").toLower();
    if (!noSystem.isEmpty() && noSystem != "0" && noSystem != "false" && noSystem != "no")
        setSearchPath(GIT_CONFIG_LEVEL_SYSTEM, {});
    if (const auto file
        = globalConfigurationFile()) { // git then reads neither ~/.gitconfig nor XDG's
        const QFileInfo info(*file);
        setSearchPath(GIT_CONFIG_LEVEL_GLOBAL,
                      info.fileName() == u".gitconfig" ? info.absolutePath() : QString());
        setSearchPath(GIT_CONFIG_LEVEL_XDG, {});
    }
}

Library::~Library()
{
    if (std::exchange(isStarted, false))
        git_libgit2_shutdown();
}

Durable::Durable()
{
    if (durableScopes++ == 0)
        git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
}

Durable::~Durable()
{
    if (--durableScopes == 0)
        git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 0);
}

} // namespace waymark::git
