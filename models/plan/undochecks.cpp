#include "models/base/utf8.h"
#include "models/git/repository.h"
#include "models/git/shellwords.h"
#include "models/git/status.h"
#include "models/plan/foreignreferences.h"
#include "models/plan/undo.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

Problem changed(const QString &file, const QString &message)
{
    return {.code = u"undo.changed"_s, .message = message, .file = file};
}

} // namespace

/// What is not as the apply left it: everything that would be lost, or would stand in the way.
Result<QList<Problem>> Undo::changes(const Folder &root) const
{
    if (root.identity() != m_note.identity)
        return QList<Problem>{changed(m_note.root, tr("Another folder is here by now."))};
    const auto head = headChange(root.path());
    if (!head || (!head->isEmpty() && !head->first().hint.isEmpty()))
        return head; // the files of another branch say nothing
    const auto units = departures(root);
    if (!units)
        return std::unexpected(units.error());
    const auto files = differences(root, *units, m_note.files, m_note.folders);
    const auto more = additions(root);
    const auto git = gitChanges(root.path());
    if (!files || !more || !git)
        return std::unexpected(!files ? files.error() : !more ? more.error() : git.error());
    QList<Problem> problems;
    for (const Difference &file : *files)
        problems += changed(displayed(file.path), file.message);
    return *head + problems + *more + *git;
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
            : QList<Problem>{changed(u"HEAD"_s, tr("Another commit is checked out by now."))};
    const QString branch = displayed(m_note.git->branchAfter);
    Problem problem
        = changed(u"HEAD"_s, tr("Another branch than “%1” is checked out by now.").arg(branch));
    problem.hint = tr("Go back to that branch with: git -C %1 switch %2")
                       .arg(git::shellQuoted(m_note.root), git::shellQuoted(branch));
    return QList<Problem>{problem};
}

Result<QList<Problem>> Undo::gitChanges(const QString &root) const
{
    QList<Problem> problems;
    if (!m_note.git)
        return problems;
    const auto repository = git::Repository::open(root);
    if (!repository)
        return std::unexpected(repository.error());
    const auto tracked = git::trackedChanges(*repository);
    if (!tracked)
        return std::unexpected(tracked.error());
    for (const QByteArray &path : *tracked)
        problems += changed(displayed(path), tr("This file changed since the last apply."));
    if (m_note.truth != Journal::Truth::Repository)
        return problems;
    const auto references = foreignReferences(repository->gitDir(),
                                              {m_note.git->reference, m_note.git->baseReference});
    if (!references)
        return std::unexpected(references.error());
    for (const QByteArray &name : *references)
        problems += changed(displayed(name), tr("This reference was made since the last apply."));
    const auto work = foreignWork(repository->gitDir());
    if (!work)
        return std::unexpected(work.error());
    for (const QByteArray &name : *work)
        problems
            += changed(u".git/"_s + displayed(name), tr("This would be lost with the repository."));
    return problems;
}

/// What is beside the files of the apply, in a destination that was empty.
Result<QList<Problem>> Undo::additions(const Folder &root) const
{
    QList<Problem> problems;
    if (m_note.kind == DestinationKind::Absent || m_note.kind == DestinationKind::FreshClone)
        return problems;
    const auto folder = root.find(m_note.prefix);
    if (!folder)
        return std::unexpected(folder.error());
    const auto names = *folder ? (*folder)->names() : QByteArrayList();
    if (!names)
        return std::unexpected(names.error());
    const bool isArrival = m_note.arrivals.contains(m_note.prefix) && !m_note.prefix.isEmpty();
    for (const QByteArray &name : *names) {
        const QByteArray path = joined(m_note.prefix, name);
        const auto covers
            = [&](const QByteArray &unit) { return path == unit || path.startsWith(unit + '/'); };
        if (path != ".git" && !isArrival && std::ranges::none_of(m_note.arrivals, covers))
            problems += changed(displayed(path), tr("This was not made by the last apply."));
    }
    return problems;
}

/// What moves out: what moved in, of folders made above the destination the outermost that hold
/// nothing else.
Result<QByteArrayList> Undo::departures(const Folder &root) const
{
    QByteArrayList units;
    for (QByteArray unit : m_note.arrivals) {
        while (m_note.prefix.startsWith(unit + '/')) {
            const auto folder = root.find(unit);
            if (!folder)
                return std::unexpected(folder.error());
            const auto names = *folder ? (*folder)->names() : QByteArrayList();
            if (!names)
                return std::unexpected(names.error());
            if (names->size() < 2)
                break;
            unit = m_note.prefix.first(m_note.prefix.indexOf('/', unit.size() + 1) < 0
                                           ? m_note.prefix.size()
                                           : m_note.prefix.indexOf('/', unit.size() + 1));
        }
        units += unit;
    }
    return units;
}

} // namespace waymark
