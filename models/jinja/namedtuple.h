#pragma once

#include "models/jinja/containers.h"

#include <QStringList>

namespace waymark::jinja {

/// The items of a tuple that have names too, as those of Python's collections.namedtuple.
struct NamedTuple : ListData
{
    NamedTuple(QStringList names_, std::vector<Value> values)
        : ListData(std::move(values))
        , names(std::move(names_))
    {
    }
    /// The item of that name, or null.
    [[nodiscard]] const Value *find(const QString &name) const
    {
        const qsizetype index = names.indexOf(name);
        return index < 0 ? nullptr : &items[static_cast<size_t>(index)];
    }
    QStringList names;
};

} // namespace waymark::jinja
