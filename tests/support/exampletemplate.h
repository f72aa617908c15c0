#pragma once

#include "models/catalog/catalog.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace waymark::testing {

/// A template in a folder of its own: it asks for a name, a size with a golden default, copies, and
/// a token that is a secret; a large one asks for a zone as well and has one more file.
class ExampleTemplate
{
public:
    explicit ExampleTemplate(const QString &name = QStringLiteral("small"))
        : m_name(name)
    {
        write(QStringLiteral("template.yaml"), yaml("./skeleton"));
        write(QStringLiteral("waymark.yaml"),
              "version: 1.2.0\nlifecycle: supported\nsupport: 'Ask in #platform.'\nicon: globe\n"
              "golden:\n  size: {why: Most services need no more.}\n");
        write(QStringLiteral("skeleton/deploy/base/service.yaml"),
              "copies: ${{ values.copies }}\n");
        write(QStringLiteral("skeleton/README.md"), "# ${{ values.name }}\n");
        write(QStringLiteral("skeleton/{% if values.size == 'large' %}big.txt{% endif %}"),
              "big\n");
    }

    /// Its template.yaml, with the folder that its step fetches.
    [[nodiscard]] QByteArray yaml(const QByteArray &fetched) const
    {
        return "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata:\n  name: "
            + m_name.toUtf8()
            + "\n  title: Small service\n  description: As little as a service can be\n"
              "  tags: [go, recommended]\nspec:\n  owner: platform\n  type: service\n"
              "  parameters:\n    - title: About it\n      required: [name]\n      properties:\n"
              "        name: {type: string, title: Name, description: Short and lower case., "
              "ui:field: EntityNamePicker}\n"
              "        size: {type: string, title: Size, enum: [small, large], "
              "ui:enumNames: [Small, Large], default: small}\n"
              "        copies: {type: integer, title: Copies, default: 2}\n"
              "        token: {type: string, title: Token, ui:field: Secret}\n"
              "        hidden: {type: string, default: h, ui:widget: hidden}\n"
              "      dependencies:\n        size:\n          oneOf:\n"
              "            - properties: {size: {enum: [small]}}\n"
              "            - properties: {size: {enum: [large]}, zone: {type: string, title: "
              "Zone}}\n"
              "  steps:\n    - id: fetch\n      name: Make the files\n"
              "      action: fetch:template\n      input:\n        url: "
            + fetched
            + "\n        values: {name: '${{ parameters.name }}', size: '${{ parameters.size }}', "
              "copies: '${{ parameters.copies }}'}\n";
    }

    void write(const QString &path, const QByteArray &content) const
    {
        const QString full = folder() + u'/' + path;
        QDir().mkpath(QFileInfo(full).path());
        QFile file(full);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(full));
    }

    [[nodiscard]] QString folder() const { return m_root.filePath(m_name); }
    [[nodiscard]] Source source() const
    {
        return {.name = QStringLiteral("tests"), .folder = m_root.path()};
    }
    [[nodiscard]] CatalogEntry entry() const
    {
        const auto read = readTemplateFolder(folder(), {source()});
        if (!read)
            qFatal("%s", qPrintable(read.error().toString()));
        return *read;
    }

private:
    QTemporaryDir m_root;
    QString m_name;
};

} // namespace waymark::testing
