#include "models/plan/takingback.h"

#include "models/base/utf8.h"
#include "models/git/shellwords.h"
#include "models/plan/committedfiles.h"
#include "models/plan/keeping.h"
#include "models/plan/staging.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

/// What HEAD held before it in the places of the journal's files, which are at `prefix`; without
/// git in the journal, where files departed, what it holds now.
Result<CommittedFiles> entriesBefore(const git::Repository &repository, const Journal &journal,
                                     const CommittedFiles &present, const QByteArray &prefix)
{
    if (journal.git)
        return committedFiles(
            repository, git::ObjectId::parse(journal.git->treeBefore).value_or(git::emptyTree()));
    CommittedFiles before;
    for (const StoredFile &file : journal.departed)
        before.insert(joined(prefix, file.path), present.value(joined(prefix, file.path)));
    return before;
}

/// The files of `journal` that somebody committed since: HEAD holds them, and did not before.
Result<QByteArrayList> committedSince(const Journal &journal, const Places &places)
{
    const bool isOwn = journal.truth == Journal::Truth::Repository
        && places.root.identityOf(".git") == journal.repository;
    const auto repository = git::Repository::discover(journal.root);
    if (isOwn || !repository || !*repository) // what git cannot read, nobody commits to
        return QByteArrayList();
    const auto tree = headTree(**repository);
    if (!tree)
        return std::unexpected(tree.error());
    if (*tree == git::emptyTree() || (journal.git && tree->toHex() == journal.git->treeBefore))
        return QByteArrayList();
    const auto present = committedFiles(**repository, *tree);
    const QByteArray prefix = (*repository)->relative(journal.root).value_or(QByteArray());
    const auto before = present ? entriesBefore(**repository, journal, *present, prefix) : present;
    if (!before)
        return std::unexpected(before.error());
    QByteArrayList committed;
    for (const StoredFile &file : journal.files) {
        const QByteArray path = joined(prefix, file.path);
        if (present->contains(path) && present->value(path) != before->value(path))
            committed += file.path;
    }
    return committed;
}

Problem committedNote(const QByteArrayList &paths)
{
    constexpr qsizetype shown = 5;
    QStringList names;
    for (const QByteArray &path : paths.first(std::min(paths.size(), shown)))
        names += displayed(path);
    if (paths.size() > shown)
        names += tr("%1 more").arg(paths.size() - shown);
    return {.severity = Severity::Warning,
            .code = u"write.committed"_s,
            .message = tr("What was committed in the meantime stays: %1.").arg(names.join(u", "_s)),
            .file = displayed(paths.first())};
}

} // namespace

Result<> moveGit(FileSystem &fileSystem, const QString &root, const GitChange &change)
{
    const auto repository = git::Repository::open(root);
    if (!repository)
        return std::unexpected(repository.error());
    removeLocksOf(*repository, change);
    return settle(fileSystem, *repository, change);
}

Result<QList<Problem>> takeBackMoves(FileSystem &fileSystem, const Folder &home,
                                     const Journal &journal, const Places &places)
{
    if (const auto given = Staging::giveRoom(fileSystem, places.staging); !given)
        return std::unexpected(given.error());
    if (journal.truth == Journal::Truth::Reference && journal.hasCommit()) {
        if (const auto moved = moveGit(fileSystem, journal.root, journal.git->reversed()); !moved)
            return std::unexpected(moved.error());
    }
    const auto committed = committedSince(journal, places);
    if (!committed)
        return std::unexpected(committed.error());
    if (const auto moved = moveBack(fileSystem, places, journal, *committed); !moved)
        return std::unexpected(moved.error());
    auto notes = keepChanged(fileSystem, home, journal, places);
    if (!notes)
        return notes;
    if (!committed->isEmpty())
        *notes += committedNote(*committed);
    if (const auto removed = removeFile(fileSystem, home, journalName); !removed)
        return std::unexpected(removed.error());
    return notes;
}

Error notTakenBack(Error error, const Error &why)
{
    error.problem.hint = tr("What was begun could not be taken back at once (%1). Run “waymark "
                            "undo” here.")
                             .arg(why.problem.message);
    return error;
}

bool keepsSecret(const Journal &journal)
{
    return journal.holdsSecret && journal.truth == Journal::Truth::Reference && journal.hasCommit();
}

Problem keptSecret(const QString &root)
{
    const QString git = u"git -C "_s + git::shellQuoted(root);
    return {.severity = Severity::Warning,
            .code = u"git.kept-secret"_s,
            .message = tr("The secret that you accepted still stands in objects of git, which no "
                          "branch leads to."),
            .file = root,
            .hint = tr("To remove it, with all else that only git’s log knows: %1 reflog expire "
                       "--expire-unreachable=now --all && %1 prune --expire=now")
                        .arg(git)};
}

Error withNotes(Error error, const QList<Problem> &notes)
{
    for (const Problem &note : notes)
        error.problem.hint += (error.problem.hint.isEmpty() ? u""_s : u" "_s)
            + QStringList{note.message, note.hint}.join(u' ').trimmed();
    return error;
}

} // namespace waymark
