#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace waymark {

/// A folder for one test.
class ScratchFolder
{
public:
    [[nodiscard]] QString path(const QString &name = {}) const
    {
        return name.isEmpty() ? QFileInfo(m_dir.path()).canonicalFilePath()
                              : path() + QLatin1Char('/') + name;
    }
    /// Writes a file and the folders on the way to it.
    void write(const QString &name, const QByteArray &content) const
    {
        const QFileInfo info(path(name));
        QFile file(info.filePath());
        if (!QDir().mkpath(info.path()) || !file.open(QIODevice::WriteOnly)
            || file.write(content) != content.size())
            qFatal("%s cannot be written", qPrintable(name));
    }
    void link(const QString &name, const QString &target) const
    {
        if (!QFile::link(target, path(name)))
            qFatal("%s cannot be made", qPrintable(name));
    }

private:
    QTemporaryDir m_dir;
};

/// A template.yaml with this name and what `spec` has beside its steps, indented by two blanks.
inline QByteArray templateText(const QByteArray &name, const QByteArray &spec = {})
{
    return "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata:\n  name: " + name
        + "\nspec:\n  type: service\n" + spec
        + "  steps:\n    - action: fetch:template\n      input: {url: ./skeleton}\n";
}

} // namespace waymark
