#pragma once

#include "models/items/rowranges.h"

#include <QAbstractListModel>
#include <QHash>

#include <algorithm>

namespace waymark {

/// A flat model of rows that are told apart by their member `key` and compared with ==. What
/// differs is announced as what comes, goes, moves and changes, in a few signals however much that
/// is, so that selection and scroll position of a view stay with their rows.
template<typename Row>
class RowModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    /// The index of the row with this key; invalid: there is none.
    [[nodiscard]] QModelIndex indexOf(const QString &key) const
    {
        const auto found = std::ranges::find(m_rows, key, &Row::key);
        return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()));
    }

protected:
    /// Shows `next`, whose keys differ, in place of what is there.
    void setRows(const QList<Row> &next)
    {
        QHash<QString, qsizetype> places;
        for (qsizetype i = 0; i < next.size(); ++i)
            places.insert(next.at(i).key, i);
        removeAllBut(places);
        sortBy(places);
        insertMissing(next);
        takeChanges(next);
    }

private:
    static constexpr qsizetype mostRanges = 16; ///< That are announced one by one.

    void removeAllBut(const QHash<QString, qsizetype> &places)
    {
        const auto isGone = [&](qsizetype i) { return !places.contains(m_rows.at(i).key); };
        QList<RowRange> ranges = rangesOf(m_rows.size(), isGone);
        if (ranges.size() > mostRanges) {
            QList<qsizetype> order = numbers(m_rows.size());
            const auto kept = std::ranges::stable_partition(order, std::not_fn(isGone));
            const qsizetype count = order.size() - qsizetype(kept.size());
            permute(order);
            ranges = {{count, m_rows.size() - 1}};
        }
        while (!ranges.isEmpty()) {
            const auto [first, last] = ranges.takeLast();
            beginRemoveRows({}, int(first), int(last));
            m_rows.remove(first, last - first + 1);
            endRemoveRows();
        }
    }

    /// Brings the rows into the order that `places` has for them.
    void sortBy(const QHash<QString, qsizetype> &places)
    {
        QList<qsizetype> wanted;
        for (const Row &row : std::as_const(m_rows))
            wanted += places.value(row.key);
        if (std::ranges::is_sorted(wanted))
            return;
        QList<qsizetype> order = numbers(m_rows.size());
        std::ranges::sort(order, {}, [&](qsizetype i) { return wanted.at(i); });
        permute(order);
    }

    void insertMissing(const QList<Row> &next)
    {
        QHash<QString, qsizetype> old;
        for (qsizetype i = 0; i < m_rows.size(); ++i)
            old.insert(m_rows.at(i).key, i);
        const auto isMissing = [&](qsizetype i) { return !old.contains(next.at(i).key); };
        const QList<RowRange> ranges = rangesOf(next.size(), isMissing);
        if (ranges.size() <= mostRanges) {
            for (const auto &[first, last] : ranges)
                insert(first, next.sliced(first, last - first + 1));
            return;
        }
        QList<Row> missing;
        QList<qsizetype> order;
        for (qsizetype i = 0; i < next.size(); ++i) {
            order += isMissing(i) ? m_rows.size() + missing.size() : old.value(next.at(i).key);
            if (isMissing(i))
                missing += next.at(i);
        }
        insert(m_rows.size(), missing);
        permute(order);
    }

    void insert(qsizetype at, const QList<Row> &rows)
    {
        beginInsertRows({}, int(at), int(at + rows.size() - 1));
        for (qsizetype i = 0; i < rows.size(); ++i)
            m_rows.insert(at + i, rows.at(i));
        endInsertRows();
    }

    void takeChanges(const QList<Row> &next)
    {
        const auto differs = [&](qsizetype i) { return !(m_rows.at(i) == next.at(i)); };
        const QList<RowRange> ranges = rangesOf(next.size(), differs);
        m_rows = next;
        if (!ranges.isEmpty())
            Q_EMIT this->dataChanged(this->index(int(ranges.first().first)),
                                     this->index(int(ranges.last().last)));
    }

    /// Row i becomes the one that was row order[i].
    void permute(const QList<qsizetype> &order)
    {
        Q_EMIT this->layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        QList<Row> rows;
        QList<qsizetype> places(order.size());
        for (qsizetype i = 0; i < order.size(); ++i) {
            rows += m_rows.at(order.at(i));
            places[order.at(i)] = i;
        }
        m_rows = rows;
        const QModelIndexList from = this->persistentIndexList();
        QModelIndexList to;
        for (const QModelIndex &old : from)
            to += this->index(int(places.at(old.row())));
        this->changePersistentIndexList(from, to);
        Q_EMIT this->layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }

    QList<Row> m_rows;
};

} // namespace waymark
