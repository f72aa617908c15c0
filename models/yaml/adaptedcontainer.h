#pragma once

#include "models/base/value.h"

#include <valijson/internal/basic_adapter.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace waymark {

class ValueAdapter;

/// An item of a List or Map as valijson sees it.
[[nodiscard]] ValueAdapter adapted(const Value &value);
[[nodiscard]] std::pair<std::string, ValueAdapter> adapted(const Map::Entry &entry);

/// Goes over a List or Map as valijson wants to see its items.
template<typename Iterator, typename Item>
class AdaptedIterator
{
public:
    using iterator_category = std::bidirectional_iterator_tag;
    using value_type = Item;
    using difference_type = std::ptrdiff_t;
    using pointer = Item *;
    using reference = Item &;

    AdaptedIterator(Iterator place) // NOLINT(google-explicit-constructor): a wrapper and no more
        : m_place(place)
    {
    }
    Item operator*() const { return adapted(*m_place); }
    valijson::adapters::DerefProxy<Item> operator->() const
    {
        return valijson::adapters::DerefProxy<Item>(**this);
    }
    bool operator==(const AdaptedIterator &other) const { return m_place == other.m_place; }
    const AdaptedIterator &operator++()
    {
        ++m_place;
        return *this;
    }
    AdaptedIterator operator++(int) { return std::exchange(m_place, std::next(m_place)); }
    const AdaptedIterator &operator--()
    {
        --m_place;
        return *this;
    }
    void advance(std::ptrdiff_t steps) { m_place += steps; }

private:
    Iterator m_place;
};

template<typename Container, typename Item>
class AdaptedContainer
{
public:
    using const_iterator = AdaptedIterator<typename Container::const_iterator, Item>;
    using iterator = const_iterator;

    AdaptedContainer() = default;
    explicit AdaptedContainer(const Container *items)
        : m_items(items)
    {
    }
    [[nodiscard]] const_iterator begin() const { return std::as_const(*m_items).begin(); }
    [[nodiscard]] const_iterator end() const { return std::as_const(*m_items).end(); }
    [[nodiscard]] size_t size() const { return static_cast<size_t>(m_items->size()); }
    [[nodiscard]] const_iterator find(const std::string &key) const
        requires std::same_as<Container, Map>
    {
        const QString name = QString::fromStdString(key);
        return std::find_if(m_items->begin(), m_items->end(),
                            [&name](const Map::Entry &entry) { return entry.key == name; });
    }

private:
    static const Container &none()
    {
        static const Container empty;
        return empty;
    }
    const Container *m_items = &none();
};

} // namespace waymark
