#pragma once

#include <QtTypes>

#include <atomic>
#include <utility>

namespace waymark::jinja {

class Nursery;
/// Of this thread; null: no render runs in it.
extern constinit thread_local Nursery *currentNursery;

/// What several values hold together; it goes with the last of them.
class Shared
{
public:
    Shared() = default;
    Shared(const Shared &) = delete;
    Shared &operator=(const Shared &) = delete;
    virtual ~Shared() = default;

private:
    friend Shared *retained(Shared *shared);
    friend Shared *retainedFirst(Shared *shared);
    friend void released(Shared *shared);
    void setOwners(quint32 count) { m_owners.store(count, std::memory_order_relaxed); }

    std::atomic<quint32> m_owners = 0;
    /// What a render makes is of its thread alone, and counted without locked instructions.
    const bool m_isOfRender = currentNursery != nullptr;
};

/// The same while no other thread can know of it, which needs no locked instruction.
inline Shared *retainedFirst(Shared *shared)
{
    shared->setOwners(shared->m_owners.load(std::memory_order_relaxed) + 1);
    return shared;
}

inline Shared *retained(Shared *shared)
{
    if (!shared)
        return nullptr;
    if (shared->m_isOfRender)
        return retainedFirst(shared);
    shared->m_owners.fetch_add(1, std::memory_order_relaxed);
    return shared;
}

/// Deletes `shared`, which nothing holds any more. What it held alone goes with it, however deep
/// that is nested, without a call for each level.
void destroyed(Shared *shared);

inline void released(Shared *shared)
{
    if (!shared)
        return;
    // Of the only owner nobody can get another share meanwhile: most values end here.
    const quint32 owners = shared->m_owners.load(std::memory_order_acquire);
    if (owners != 1 && shared->m_isOfRender)
        shared->setOwners(owners - 1);
    else if (owners == 1 || shared->m_owners.fetch_sub(1, std::memory_order_acq_rel) == 1)
        destroyed(shared);
}

/// Owns a share of a T, or nothing.
template<typename T>
class Reference
{
public:
    Reference() = default;
    explicit Reference(T *object)
        : m_object(object)
    {
        retained(m_object);
    }
    template<typename U>
    Reference(const Reference<U> &other)
        : Reference(other.get())
    {
    } // NOLINT: a derived one is one
    template<typename U>
    Reference(Reference<U> &&other) noexcept
        : m_object(other.take())
    {
    } // NOLINT: the same
    Reference(const Reference &other)
        : Reference(other.m_object)
    {
    }
    Reference(Reference &&other) noexcept
        : m_object(std::exchange(other.m_object, nullptr))
    {
    }
    Reference &operator=(Reference other) noexcept
    {
        std::swap(m_object, other.m_object);
        return *this;
    }
    ~Reference() { released(m_object); }

    [[nodiscard]] T *get() const { return m_object; }
    /// Gives the share away, uncounted.
    [[nodiscard]] T *take() { return std::exchange(m_object, nullptr); }
    T *operator->() const { return m_object; }
    T &operator*() const { return *m_object; }
    explicit operator bool() const { return m_object != nullptr; }

private:
    template<typename U, typename... Arguments>
    friend Reference<U> make(Arguments &&...arguments);

    T *m_object = nullptr;
};

template<typename T, typename... Arguments>
[[nodiscard]] Reference<T> make(Arguments &&...arguments)
{
    Reference<T> reference;
    reference.m_object = new T(std::forward<Arguments>(arguments)...);
    retainedFirst(reference.m_object);
    return reference;
}

} // namespace waymark::jinja
