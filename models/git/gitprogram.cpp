#include "models/git/gitprogram.h"

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

/// What `git rev-parse --local-env-vars` lists, but for configuration, which is the user's.
constexpr const char *localVariables[] = {
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
};

/// `call` without what the environment says of a repository.
ProgramCall withoutRepository(ProgramCall call)
{
    for (const char *name : localVariables) {
        const QString key = QString::fromLatin1(name);
        if (!call.environment.contains(key))
            call.environment.insert(key, std::nullopt);
    }
    return call;
}

} // namespace

Result<ProgramResult> runForGit(const Repository &repository, ProgramCall call,
                                const std::stop_token &stop)
{
    if (call.workingDirectory.isEmpty())
        call.workingDirectory = repository.isBare() ? repository.gitDir() : repository.workTree();
    return runProgram(withoutRepository(std::move(call)), stop);
}

Result<ProgramResult> runForGit(ProgramCall call, const std::stop_token &stop)
{
    call.environment.insert(u"GIT_DIR"_s, u"/dev/null"_s);
    return runProgram(withoutRepository(std::move(call)), stop);
}

} // namespace waymark::git
