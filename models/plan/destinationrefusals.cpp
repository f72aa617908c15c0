#include "models/plan/destinationrefusals.h"

#include "models/base/utf8.h"
#include "models/git/shellwords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::refusal {
namespace {

constexpr qsizetype shownFiles = 3;

QString tr(const char *text)
{
    return QCoreApplication::translate("Destination", text);
}

} // namespace

QString ignoreRuleCommand(const QString &root, const QByteArray &path)
{
    return u"git -C %1 check-ignore -v --no-index -- %2"_s.arg(git::shellQuoted(root),
                                                               git::shellQuoted(displayed(path)));
}

Problem insideGit(const QString &path)
{
    return {.code = u"destination.git"_s,
            .message = tr("This is git's own folder, or lies in one."),
            .file = path,
            .hint = tr("Choose another destination; git keeps its data there.")};
}

Problem deadLink(const QString &path)
{
    return {.code = u"destination.link"_s,
            .message = tr("This link points to nothing."),
            .file = path,
            .hint = tr("Remove the link, or make the folder that it points to.")};
}

Problem file(const QString &path)
{
    return {.code = u"destination.file"_s,
            .message = tr("This is a file, not a folder."),
            .file = path,
            .hint = tr("Choose another destination, or move the file away.")};
}

Problem unwritable(const QString &path, const QString &existing, int error)
{
    const QString reason = qt_error_string(error);
    return {.code = u"destination.unwritable"_s,
            .message = path == existing
                ? tr("You may not write to this folder: %1.").arg(reason)
                : tr("This folder cannot be made, since you may not write to %1: %2.")
                      .arg(existing, reason),
            .file = path,
            .hint = tr("Choose another destination, or change the folder's permissions.")};
}

Problem notEmpty(const QString &path, const QByteArrayList &names)
{
    return {.code = u"destination.not-empty"_s,
            .message = tr("The folder is not empty: it holds “%1”.").arg(displayed(names.first())),
            .file = path,
            .hint = tr("A new service goes into a folder that is empty or not there yet: name "
                       "another one.")};
}

Problem uncommitted(const QString &path, const QByteArrayList &names)
{
    Problem problem = notEmpty(path, names);
    const QString git = u"git -C "_s + git::shellQuoted(path);
    problem.hint = tr("What is committed can stay; so commit it first: %1 add -A && %1 commit. Or "
                      "name a folder that is empty or not there yet.")
                       .arg(git);
    return problem;
}

Problem dirty(const QString &root, const QByteArrayList &paths)
{
    QStringList names;
    for (const QByteArray &path : paths.first(std::min(paths.size(), shownFiles)))
        names += displayed(path);
    if (paths.size() > names.size())
        names += u"…"_s;
    return {.code = u"destination.dirty"_s,
            .message = tr("These tracked files have changes that are not committed: %1.")
                           .arg(names.join(u", "_s)),
            .file = root,
            .hint = tr("Commit them, or put them aside with “git stash”.")};
}

Problem unborn(const QString &root)
{
    return {.code = u"destination.unborn"_s,
            .message = tr("The repository around the destination has no commit yet."),
            .file = root,
            .hint = tr("Make its first commit, or create the service in a folder of its own.")};
}

Problem ignored(const QString &path, const QString &root, const QByteArray &prefix)
{
    const QString rule = ignoreRuleCommand(root, prefix + "/README.md");
    return {.code = u"destination.ignored"_s,
            .message = tr("The repository %1 around this folder ignores it, so the service could "
                          "not be committed there.")
                           .arg(root),
            .file = path,
            .hint
            = tr("This names the rule: %1. Change that, or name another folder. If it is to be "
                 "a repository of its own, make that first: git init %2")
                  .arg(rule, git::shellQuoted(path))};
}

Problem alike(const QByteArray &path, const QByteArray &there)
{
    return {.code = u"destination.name"_s,
            .message
            = tr("“%1” is there, which is the same name on some systems.").arg(displayed(there)),
            .file = displayed(path),
            .hint = tr("Name the folder as it is there, or take another name.")};
}

Problem badName(const QString &path, const Problem &why)
{
    return {.code = u"destination.name"_s, .message = why.message, .file = path, .hint = why.hint};
}

Problem longName(const QString &path, qsizetype size)
{
    return {.code = u"destination.name"_s,
            .message
            = tr("A name of %1 bytes is too long; %2 are possible.").arg(size).arg(longestName),
            .file = path,
            .hint = tr("Shorten it.")};
}

Problem interrupted(const QString &path)
{
    return {.code = u"destination.interrupted"_s,
            .message = tr("An earlier run was interrupted here and left work unfinished."),
            .file = path,
            .hint = tr("“waymark undo” finishes that work or takes it back, whichever is right.")};
}

} // namespace waymark::refusal
