#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace waymark {

/// Who is below whom in a tree: nodes with unique keys, named by numbers that stay while they are
/// there. 0 is the root, which has no key.
class TreeNodes
{
public:
    /// 0: there is none.
    [[nodiscard]] int find(const QString &key) const { return m_byKey.value(key, 0); }
    [[nodiscard]] const QString &key(int node) const { return at(node).key; }
    [[nodiscard]] int parent(int node) const { return at(node).parent; }
    [[nodiscard]] const std::vector<int> &children(int node) const { return at(node).children; }
    /// Its place among the children of its parent.
    [[nodiscard]] int rowOf(int node) const;
    /// More than any number of a node.
    [[nodiscard]] int size() const { return int(m_nodes.size()); }

    int add(int parent, int row, const QString &key);
    void remove(int node); ///< One without children.
    void move(int node, int parent, int row);

private:
    struct Node
    {
        QString key = {};
        int parent = 0;
        std::vector<int> children = {};
    };
    [[nodiscard]] const Node &at(int node) const { return m_nodes.at(size_t(node)); }

    std::vector<Node> m_nodes = std::vector<Node>(1);
    std::vector<int> m_unused;
    QHash<QString, int> m_byKey;
};

} // namespace waymark
