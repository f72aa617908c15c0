#include "models/git/commit.h"

#include "models/git/handles.h"
#include "models/git/index.h"
#include "models/git/message.h"
#include "models/git/readcommit.h"
#include "models/git/repository.h"
#include "models/git/signing.h"
#include "models/git/tree.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

Result<Handle<git_signature>> toSignature(const Person &person)
{
    Handle<git_signature> signature;
    if (into(signature, git_signature_new, person.name.toUtf8().constData(),
             person.email.toUtf8().constData(), person.time, person.offset)
        < 0)
        return lastError(
            QCoreApplication::translate("Git", "“%1” cannot be an author").arg(person.toString()),
            QCoreApplication::translate(
                "Git",
                "Set another one with: git config --global user.name \"Your Name\" && "
                "git config --global user.email you@example.org"),
            u"git.identity"_s);
    return signature;
}

/// The content of a commit object, without signature.
Result<QByteArray> commitObject(const Repository &repository, const CommitRequest &request,
                                const CommitMade &made)
{
    const auto author = toSignature(request.identity.author);
    if (!author)
        return std::unexpected(author.error());
    const auto committer = toSignature(request.identity.committer);
    if (!committer)
        return std::unexpected(committer.error());
    std::vector<Handle<git_commit>> parents;
    std::vector<const git_commit *> pointers;
    for (const ObjectId &id : request.parents) {
        auto parent = lookUpCommit(repository, id);
        if (!parent)
            return std::unexpected(parent.error());
        pointers.push_back(parent->get());
        parents.push_back(std::move(*parent));
    }
    const git_oid treeOid = toOid(made.tree);
    Handle<git_tree> tree;
    Buffer content;
    if (into(tree, git_tree_lookup, repository.handle(), &treeOid) < 0
        || git_commit_create_buffer(content, repository.handle(), author->get(), committer->get(),
                                    nullptr, made.message.constData(), tree.get(), pointers.size(),
                                    pointers.data())
            < 0)
        return lastError(QCoreApplication::translate("Git", "The commit could not be made"));
    return content.bytes();
}

Result<ObjectId> writeCommit(const Repository &repository, const CommitRequest &request,
                             const CommitMade &made, const std::stop_token &stop)
{
    const auto content = commitObject(repository, request, made);
    if (!content)
        return std::unexpected(content.error());
    const auto signing = configuredSigning(repository);
    if (!signing)
        return std::unexpected(signing.error());
    QByteArray signature;
    if (*signing) {
        auto armoured = sign(repository, **signing, *content, request.identity.committer, stop);
        if (!armoured)
            return std::unexpected(armoured.error());
        signature = armoured->trimmed(); // libgit2 makes a line of its own of a last newline
    }
    git_oid id = {};
    if (git_commit_create_with_signature(&id, repository.handle(), content->constData(),
                                         signature.isEmpty() ? nullptr : signature.constData(),
                                         "gpgsig")
        < 0)
        return lastError(QCoreApplication::translate("Git", "The commit could not be written"));
    return fromOid(id);
}

/// The hooks of one commit, in git's order; notes what they print and change.
class Hooks
{
public:
    Hooks(const Repository &repository, const CommitRequest &request, CommitMade &made,
          const std::stop_token &stop)
        : m_repository(repository)
        , m_environment(request.hooks)
        , m_made(made)
        , m_stop(stop)
    {
        m_environment.author = request.identity.author;
        if (m_environment.workTree.isEmpty())
            m_environment.workTree = repository.workTree();
        if (m_environment.indexFile.isEmpty())
            m_environment.indexFile = repository.indexFile();
    }

    /// Whether one of that name was started; an error where it refused.
    Result<bool> run(const QString &name, const QStringList &arguments = {})
    {
        if (m_before.isEmpty())
            m_before = digests();
        auto hook = runHook(m_repository, name, arguments, m_environment, m_stop);
        if (!hook)
            return std::unexpected(hook.error());
        m_made.output += hook->output;
        m_made.notes += hook->notes;
        if (hook->exitCode != 0)
            return failure(
                {.code = u"git.hook-refused"_s,
                 .message
                 = QCoreApplication::translate(
                       "Git",
                       "The hook %1 refused the commit (exit code %2); nothing was committed.")
                       .arg(name)
                       .arg(hook->exitCode),
                 .excerpt = QString::fromUtf8(hook->output),
                 .hint = QCoreApplication::translate("Git",
                                                     "Do what it asks for; or create it with "
                                                     "--no-commit and commit it with git.")});
        return hook->found;
    }

    [[nodiscard]] bool isThere(const QString &name) const
    {
        const auto file = hookFile(m_repository, name, m_environment);
        return !file || file->has_value();
    }

    [[nodiscard]] QString indexFile() const { return m_environment.indexFile; }

    [[nodiscard]] QList<QByteArray> changedFiles() const
    {
        QList<QByteArray> changed;
        const auto after = digests();
        for (auto file = m_before.begin(); file != m_before.end(); ++file) {
            if (after.value(file.key()) != file.value())
                changed += file.key();
        }
        std::ranges::sort(changed);
        return changed;
    }

private:
    /// The planned files by their content; null for what cannot be read.
    [[nodiscard]] QHash<QByteArray, ObjectId> digests() const
    {
        QHash<QByteArray, ObjectId> found;
        for (const QByteArray &path : m_environment.planned) {
            QFile file(m_environment.workTree + u'/' + QFile::decodeName(path));
            const bool isLink = QFileInfo(file.fileName()).isSymLink();
            found[path]
                = !isLink && file.open(QIODevice::ReadOnly) ? blobId(file.readAll()) : ObjectId();
        }
        return found;
    }

    const Repository &m_repository;
    HookEnvironment m_environment;
    CommitMade &m_made;
    const std::stop_token &m_stop;
    QHash<QByteArray, ObjectId> m_before;
};

/// Lets the two hooks that may edit it do so, in the file where git keeps it.
Result<QByteArray> editedMessage(const Repository &repository, Hooks &hooks,
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

} // namespace

Result<CommitMade> createCommit(const Repository &repository, const CommitRequest &request,
                                const std::stop_token &stop)
{
    CommitMade made = {.tree = request.tree};
    Hooks hooks(repository, request, made, stop);
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
        return failure(
            {.code = u"git.empty-message"_s,
             .message = QCoreApplication::translate("Git", "The commit message is empty."),
             .hint = QCoreApplication::translate("Git", "Give one with --message.")});
    made.filesChangedByHook = hooks.changedFiles();
    const auto id = writeCommit(repository, request, made, stop);
    if (!id)
        return std::unexpected(id.error());
    made.id = *id;
    return made;
}

Result<HookRun> runPostCommit(const Repository &repository, const HookEnvironment &environment)
{
    return runHook(repository, u"post-commit"_s, {}, environment);
}

} // namespace waymark::git
