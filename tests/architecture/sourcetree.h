#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QList>
#include <QString>
#include <QStringList>

namespace architecture {

/// A file of the project by its path from the root, with its text.
struct SourceFile
{
    QString path;
    QString text;
};

/// A rule that a file breaks, and by what.
struct Finding
{
    QString file;
    QString rule;
    QString what;

    QString toString() const
    {
        return file + QLatin1String(": ") + rule + QLatin1String(": ") + what;
    }
};

inline QDir root()
{
    return QDir(QStringLiteral(WAYMARK_SOURCE_DIR));
}

inline SourceFile readSource(const QString &path)
{
    QFile file(root().filePath(path));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return {path, QString()};
    return {path, QString::fromUtf8(file.readAll())};
}

/// The files below `folders` of the root whose names match a pattern, in order.
inline QList<SourceFile> sourcesBelow(const QStringList &folders, const QStringList &patterns)
{
    QStringList paths;
    for (const QString &folder : folders) {
        QDirIterator files(root().filePath(folder), patterns, QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            paths += root().relativeFilePath(files.next());
    }
    paths.sort();
    QList<SourceFile> sources;
    for (const QString &path : std::as_const(paths))
        sources += readSource(path);
    return sources;
}

inline const QStringList codeFolders = {QStringLiteral("models"), QStringLiteral("views"),
                                        QStringLiteral("app"), QStringLiteral("tests")};
inline const QStringList codeFiles = {QStringLiteral("*.h"), QStringLiteral("*.cpp")};

} // namespace architecture
