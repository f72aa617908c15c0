#include "models/jinja/context.h"

#include "models/jinja/conversion.h"

namespace waymark::jinja {

Passed::Passed(const TaggedValue::Map &given)
    : m_given(&given)
{
    for (const TaggedValue::Entry &entry : given)
        m_own.insert(entry.key, Value());
}

const Value *Passed::find(Runtime &runtime, const QString &name, size_t hash)
{
    for (Passed *passed = this; passed; passed = passed->m_below.get()) {
        const qsizetype index = passed->m_own.indexOf(name, hash);
        if (index >= 0)
            return &passed->valueAt(runtime, index);
    }
    return nullptr;
}

const Value &Passed::valueAt(Runtime &runtime, qsizetype index)
{
    Value &value = m_own.valueAt(index);
    if (m_given && value.isMissing())
        value = fromTagged(runtime, m_given->at(index).value);
    return value;
}

void Passed::addTo(Runtime &runtime, DictData &all)
{
    if (m_below)
        m_below->addTo(runtime, all);
    for (qsizetype i = 0; i < m_own.size(); ++i)
        all.insert(m_own.entries()[static_cast<size_t>(i)].key, valueAt(runtime, i));
}

const Value *Context::find(Runtime &runtime, const QString &name, size_t hash) const
{
    if (set.size() > 0) {
        if (const Value *value = set.find(name, hash))
            return value;
    }
    return passed->find(runtime, name, hash);
}

Reference<DictData> Context::all(Runtime &runtime) const
{
    auto result = make<DictData>();
    passed->addTo(runtime, *result);
    for (const DictData::Entry &entry : set.entries())
        result->insert(entry.key, entry.value);
    return result;
}

Reference<Passed> Context::passedOn(const DictData &locals) const
{
    if (set.size() == 0 && locals.size() == 0)
        return passed;
    DictData own = set;
    for (const DictData::Entry &entry : locals.entries())
        own.insert(entry.key, entry.value);
    return make<Passed>(passed, std::move(own));
}

} // namespace waymark::jinja
