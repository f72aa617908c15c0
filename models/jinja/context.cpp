#include "models/jinja/context.h"

#include "models/jinja/conversion.h"

#include <algorithm>
#include <utility>

namespace waymark::jinja {

namespace {
constexpr qsizetype comparedSize = 16; // below it, comparing is faster than a table is made
} // namespace

Passed::Passed(const TaggedValue::Map &given)
    : m_given(&given)
    , m_values(static_cast<size_t>(given.size()))
{
    if (given.size() <= comparedSize)
        return;
    for (qsizetype i = 0; i < given.size(); ++i)
        m_own.insert(Value(given[i].key).lent(), Value(static_cast<qint64>(i)));
}

/// In what is given, or in m_own; or -1.
qsizetype Passed::indexOf(const QString &name, size_t hash) const
{
    if (!m_given || m_own.size() > 0)
        return m_own.indexOf(name, hash);
    const auto found = std::ranges::find(*m_given, name, &TaggedValue::Entry::key);
    return found == m_given->end() ? -1 : std::distance(m_given->begin(), found);
}

const Value *Passed::find(Runtime &runtime, const QString &name, size_t hash)
{
    for (Passed *passed = this; passed; passed = passed->m_below.get()) {
        const qsizetype index = passed->indexOf(name, hash);
        if (index >= 0)
            return &passed->valueAt(runtime, index);
    }
    return nullptr;
}

const Value &Passed::valueAt(Runtime &runtime, qsizetype index)
{
    if (!m_given)
        return m_own.valueAt(index);
    Value &value = m_values[static_cast<size_t>(index)];
    if (value.isMissing())
        value = lentFromTagged(runtime, m_given->at(index).value);
    return value;
}

void Passed::addTo(Runtime &runtime, DictData &all)
{
    if (m_below)
        m_below->addTo(runtime, all);
    const qsizetype size = m_given ? m_given->size() : m_own.size();
    for (qsizetype i = 0; i < size; ++i) {
        const Value &value = valueAt(runtime, i);
        all.insert(m_given ? Value(m_given->at(i).key).lent()
                           : m_own.entries()[static_cast<size_t>(i)].key,
                   value);
    }
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

Reference<Passed> Context::passedOn(DictData locals) const
{
    if (set.size() == 0 && locals.size() == 0)
        return passed;
    if (set.size() == 0)
        return make<Passed>(passed, std::move(locals));
    DictData own = set;
    for (const DictData::Entry &entry : locals.entries())
        own.insert(entry.key, entry.hash, entry.value);
    return make<Passed>(passed, std::move(own));
}

} // namespace waymark::jinja
