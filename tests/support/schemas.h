#pragma once

#include "models/base/json.h"
#include "models/yaml/schemavalidator.h"

#include <QFile>

namespace waymark::testing {

/// What `text` has wrong by the schema of `kind`, one problem a line.
inline QString complaints(const QByteArray &text, const QString &kind)
{
    QFile file(
        QStringLiteral(WAYMARK_SOURCE_DIR "/resources/schemas/waymark-%1.schema.json").arg(kind));
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("no schema ") + kind;
    const auto schema = parseJson(file.readAll());
    const auto validator
        = schema ? SchemaValidator::compile(*schema) : std::unexpected(schema.error());
    const auto document = parseJson(text);
    if (!validator || !document)
        return validator ? document.error().toString() : validator.error().toString();
    QStringList lines;
    for (const Problem &problem : validator->validate(*document))
        lines += problem.toString();
    return lines.join(u'\n');
}

} // namespace waymark::testing
