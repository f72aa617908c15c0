#include "models/jinja/nursery.h"

#include <utility>

namespace waymark::jinja {

constinit thread_local Nursery *currentNursery = nullptr;

Container::Container()
    : m_nursery(currentNursery)
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
    : m_outer(std::exchange(currentNursery, this))
{
}

Nursery::~Nursery()
{
    currentNursery = m_outer;
    while (m_first) {
        Container *const container = m_first;
        container->leave();
        container->drop();
    }
}

NurseryPause::NurseryPause()
    : m_paused(std::exchange(currentNursery, nullptr))
{
}

NurseryPause::~NurseryPause()
{
    currentNursery = m_paused;
}

} // namespace waymark::jinja
