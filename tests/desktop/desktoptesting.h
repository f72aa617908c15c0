#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace waymark::testing {

/// Folders of a user of their own, with a folder of templates.
class DesktopFolders
{
public:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    void write(const QString &name, const QByteArray &content) const
    {
        const QFileInfo info(path(name));
        QDir().mkpath(info.path());
        QFile file(info.filePath());
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
    }

    /// A template called `name` in the folder `source`.
    void addTemplate(const QString &source, const QString &name) const
    {
        write(source + u'/' + name + QStringLiteral("/template.yaml"),
              "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata:\n  name: "
                  + name.toUtf8() + "\n  title: The " + name.toUtf8()
                  + "\nspec:\n  type: service\n  steps: []\n");
        write(source + u'/' + name + QStringLiteral("/README.md"), "# About " + name.toUtf8());
    }

private:
    QTemporaryDir m_folder;
};

} // namespace waymark::testing
