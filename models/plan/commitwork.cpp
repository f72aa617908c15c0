#include "models/plan/commitwork.h"

#include "models/git/cleanfilter.h"
#include "models/git/index.h"
#include "models/git/references.h"
#include "models/git/tree.h"
#include "models/plan/branchrules.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

QByteArray hex(const std::optional<git::ObjectId> &id)
{
    return id ? id->toHex() : QByteArray();
}

Result<QByteArray> treeBefore(const git::Repository &repository, const git::Head &head)
{
    if (!head.commit)
        return QFileInfo::exists(repository.indexFile()) ? git::emptyTree().toHex() : QByteArray();
    const auto tree = git::treeOf(repository, *head.commit);
    if (!tree)
        return std::unexpected(tree.error());
    return tree->toHex();
}

/// The entries of a tree for `files`, with their blobs written as git would store them.
Result<QList<git::TreeEntry>> writeBlobs(const git::Repository &repository,
                                         const QList<git::File> &files)
{
    const auto filter = git::CleanFilter::create(repository, files);
    if (!filter)
        return std::unexpected(filter.error());
    const auto cleaned = filter->cleaned(files);
    if (!cleaned)
        return std::unexpected(cleaned.error());
    QList<git::TreeEntry> entries;
    for (const git::File &file : *cleaned) {
        const auto blob = git::writeBlob(repository, file.content);
        if (!blob)
            return std::unexpected(blob.error());
        entries += git::TreeEntry{.path = file.path, .mode = file.mode, .id = *blob};
    }
    return entries;
}

QList<QByteArray> removedBy(const WriteRequest &request, const QByteArray &prefix)
{
    QList<QByteArray> removed;
    for (const Change &change : request.changes) {
        if (change.isWritten() && !change.mode)
            removed += joined(prefix, change.path);
    }
    return removed;
}

Result<git::ObjectId> writeTree(const git::Repository &repository, const WriteRequest &request,
                                const QByteArray &prefix, const QByteArray &before)
{
    const auto entries = writeBlobs(repository, filesOf(request, prefix));
    if (!entries)
        return std::unexpected(entries.error());
    const auto base = git::ObjectId::parse(before);
    if (!base || *base == git::emptyTree())
        return git::writeTree(repository, *entries);
    return git::updateTree(repository, *base, *entries, removedBy(request, prefix));
}

Result<git::ObjectId> writeBaseTree(const git::Repository &repository, const WriteRequest &request)
{
    QList<git::File> files;
    for (const BaseFile &file : request.base)
        files += git::File{.path = file.path, .mode = file.mode, .content = file.content};
    return git::writeTree(repository, files);
}

/// The index that hooks see, where there is a hook.
Result<> writeHookIndex(const git::Repository &repository, const git::HookEnvironment &hooks,
                        const git::ObjectId &tree)
{
    return hasCommitHooks(repository, hooks)
        ? git::writeIndexFile(repository, tree, hooks.indexFile, hooks.workTree)
        : Result<>();
}

} // namespace

bool hasCommitHooks(const git::Repository &repository, const git::HookEnvironment &hooks)
{
    constexpr std::array names = {"pre-commit", "prepare-commit-msg", "commit-msg"};
    return std::ranges::any_of(names, [&](const char *name) {
        const auto file = git::hookFile(repository, QString::fromLatin1(name), hooks);
        return !file || *file; // what cannot be told now is told when it is to run
    });
}

QList<git::File> filesOf(const WriteRequest &request, const QByteArray &prefix)
{
    QList<git::File> files;
    for (const Change &change : request.changes) {
        if (change.isWritten() && change.mode)
            files += git::File{.path = joined(prefix, change.path),
                               .mode = *change.mode,
                               .content = change.content};
    }
    return files;
}

Result<GitChange> plannedChange(const git::Repository &repository, const WriteRequest &request,
                                const QByteArray &prefix)
{
    const auto head = repository.head();
    if (!head)
        return std::unexpected(head.error());
    if (head->isDetached())
        return failure(detachedHead(repository.workTree()));
    const bool isNew = !request.branch.isEmpty() && request.branch.toUtf8() != head->branch;
    if (isNew) {
        const auto branches = git::branchNames(repository);
        if (!branches)
            return std::unexpected(branches.error());
        if (const auto problem = checkBranch(request.branch, *branches))
            return failure(*problem);
    }
    const auto tree = treeBefore(repository, *head);
    if (!tree)
        return std::unexpected(tree.error());
    GitChange change;
    change.branchBefore = head->branch;
    change.branchAfter = isNew ? request.branch.toUtf8() : head->branch;
    change.reference = "refs/heads/" + change.branchAfter;
    change.before = isNew ? QByteArray() : hex(head->commit);
    change.treeBefore = *tree;
    change.logMessage = "waymark: " + request.message.section(u'\n', 0, 0).toUtf8();
    if (!request.base.isEmpty()) {
        change.baseReference = git::baseReference(prefix);
        const auto base = git::readReference(repository, change.baseReference);
        if (!base)
            return std::unexpected(base.error());
        change.baseBefore = hex(*base);
    }
    change.since = QDateTime::currentSecsSinceEpoch() - 1; // file times may lag behind the clock
    change.locks = repository.locks();
    return change;
}

