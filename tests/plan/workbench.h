#pragma once

#include "models/plan/writer.h"
#include "tests/git/gitcommand.h"
#include "tests/plan/countingfilesystem.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>

#include <optional>

namespace waymark::testing {

/// A folder in memory, where there is one, so that thousands of small files cost little.
class Bench
{
public:
    Bench()
        : m_folder(std::in_place,
                   QFileInfo(QStringLiteral("/dev/shm")).isWritable()
                       ? QStringLiteral("/dev/shm/waymark-XXXXXX")
                       : QDir::tempPath() + QStringLiteral("/waymark-XXXXXX"))
    {
        m_root = QFileInfo(m_folder->path()).canonicalFilePath();
        QDir(m_root).mkdir(QStringLiteral("work"));
    }
    /// That of another process, at its root().
    explicit Bench(QString root)
        : m_root(std::move(root))
    {
    }

    [[nodiscard]] QString root() const { return m_root; }

    /// Everything that a test makes is below here, apart from the state folder.
    [[nodiscard]] QString work() const { return m_root + QStringLiteral("/work"); }
    [[nodiscard]] QString path(const QString &inside) const { return work() + u'/' + inside; }
    [[nodiscard]] QString state() const { return m_root + QStringLiteral("/state"); }

    /// Every file, link and folder outside of git's own, with its mode and content.
    [[nodiscard]] QStringList picture() const
    {
        QStringList lines;
        addLines(QString(), lines);
        lines.sort();
        return lines;
    }

    /// Where HEAD, references and index of the repository `name` are.
    [[nodiscard]] QByteArray gitPicture(const QString &name) const
    {
        const QString folder = path(name);
        if (!QFileInfo::exists(folder + QStringLiteral("/.git")))
            return "none";
        return git(folder, "symbolic-ref HEAD").output + '\n' + git(folder, "show-ref").output
            + '\n' + git(folder, "ls-files -s").output;
    }

    /// What is in the state folder, apart from notes for undo.
    [[nodiscard]] QStringList leftInState() const
    {
        QStringList names;
        QDirIterator entries(state(), QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden,
                             QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            const QFileInfo info = entries.nextFileInfo();
            if (!info.isDir() && info.fileName() != QLatin1StringView("undo.json"))
                names += info.filePath();
        }
        return names;
    }

private:
    void addLines(const QString &folder, QStringList &lines) const
    {
        const auto filters = QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System;
        for (const QFileInfo &info : QDir(path(folder)).entryInfoList(filters)) {
            const QString name = folder + info.fileName();
            lines += name + described(info);
            if (info.isDir() && !info.isSymLink() && info.fileName() != QLatin1StringView(".git"))
                addLines(name + u'/', lines);
        }
    }
    static QString described(const QFileInfo &info)
    {
        if (info.isSymLink())
            return QStringLiteral(" -> ") + info.readSymLink();
        if (info.isDir())
            return QStringLiteral("/");
        return (info.isExecutable() ? QStringLiteral(" * ") : QStringLiteral(" "))
            + QString::fromLatin1(contentOf(info.filePath()));
    }

    std::optional<QTemporaryDir> m_folder;
    QString m_root;
};

/// A file that a template makes.
inline Change made(const QByteArray &path, const QByteArray &content,
                   FileMode mode = FileMode::Regular)
{
    return {.path = path, .kind = ChangeClass::New, .mode = mode, .content = content};
}

/// The small service that tests make: folders, a program, a link, an empty folder.
inline QList<Change> service()
{
    return {made("README.md", "# Orders\n"), made("cmd/orders/main.go", "package main\n"),
            made("deploy/base/kustomization.yaml", "resources: []\n"),
            made("scripts/run", "#!/bin/sh\n", FileMode::Executable),
            made("docs/index.md", "../README.md", FileMode::Link)};
}

/// The request to apply `changes` to `destination`, seen as it is.
inline Result<WriteRequest> requestFor(const QString &destination,
                                       const QList<Change> &changes = service())
{
    const auto found = inspectDestination(destination);
    if (!found)
        return std::unexpected(found.error());
    QByteArrayList paths;
    for (const Change &change : changes)
        paths += change.path;
    const auto snapshot = observed(*found, paths);
    if (!snapshot)
        return std::unexpected(snapshot.error());
    return WriteRequest{.destination = *snapshot,
                        .changes = changes,
                        .folders = {"data"},
                        .message = QStringLiteral("Create orders")};
}

} // namespace waymark::testing
