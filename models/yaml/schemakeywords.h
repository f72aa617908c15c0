#pragma once

#include <QStringView>

namespace waymark {

/// Whether what stands under `keyword` of a JSON Schema is data, and no schema.
[[nodiscard]] inline bool holdsData(QStringView keyword)
{
    return keyword == u"const" || keyword == u"enum" || keyword == u"default"
        || keyword == u"examples";
}

/// Whether the map under `keyword` of a JSON Schema has a schema for each of its names.
[[nodiscard]] inline bool holdsNames(QStringView keyword)
{
    return keyword == u"properties" || keyword == u"patternProperties" || keyword == u"definitions"
        || keyword == u"$defs" || keyword == u"dependencies";
}

} // namespace waymark
