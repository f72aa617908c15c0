#pragma once

#include "models/jinja/runtime.h"

#include <QStringList>

#include <optional>

namespace waymark::jinja {

struct LinkOptions
{
    Value longestText = Value::none(); ///< Code points of a link that are shown; None: all.
    QString relation = {}; ///< The attribute rel; empty: none.
    QString target = {};
    QStringList schemes = {}; ///< Further ones: "ftp:".
};

/// jinja2.utils.urlize(): `markup`, which is escaped, with the addresses in it made into links.
[[nodiscard]] QString withLinks(Runtime &runtime, const QString &markup,
                                const LinkOptions &options);

} // namespace waymark::jinja
