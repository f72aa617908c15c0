#include "models/base/utf8.h"
#include "models/git/shellwords.h"
#include "models/plan/undo.h"

#include <QCoreApplication>
#include <QDir>

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

/// Whether the commit of the apply of `note` holds all of `names`.
bool areCommitted(const QStringList &names, const Journal &note)
{
    const auto isHeld = [&note](const QString &name) {
        return std::ranges::any_of(
            note.files, [&name](const StoredFile &file) { return displayed(file.path) == name; });
    };
    return names.isEmpty() || (note.hasCommit() && std::ranges::all_of(names, isHeld));
}

/// Whether HEAD, which is the commit of the apply of `note`, has nothing called `name`, which the
/// apply did not make.
bool isNewToGit(const QString &name, const Journal &note)
{
    const bool isAround = note.prefix.isEmpty() || name.startsWith(displayed(note.prefix) + u'/');
    const bool isOfGit = name.startsWith(u".git/") || QDir::isAbsolutePath(name);
    return isAround && !isOfGit && note.hasCommit() && note.kind != DestinationKind::FreshClone
        && !areCommitted({name}, note);
}

/// Whether a repository is at `path` or in it, which git leaves alone. Only a hint depends on it,
/// so no more than `left` names are looked at, the outer ones first.
bool holdsRepository(const Folder &root, const QByteArray &path, qsizetype &left)
{
    QByteArrayList paths{path};
    for (qsizetype i = 0; i < paths.size() && left > 0; ++i, --left) {
        const auto folder = root.find(paths.at(i));
        const auto names = folder && *folder ? (*folder)->names() : QByteArrayList();
        if (names && names->contains(".git"))
            return true;
        for (const QByteArray &name : names ? *names : QByteArrayList())
            paths += joined(paths.at(i), name);
    }
    return false;
}

/// Whether a command can name all of `names`: git could take one for a pattern, and they can be too
/// many for a line.
bool isForOneLine(const QStringList &names)
{
    constexpr qsizetype most = 10;
    const auto isPattern = [](const QString &name) {
        return name.startsWith(u':')
            || std::ranges::any_of(name, [](QChar c) { return u"*?[\\"_s.contains(c); });
    };
    return names.size() <= most && std::ranges::none_of(names, isPattern);
}

/// `names` as words of a shell, each behind a blank.
QString quotedWords(const QStringList &names)
{
    QString words;
    for (const QString &name : names)
        words += u' ' + git::shellQuoted(name);
    return words;
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
    const auto pushedTo = pushed(root.path());
    if (!pushedTo || !pushedTo->isEmpty())
        return pushedTo; // whatever else there is, it cannot be taken back
    const auto units = departures(root);
    if (!units)
        return std::unexpected(units.error());
    const auto files = differences(root, *units, m_note.files, m_note.folders);
    const auto more = additions(root);
    const auto git = m_note.git ? gitChanges(root.path()) : takenUp(root);
    if (!files || !more || !git)
        return std::unexpected(!files ? files.error() : !more ? more.error() : git.error());
    QList<Problem> problems = *head;
    for (const Difference &file : *files)
        problems += changed(displayed(file.path), file.message);
    problems += *more + *git;
    const bool mayHelp = head->isEmpty() && m_note.git && !problems.isEmpty();
    if (const QString way = mayHelp ? wayPast(root, *files, *more, *git) : QString();
        !way.isEmpty())
        problems.first().hint = way;
    return problems;
}

/// How what became of `files`, what was added beside them (`more`) and what `git` sees are looked
/// at and put right with git; empty where that cannot be done so.
QString Undo::wayPast(const Folder &root, const QList<Difference> &files,
                      const QList<Problem> &more, const QList<Problem> &git) const
{
    QStringList altered;
    QStringList added;
    QStringList staged;
    for (const Difference &file : files)
        (file.isAdded ? added : altered) += displayed(file.path);
    for (const Problem &problem : more)
        added += problem.file;
    for (const Problem &problem : git)
        (isNewToGit(problem.file, m_note) ? staged : altered) += problem.file;
    QStringList repositories;
    qsizetype left = 1000;
    for (const QString &name : std::as_const(added)) {
        if (holdsRepository(root, name.toUtf8(), left))
            repositories += name;
    }
    added.removeIf([&](const QString &name) { return repositories.contains(name); });
    altered.removeDuplicates();
    const QStringList all = altered;
    altered.removeIf([&all](const QString &name) { // a folder comes back with what is in it
        return std::ranges::any_of(
            all, [&name](const QString &other) { return other.startsWith(name + u'/'); });
    });
    if (!areCommitted(altered, m_note) || !isForOneLine(altered) || !isForOneLine(added)
        || !isForOneLine(staged))
        return {};
    const QString command = u"git -C "_s + git::shellQuoted(m_note.root);
    QStringList lines;
    if (!altered.isEmpty())
        lines += tr("Put it back, which gives up what was changed in it, with: %1")
                     .arg(command + u" restore -SW --"_s + quotedWords(altered));
    if (!staged.isEmpty())
        lines += tr("Let git forget what was added to its index, which leaves the files, with: %1")
                     .arg(command + u" rm -rqf --cached --"_s + quotedWords(staged));
    for (const QString &name : std::as_const(repositories))
        lines += tr("Move “%1” away: a repository is in it, which git does not remove.").arg(name);
    if (!added.isEmpty())
        lines += tr("Look at what was added with: %1\nMove away what you want to keep, and remove "
                    "the rest with: %2")
                     .arg(command + u" clean -ndx --"_s + quotedWords(added),
                          command + u" clean -fdx --"_s + quotedWords(added));
    lines += tr("Then run “waymark undo” again.");
    return lines.join(u'\n');
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