Result<> writeTrees(FileSystem &fileSystem, const git::Repository &repository,
                    const WriteRequest &request, const QByteArray &prefix, GitChange &change)
{
    const auto tree = stepped(fileSystem, "objects", [&] {
        return writeTree(repository, request, prefix, change.treeBefore);
    });
    if (!tree)
        return std::unexpected(tree.error());
    change.treeAfter = tree->toHex();
    if (request.base.isEmpty())
        return {};
    const auto base
        = stepped(fileSystem, "base objects", [&] { return writeBaseTree(repository, request); });
    if (!base)
        return std::unexpected(base.error());
    change.baseAfter = base->toHex();
    return {};
}

git::HookEnvironment hooksOf(const WriteRequest &request, const QByteArray &prefix,
                             const QString &workTree, const QString &staging)
{
    git::HookEnvironment hooks = {.indexFile = staging + u"/index"_s, .workTree = workTree};
    for (const git::File &file : filesOf(request, prefix))
        hooks.planned.insert(file.path);
    return hooks;
}

Result<git::CommitMade> makeCommit(FileSystem &fileSystem, const git::Repository &repository,
                                   const WriteRequest &request, const git::HookEnvironment &hooks,
                                   const git::Identity &who, GitChange &change)
{
    const auto head = repository.head();
    if (!head)
        return std::unexpected(head.error());
    const git::ObjectId tree = git::ObjectId::parse(change.treeAfter).value_or(git::ObjectId());
    const auto made = stepped(fileSystem, "commit", [&]() -> Result<git::CommitMade> {
        if (const auto written = writeHookIndex(repository, hooks, tree); !written)
            return std::unexpected(written.error());
        git::CommitRequest commit = {.tree = tree,
                                     .message = request.message.toUtf8(),
                                     .identity = who,
                                     .signOff = request.signOff,
                                     .hooks = hooks};
        if (head->commit)
            commit.parents = {*head->commit};
        return git::createCommit(repository, commit, request.stop);
    });
    if (!made)
        return std::unexpected(made.error());
    change.after = made->id.toHex();
    return *made;
}

Result<> refuseHookChanges(const git::CommitMade &made, const GitChange &change)
{
    if (made.tree.toHex() == change.treeAfter && made.filesChangedByHook.isEmpty())
        return {};
    const QString file = made.filesChangedByHook.isEmpty()
        ? QString()
        : QString::fromUtf8(made.filesChangedByHook.first());
    return failure({.code = u"write.hook-changed"_s,
                    .message = tr("While the commit hooks ran, files that were about to be "
                                  "committed changed, so they are not what the plan showed."),
                    .file = file,
                    .excerpt = QString::fromUtf8(made.output),
                    .hint = tr("Use --no-commit, look at the files, and commit them yourself.")});
}

Applied finishedCommit(const git::Repository &repository, const WriteRequest &request,
                       const git::CommitMade &made, const GitChange &change)
{
    Applied applied = {.destination = request.destination.path,
                       .commit = change.after,
                       .branch = QString::fromUtf8(change.branchAfter),
                       .output = QString::fromUtf8(made.output),
                       .notes = made.notes};
    const QByteArray prefix
        = request.destination.repository ? request.destination.repository->prefix : QByteArray();
    git::HookEnvironment hooks = hooksOf(request, prefix, repository.workTree(), {});
    hooks.indexFile = repository.indexFile();
    hooks.author = made.author;
    const auto run = git::runPostCommit(repository, hooks, request.stop);
    if (!run) {
        Problem note = run.error().problem;
        note.severity = Severity::Warning; // the commit is there all the same
        applied.notes += note;
        return applied;
    }
    applied.output += QString::fromUtf8(run->output);
    applied.notes += run->notes;
    return applied;
}

} // namespace waymark
