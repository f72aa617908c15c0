#pragma once

#include <QString>
#include <QStringView>

#include <span>

namespace waymark::jinja {

/// What stands in HTML for a character.
struct HtmlEntity
{
    char16_t character;
    QStringView text;
};

/// `text` with `entities` in the place of their characters.
[[nodiscard]] QString withEntities(QStringView text, std::span<const HtmlEntity> entities);

} // namespace waymark::jinja
