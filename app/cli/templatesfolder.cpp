#include "app/cli/templatesfolder.h"

#include "models/base/closest.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

constexpr qint64 maximumTemplate = qint64(64) << 20;

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

jinja::Loader folderLoader(const QString &folder)
{
    const QString root = QFileInfo(folder).canonicalFilePath();
    return [root](const QString &name) -> Result<std::optional<QByteArray>> {
        const QFileInfo info(QDir(root).filePath(name));
        const QString real = info.canonicalFilePath();
        if (name.isEmpty() || QDir::isAbsolutePath(name) || !info.isFile()
            || !real.startsWith(root + u'/'))
            return std::optional<QByteArray>();
        QFile file(real);
        if (file.open(QIODevice::ReadOnly) && file.size() <= maximumTemplate)
            return std::optional(file.readAll());
        return failure(
            {.code = u"cli.unreadable"_s,
             .message = text("The template “%1” cannot be read: %2").arg(name, file.errorString()),
             .file = real});
    };
}

/// The names by which templates in `folder` can be loaded, some of them where there are many.
QStringList namesIn(const QString &folder)
{
    constexpr qsizetype most = 1000;
    QStringList names;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext() && names.size() < most)
        names += QDir(folder).relativeFilePath(files.next());
    return names;
}

QString missingHint(const QString &name, const QString &given, const QString &folder)
{
    if (QDir::isAbsolutePath(name) || QDir::cleanPath(name).startsWith(u".."))
        return text("A name cannot lead out of %1, the folder of --templates.").arg(given);
    const QFileInfo there(QDir(folder).filePath(name));
    if (there.isFile() || there.isSymLink())
        return text("It is a link that leads out of %1, the folder of --templates, or nowhere.")
            .arg(given);
    const QString meant = didYouMean(name, namesIn(folder));
    const QString looked = text("It was looked for in “%1”.").arg(given);
    return meant.isEmpty() ? looked : looked + u' ' + meant;
}

} // namespace

Problem inTemplates(Problem problem, const QString &rendered, const QString &name,
                    const Surroundings &surroundings)
{
    if (!name.isEmpty() && !problem.file.isEmpty() && problem.file != rendered)
        problem.file = QDir(name).filePath(problem.file);
    const bool isWithoutLoader
        = problem.message == u"no loader for this environment specified"; // Jinja2's words
    const bool isNotFound = problem.hint.isEmpty() && problem.code == u"template.not-found";
    if (!isNotFound && !isWithoutLoader)
        return problem;
    if (name.isEmpty())
        problem.hint = text("Name the folder that templates are loaded from: --templates DIR");
    else
        problem.hint = missingHint(problem.message.section(u": "_s, -1), name,
                                   QDir(surroundings.workingDirectory).absoluteFilePath(name));
    return problem;
}

Result<jinja::Loader> loaderOf(const QString &name, const Surroundings &surroundings)
{
    if (name.isEmpty())
        return jinja::Loader();
    const QString folder = QDir(surroundings.workingDirectory).absoluteFilePath(name);
    if (QFileInfo(folder).isDir())
        return folderLoader(folder);
    return failure({.code = u"cli.templates"_s,
                    .message = QFileInfo::exists(folder) ? text("This is no folder.")
                                                         : text("There is no such folder."),
                    .file = name,
                    .hint = text("--templates names the folder that include, import and extends "
                                 "look in.")});
}

} // namespace waymark::cli
