#include "models/jinja/nursery.h"

#include <utility>

namespace waymark::jinja {
namespace {

thread_local Nursery *current = nullptr;

} // namespace

Container::Container()
    : m_nursery(current)
{
    if (!m_nursery)
        return;
    m_behind = std::exchange(m_nursery->m_first, this);
    if (m_behind)
        m_behind->m_before = this;
}

Container::~Container()
{
    leave();
}

void Container::leave()
{
    if (!m_nursery)
        return;
    (m_before ? m_before->m_behind : m_nursery->m_first) = m_behind;
    if (m_behind)
        m_behind->m_before = m_before;
    m_nursery = nullptr;
}

Nursery::Nursery()
    : m_outer(std::exchange(current, this))
{
}

Nursery::~Nursery()
{
    current = m_outer;
    while (m_first) {
        Container *const container = m_first;
        container->leave();
        container->drop();
    }
}

} // namespace waymark::jinja
