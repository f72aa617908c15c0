#include "models/base/utf8.h"
#include "models/git/index.h"
#include "models/plan/committedfiles.h"
#include "models/plan/undo.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

Problem taken(const QByteArray &path, const QString &message)
{
    return {.code = u"undo.changed"_s,
            .message = message,
            .file = displayed(path),
            .hint = tr("Git has it by now: take it out with “git rm” and a commit, or with “git "
                       "revert”.")};
}

/// Whether `entry` is what stood in the place of the file at `path` before.
bool stoodThere(const git::TreeEntry &entry, const QByteArray &path,
                const QList<StoredFile> &departed)
{
    const auto before = std::ranges::find(departed, path, &StoredFile::path);
    return before != departed.cend() && entry.id.toHex() == before->blob;
}

/// Which files of `note` the repository has taken up, in its commit or its index.
Result<QList<Problem>> takenUpBy(const git::Repository &repository, const Journal &note)
{
    const auto tree = headTree(repository);
    if (!tree)
        return std::unexpected(tree.error());
    const auto committed = committedFiles(repository, *tree);
    const auto indexed = git::indexedPaths(repository);
    if (!committed || !indexed)
        return std::unexpected(committed ? indexed.error() : committed.error());
    const QSet<QByteArray> staged(indexed->cbegin(), indexed->cend());
    const QByteArray prefix = repository.relative(note.root).value_or(QByteArray());
    QList<Problem> problems;
    for (const StoredFile &file : note.files) {
        const QByteArray path = joined(prefix, file.path);
        const auto entry = committed->constFind(path);
        const bool isCommitted = entry != committed->cend();
        if (isCommitted && !stoodThere(*entry, file.path, note.departed))
            problems += taken(file.path, tr("This file was committed since the last apply."));
        else if (!isCommitted && staged.contains(path))
            problems += taken(file.path, tr("This file was staged since the last apply."));
    }
    return problems;
}

} // namespace

/// What git has taken up of plain files since: a repository made in what the apply made, and files
/// that were committed or staged, are somebody's work.
Result<QList<Problem>> Undo::takenUp(const Folder &root) const
{
    if (m_note.kind == DestinationKind::Absent && root.contains(".git"))
        return QList<Problem>{taken(".git", tr("This was not made by the last apply."))};
    const auto repository = git::Repository::discover(m_note.root);
    if (!repository || !*repository) // what git cannot read, nobody commits to
        return QList<Problem>();
    return takenUpBy(**repository, m_note);
}

} // namespace waymark
