#include "models/base/utf8.h"
#include "models/git/references.h"
#include "models/git/refusal.h"
#include "models/git/repository.h"
#include "models/git/shellwords.h"
#include "models/git/status.h"
#include "models/plan/departed.h"
#include "models/plan/foreignreferences.h"
#include "models/plan/undo.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

Problem changed(const QString &file, const QString &message, const QString &hint = {})
{
    return {.code = u"undo.changed"_s, .message = message, .file = file, .hint = hint};
}

/// How the branch of `change` can be gone back to, in the repository at `root`.
QString wayBack(const git::Repository &repository, const QString &root, const GitChange &change)
{
    const QString branch = git::shellQuoted(displayed(change.branchAfter));
    const auto current = git::readReference(repository, change.reference);
    if (current && *current)
        return tr("Go back to that branch with: git -C %1 switch %2")
            .arg(git::shellQuoted(root), branch);
    return tr("That branch is gone. Make it once more with: git -C %1 switch -c %2 %3; or, where "
              "its "
              "commit is part of another, take it out there with git revert.")
        .arg(git::shellQuoted(root), branch, QString::fromLatin1(change.after.first(12)));
}

/// How the apply of `note` can be taken back once there are later commits.
QString wayBehindCommits(const Journal &note)
{
    const QString git = u"git -C "_s + git::shellQuoted(note.root);
    const QString commit = QString::fromLatin1(note.git->after.first(12));
    const QString keeping
        = tr("To keep what was committed since, take the apply out with: %1 revert %2")
              .arg(git, commit);
    return keeping + u'\n'
        + (note.truth == Journal::Truth::Repository
               ? tr("If nothing of it matters, remove the folder yourself.")
               : tr("To give it up: %1 reset --keep %2, and run “waymark undo” again.")
                     .arg(git, commit));
}

/// The names of what would go with the repository and was not made by the apply.
QList<Problem> lost(const QByteArrayList &names, const QString &prefix, const QString &message)
{
    QList<Problem> problems;
    for (const QByteArray &name : names) {
        const QString hint = name == "logs/HEAD"
            ? tr("There are commits that only this log knows: look at them with “git reflog”. If "
                 "none of them matters, remove the folder yourself.")
            : tr("If nothing of it matters, remove the folder yourself.");
        problems += changed(prefix + displayed(name), message, hint);
    }
    return problems;
}

/// What to do about the apply of `note` once others may have it.
QString wayBehindPush(const Journal &note)
{
    if (note.truth == Journal::Truth::Repository)
        return tr("Others may have it. To give it up all the same, remove the repository there, "
                  "and then this folder yourself.");
    return tr("Others may have it: take it back with “git revert %1”, and push that.")
        .arg(QString::fromLatin1(note.git->after.first(12)));
}

} // namespace

/// That others may have the commit of the apply by now.
Result<QList<Problem>> Undo::pushed(const QString &root) const
{
    QList<Problem> problems;
    const auto commit = m_note.git ? git::ObjectId::parse(m_note.git->after) : std::nullopt;
    if (!commit)
        return problems;
    const auto repository = git::Repository::open(root);
    if (!repository)
        return std::unexpected(repository.error());
    const auto branches = git::remoteBranchesWith(*repository, *commit);
    if (!branches)
        return std::unexpected(branches.error());
    for (const QByteArray &branch : *branches)
        problems += changed(displayed(branch), tr("The commit was pushed there."),
                            wayBehindPush(m_note));
    return problems;
}

/// That HEAD is elsewhere; with the way back where that is another branch.
Result<QList<Problem>> Undo::headChange(const QString &root) const
{
    if (!m_note.git)
        return QList<Problem>();
    const auto repository = git::Repository::open(root);
    if (!repository)
        return std::unexpected(repository.error());
    const auto head = repository->head();
    if (!head)
        return std::unexpected(head.error());
    if (head->branch == m_note.git->branchAfter)
        return head->commit && head->commit->toHex() == m_note.git->after
            ? QList<Problem>()
            : QList<Problem>{changed({}, tr("Another commit is checked out by now."),
                                     wayBehindCommits(m_note))};
    const QString branch = displayed(m_note.git->branchAfter);
    return QList<Problem>{changed({},
                                  tr("Another branch than “%1” is checked out by now.").arg(branch),
                                  wayBack(*repository, m_note.root, *m_note.git))};
}

Result<QList<Problem>> Undo::gitChanges(const QString &root) const
{
    QList<Problem> problems;
    const auto repository = git::Repository::open(root);
    if (!repository)
        return std::unexpected(repository.error());
    if (m_note.truth == Journal::Truth::Reference) {
        QList<Problem> refused = git::refusals(*repository, {});
        if (!refused.isEmpty())
            return refused;
    }
    const auto tracked = git::trackedChanges(*repository);
    if (!tracked)
        return std::unexpected(tracked.error());
    for (const QByteArray &path : *tracked)
        problems += changed(displayed(path), tr("This file changed since the last apply."));
    if (m_note.truth != Journal::Truth::Repository)
        return problems;
    const auto references = foreignReferences(repository->gitDir(),
                                              {m_note.git->reference, m_note.git->baseReference});
    const auto work = foreignWork(repository->gitDir(), m_note.configuration);
    if (!references || !work)
        return std::unexpected(references ? work.error() : references.error());
    return problems + lost(*references, {}, tr("This reference was made since the last apply."))
        + lost(*work, u".git/"_s, tr("This would be lost with the repository."));
}

/// That what moved out is what the apply left: between the last look and the move, somebody may
/// have written to it.
Result<> Undo::checkDeparted() const
{
    const auto files = departedChanges(m_journal, *m_places);
    if (!files)
        return std::unexpected(files.error());
    QList<Problem> problems;
    for (const Difference &file : *files)
        problems += changed(displayed(file.path), file.message);
    if (m_note.truth == Journal::Truth::Repository) {
        const QString folder = m_places->departed.path();
        const auto head = headChange(folder);
        const auto git = head ? gitChanges(folder) : head;
        if (!git)
            return std::unexpected(git.error());
        problems += *head + *git;
    }
    return problems.isEmpty() ? Result<>() : refusal(problems);
}

} // namespace waymark
