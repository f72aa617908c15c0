#pragma once

#include "models/git/commit.h"
#include "models/git/references.h"
#include "models/git/repository.h"
#include "models/git/tree.h"
#include "tests/support/isolatedgit.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>

namespace waymark::testing {

/// What the git command itself did.
struct GitRun
{
    int exitCode = -1;
    QByteArray output; ///< Without blanks at its end.
    QByteArray errors;
};

inline GitRun runCommand(const QString &folder, const QString &program,
                         const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000))
        return {-1, {}, process.errorString().toUtf8()};
    QByteArray output = process.readAllStandardOutput();
    while (output.endsWith('\n'))
        output.chop(1);
    return {process.exitCode(), output, process.readAllStandardError()};
}

/// `git ARGUMENTS` in `folder`, where ARGUMENTS have no blanks but between them.
inline GitRun git(const QString &folder, const QByteArray &arguments)
{
    return runCommand(folder, QStringLiteral("git"), QString::fromUtf8(arguments).split(u' '));
}

/// What it printed; a failure ends the test run, since nothing behind it would mean anything.
inline QByteArray gitOutput(const QString &folder, const QByteArray &arguments)
{
    const GitRun run = git(folder, arguments);
    if (run.exitCode != 0)
        qFatal("git %s: %s", arguments.constData(), run.errors.constData());
    return run.output;
}

/// Writes a file, with its folders.
inline void put(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

inline void putExecutable(const QString &path, const QByteArray &content)
{
    put(path, content);
    QFile::setPermissions(
        path, QFile::permissions(path) | QFile::ExeOwner | QFile::ExeUser | QFile::ExeGroup);
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

inline constexpr const char *identityText = "[user]\n\tname = Ada\n\temail = ada@example.org\n";

inline git::Person ada()
{
    return {.name = QStringLiteral("Ada"),
            .email = QStringLiteral("ada@example.org"),
            .time = 1'700'000'000,
            .offset = 60};
}

/// A repository of the git command's making, in a folder of its own.
class Checkout
{
public:
    explicit Checkout(const QByteArray &arguments = "init -q -b main .")
    {
        QDir(m_folder.path()).mkdir(QStringLiteral("repo"));
        run(arguments);
    }

    [[nodiscard]] QString path() const
    {
        return QFileInfo(m_folder.path()).canonicalFilePath() + QStringLiteral("/repo");
    }
    [[nodiscard]] QString path(const QString &inside) const { return path() + u'/' + inside; }
    QByteArray run(const QByteArray &arguments) const { return gitOutput(path(), arguments); }
    /// Everything there, committed by the git command.
    void commitAll() const
    {
        run("add -A");
        run("commit -q --allow-empty -m all");
    }
    [[nodiscard]] git::ObjectId id(const char *revision) const
    {
        return git::ObjectId::parse(
                   runCommand(path(), QStringLiteral("git"),
                              {QStringLiteral("rev-parse"), QString::fromLatin1(revision)})
                       .output)
            .value_or(git::ObjectId());
    }
    /// A commit object of the git command's making; no reference moves.
    [[nodiscard]] git::ObjectId commitTree(const git::ObjectId &tree,
                                           const QByteArray &parent = {}) const
    {
        const QByteArray by = parent.isEmpty() ? parent : " -p " + parent;
        return git::ObjectId::parse(run("commit-tree -m second " + tree.toHex() + by))
            .value_or(git::ObjectId());
    }
    [[nodiscard]] QByteArray status() const { return run("status --porcelain"); }
    /// What git fsck complains of: nothing.
    [[nodiscard]] QByteArray fsck() const
    {
        const GitRun checked = git(path(), "fsck --strict --no-dangling --no-progress");
        return checked.exitCode == 0 ? checked.output : checked.output + checked.errors;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace waymark::testing
