#pragma once

#include "models/items/treenodes.h"

#include <QAbstractItemModel>
#include <QSet>

namespace waymark {

/// A row of a tree with what is below it. Its key is unique in the whole tree.
template<typename Row>
struct TreeItem
{
    QString key;
    Row row;
    std::vector<TreeItem> children = {};
};

/// A tree of rows that are compared with ==. A new tree is announced as what comes, goes, moves (to
/// another parent too) and changes, so that selection, expansion and scroll position of a view stay
/// with their rows.
template<typename Row>
class TreeRowModel : public QAbstractItemModel
{
public:
    using Item = TreeItem<Row>;
    using QAbstractItemModel::QAbstractItemModel;

    /// The index of the row with this key; invalid: there is none.
    [[nodiscard]] QModelIndex indexOf(const QString &key) const
    {
        return indexAt(m_nodes.find(key));
    }
    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override
    {
        if (!hasIndex(row, column, parent))
            return {};
        return createIndex(row, column, quintptr(m_nodes.children(at(parent)).at(size_t(row))));
    }
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override
    {
        return child.isValid() ? indexAt(m_nodes.parent(at(child))) : QModelIndex();
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.column() > 0 ? 0 : int(m_nodes.children(at(parent)).size());
    }
    [[nodiscard]] int columnCount(const QModelIndex & = {}) const override { return 1; }

protected:
    /// The row at `index`, which is one of this model's and not the root.
    [[nodiscard]] const Row &rowAt(const QModelIndex &index) const
    {
        return m_rows.at(size_t(at(index)));
    }
    [[nodiscard]] QString keyAt(const QModelIndex &index) const { return m_nodes.key(at(index)); }

    void setTree(const std::vector<Item> &items)
    {
        QSet<QString> wanted;
        collect(items, wanted);
        removeUnwanted(0, wanted);
        place(0, items);
        removeUnwanted(0, wanted); // those whose last child moved away
    }

private:
    static int at(const QModelIndex &index)
    {
        return index.isValid() ? int(index.internalId()) : 0;
    }
    [[nodiscard]] QModelIndex indexAt(int node) const
    {
        return node == 0 ? QModelIndex() : createIndex(m_nodes.rowOf(node), 0, quintptr(node));
    }

    static void collect(const std::vector<Item> &items, QSet<QString> &keys)
    {
        for (const Item &item : items) {
            keys.insert(item.key);
            collect(item.children, keys);
        }
    }

    /// Takes out what is below `node`, not wanted and empty.
    void removeUnwanted(int node, const QSet<QString> &wanted)
    {
        const std::vector<int> children = m_nodes.children(node);
        for (auto child = children.rbegin(); child != children.rend(); ++child) {
            removeUnwanted(*child, wanted);
            if (!m_nodes.children(*child).empty() || wanted.contains(m_nodes.key(*child)))
                continue;
            const int row = m_nodes.rowOf(*child);
            beginRemoveRows(indexAt(node), row, row);
            m_nodes.remove(*child);
            m_rows[size_t(*child)] = Row();
            endRemoveRows();
        }
    }

    /// Makes `items` the first children of `parent`; what is left over stays behind them.
    void place(int parent, const std::vector<Item> &items)
    {
        int firstChanged = int(items.size());
        int lastChanged = -1;
        for (int row = 0; row < int(items.size()); ++row) {
            if (!placeOne(parent, row, items.at(size_t(row))))
                continue;
            firstChanged = std::min(firstChanged, row);
            lastChanged = row;
        }
        if (lastChanged >= 0)
            Q_EMIT this->dataChanged(index(firstChanged, 0, indexAt(parent)),
                                     index(lastChanged, 0, indexAt(parent)));
        for (const Item &item : items)
            place(m_nodes.find(item.key), item.children);
    }

    /// Whether it was there with other contents.
    bool placeOne(int parent, int row, const Item &item)
    {
        const int node = m_nodes.find(item.key);
        if (node == 0) {
            beginInsertRows(indexAt(parent), row, row);
            m_nodes.add(parent, row, item.key);
            m_rows.resize(size_t(m_nodes.size()));
            m_rows[size_t(m_nodes.find(item.key))] = item.row;
            endInsertRows();
            return false;
        }
        const int from = m_nodes.parent(node);
        const int fromRow = m_nodes.rowOf(node);
        if (from != parent || fromRow != row) {
            beginMoveRows(indexAt(from), fromRow, fromRow, indexAt(parent), row);
            m_nodes.move(node, parent, row);
            endMoveRows();
        }
        if (m_rows.at(size_t(node)) == item.row)
            return false;
        m_rows[size_t(node)] = item.row;
        return true;
    }

    TreeNodes m_nodes;
    std::vector<Row> m_rows = std::vector<Row>(1); ///< By node.
};

} // namespace waymark
