#pragma once

#include "models/plan/planner.h"
#include "models/yaml/yaml.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTimeZone>

namespace waymark::testing {

inline QByteArray read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

/// The template that is called so in the source tree.
inline const LoadedTemplate &builtIn(QStringView called)
{
    static QMap<QString, LoadedTemplate> known;
    const QString name = called.toString();
    const auto found = known.find(name);
    if (found != known.end())
        return *found;
    const Source source{.name = QStringLiteral("built-in"),
                        .folder = QStringLiteral(WAYMARK_SOURCE_DIR "/templates"),
                        .kind = Source::Kind::BuiltIn};
    const auto entry = readTemplateFolder(source.folder + u'/' + name, {source});
    const auto loaded = entry ? loadTemplate(*entry) : std::unexpected(entry.error());
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().toString()));
    return *known.insert(name, *loaded);
}

/// The folders with answers and what the template must make of them.
inline QString goldenFolder(const QString &name)
{
    return QStringLiteral(WAYMARK_SOURCE_DIR "/tests/golden/") + name;
}

/// The templates that have such folders.
inline QStringList goldenTemplates()
{
    return QDir(goldenFolder({})).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

inline QStringList goldenSets(const QString &name)
{
    return QDir(goldenFolder(name)).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

inline Map goldenAnswers(const QString &name, const QString &set)
{
    const QString path = goldenFolder(name) + u'/' + set + QStringLiteral("/answers.yaml");
    const auto value = parseYamlValue(read(path), {.file = path});
    if (!value || !value->toMap())
        qFatal("%s holds no answers", qPrintable(path));
    return *value->toMap();
}

inline RenderRequest requestOf(const LoadedTemplate &loaded, const Map &answers)
{
    return {.form = Form(loaded.entry.definition.form, answers),
            .now = QDateTime({2026, 11, 24}, {10, 0}, QTimeZone::UTC),
            .seed = "9f2c"};
}

/// "mode path" and content of every file and link below `folder`.
inline QMap<QString, QByteArray> filesBelow(const QString &folder)
{
    QMap<QString, QByteArray> all;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden | QDir::System,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QFileInfo info = entries.nextFileInfo();
        const QString path = info.filePath().sliced(folder.size() + 1);
        if (info.isSymLink())
            all.insert(QStringLiteral("link ") + path, info.readSymLink().toUtf8());
        else
            all.insert((info.isExecutable() ? QStringLiteral("run ") : QStringLiteral("file "))
                           + path,
                       read(info.filePath()));
    }
    return all;
}

/// The same of what a template makes.
inline QMap<QString, QByteArray> filesOf(const Rendering &rendering)
{
    QMap<QString, QByteArray> all;
    for (const RenderedFile &file : rendering.files) {
        const QString kind = file.mode == FileMode::Link ? QStringLiteral("link ")
            : file.mode == FileMode::Executable          ? QStringLiteral("run ")
                                                         : QStringLiteral("file ");
        all.insert(kind + QString::fromUtf8(file.path), file.content);
    }
    return all;
}

} // namespace waymark::testing
