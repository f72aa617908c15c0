#include "app/cli/templatesfolder.h"

#include <QCoreApplication>
#include <QDir>
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

} // namespace

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
