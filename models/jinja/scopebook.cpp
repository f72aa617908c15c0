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
    binding.order = ++m_order;
    frame.bindings[binding.name].append(m_bindings.size());
    m_bindings.push_back(std::move(binding));
}

void ScopeBook::read(const Frame &frame, Read read)
{
    read.frame = &frame;
    read.isCutOff = frame.isCutOff;
    read.settled = settledIn(frame, read.path.constFirst());
    read.order = ++m_order;
    m_reads.push_back(std::move(read));
}

/// By what has been noted up to now.
const ScopeBook::Frame *ScopeBook::settledIn(const Frame &frame, const QString &name) const
{
    for (const Frame *at = &frame; at; at = at->parent) {
        const bool isSet = std::ranges::any_of(at->bindings.value(name), [this](size_t index) {
            return std::ranges::find(m_open, m_bindings[index].branch) != m_open.end();
        });
        if (isSet)
            return at;
        if (at->edge == Edge::Context)
            return nullptr; // what the context has by then is not known
    }
    return nullptr;
}

void ScopeBook::resolve(Read &read)
{
    const QString &name = read.path.constFirst();
    bool isLater = false;
    for (const Frame *at = read.frame; at; at = at->parent) {
        for (const size_t index : at->bindings.value(name)) {
            Binding &binding = m_bindings[index];
            const bool mayBeSet = isLater || read.frame->repeats || binding.order < read.order
                || binding.kind == Binding::Kind::Parameter;
            binding.isRead = binding.isRead || mayBeSet;
            read.isFound = read.isFound || mayBeSet;
        }
        if (at == read.settled)
            return;
        isLater = isLater || at->edge == Edge::Later || at->edge == Edge::Context;
    }
    if (read.isFound || !read.isInBlock)
        return;
    for (Binding &binding : m_bindings) {
        if (binding.name != name)
            continue;
        binding.isRead = true;
        read.isFound = true;
    }
}

void ScopeBook::markAllRead(const Frame &frame)
{
    for (const QList<size_t> &indexes : frame.bindings) {
        for (const size_t index : indexes)
            m_bindings[index].isRead = true;
    }
}

void ScopeBook::resolve()
{
    for (Read &read : m_reads)
        resolve(read);
    for (const Frame *whole : m_wholes) {
        for (const Frame *at = whole; at; at = at->parent)
            markAllRead(*at);
    }
}

} // namespace waymark::jinja
