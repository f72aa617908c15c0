#include "models/jinja/context.h"

namespace waymark::jinja {

const Value *Context::find(const QString &name, size_t hash) const
{
    if (set.size() > 0) {
        if (const Value *value = set.find(name, hash))
            return value;
    }
    return passed->find(name, hash);
}

Reference<DictData> Context::all() const
{
    auto result = make<DictData>(*passed);
    for (const DictData::Entry &entry : set.entries())
        result->insert(entry.key, entry.value);
    return result;
}

} // namespace waymark::jinja
