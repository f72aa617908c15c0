#include "models/git/library.h"

#include "models/git/configuration.h"
#include "models/git/handles.h"

#include <QFile>
#include <QFileInfo>

#include <atomic>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

void setSearchPath(int level, const QString &path)
{
    git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, QFile::encodeName(path).constData());
}

enum class State : quint8 { Off, Starting, On };

std::atomic<State> state = State::Off; // libgit2's own state is one for the process too
std::atomic<int> durableScopes = 0; // and so is this switch of it

void startLibrary()
{
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

} // namespace

void Library::start()
{
    State seen = State::Off;
    if (state.compare_exchange_strong(seen, State::Starting)) {
        startLibrary();
        state = State::On;
        state.notify_all();
    } else if (seen == State::Starting) { // in another thread
        state.wait(State::Starting);
    }
}

Library::~Library()
{
    if (state.exchange(State::Off) == State::On)
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
