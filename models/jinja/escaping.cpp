#include "models/jinja/escaping.h"

#include <algorithm>

namespace waymark::jinja {

QString withEntities(QStringView text, std::span<const HtmlEntity> entities)
{
    QString escaped;
    escaped.reserve(text.size() + text.size() / 8);
    for (const QChar c : text) {
        const auto entity = std::ranges::find(entities, c.unicode(), &HtmlEntity::character);
        if (entity == entities.end())
            escaped += c;
        else
            escaped += entity->text;
    }
    return escaped;
}

} // namespace waymark::jinja
