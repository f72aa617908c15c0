#include "models/git/commit.h"

#include "models/git/commithooks.h"
#include "models/git/commitobject.h"
#include "models/git/index.h"
#include "models/git/message.h"
#include "models/git/repository.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

/// Lets the two hooks that may edit it do so, in the file where git keeps it.
Result<QByteArray> editedMessage(const Repository &repository, CommitHooks &hooks,
                                 const QByteArray &message)
{
    if (!hooks.isThere(u"prepare-commit-msg"_s) && !hooks.isThere(u"commit-msg"_s))
        return message;
    QFile file(repository.gitDir() + u"/COMMIT_EDITMSG"_s);
    const auto unusable = [&] {
        return failure(
            {.code = u"git.failed"_s, .message = file.errorString(), .file = file.fileName()});
    };
    if (!file.open(QIODevice::WriteOnly) || file.write(message) != message.size())
        return unusable();
    file.close();
    if (const auto ran = hooks.run(u"prepare-commit-msg"_s, {file.fileName(), u"message"_s}); !ran)
        return std::unexpected(ran.error());
    if (const auto ran = hooks.run(u"commit-msg"_s, {file.fileName()}); !ran)
        return std::unexpected(ran.error());
    if (!file.open(QIODevice::ReadOnly))
        return unusable();
    return cleanedMessage(repository, file.readAll());
}

Result<QByteArray> firstMessage(const Repository &repository, const CommitRequest &request)
{
    if (request.message.contains('\0'))
        return failure({.code = u"git.message"_s,
                        .message = QCoreApplication::translate(
                            "Git", "A commit message cannot hold a NUL byte.")});
    const auto message = cleanedMessage(repository, request.message);
    if (!message || message->isEmpty() || !request.signOff)
        return message;
    return signedOff(*message, request.identity.committer);
}

/// `isEmptied`: there was one before the hooks ran.
std::unexpected<Error> emptyMessage(bool isEmptied)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Git", text); };
    return failure({.code = u"git.empty-message"_s,
                    .message = isEmptied ? tr("A commit hook of yours emptied the commit message.")
                                         : tr("The commit message is empty."),
                    .hint = isEmptied
                        ? tr("Mend the hook prepare-commit-msg or commit-msg; or create it with "
                             "--no-commit and commit it with git.")
                        : tr("Give one with --message.")});
}

} // namespace

Result<CommitMade> createCommit(const Repository &repository, const CommitRequest &request,
                                const std::stop_token &stop)
{
    CommitMade made = {.tree = request.tree, .author = request.identity.author};
    CommitHooks hooks(repository, request, made, stop);
    const auto ran = hooks.run(u"pre-commit"_s);
    if (!ran)
        return std::unexpected(ran.error());
    if (*ran) {
        const auto tree = treeOfIndexFile(repository, hooks.indexFile());
        if (!tree)
            return std::unexpected(tree.error());
        made.tree = *tree;
    }
    const auto message = firstMessage(repository, request);
    if (!message)
        return std::unexpected(message.error());
    auto edited = editedMessage(repository, hooks, *message);
    if (!edited)
        return std::unexpected(edited.error());
    made.message = std::move(*edited);
    if (made.message.isEmpty())
        return emptyMessage(!message->isEmpty());
    made.filesChangedByHook = hooks.changedFiles();
    const auto id = writeCommit(repository, request, made, stop);
    if (!id)
        return std::unexpected(id.error());
    made.id = *id;
    return made;
}

Result<HookRun> runPostCommit(const Repository &repository, const HookEnvironment &environment,
                              const std::stop_token &stop)
{
    return runHook(repository, u"post-commit"_s, {}, environment, stop);
}

} // namespace waymark::git
