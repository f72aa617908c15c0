#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace waymark::testing {

/// Writes a file with its folders.
inline void writeFile(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// Pages with a question of each kind.
inline QByteArray allKinds()
{
    return "    - title: Basics\n"
           "      description: What it is called.\n"
           "      required: [name]\n"
           "      properties:\n"
           "        name: {type: string, title: Service name, ui:field: EntityNamePicker, "
           "pattern: '^[a-z][a-z0-9-]*$', description: Short and lower case.}\n"
           "        notes: {type: string, title: Notes, ui:widget: textarea}\n"
           "        copies: {type: integer, title: Copies, minimum: 1, maximum: 90, "
           "default: 2}\n"
           "        share: {type: number, title: Share, minimum: 0, maximum: 1, "
           "multipleOf: 0.25, default: 0.5}\n"
           "        public: {type: boolean, title: Public, default: false}\n"
           "        size: {type: string, title: Size, enum: [small, large], "
           "ui:enumNames: [Small, Large], default: small}\n"
           "    - title: Choices\n"
           "      properties:\n"
           "        reach: {type: string, title: Reach, enum: [inside, outside], "
           "ui:enumNames: [Only other services in the cluster, Everyone on the internet], "
           "default: inside}\n"
           "        region: {type: string, title: Region, enum: [a, b, c, d, e, f], "
           "ui:enumNames: [Frankfurt, Ireland, Stockholm, Virginia, Oregon, Sydney]}\n"
           "        zone: {type: string, title: Zone, enum: [z01, z02, z03, z04, z05, z06, "
           "z07, z08, z09, z10, z11, z12, z13, z14]}\n"
           "        features: {type: array, title: Features, uniqueItems: true, "
           "items: {type: string, enum: [cache, queue, search]}}\n"
           "        start: {type: string, title: Start, format: date}\n"
           "    - title: Lists\n"
           "      properties:\n"
           "        hosts: {type: array, title: Hosts, items: {type: string}}\n"
           "        labels: {type: object, title: Labels, "
           "additionalProperties: {type: string}}\n"
           "        token: {type: string, title: Token, ui:field: Secret}\n"
           "        certificate: {type: string, title: Certificate, format: data-url}\n"
           "        database:\n"
           "          type: object\n"
           "          title: Database\n"
           "          properties:\n"
           "            engine: {type: string, title: Engine}\n"
           "            disk: {type: integer, title: Disk}\n"
           "        routes: {type: array, title: Routes, items: {type: object, properties: "
           "{path: {type: string}}}}\n";
}

/// Writes the template “all” into `folder`, which asks `pages`.
inline void writeTemplate(const QString &folder, const QByteArray &pages)
{
    writeFile(folder + QStringLiteral("/all/template.yaml"),
              "apiVersion: scaffolder.backstage.io/v1beta3\n"
              "kind: Template\n"
              "metadata: {name: all, title: Every kind}\n"
              "spec:\n"
              "  owner: platform\n"
              "  type: service\n"
              "  parameters:\n"
                  + pages
                  + "  steps:\n"
                    "    - action: fetch:template\n"
                    "      input:\n"
                    "        url: ./skeleton\n"
                    "        values:\n"
                    "          name: ${{ parameters.name }}\n"
                    "          size: ${{ parameters.size }}\n"
                    "          copies: ${{ parameters.copies }}\n");
    writeFile(folder + QStringLiteral("/all/waymark.yaml"),
              "version: 1.2.0\nlifecycle: supported\n"
              "golden:\n  size: {why: Most services need no more.}\n");
    writeFile(folder + QStringLiteral("/all/skeleton/README.md"),
              "# ${{ values.name }}\n\nAll of it.\n");
    writeFile(folder + QStringLiteral("/all/skeleton/deploy/service.yaml"),
              "name: ${{ values.name }}\ncopies: ${{ values.copies }}\nsize: ${{ values.size }}\n");
    writeFile(
        folder + QStringLiteral("/all/skeleton/{% if values.size == 'large' %}big.txt{% endif %}"),
        "big\n");
}

} // namespace waymark::testing
