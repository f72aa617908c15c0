#pragma once

#include "models/catalog/copierreader.h"
#include "models/catalog/copiersettings.h"
#include "models/catalog/questionnaire.h"
#include "models/yaml/yaml.h"
#include "tests/support/testing.h"

#include <QMap>

namespace waymark::testing {

/// The template of Copier with this `copier.yml` and these files beside it.
inline Template copierTemplate(const QByteArray &yaml,
                               const QMap<QByteArray, QByteArray> &files = {},
                               const TemplateRevision &revision = {})
{
    TemplateTexts texts{
        .definition = yaml, .sidecar = {}, .format = TemplateFormat::Copier, .name = "copier.yml"};
    texts.files = [files](const QByteArray &path) -> std::optional<Result<QByteArray>> {
        return files.contains(path) ? std::optional<Result<QByteArray>>(files.value(path))
                                    : std::nullopt;
    };
    texts.paths = [files] { return files.keys(); };
    texts.revision = revision;
    return readCopierTemplate(texts, QStringLiteral("/t/copier.yml"));
}

inline Map answersOf(const QByteArray &yaml)
{
    const auto value = parseYamlValue(yaml, {.schema = YamlSchema::Yaml11});
    if (!value || !value->toMap())
        qFatal("no map: %s", yaml.constData());
    return *value->toMap();
}

} // namespace waymark::testing
