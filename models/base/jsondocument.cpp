#include "models/base/jsondocument.h"

#include "models/base/jsonreader.h"
#include "models/base/utf8.h"

namespace waymark {

Result<JsonDocument> JsonDocument::read(QByteArrayView text, const QString &file)
{
    Result<QString> decoded = decodeUtf8(text);
    if (!decoded) {
        decoded.error().problem.file = file;
        return std::unexpected(decoded.error());
    }
    JsonDocument document;
    document.m_text = *std::move(decoded);
    document.m_file = file;
    Result<Value> value = JsonReader(document.m_text, file, &document.m_places).readAll();
    if (!value)
        return std::unexpected(value.error());
    document.m_value = *std::move(value);
    return document;
}

Problem JsonDocument::placed(const Problem &problem, QStringList path) const
{
    while (!path.isEmpty() && !m_places.contains(path))
        path.removeLast();
    Problem placed = problem;
    placed.file = m_file;
    return placed.pointingAt(m_text, positionOf(m_text, m_places.value(path)));
}

} // namespace waymark
