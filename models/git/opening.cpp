#include "models/git/opening.h"

#include "models/git/handles.h"
#include "models/git/library.h"
#include "models/git/shellwords.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

QString firstLine(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QFile::decodeName(file.readLine(8192).trimmed())
                                          : QString();
}

/// The git folder that `path` is or names, as far as it can be told without opening it.
QString gitDirectory(const QString &path)
{
    const QDir folder(path);
    QString inside = folder.filePath(u".git"_s);
    if (QFileInfo(inside).isDir())
        return inside;
    const QString link
        = QFileInfo(inside).isFile() ? inside : path; // a worktree's and a submodule's is a file
    const QString line = QFileInfo(link).isFile() ? firstLine(link) : QString();
    if (line.startsWith(u"gitdir: "_s))
        return QDir(QFileInfo(link).path()).absoluteFilePath(line.sliced(8));
    return path;
}

/// The settings of the repository at `path` alone.
Handle<git_config> ownSettings(const QString &path)
{
    const QString git = gitDirectory(path);
    const QString common = firstLine(git + u"/commondir"_s);
    const QDir folder(common.isEmpty() ? git : QDir(git).absoluteFilePath(common));
    Handle<git_config> live;
    Handle<git_config> snapshot;
    const QByteArray file = QFile::encodeName(folder.filePath(u"config"_s));
    Library::start();
    if (into(live, git_config_open_ondisk, file.constData()) < 0
        || into(snapshot, git_config_snapshot, live.get()) < 0)
        return {};
    return snapshot;
}

QByteArray setting(const Handle<git_config> &settings, const char *key)
{
    const char *value = nullptr;
    if (!settings || git_config_get_string(&value, settings.get(), key) < 0)
        return {};
    return QByteArray(value).toLower();
}

std::unexpected<Error> refused(const QString &path, const QString &code, const QString &message,
                               const QString &hint)
{
    return failure({.code = code, .message = message, .file = path, .hint = hint});
}

QString plainFiles()
{
    return QCoreApplication::translate("Git",
                                       "Let Waymark write into a folder outside of it, and bring "
                                       "the files in and commit them with git.");
}

} // namespace

std::unexpected<Error> whyNotOpened(const QString &path, int code)
{
    if (code == GIT_ENOTFOUND)
        return refused(path, u"git.not-a-repository"_s,
                       QCoreApplication::translate("Git", "This is no git repository."),
                       QCoreApplication::translate("Git", "Make it one with: git init %1")
                           .arg(shellQuoted(path)));
    if (code == GIT_EOWNER)
        return refused(
            path, u"git.owner"_s,
            QCoreApplication::translate(
                "Git",
                "This repository belongs to another user, whose settings git does not trust."),
            QCoreApplication::translate(
                "Git", "If you trust it: git config --global --add safe.directory %1")
                .arg(shellQuoted(path)));
    const auto message
        = lastError(QCoreApplication::translate("Git", "The repository cannot be opened"));
    const auto settings = ownSettings(path);
    if (setting(settings, "extensions.objectformat") == "sha256")
        return refused(
            path, u"git.sha256"_s,
            QCoreApplication::translate(
                "Git", "This repository names its objects by SHA-256, which Waymark cannot read."),
            plainFiles());
    if (setting(settings, "extensions.refstorage") == "reftable")
        return refused(
            path, u"git.reftable"_s,
            QCoreApplication::translate(
                "Git",
                "This repository keeps its branches as reftable, which Waymark cannot read."),
            QCoreApplication::translate("Git",
                                        "Change it with: git refs migrate --ref-format=files"));
    const QByteArray relative = setting(settings, "extensions.relativeworktrees");
    if (!relative.isEmpty() && relative != "false")
        return refused(path, u"git.relative-worktrees"_s,
                       QCoreApplication::translate("Git",
                                                   "This repository links its worktrees by "
                                                   "relative paths, which Waymark cannot read."),
                       QCoreApplication::translate(
                           "Git",
                           "Change it with: git config worktree.useRelativePaths false && git "
                           "worktree repair && git config --unset "
                           "extensions.relativeWorktrees"));
    Problem problem = message.error().problem;
    problem.file = path;
    problem.hint = QCoreApplication::translate("Git", "See what git says of it: git -C %1 status")
                       .arg(shellQuoted(path));
    return std::unexpected(Error{std::move(problem)});
}

} // namespace waymark::git
