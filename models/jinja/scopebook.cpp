#include "models/jinja/scopebook.h"

#include <algorithm>

namespace waymark::jinja {

ScopeBook::Frame &ScopeBook::enter(Frame *parent, Edge edge, bool isCutOff)
{
    Frame &frame = m_frames.emplace_back(parent, edge);
    frame.isCutOff = isCutOff || (parent && parent->isCutOff);
    frame.repeats = edge == Edge::Loop || (parent && parent->repeats);
    return frame;
}

void ScopeBook::enterBranch()
{
    m_open.push_back(++m_branches);
}

void ScopeBook::bind(Frame &frame, Binding binding)
{
    binding.branch = m_open.back();
    const bool isParameter = binding.kind == Binding::Kind::Parameter; // there from the beginning
    binding.order = isParameter ? 0 : ++m_order;
    Bound &bound = frame.names[binding.name];
    bound.bindings.insert(isParameter ? 0 : bound.bindings.size(), m_bindings.size());
    bound.branches += binding.branch;
    m_names[binding.name].bindings += m_bindings.size();
    m_bindings.push_back(std::move(binding));
}

void ScopeBook::read(Frame &frame, Read read)
{
    read.frame = &frame;
    read.isCutOff = frame.isCutOff;
    read.settled = settledIn(frame, read.path.constFirst());
    read.order = ++m_order;
    m_reads.push_back(std::move(read));
}

/// Branches are left in the reverse order, and never entered again.
bool ScopeBook::isSetByNow(Bound &bound) const
{
    while (!bound.branches.isEmpty()
           && !std::ranges::binary_search(m_open, bound.branches.constLast()))
        bound.branches.removeLast();
    return !bound.branches.isEmpty();
}

/// By what has been noted up to now.
const ScopeBook::Frame *ScopeBook::settledIn(Frame &frame, const QString &name) const
{
    for (Frame *at = &frame; at; at = at->parent) {
        const auto bound = at->names.find(name);
        if (bound != at->names.end() && isSetByNow(*bound))
            return at;
        if (at->edge == Edge::Context)
            return nullptr; // what the context has by then is not known
    }
    return nullptr;
}

/// The first `count` of them.
void ScopeBook::markRead(Bound &bound, qsizetype count)
{
    for (; bound.read < count; ++bound.read)
        m_bindings[bound.bindings.at(bound.read)].isRead = true;
}

qsizetype ScopeBook::countBefore(const Bound &bound, int order) const
{
    const auto orderOf = [this](size_t index) { return m_bindings[index].order; };
    const auto end = std::ranges::lower_bound(bound.bindings, order, {}, orderOf);
    return std::distance(bound.bindings.begin(), end);
}

void ScopeBook::resolve(Read &read)
{
    const QString &name = read.path.constFirst();
    bool isLater = read.frame->repeats;
    for (Frame *at = read.frame; at; at = at->parent) {
        if (const auto bound = at->names.find(name); bound != at->names.end()) {
            const qsizetype count
                = isLater ? bound->bindings.size() : countBefore(*bound, read.order);
            markRead(*bound, count);
            read.isFound = read.isFound || count > 0;
        }
        if (at == read.settled)
            return;
        isLater = isLater || at->edge == Edge::Later || at->edge == Edge::Context;
    }
    const auto anywhere = m_names.find(name);
    if (read.isFound || !read.isInBlock || anywhere == m_names.end())
        return;
    markRead(*anywhere, anywhere->bindings.size());
    read.isFound = true;
}

void ScopeBook::resolve()
{
    for (Read &read : m_reads)
        resolve(read);
    for (Frame *whole : m_wholes) {
        for (Frame *at = whole; at && !at->isAllRead; at = at->parent) {
            at->isAllRead = true;
            for (Bound &bound : at->names)
                markRead(bound, bound.bindings.size());
        }
    }
}

} // namespace waymark::jinja
