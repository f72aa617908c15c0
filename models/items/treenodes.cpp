#include "models/items/treenodes.h"

#include <algorithm>

namespace waymark {

int TreeNodes::rowOf(int node) const
{
    const std::vector<int> &siblings = children(parent(node));
    return int(std::ranges::find(siblings, node) - siblings.begin());
}

int TreeNodes::add(int parent, int row, const QString &key)
{
    if (m_unused.empty()) {
        m_unused.push_back(size());
        m_nodes.emplace_back();
    }
    const int node = m_unused.back();
    m_unused.pop_back();
    m_nodes[size_t(node)] = {key, parent, {}};
    std::vector<int> &siblings = m_nodes[size_t(parent)].children;
    siblings.insert(siblings.begin() + row, node);
    m_byKey.insert(key, node);
    return node;
}

void TreeNodes::remove(int node)
{
    std::erase(m_nodes[size_t(parent(node))].children, node);
    m_byKey.remove(key(node));
    m_nodes[size_t(node)] = {};
    m_unused.push_back(node);
}

void TreeNodes::move(int node, int parent, int row)
{
    std::erase(m_nodes[size_t(at(node).parent)].children, node);
    std::vector<int> &siblings = m_nodes[size_t(parent)].children;
    siblings.insert(siblings.begin() + row, node);
    m_nodes[size_t(node)].parent = parent;
}

} // namespace waymark
