#include "models/base/utf8.h"
#include "models/git/shellwords.h"
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
    QList<Problem> problems;
    for (const Difference &file : *files)
        problems += changed(displayed(file.path), file.message);
    problems += *more;
    const bool hasOnlyMore
        = head->isEmpty() && git->isEmpty() && std::ranges::all_of(*files, &Difference::isAdded);
    if (hasOnlyMore && m_note.git && !problems.isEmpty())
        problems.first().hint = wayPastAdditions(problems);
    return *head + problems + *git;
}

/// How `added` to a repository since, as tools of the service do, is looked at and removed; empty
/// where git could take a name for a pattern, or they are too many for a line.
QString Undo::wayPastAdditions(const QList<Problem> &added) const
{
    constexpr qsizetype most = 10;
    const auto isPattern = [](const QString &name) {
        return name.startsWith(u':')
            || std::ranges::any_of(name, [](QChar c) { return u"*?[\\"_s.contains(c); });
    };
    QString names;
    for (const Problem &problem : added) {
        if (added.size() > most || isPattern(problem.file))
            return {};
        names += u' ' + git::shellQuoted(problem.file);
    }
    const QString clean = u"git -C "_s + git::shellQuoted(m_note.root) + u" clean "_s;
    return tr("Look at what was added with: %1\nMove away what you want to keep, and remove the "
              "rest with: %2\nThen run “waymark undo” again.")
        .arg(clean + u"-ndx --"_s + names, clean + u"-fdx --"_s + names);
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
