#include "models/jinja/reads.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace waymark::jinja {
namespace {

Changes whole()
{
    return {.isWhole = true};
}

/// Equal, and what is printed of them too.
bool isSame(const TaggedValue &a, const TaggedValue &b)
{
    if (a != b)
        return false;
    const double *x = a.scalar().toFloat();
    const double *y = b.scalar().toFloat();
    if (x && y)
        return std::signbit(*x) == std::signbit(*y);
    return std::ranges::equal(a.list(), b.list(), isSame)
        && std::ranges::equal(a.map(), b.map(), isSame, &TaggedValue::Entry::value,
                              &TaggedValue::Entry::value);
}

bool haveSameKeys(const TaggedValue::Map &a, const TaggedValue::Map &b)
{
    return std::ranges::equal(a, b, {}, &TaggedValue::Entry::key, &TaggedValue::Entry::key);
}

/// Where no answer is named, nothing is noted of where things come from.
bool hasSources(const TaggedValue &value)
{
    return !value.sources().isEmpty() || std::ranges::any_of(value.list(), hasSources)
        || std::ranges::any_of(value.map(), hasSources, &TaggedValue::Entry::value);
}

Changes differences(const TaggedValue &before, const TaggedValue &after);

void addEntry(Changes &changes, const QString &key, const TaggedValue &before,
              const TaggedValue &after)
{
    if (Changes inside = differences(before, after); !inside.isEmpty())
        changes.entries.emplace(key, std::move(inside));
}

void addOtherKeys(Changes &changes, const TaggedValue::Map &before, const TaggedValue::Map &after)
{
    changes.isReordered = true;
    QHash<QString, const TaggedValue *> gone;
    for (const TaggedValue::Entry &entry : before)
        gone.insert(entry.key, &entry.value);
    for (const TaggedValue::Entry &entry : after) {
        if (const TaggedValue *there = gone.take(entry.key))
            addEntry(changes, entry.key, *there, entry.value);
        else
            changes.entries.emplace(entry.key, whole());
    }
    for (const QString &key : gone.keys())
        changes.entries.emplace(key, whole());
}

Changes differences(const TaggedValue &before, const TaggedValue &after)
{
    if (!before.isMap() || !after.isMap())
        return isSame(before, after) ? Changes() : whole();
    if (before.sources() != after.sources())
        return whole();
    Changes changes;
    const TaggedValue::Map &left = before.map();
    const TaggedValue::Map &right = after.map();
    if (left.constData() == right.constData() && left.size() == right.size())
        return changes;
    if (!haveSameKeys(left, right)) {
        addOtherKeys(changes, left, right);
        return changes;
    }
    for (qsizetype i = 0; i < left.size(); ++i)
        addEntry(changes, left.at(i).key, left.at(i).value, right.at(i).value);
    return changes;
}

} // namespace

Changes changesBetween(const TaggedValue &before, const TaggedValue &after)
{
    return hasSources(before) == hasSources(after) ? differences(before, after) : whole();
}

Reads &Reads::note(const QString &key)
{
    return m_entries[key];
}

void Reads::add(const Reads &other)
{
    m_isAll |= other.m_isAll;
    for (const auto &[key, reads] : other.m_entries)
        m_entries[key].add(reads);
}

bool Reads::meet(const Changes &changes) const
{
    if (changes.isWhole || (m_isAll && !changes.isEmpty()))
        return true;
    return std::ranges::any_of(changes.entries, [this](const auto &changed) {
        const auto entry = m_entries.find(changed.first);
        return entry != m_entries.end() && entry->second.meet(changed.second);
    });
}

} // namespace waymark::jinja
